import { AFTER, BEFORE } from '../data/qualifiers.ts';
import type { Draft } from '../parts/draft.ts';
import type { Refiner } from '../parts/sentence-context.ts';

const alternatives = (record: object) =>
  Object.keys(record)
    .sort((a, b) => b.length - a.length)
    .join('|');
const BEHIND = new RegExp(`^\\s?(?:${alternatives(AFTER)})(?![一二两三四五六七八九十个项家种])`);
const AHEAD = new RegExp(`(?:${alternatives(BEFORE)})\\s?$`);
/** 直达, 表达, 发达; 技术突破20项 and 附近30家 only look like qualifiers. */
const OTHER_WORD =
  /(?:[直表发抵雷通送传下到]达|附近|最近|靠近|临近|邻近|贴近|[英反]超|[节条合签契公预违爽失毁履赴邀特租续解制简集]约|高超|[打侦告攻冲识爆]破)\s?$/;
const LONGEST = 6;
/** 多 and 余 behind a unit (3年多, 5倍多) only where no counted thing follows. */
const LOOSE_END = /^[多余许](?:[，。、；的前来]|$)/;

/** 超, 近, 以上, 左右: what the article says of how exact a number is, taken into the figure's text. */
export const qualifier: Refiner = (drafts, { text }) =>
  drafts.map((draft, index) => extend(draft, text, drafts[index - 1]?.end ?? 0));

function extend(draft: Draft, text: string, floor: number): Draft {
  let { start, end, qualifier: how } = draft;
  if (draft.form === 'ordinal') return draft;
  const tail = text.slice(end, end + LONGEST);
  const behind = BEHIND.exec(tail)?.[0];
  if (behind && (!/^[多余许]$/.test(behind) || LOOSE_END.test(tail))) {
    end += behind.length;
    how = AFTER[behind.trimStart()] ?? how;
  }
  for (;;) {
    const before = text.slice(Math.max(floor, start - LONGEST), start);
    const ahead = AHEAD.exec(before)?.[0];
    if (!ahead || OTHER_WORD.test(before)) break;
    start -= ahead.length;
    // nearest to the number wins: 达到近30亿 is about, not reaches
    if (how === 'exact') how = BEFORE[ahead.trimEnd()] ?? how;
  }
  return { ...draft, start, end, qualifier: how };
}
