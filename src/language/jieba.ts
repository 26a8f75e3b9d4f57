/**
 * The only file that knows nodejieba. nodejieba (3.5.8) has no instances: it holds one dictionary for
 * the whole process, or one for each worker thread. Loading the dictionary again would put a fresh one
 * in its place, and there is no way to take a single word out. So a word that is inserted stays for
 * the life of the process, and it counts for everybody who cuts texts there.
 */
import { createRequire } from 'node:module';
import nodejieba from 'nodejieba';
import { lazy } from '../util/lazy.ts';

/** A word with its part of speech in jieba's tag set (n, v, nr, ns, m …). */
export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
}

/** nodejieba with its dictionary read, which takes about a second and 250 MB. */
const jieba = lazy(() => {
  // jieba's keyword extraction is not used here: a file of one line spares reading its 5 MB of tables
  const noKeywords = createRequire(import.meta.url).resolve('#data/no-keywords.utf8');
  nodejieba.load({ idfDict: noKeywords, stopWordDict: noKeywords });
  return nodejieba;
});

/** The words inserted into the process's dictionary: jieba would hold a word inserted twice twice. */
const inserted = new Set<string>();

/** Reads the dictionary now, and not at the first text that is cut. */
export function loadJieba(): void {
  jieba();
}

/** Makes these runs of characters words of the process's dictionary, for good. */
export function insertWords(words: Iterable<string>): void {
  const dictionary = jieba();
  for (const word of words) {
    if (inserted.has(word)) continue;
    dictionary.insertWord(word);
    inserted.add(word);
  }
}

/** Whether a word was inserted. */
export function isInserted(word: string): boolean {
  return inserted.has(word);
}

/** The number of words inserted so far; what jieba makes of a text may change when it grows. */
export function insertedWords(): number {
  return inserted.size;
}

/** The words of a run of Han characters, in order, those included that the hidden Markov model makes up. */
export function cutWithModel(hanRun: string): string[] {
  // nodejieba's types call the second argument `strict`; it switches the hidden Markov model on
  return jieba().cut(hanRun, true);
}

/** The words of a run of Han characters, in order; what no word of the dictionary covers stays single characters. */
export function cutByDictionary(hanRun: string): string[] {
  return jieba().cut(hanRun);
}

/** The words as `cutWithModel` gives them, each behind the dictionary's words of two or three characters inside it. */
export function cutForSearch(hanRun: string): string[] {
  return jieba().cutForSearch(hanRun, true);
}

/** The words of a run of Han characters, none longer than `length` characters. */
export function cutUpTo(length: number, hanRun: string): string[] {
  return jieba().cutSmall(hanRun, length);
}

/** The words of a run of Han characters with their parts of speech, in order. */
export function tagWords(hanRun: string): readonly TaggedWord[] {
  return jieba().tag(hanRun);
}
