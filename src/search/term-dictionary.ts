/**
 * How many documents hold each term and each character. Every engine keeps it in the process, however
 * far its postings are: ranking and spelling look terms up hundreds of times a question, and a look-up
 * must not wait.
 */
export interface TermCounts {
  /** Number of documents held. */
  readonly size: number;
  /** The terms held that begin with `prefix`, each once, in an order that hangs on nothing but them. */
  terms(prefix: string): readonly string[];
  /** The characters held, each once. */
  characters(): Iterable<string>;
  /** Number of documents that hold the term. */
  documentFrequency(term: string): number;
  /** Number of documents that hold the character. */
  characterFrequency(character: string): number;
}

/** The terms of a corpus with what each weighs. */
export interface TermDictionary extends TermCounts {
  /**
   * BM25's inverse document frequency of a term: ln(1 + (N − n + ½) / (n + ½)), n of N documents
   * holding it, `ABSENT` documents that hold no term among them.
   */
  idf(term: string): number;
  /** The inverse document frequency of one character. */
  characterIdf(character: string): number;
}

/**
 * Documents that hold nothing and are counted with those of a corpus. Of an article by itself a word
 * that stands in one paragraph of ten weighs two thirds of a word that stands in none, of many articles
 * nearly as much: so what an asker says in words of their own weighed most where least is written.
 */
const ABSENT = 1000;

/** The dictionary of what an engine holds now; to be made anew when the engine is updated. */
export function createTermDictionary(counts: TermCounts): TermDictionary {
  const { size } = counts;
  const idf = (holding: number) => Math.log(1 + (ABSENT + size - holding + 0.5) / (holding + 0.5));
  return {
    size,
    terms: (prefix) => counts.terms(prefix),
    characters: () => counts.characters(),
    documentFrequency: (term) => counts.documentFrequency(term),
    characterFrequency: (character) => counts.characterFrequency(character),
    idf: (term) => idf(counts.documentFrequency(term)),
    characterIdf: (character) => idf(counts.characterFrequency(character)),
  };
}
