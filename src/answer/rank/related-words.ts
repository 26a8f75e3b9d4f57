import type { AnalysedText } from '../../language/analysed-text.ts';
import { KIND_WORDS, STOP_WORDS } from '../../question/data/stop-words.ts';
import type { Question } from '../../question/question.ts';
import { memoByObject } from '../../util/memo-by-object.ts';
import { credit, type QuestionWeights, termOf } from './term-coverage.ts';

/** The words of a sentence. */
interface Words {
  /** Number of occurrences by word. */
  readonly counts: ReadonlyMap<string, number>;
  /** First characters and last ones, as `beginning` and `ending`, of Han words of two and more characters. */
  readonly edges: ReadonlySet<number>;
  /** Number of words that are no stop words. */
  readonly telling: number;
}

/** The words of a sentence, counted once: many questions are compared with it. */
const wordsOf = memoByObject(({ tokens }: AnalysedText): Words => {
  const counts = new Map<string, number>();
  const edges = new Set<number>();
  let telling = 0;
  for (const { text, kind } of tokens) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
    if (kind === 'han' && text.length > 1) edges.add(beginning(text)).add(ending(text));
    if (!STOP_WORDS.has(text)) telling += 1;
  }
  return { counts, edges, telling };
});

/** Above every UTF-16 unit. */
const ENDING = 0x10000;

/** The first UTF-16 unit of a word as a number, and the last one as another number. */
function beginning(word: string): number {
  return word.charCodeAt(0);
}

function ending(word: string): number {
  return ENDING + word.charCodeAt(word.length - 1);
}

/** Whether a Han word of two and more characters ends in the character. */
export function hasEnding(text: AnalysedText, character: string): boolean {
  return wordsOf(text).edges.has(ending(character));
}

/**
 * Measures the share of the question's words that a sentence lacks and of which it holds a relative:
 * another word that begins or ends with the same character (总公司, 总部; 逝世, 去世).
 */
export function relatedWordReader(
  question: Question,
  { byWord }: QuestionWeights,
): (text: AnalysedText) => number {
  const asked = question.content
    .filter(({ text, kind }) => kind === 'han' && text.length > 1)
    .map(({ text }) => ({
      term: termOf(question, text),
      weight: byWord.get(text) ?? 0,
      edges: KIND_WORDS.has(text) ? [] : [beginning(text), ending(text)],
    }));
  let total = 0;
  for (const { weight } of asked) total += weight;
  return (text) => {
    const { counts, edges } = wordsOf(text);
    let related = 0;
    for (const word of asked) {
      if (word.edges.some((edge) => edges.has(edge)) && credit(word.term, counts) === 0)
        related += word.weight;
    }
    return total === 0 ? 0 : related / total;
  };
}

/** Measures the natural logarithm of one more than the number of a sentence's words that the question does not write. */
export function noveltyReader({ content }: Question): (text: AnalysedText) => number {
  const said = new Set(content.map(({ text }) => text).filter((text) => !STOP_WORDS.has(text)));
  return (text) => {
    const { counts, telling } = wordsOf(text);
    let news = telling;
    for (const word of said) news -= counts.get(word) ?? 0;
    return Math.log(1 + news);
  };
}
