/**
 * The only file that knows nodejieba. nodejieba (3.5.8) has no instances: it holds one dictionary for
 * the whole process, or one for each worker thread. Loading the dictionary again would put a fresh one
 * in its place, and there is no way to take a single word out. So a word that is inserted stays for
 * the life of the process, and it counts for everybody who cuts texts there.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import nodejieba from 'nodejieba';
import { reasonOf, YuanwenError } from '../util/errors.ts';
import { lazy } from '../util/lazy.ts';
import { dictionaryIn, dropOthers, makeDictionary, ownDictionary } from './dictionary.ts';

/** A word with its part of speech in jieba's tag set (n, v, nr, ns, m …). */
export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
}

/** nodejieba's types do not name these. */
const { DEFAULT_DICT: WHOLE, DEFAULT_USER_DICT: USER } = nodejieba as unknown as Readonly<
  Record<'DEFAULT_DICT' | 'DEFAULT_USER_DICT', string>
>;

/** What jieba is to load, and a name that tells it from other dictionaries. */
interface Dictionary {
  readonly name: string;
  readonly dict: string;
  readonly userDict: string;
}

/** The dictionary asked for: `full` for jieba's whole one, or the path of one in jieba's format. */
const asked: { choice?: string } = {};

/**
 * Has the process use jieba's whole dictionary (`full`) or one of its own at a path in place of the
 * one that `npm run build` makes. To be called before any text is cut and any stored value is looked
 * up; later it has no effect.
 * @throws YuanwenError `config` where there is no dictionary that jieba can read
 */
export function chooseDictionary(choice: string): void {
  asked.choice = choice;
  dictionary();
}

const dictionary = lazy((): Dictionary => {
  const whole = { name: 'full', dict: WHOLE, userDict: USER };
  if (asked.choice === 'full') return whole;
  if (asked.choice !== undefined) return dictionaryAt(resolve(asked.choice));
  return ownDictionary(WHOLE, USER) ?? whole;
});

/** A line of a dictionary; jieba ends the whole process at any other. */
const LINE = /^\S+ [1-9]\d* \S+$/;
/** A line of the words that jieba adds to it, of which a word alone is one. */
const ADDED_LINE = /^\S+(?: [1-9]\d*)?(?: \S+)?$/;

/** The dictionary in a file of jieba's format, or in a folder as `npm run build` makes one. */
function dictionaryAt(path: string): Dictionary {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const files = isFolder ? dictionaryIn(path) : { dict: path, userDict: USER };
  const added = isFolder ? [checkedText(files.userDict, ADDED_LINE)] : [];
  const texts = [checkedText(files.dict, LINE), ...added];
  const hash = createHash('sha1');
  for (const text of texts) hash.update(text);
  return { name: hash.digest('hex').slice(0, 12), ...files };
}

/** The text of a dictionary's file, every line of which jieba can read. */
function checkedText(file: string, line: RegExp): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new YuanwenError(
      'config',
      `JIEBA_DICT cannot be read (${reasonOf(error)}): give the path of a dictionary, or full.`,
      { cause: error },
    );
  }
  const lines = text.replace(/\n$/, '').split('\n');
  const wrong = lines.findIndex((each) => !line.test(each));
  if (wrong >= 0)
    throw new YuanwenError(
      'config',
      `JIEBA_DICT: line ${wrong + 1} of ${file} is not "word frequency tag", as in "云计算 20 n".`,
    );
  return text;
}

/** A name of the process's dictionary; what is cut by another one may differ. */
export function dictionaryName(): string {
  return dictionary().name;
}

/** Makes the dictionary for `npm run build`, in place of any made before. */
export function buildDictionary(): void {
  dropOthers(makeDictionary(WHOLE, USER));
}

/** nodejieba with its dictionary read. */
const jieba = lazy(() => {
  const { dict, userDict } = dictionary();
  // jieba's keyword extraction is not used here: a file of one line spares reading its 5 MB of tables
  const noKeywords = createRequire(import.meta.url).resolve('#data/no-keywords.utf8');
  nodejieba.load({ dict, userDict, idfDict: noKeywords, stopWordDict: noKeywords });
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
