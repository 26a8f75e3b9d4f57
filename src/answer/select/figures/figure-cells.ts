import { normalize } from '../../../language/normalize.ts';

/** A number's place in a sentence, in UTF-16 units. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A figure's place, with its unit. */
export interface FigurePlace extends Place {
  readonly unit: string;
}

/** What a sentence says around one of its numbers; all texts normalised. */
export interface Cell {
  /** Between the mark or number before it and the number. */
  readonly left: string;
  /** Between the number and the next mark or number. */
  readonly right: string;
  /** What the sentence said further before and need not say again, or says of all of a list: A3人、B5人受伤. */
  readonly shared: string;
  /** The part of `shared` that is said of other numbers first: 死亡 in 1人死亡，另有2人受伤. */
  readonly ofOthers: string;
}

/** Ends what is said of a number. The comma of 1,234 does not. */
const MARK = /[，；。：！？、\n]|(?<!\d),|,(?!\d{3}(?!\d))|;|:(?!\d)/gu;
/** Between the members of a list. */
const LISTED = /^、/u;
const BRACKETED = /[（(][^（）()]*[）)]/gu;
const BRACKET = /[（）()]/gu;
/** Two numbers joined so share nothing: 489所公立学校和214所私立学校. */
const JOINED = /[和与與及]\s*$/u;
/** Two numbers of one sum: 1520元/人月×6月=9120元. */
const RECKONED = /[×*÷+＋=＝]\s*$/u;

/**
 * The cell of a number of a sentence among its other figures; `unit` is '' of one that is no figure. What stands in brackets is
 * apart: in Ultra（12GB）46900元, the name belongs to the price.
 */
export function cellOf(text: string, number: FigurePlace, figures: readonly FigurePlace[]): Cell {
  const { unit } = number;
  const outer = text.replace(BRACKETED, (bracket) => ' '.repeat(bracket.length));
  const isApart = ({ start, end }: Place) => outer.slice(start, end).trim() === '';
  const apart = isApart(number);
  const level = apart ? text : outer;
  const others = figures.filter((one) => one.start !== number.start && isApart(one) === apart);
  const marks = [...placesOf(level, MARK), ...(apart ? placesOf(level, BRACKET) : [])];
  const bounds = [...marks, ...others];
  const to = firstStart(bounds, number.end, text.length);
  const mark = lastEnd(marks, number.start);
  const [from, joined] = beginOf(level, number.start, mark, others);
  const isListed = LISTED.test(text.slice(to));
  const clauseEnd = firstStart(
    marks.filter(({ start }) => !LISTED.test(text.slice(start))),
    number.end,
    text.length,
  );
  const earlier = others.filter(({ end }) => end <= from);
  const said = (start: number, end: number) => normalize(level.slice(start, end)).text;
  // what a figure of another unit measures is not what this one does
  const saidOf = (one: FigurePlace) =>
    said(
      one.unit === unit ? one.end : lastEnd(bounds, one.start),
      firstStart(bounds, one.end, from),
    );
  return {
    left: joined ? '' : said(from, number.start),
    right: said(number.end, to),
    shared: `${normalize(text.slice(0, from)).text}\n${isListed ? said(to, clauseEnd) : ''}`,
    ofOthers: earlier.map(saidOf).join('\n'),
  };
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
  if (RECKONED.test(between)) return beginOf(text, previous.start, mark, before.slice(0, -1));
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
