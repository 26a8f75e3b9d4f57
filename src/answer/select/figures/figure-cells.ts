import { normalize } from '../../../language/normalize.ts';

/** A number's place in a sentence, in UTF-16 units. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** What a sentence says around one of its numbers; all texts normalised. */
export interface Cell {
  /** Between the mark or number before it and the number. */
  readonly left: string;
  /** Between the number and the next mark or number. */
  readonly right: string;
  /** What the sentence said further before, and need not say again. */
  readonly before: string;
  /** What stands right behind the numbers before this one and is said of those: 死亡 in 1人死亡，另有2人受伤. */
  readonly counted: string;
}

/** Ends what is said of a number. The comma of 1,234 does not. */
const MARK = /[，；。：！？、\n]|(?<!\d),|,(?!\d{3}(?!\d))|;|:(?!\d)/gu;
const BRACKETED = /[（(][^（）()]*[）)]/gu;
/** Two numbers joined so share nothing: 489所公立学校和214所私立学校. */
const JOINED = /[和与與及]\s*$/u;

/**
 * The cell of each of the numbers of a sentence, given in order. What stands in brackets is apart:
 * in Ultra（12GB）46900元, the name belongs to the price.
 */
export function cellsOf(text: string, numbers: readonly Place[]): readonly Cell[] {
  const outer = text.replace(BRACKETED, (bracket) => ' '.repeat(bracket.length));
  const apart = numbers.map(({ start, end }) => outer.slice(start, end).trim() === '');
  const [inMarks, outMarks] = [marksOf(text), marksOf(outer)];
  let counted = '';
  return numbers.map((number, index) => {
    const level = apart[index] === true ? text : outer;
    const others = numbers.filter((_, other) => other !== index && apart[other] === apart[index]);
    const marks = apart[index] === true ? inMarks : outMarks;
    const mark = lastEnd(marks, number.start);
    const from = Math.max(mark, lastEnd(others, number.start));
    const between = level.slice(from, number.start);
    const ahead = [...marks, ...others].filter(({ start }) => start >= number.end);
    const to = Math.min(text.length, ...ahead.map(({ start }) => start));
    const right = normalize(level.slice(number.end, to)).text;
    const cell: Cell = {
      left: from > mark && JOINED.test(between) ? '' : normalize(between).text,
      right,
      before: normalize(text.slice(0, from)).text,
      counted,
    };
    counted += `${right}\n`;
    return cell;
  });
}

function marksOf(text: string): Place[] {
  return [...text.matchAll(MARK)].map(({ index, 0: mark }) => ({
    start: index,
    end: index + mark.length,
  }));
}

/** The end of the last of the places that end at `limit` or before it; 0 where none does. */
function lastEnd(places: readonly Place[], limit: number): number {
  return Math.max(0, ...places.map(({ end }) => end).filter((end) => end <= limit));
}
