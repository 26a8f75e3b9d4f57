import { CHANGES, FLOWS } from '../data/directions.ts';
import { LEADING, LINKS, OBJECT_VERBS, STOPS } from '../data/words.ts';

const longestFirst = (list: Iterable<string>) =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
const any = (list: Iterable<string>) => `(?:${longestFirst(list).join('|')})`;

const HEAD = new RegExp(`^(?:${any(LEADING)}|[“”"‘’《》「」\\s·▲●■◆])`);
const CHANGE = new RegExp(`(${any(Object.keys(CHANGES))})(?:了|到|至|为)?$`);
const LINK = new RegExp(`(?:${any(LINKS)}|[“”"‘’\\s])$`);
/** 比上年, 较去年同期, 比去年预算: what a change is measured against. */
const AGAINST = /(?:比|较|同比|环比|与)(?:[^，的]{0,8}(?:同期|预算|水平|相比|年|月|季度|末|初)|)$/;
const OBJECT = new RegExp(`^.*(?:${longestFirst(OBJECT_VERBS).join('|')})(?:了|过|着)?(?=..)`);
const FLOW = new RegExp(`(${any(FLOWS)})`, 'g');
const STOP = new RegExp(any(STOPS));
const MARKS = /[，,。；;：:、！？!?（）()“”"《》「」\n—…/]/;
const INVISIBLE = /[\s\u200b\u200c\u200d\ufeff]+/g;
/** A measure is named close to its number. */
export const REACH = 60;

export interface Phrase {
  /** The measure's own words; '' where the clause leaves it out. */
  readonly noun: string;
  readonly direction?: string;
}

/** What the characters before a number say: the measure and which way it goes. */
export function phraseBefore(characters: string): Phrase {
  let rest = withoutBrackets(characters.replace(INVISIBLE, '')).slice(-REACH);
  let direction: string | undefined;
  for (;;) {
    const against = AGAINST.exec(rest)?.[0];
    if (against) {
      rest = rest.slice(0, -against.length);
      continue;
    }
    const change = CHANGE.exec(rest);
    if (change && !endsAsNoun(rest)) {
      direction ??= CHANGES[change[1] ?? ''];
      rest = rest.slice(0, change.index);
      continue;
    }
    const link = LINK.exec(rest);
    if (!link) break;
    rest = rest.slice(0, link.index);
  }
  const before = rest;
  rest = trimHead(rest);
  const genitive = rest.lastIndexOf('的');
  if (genitive >= 0 && rest.length - genitive > 2) rest = trimHead(rest.slice(genitive + 1));
  rest = rest.replace(OBJECT, '');
  rest = trimHead(rest);
  direction ??= [...before.matchAll(FLOW)].at(-1)?.[1];
  // a bare 新增2万亿元 leaves what was added to the characters behind
  if (FLOWS.includes(rest)) rest = '';
  return { noun: rest.replace(/^[、]+|[、的]+$/g, ''), ...(direction && { direction }) };
}

/** The noun that the characters behind a counter begin with; '' where they begin with anything else. */
export function phraseBehind(characters: string): string {
  let rest = characters.replace(INVISIBLE, '').slice(0, REACH);
  rest = rest.replace(/^的/, '');
  const mark = rest.search(MARKS);
  if (mark >= 0) rest = rest.slice(0, mark);
  const stop = STOP.exec(rest);
  if (stop) rest = rest.slice(0, stop.index);
  const genitive = rest.indexOf('的');
  if (genitive === 0) rest = rest.slice(1);
  if (genitive > 0) rest = rest.slice(0, genitive);
  return /^[一-鿿A-Za-z]/.test(rest) ? rest.replace(/[和与及暨]$/, '') : '';
}

/** 涨幅, 降幅, 最高 end in a word of direction and are nouns. */
function endsAsNoun(text: string): boolean {
  return /(?:最高|最低|最多|最少|不少|很多|较高|较低|至少|提高水平)$/.test(text);
}

function trimHead(text: string): string {
  let rest = text;
  for (let head = HEAD.exec(rest); head?.[0]; head = HEAD.exec(rest)) {
    // 对外, 在建, 全部资产: do not eat into a word of two characters
    if (rest.length - head[0].length < 2 && head[0].length === 1) break;
    rest = rest.slice(head[0].length);
  }
  return rest;
}

function withoutBrackets(text: string): string {
  const closed = text.replace(/[（(][^（）()]{0,40}[）)]/g, '');
  const open = Math.max(closed.lastIndexOf('（'), closed.lastIndexOf('('));
  return open >= 0 ? closed.slice(open + 1) : closed;
}
