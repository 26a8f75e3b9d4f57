import { BEGINNING } from '../../language/name-list.ts';
import type { SearchArticle } from '../engine.ts';
import { CharacterCounts } from './character-counts.ts';
import { type DocumentContent, packContent, termsOf, unpackContent } from './content.ts';
import type { DocumentLengths } from './document-lengths.ts';
import { PostingWriter, type TermPostings } from './posting-writer.ts';
import { postingsBehind } from './postings.ts';
import type { State, Statements } from './sqlite-tables.ts';

/** Bytes of a term's postings in one row; what is added to more begins a row of its own. */
const CHUNK = 65_536;

/** Documents that have gone, beside as many as there are, whose postings are left in place. */
const GONE_AT_MOST = 1000;

/** By term, character or name, the change in the number of those that hold it. */
type Changes = Map<string, number>;

function change(counts: Changes, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** One change of an index: articles taken out, then others put in, and all of it written. */
export class IndexUpdate {
  readonly #statements: Statements;
  readonly #lengths: DocumentLengths;
  readonly #postings = new PostingWriter();
  readonly #removedTerms: Changes = new Map();
  readonly #characters = new CharacterCounts();
  readonly #names: Changes = new Map();
  #next: number;
  #documents: number;
  #terms: number;
  /** Whether no term is written yet, so that none needs to be looked for. */
  #isEmpty: boolean;

  constructor(statements: Statements, lengths: DocumentLengths, state: State) {
    this.#statements = statements;
    this.#lengths = lengths;
    this.#next = state.next;
    this.#documents = state.documents;
    this.#terms = state.terms;
    this.#isEmpty = state.next === 1;
  }

  remove(id: string): void {
    const held = this.#statements.article.get(id);
    if (held === undefined) return;
    const { documents, characters } = unpackContent(held.content);
    const names = JSON.parse(this.#statements.names.get(id) ?? '[]') as string[];
    for (const name of new Set(names)) change(this.#names, name, -1);
    this.#characters.remove(characters);
    for (const [place, document] of documents.entries()) {
      const terms = termsOf(document);
      for (const term of new Set(terms)) change(this.#removedTerms, term, 1);
      this.#terms -= terms.length;
      this.#lengths.set(held.first + place, 0);
    }
    this.#documents -= documents.length;
    this.#statements.deleteArticle.run(id);
  }

  add({ id, version, names, documents }: SearchArticle): void {
    const first = this.#next;
    const all: DocumentContent[] = [];
    for (const { above, own, text } of documents) {
      const length = this.#postings.add(this.#next, [above, own]);
      this.#lengths.set(this.#next, length);
      this.#terms += length;
      this.#characters.add(this.#next, text);
      this.#next += 1;
      all.push([above, own]);
    }
    this.#documents += all.length;
    for (const name of new Set(names)) change(this.#names, name, 1);
    const characters = this.#characters.takeArticle();
    this.#statements.insertArticle.run(
      id,
      version,
      JSON.stringify(names),
      first,
      all.length,
      packContent({ documents: all, characters }),
    );
    if (this.#postings.isFull) this.#writePostings();
  }

  /** @param corpus the name of the corpus that is held then */
  write(corpus: string | undefined): void {
    const { uncountTerm, dropChunks, dropTerm, setState } = this.#statements;
    this.#writePostings();
    for (const [term, count] of this.#removedTerms) {
      uncountTerm.run(count, term);
      dropChunks.run(term);
      dropTerm.run(term);
    }
    const { countCharacter, dropCharacters, countName, dropNames } = this.#statements;
    for (const [character, by] of this.#characters.take()) countCharacter.run(character, by);
    dropCharacters.run();
    for (const [name, by] of this.#names)
      countName.run(name, name.slice(0, BEGINNING), name.slice(-1), by);
    dropNames.run();
    if (this.#next - this.#documents > GONE_AT_MOST + this.#documents) this.#rebuild();
    this.#lengths.write();
    setState.run({
      corpus: corpus ?? null,
      next: this.#next,
      documents: this.#documents,
      terms: this.#terms,
    });
  }

  /** Writes all postings anew, without the documents that have gone. */
  #rebuild(): void {
    const { dropAllTerms, dropAllChunks, dropAllLengths, articles, article, moveArticle } =
      this.#statements;
    for (const one of [dropAllTerms, dropAllChunks, dropAllLengths]) one.run();
    this.#lengths.forget();
    this.#next = 1;
    this.#isEmpty = true;
    for (const id of articles.all()) {
      const held = article.get(id);
      if (held === undefined) continue;
      // never above what it was, so that no two articles stand at one number
      moveArticle.run(this.#next, id);
      for (const document of unpackContent(held.content).documents) {
        this.#lengths.set(this.#next, this.#postings.add(this.#next, document));
        this.#next += 1;
      }
      if (this.#postings.isFull) this.#writePostings();
    }
    this.#writePostings();
  }

  #writePostings(): void {
    for (const one of this.#postings.take()) this.#writeTerm(one);
    this.#isEmpty = false;
  }

  #writeTerm({ term, documents, last, bytes }: TermPostings): void {
    const { term: find, insertTerm, extendTerm, closeChunk, renewTerm } = this.#statements;
    const held = this.#isEmpty ? undefined : find.get(term);
    if (held === undefined) insertTerm.run(term, documents, last, bytes);
    else if (held.size + bytes.length <= CHUNK) {
      extendTerm.run(documents, last, postingsBehind(held.last, bytes), held.id);
    } else {
      closeChunk.run(held.id);
      renewTerm.run(documents, last, bytes, held.id);
    }
  }
}
