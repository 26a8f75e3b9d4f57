import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { packageFile } from '../util/package-file.ts';
import { WORDS_OF_TODAY } from './data/words-of-today.ts';

/** The two files of a dictionary as jieba reads them, and a name that changes when they do. */
export interface DictionaryFiles {
  readonly name: string;
  readonly dict: string;
  readonly userDict: string;
}

/** A line of jieba's dictionary: a word, how often it was seen, its part of speech. */
interface Entry {
  readonly word: string;
  readonly frequency: number;
  readonly tag: string;
}

/** How often jieba must have seen a word for it to be kept for itself. */
export interface Thresholds {
  /** A word seen no more often than this is left out, unless it is a name or stands in our own data. */
  readonly words: number;
  /** The same of names that jieba's model does not put together of their characters: 布里斯托 falls apart. */
  readonly names: number;
}

/**
 * These leave out three words of four, which take half of the time and the memory of reading the
 * dictionary. `npm run dictionaries` writes the quality at others into docs/results.md.
 */
export const THRESHOLDS: Thresholds = { words: 20, names: 3 };
/** jieba's tags of foreign names, of some known persons, and of organisations. */
const NAMES = new Set(['nrt', 'nrfg', 'nt']);
/** jieba's tag of places, which are kept however rare: a misspelt question is compared with them. */
const PLACE = 'ns';

/** Raised when the files are made otherwise, so that files made before are not used. */
const FORMAT = 2;

/** The folder of the dictionaries, one a folder, and the file that holds the name of the one in use. */
const FOLDER = packageFile('dist/jieba');
const CURRENT = join(FOLDER, 'current');
/** The rooms of `src`, in whose `data/` the code keeps the words that it knows. */
const ROOMS = packageFile('dist/src');

/**
 * The dictionary that `npm run build` has made, made now where there is none. Undefined where it
 * cannot be written: the whole dictionary then does as well, at the cost of time and memory.
 * @param whole the file of jieba's whole dictionary
 * @param user the file of words that jieba adds to it
 */
export function ownDictionary(whole: string, user: string): DictionaryFiles | undefined {
  const name = existsSync(CURRENT) ? readFileSync(CURRENT, 'utf8') : '';
  if (name.startsWith(`${FORMAT}-`) && existsSync(join(FOLDER, name))) return filesOf(name);
  try {
    return makeDictionary(whole, user);
  } catch {
    return undefined;
  }
}

/**
 * Makes the dictionary of the common words of jieba's, the places, and the words of our own data, each
 * with the weight that it has in the whole dictionary, and of the words that came up since. Processes may make it side by side.
 */
export function makeDictionary(whole: string, user: string): DictionaryFiles {
  const { dict, userDict } = shorten(
    readFileSync(whole, 'utf8'),
    `${readFileSync(user, 'utf8').trimEnd()}\n${linesOfToday()}`,
    wordsOfData(),
  );
  const hash = createHash('sha1').update(dict).update(userDict).digest('hex').slice(0, 12);
  const name = `${FORMAT}-${hash}`;
  mkdirSync(FOLDER, { recursive: true });
  if (!existsSync(join(FOLDER, name))) {
    const made = join(FOLDER, `new-${process.pid}`);
    mkdirSync(made, { recursive: true });
    const files = dictionaryIn(made);
    writeFileSync(files.dict, dict);
    writeFileSync(files.userDict, userDict);
    try {
      renameSync(made, join(FOLDER, name));
    } catch (error) {
      rmSync(made, { recursive: true });
      // another process was faster
      if (!existsSync(join(FOLDER, name))) throw error;
    }
  }
  const mark = `${CURRENT}.${process.pid}`;
  writeFileSync(mark, name);
  renameSync(mark, CURRENT);
  return filesOf(name);
}

/** Deletes all dictionaries but one; a process that has read another one needs its files no more. */
export function dropOthers({ name }: DictionaryFiles): void {
  for (const other of readdirSync(FOLDER))
    if (other !== name && join(FOLDER, other) !== CURRENT)
      rmSync(join(FOLDER, other), { recursive: true, force: true });
}

function filesOf(name: string): DictionaryFiles {
  return { name, ...dictionaryIn(join(FOLDER, name)) };
}

/** The two files of a dictionary in a folder of its own. */
export function dictionaryIn(folder: string): Omit<DictionaryFiles, 'name'> {
  return { dict: join(folder, 'characters.utf8'), userDict: join(folder, 'words.utf8') };
}

