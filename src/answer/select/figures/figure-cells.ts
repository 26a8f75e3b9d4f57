import { normalize } from '../../../language/normalize.ts';

/** A number's place in a sentence, in UTF-16 units. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** The place of what stands in an article, within a sentence that begins at `start` there. */
export function placeOf(figure: Place, start: number): Place {
  return { start: figure.start - start, end: figure.end - start };
}

/** What a sentence says around one of its numbers; all texts normalised. */
export interface Cell {
  /** Between the mark or number before it and the number. */
  readonly left: string;
  /** Between the number and the next mark or number. */
  readonly right: string;
  /** What the sentence said further before and need not say again, or says of all of a list: A3人、B5人受伤. */
  readonly shared: string;
  /** It stands in brackets, behind what it belongs to: 英国选手(312.00分). */
  readonly aside: boolean;
  /** The part of `shared` that is said of other numbers first: 死亡 in 1人死亡，另有2人受伤. */
  readonly ofOthers: string;
}

/** Ends what is said of a number. The comma of 1,234 does not. */
const MARK = /[，；。：！？、\n]|(?<!\d),|,(?!\d{3}(?!\d))|;|:(?!\d)/gu;
/** Between the members of a list. */
const LISTED = /^、/u;
const BRACKETED = /[（(][^（）()]*[）)]/gu;
/** 年经常性收入（ARR）, of which the one is the other. */
const GLOSS = /^[（(][\p{L} .&-]{1,20}[）)]$/u;
const BRACKET = /[（）()]/gu;
/** Two numbers joined so share nothing: 489所公立学校和214所私立学校. */
const JOINED = /[和与與及]\s*$/u;
/** 次数由1次调整为3次: what is said of where a change starts is said of where it ends. */
const STARTS = /[由从][^，,；;]{0,8}$/u;
const CHANGED = /^[^，,；;。]{0,8}[为至到]\s?(?:不超过|不低于|不少于|约|近)?$/u;
/** Two numbers of one sum: 1520元/人月×6月=9120元. */
const RECKONED = /[×*÷+＋=＝]\s*$/u;

/**
 * The cell of a number of a sentence among its other figures. What stands in brackets is
 * apart: in Ultra（12GB）46900元, the name belongs to the price.
 */
export function cellOf(text: string, number: Place, figures: readonly Place[]): Cell {
  const outer = text.replace(BRACKETED, (bracket) =>
    GLOSS.test(bracket) ? bracket : ' '.repeat(bracket.length),
  );
  const isApart = ({ start, end }: Place) => outer.slice(start, end).trim() === '';
  const apart = isApart(number);
  const level = apart ? text : outer;
  const others = figures.filter((one) => one.start !== number.start && isApart(one) === apart);
  const marks = [...placesOf(level, MARK), ...(apart ? placesOf(level, BRACKET) : [])];
  const bounds = [...marks, ...others];
  const to = firstStart(bounds, number.end, text.length);
  const mark = lastEnd(marks, number.start);
  const [from, joined] = beginOf(level, number.start, mark, others);
  const said = (start: number, end: number) => normalize(level.slice(start, end)).text;
  const earlier = others.filter(({ end }) => end <= from);
  const saidOf = (one: Place) =>
    said(lastEnd(bounds, one.start), firstStart(bounds, one.end, from));
  return {
    left: joined ? '' : said(from, number.start),
    aside: apart,
    right: said(number.end, to),
    shared: `${normalize(text.slice(0, from)).text}\n${said(...behindList(level, to, marks, others))}`,
    ofOthers: earlier.map(saidOf).join('\n'),
  };
}

/** What stands behind the last number of a list whose member ends at `to`; nothing where it is no list. */
function behindList(
  text: string,
  to: number,
  marks: readonly Place[],
  others: readonly Place[],
): [start: number, end: number] {
  if (!LISTED.test(text.slice(to))) return [to, to];
  const isEnd = ({ start }: Place) => !LISTED.test(text.slice(start));
  const end = firstStart(marks.filter(isEnd), to, text.length);
  return [Math.max(to, lastEnd(others, end)), end];
}

/** Where what is said of a number begins, and whether it is said of the number before alone. */
function beginOf(
  text: string,
  start: number,
  mark: number,
  others: readonly Place[],
): [from: number, isJoined: boolean] {
  const before = others.filter(({ end }) => end <= start && end > mark);
  const previous = before.at(-1);
  if (previous === undefined) return [mark, false];
  const between = text.slice(previous.end, start);
  const isChange = CHANGED.test(between) && STARTS.test(text.slice(mark, previous.start));
  if (RECKONED.test(between) || isChange)
    return beginOf(text, previous.start, mark, before.slice(0, -1));
  return [previous.end, JOINED.test(between)];
}

function placesOf(text: string, pattern: RegExp): Place[] {
  return [...text.matchAll(pattern)].map(({ index, 0: mark }) => ({
    start: index,
    end: index + mark.length,
  }));
}

/** The end of the last of the places that end at `limit` or before it; 0 where none does. */
function lastEnd(places: readonly Place[], limit: number): number {
  return places.reduce((last, { end }) => (end <= limit ? Math.max(last, end) : last), 0);
}

/** The start of the first of the places that begin at `from` or behind it; `otherwise` where none does. */
function firstStart(places: readonly Place[], from: number, otherwise: number): number {
  return places.reduce(
    (first, { start }) => (start >= from ? Math.min(first, start) : first),
    otherwise,
  );
}

/** Whether a figure is the level that something reached: 增至540人, 达到3万. */
export function isReached(text: string, { start, end }: Place): boolean {
  return (
    /[至到]\s?$/u.test(text.slice(0, start)) ||
    /^(?:达到|[升增降减]至)/u.test(text.slice(start, end))
  );
}

/** Characters at most between a number and the one that says of which it is told: 1000毫米以上的有3个点位. */
const RIGHT_BEHIND = 4;

/** Whether a number stands right behind another one. */
export function isBehind({ start }: Place, { end }: Place): boolean {
  return start >= end && start - end <= RIGHT_BEHIND;
}
