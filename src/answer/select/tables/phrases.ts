import { dimensionOf } from '../../../figures/parts/units.ts';
import { SYNONYMS } from '../../../knowledge/data/synonyms.ts';
import type { WrittenWords } from '../../../knowledge/thesaurus.ts';
import type { Question } from '../../../question/question.ts';
import { memoByObject } from '../../../util/memo-by-object.ts';
import { COLUMN_WORDS, SAYS_NOTHING } from './data/column-words.ts';
import type { Label } from './table.ts';

/** Where a question calls a label, in units of the normalised question, and how surely. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** Characters that the two have in common, weighed by how they are the same. */
  readonly score: number;
  /** All of the label stands there. */
  readonly isWhole: boolean;
}

/** A run of neighbouring words of a question, what asks and 了 between them left out: 丢球 of 丢了多少球. */
interface Run {
  readonly text: string;
  /** Into the normalised question. */
  readonly start: number;
  readonly end: number;
}

interface Phrases {
  /** What is left of the question without what asks, white space and 了. */
  readonly text: string;
  /** The place of each of its units in the normalised question. */
  readonly places: readonly number[];
  /** Where a word begins or ends in `text`. */
  readonly edges: ReadonlySet<number>;
  /** The longest first. */
  readonly runs: readonly Run[];
}

/** Words of a run at most. */
const LONGEST_RUN = 6;
/** Particles that come and go between a verb and what it counts. */
const DROPPED = /^[\s了]$/u;

const phrasesOf = memoByObject(
  ({ rest, content, normalized, counter, asksAt }: Question): Phrases => {
    let text = '';
    const places: number[] = [];
    const squeezed = new Map<number, number>();
    for (let i = 0; i < rest.text.length; i++) {
      squeezed.set(i, text.length);
      const character = rest.text.charAt(i);
      if (DROPPED.test(character)) continue;
      text += character;
      places.push(i);
    }
    const at = (place: number) => squeezed.get(place) ?? text.length;
    const words = rest.tokens
      .map((token) => ({ start: at(token.start), end: at(token.end) }))
      .filter(({ start, end }) => end > start);
    const edges = new Set([0, text.length, ...words.flatMap(({ start, end }) => [start, end])]);
    const runs: Run[] = [];
    for (const [first, { start }] of words.entries()) {
      let before = start;
      for (const word of words.slice(first, first + LONGEST_RUN)) {
        if (word.start !== before) break;
        before = word.end;
        const [from = 0, last = 0] = [places[start], places[word.end - 1]];
        runs.push({ text: text.slice(start, word.end), start: from, end: last + 1 });
      }
    }
    // 张床 of 几张床 goes with what asks, and says what is counted
    const counted = counter === undefined ? [] : [counter, counter.slice(-1)];
    for (const word of counted) {
      const start = normalized.indexOf(word, asksAt);
      if (start >= 0) runs.push({ text: word, start, end: start + word.length });
    }
    // what jieba cuts together, with or without what asks
    for (const { text: word, start, end } of content)
      if (!runs.some((run) => run.start === start && run.end === end))
        runs.push({ text: word, start, end });
    runs.sort((a, b) => b.text.length - a.text.length);
    return { text, places, edges, runs: runs.filter(({ end }) => end <= normalized.length) };
  },
);

/** What makes another name of a name: 松江 and 松江二队, 星野S1 and 星野S1 Pro. */
const GOES_ON =
  /^(?:第?[一二三四五六七八九十\d]+(?:队|中|小|院|期|班|组|店|校|厂|部|分)|预备队|青年队|女[队足排篮]|男[队足排篮]|分[校店院]|新区|开发区|经开区|高新区)/u;
const WORD_CHARACTER = /[a-z0-9+]/u;

/** Where a question says the whole of a label; undefined where it says no more than a part of another name. */
export function wholeMention(
  question: Question,
  { text, others = [] }: Label,
): Mention | undefined {
  for (const label of [text, ...others]) {
    const mention = mentionOf(question, label);
    if (mention !== undefined) return mention;
  }
  return undefined;
}

function mentionOf(question: Question, label: string): Mention | undefined {
  const { text, places, edges } = phrasesOf(question);
  if (label === '') return undefined;
  for (let from = text.indexOf(label); from >= 0; from = text.indexOf(label, from + 1)) {
    const end = from + label.length;
    const isOne = label.length > 1 || (edges.has(from) && edges.has(end));
    if (!isOne || !isApart(text, from, end)) continue;
    return {
      start: places[from] ?? 0,
      end: (places[end - 1] ?? 0) + 1,
      score: label.length + 1,
      isWhole: true,
    };
  }
  return undefined;
}