/**
 * The text of the two files. jieba weighs a word by its share of all that was seen in its first
 * file, weighs a word that is taught by the median of that file, and a character that it does not
 * know by the rarest word. So the first file has the single characters, and words and stand-ins of
 * private use with which its sum, its median and its rarest word are those of the whole dictionary;
 * all other words stand in the second one. A character there would be kept from the model.
 */
export function shorten(
  whole: string,
  user: string,
  kept: ReadonlySet<string>,
  thresholds = THRESHOLDS,
): { readonly dict: string; readonly userDict: string } {
  const entries = whole.split('\n').flatMap(readEntry);
  const frequencies = entries.map(({ frequency }) => frequency).sort((a, b) => a - b);
  const rarest = frequencies[0] ?? 1;
  const median = frequencies[Math.floor(frequencies.length / 2)] ?? 1;
  const isCharacter = ({ word }: Entry) => [...word].length === 1;
  const held = entries.filter(
    (entry) => isCharacter(entry) || isCommon(entry, thresholds) || kept.has(entry.word),
  );
  // nearly all characters are above the median: rare words beside them spare stand-ins
  const isFirst = (entry: Entry) => isCharacter(entry) || entry.frequency <= median;
  const first = held.filter(isFirst);
  const standIns = standInsFor(first, { sum: sumOf(entries), median, rarest });
  return {
    dict: linesOf([...first, ...standIns]),
    userDict: linesOf(held.filter((entry) => !isFirst(entry))) + user,
  };
}

/** Whether a word is kept for itself, and not because our own data has it. */
function isCommon({ frequency, tag }: Entry, { words, names }: Thresholds): boolean {
  return tag === PLACE || frequency > (NAMES.has(tag) ? names : words);
}

/** The stand-ins with which the words of a file have this sum, this median and this rarest word. */
function standInsFor(
  words: readonly Entry[],
  { sum, median, rarest }: Readonly<Record<'sum' | 'median' | 'rarest', number>>,
): Entry[] {
  const above = words.filter(({ frequency }) => frequency > median).length;
  const below = words.filter(({ frequency }) => frequency < median).length;
  const standIns: Entry[] = [];
  const add = (frequency: number) =>
    standIns.push({ word: standIn(standIns.length), frequency, tag: 'x' });
  add(rarest);
  // with the words of this frequency as many as there are more on the heavier side
  const needed = Math.abs(above - below) + 2;
  for (let held = words.length - above - below; held < needed; held += 1) add(median);
  add(sum - sumOf([...words, ...standIns]));
  return standIns;
}

function sumOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { frequency }) => sum + frequency, 0);
}

const PRIVATE_USE = 0xe000;
const PRIVATE_USE_CHARACTERS = 6400;

/** A word of private use that no other number has; it never stands in a text. */
function standIn(number: number): string {
  const second = Math.floor(number / PRIVATE_USE_CHARACTERS);
  return String.fromCharCode(PRIVATE_USE + (number % PRIVATE_USE_CHARACTERS), PRIVATE_USE + second);
}

function readEntry(line: string): Entry[] {
  const [word = '', frequency = '', tag = ''] = line.split(' ');
  return word === '' ? [] : [{ word, frequency: Number(frequency), tag }];
}

/** Words without a weight of their own: jieba gives them its median. */
function linesOfToday(): string {
  return Object.entries(WORDS_OF_TODAY)
    .flatMap(([tag, words]) => words.split(/\s+/).map((word) => `${word} ${tag}\n`))
    .join('');
}

function linesOf(entries: readonly Entry[]): string {
  return entries.map(({ word, frequency, tag }) => `${word} ${frequency} ${tag}\n`).join('');
}

/** Runs of Han characters in a module, its comments left out. */
const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const HAN_RUN = /\p{Script=Han}{2,}/gu;
/** What the thesaurus has articles write, in compounds that they should not be cut by: 贷款额度. */
const WRITTEN = / > \p{Script=Han}.*$/gmu;

/**
 * All words in the modules of the folders `data` below a folder, the rooms of `src` unless given. What is
 * only spoken is left out: a question has it found by its pieces, and articles are cut as without it.
 */
export function wordsOfData(folder = ROOMS): Set<string> {
  const modules = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      /[\\/]data[\\/]|^data[\\/]/.test(file) &&
      !/[\\/]spoken[\\/]/.test(file) &&
      /(?<!\.d)\.[jt]s$/.test(file),
  );
  return new Set(
    modules.flatMap(
      (file) =>
        readFileSync(join(folder, file), 'utf8')
          .replace(COMMENT, '')
          .replace(WRITTEN, '')
          .match(HAN_RUN) ?? [],
    ),
  );
}
