import type { AnalysedText } from '../../language/analysed-text.ts';
import type { Token, Tokenizer } from '../../language/tokenizer.ts';
import { STOP_WORDS } from '../../question/data/stop-words.ts';
import { memoByObject } from '../../util/memo-by-object.ts';
import { NAMED_KINDS } from './data/named-kinds.ts';

/** A text that names something of a kind: 江城队 of a team. */
export interface NamedEntity {
  /** Place of the kind among NAMED_KINDS. */
  readonly kind: number;
  /** What tells it from others of the kind: 江城. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A text as it is cut, and what tags its words. */
export interface CutText {
  readonly tokens: readonly Token[];
  readonly tag: Tokenizer['tag'];
}

/** 队有 of 北岭队有多少名观众: an ending that jieba makes one made-up word of with what follows. */
const TORN = /^[队厂市](?=\p{Script=Han}$)/u;

const ENDINGS = NAMED_KINDS.map((ending) => new RegExp(`${ending}$`, 'u'));
/** jieba's tags of the words that make up a name in front of an ending. */
const IN_NAME = /^(?:n\w*|j|x|b|f|s|eng|vn|l|i|a)$/;
/** Words that tell no one thing from another: numerals, 各, 该, what is like any. */
const GENERAL =
  /^(?:[这那该此本各每全某其另两双多几首]|[零一二三四五六七八九十百]{1,3}[\p{Script=Han}]?$|当地|其他|其它|对手|对方|主要|所有|许多|国内|国外|海外|境外|外地|附近|周边|相关|有关|新建|大型|中型|小型|重点|著名|知名|上市|中小|民营|国有|斜拉|悬索|跨[海江河]|立交|高架|人行|城际|高速|普速)/u;
/** 闭馆, 入园, 离校: what happens at a place, and no name of one. */
const GOING_IN_AND_OUT = /^[开闭关休停建办撤复转升返到离进出入]\p{Script=Han}$/u;
/** What tells a name, and is none of it. */
const TOLD_BY = /^.*\p{Script=Han}(?<!华)[为是](?=\p{Script=Han}{2})/u;
/** Words that a name in front of an ending has at most. */
const NAME_WORDS = 3;
/** Characters of the shortest name. */
const SHORTEST = 2;

/** What a sentence of an article names, found once: many questions look at it. */
export const entitiesOf = memoByObject((sentence: AnalysedText) => namedEntities(sentence));

/** What a text names, in order, each with an ending that says its kind. */
export function namedEntities({ tokens, tag }: CutText): readonly NamedEntity[] {
  return tokens.flatMap((token, place) => {
    if (token.kind !== 'han' || GOING_IN_AND_OUT.test(token.text)) return [];
    const isMadeUp = tag(token.text)[0]?.tag === 'x';
    const text = (isMadeUp && TORN.exec(token.text)?.[0]) || token.text;
    const kind = ENDINGS.findIndex((ending) => ending.test(text));
    const ending = ENDINGS[kind]?.exec(text)?.[0];
    if (ending === undefined) return [];
    const own = text.slice(0, text.length - ending.length);
    if (own.length >= SHORTEST) {
      // 机构为国融证券 may be one word, where jieba knows no part of it
      const label = TOLD_BY.exec(own)?.[0].length ?? 0;
      const name = own.slice(label);
      return GENERAL.test(name) ? [] : [{ kind, name, start: token.start + label, end: token.end }];
    }
    let from = place;
    while (from > 0 && place - from < NAME_WORDS) {
      const [word, next] = [tokens[from - 1], tokens[from]];
      if (word === undefined || word.end !== next?.start || !isOfName(word, tag)) break;
      from -= 1;
    }
    const before = tokens.slice(from, place).map(({ text }) => text);
    const name = before.join('') + own;
    return name.length < SHORTEST || GENERAL.test(before[0] ?? own)
      ? []
      : [{ kind, name, start: tokens[from]?.start ?? token.start, end: token.end }];
  });
}

function isOfName({ text, kind }: Token, tag: Tokenizer['tag']): boolean {
  if (kind !== 'han') return kind === 'latin';
  if (STOP_WORDS.has(text)) return false;
  return IN_NAME.test(tag(text)[0]?.tag ?? '') || /^第./u.test(text);
}

/** Whether two names may be one: 江城 and 主场作战的江城, as far as it is known where either begins, and a short form. */
export function mayBeSame(one: string, other: string): boolean {
  return endOf(one) === endOf(other) || isShortFor(one, other) || isShortFor(other, one);
}

/** The end of a name, which a text writes wherever it begins to name it. */
export function endOf(name: string): string {
  return name.slice(-SHORTEST);
}

/** Whether the characters of a name stand in another in order: 商信 in 商业信用. */
function isShortFor(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
}