function isApart(text: string, from: number, end: number): boolean {
  const [before, first, last, next] = [from - 1, from, end - 1, end].map((at) => text.charAt(at));
  const joins = (a = '', b = '') => WORD_CHARACTER.test(a) && WORD_CHARACTER.test(b);
  return !joins(before, first) && !joins(last, next) && !GOES_ON.test(text.slice(end));
}

/** Where a question says one end of a label, or a part of it that marks set off: 东港 of 东港—望月岛. */
export function partMentions(question: Question, { text: label }: Label): readonly Mention[] {
  const { text, places, runs, edges } = phrasesOf(question);
  const said = partsOf(label).flatMap((part) => {
    const place = part.length > 1 ? text.indexOf(part) : -1;
    return place >= 0 && isApart(text, place, place + part.length) ? [{ part, place }] : [];
  });
  if (said.length > 0)
    return said.map(({ part, place }) => ({
      start: places[place] ?? 0,
      end: (places[place + part.length - 1] ?? 0) + 1,
      score: part.length,
      isWhole: false,
    }));
  for (const run of runs) {
    if (run.text.length < 2 || run.text.length >= label.length) continue;
    if (SAYS_NOTHING.test(run.text) || /^\d+$/u.test(run.text)) continue;
    if (dimensionOf(run.text) !== 'count') continue;
    const at = label.indexOf(run.text);
    if (at < 0) continue;
    const rest = [label.slice(0, at).at(-1), label.slice(at + run.text.length).at(0)];
    if (!rest.some((one) => one === undefined || !/[\p{L}\p{N}]/u.test(one))) continue;
    const place = text.indexOf(run.text);
    if (place >= 0 && !isApart(text, place, place + run.text.length)) continue;
    // 城区 of 南城区 is no end of 东城区
    if (at > 0 && place > 0 && !edges.has(place - 2) && edges.has(place - 1)) continue;
    return [{ start: run.start, end: run.end, score: run.text.length, isWhole: false }];
  }
  return [];
}

/** What marks set apart within a label: 东港 and 望月岛 of 东港—望月岛. */
function partsOf(label: string): string[] {
  const parts = label.split(/[^\p{L}\p{N}.]+/u).filter((part) => part !== '');
  return parts.length > 1 ? parts : [];
}

/** By how much less than the same word another one tells that has the same sense. */
const OTHER_WORD = { head: 0.9, whole: 0.8, part: 0.6 } as const;

/**
 * Where a question says a label in other words: 赢 of 胜, 丢球 of 失球, 赚 of 净利润; and of each end of it
 * the word that says it best: 书丢了 of 图书遗失.
 */
export function otherMentions(
  question: Question,
  { text: label }: Label,
  writtenWords: WrittenWords,
): readonly Mention[] {
  const found = phrasesOf(question).runs.flatMap(({ text, start, end }) => {
    const other = otherWordOf(text, label, question, writtenWords);
    if (other === undefined) return [];
    const mention = { start, end, score: other.weight * text.length, isWhole: false };
    return [{ mention, part: other.part }];
  });
  found.sort((a, b) => b.mention.score - a.mention.score);
  const [best] = found;
  if (best === undefined) return [];
  const isApartFrom = (a: Mention, b: Mention) => a.end <= b.start || b.end <= a.start;
  const further = found.find(
    ({ part, mention }) =>
      part !== best.part &&
      part !== 'all' &&
      best.part !== 'all' &&
      isApartFrom(mention, best.mention),
  );
  return [best, ...(further === undefined ? [] : [further])].map(({ mention }) => mention);
}

/** Which part of a label a word says otherwise, and how surely. */
interface OtherWord {
  readonly part: 'all' | 'start' | 'end';
  readonly weight: number;
}

function otherWordOf(
  word: string,
  label: string,
  { alternatives }: Question,
  writtenWords: WrittenWords,
): OtherWord | undefined {
  const heads = COLUMN_WORDS.get(word) ?? [];
  if (heads.includes(label)) return { part: 'all', weight: OTHER_WORD.head };
  const others = SAYS_NOTHING.test(word)
    ? []
    : [
        ...(SYNONYMS.get(word) ?? []),
        ...(writtenWords(word) ?? []),
        ...(alternatives.get(word) ?? []),
      ];
  if (others.includes(label)) return { part: 'all', weight: OTHER_WORD.whole };
  const longer = [...others, ...heads].filter((other) => other.length > 1);
  if (longer.some((other) => label.startsWith(other)))
    return { part: 'start', weight: OTHER_WORD.part };
  return longer.some((other) => label.endsWith(other))
    ? { part: 'end', weight: OTHER_WORD.part }
    : undefined;
}
