import { normalize } from '../language/normalize.ts';
import { lazyUnitTable } from '../util/lazy.ts';
import type { Span } from '../util/span.ts';

const LETTER = /[\p{L}\p{N}%]/u;

/** The UTF-16 unit that a unit is compared as, or `DROPPED`. */
const comparedUnit = lazyUnitTable((unit) => {
  const character = String.fromCharCode(unit);
  const folded = normalize(character).text;
  // half of a surrogate pair is a rare Han character's, and stays
  const isKept = LETTER.test(folded) || /\p{Cs}/u.test(character);
  return !isKept ? DROPPED : folded.length === 1 ? folded.charCodeAt(0) : unit;
});
/** For a unit of punctuation or white space, which two papers print differently. */
const DROPPED = 1;

/** The mark between two kept units, where nothing is dropped between them. */
const NOTHING = 0;
const POINT = codeOf('.');
const BAR = codeOf('|');
const MINUS = codeOf('-');
const POINTS: ReadonlySet<number> = new Set(Array.from('.．', codeOf));
const MINUSES: ReadonlySet<number> = new Set(Array.from('-−－', codeOf));

/**
 * The text that a run of text is compared by: its letters and digits in simplified characters, half
 * width and lower case, which are the same wherever two papers print the same text. Punctuation
 * between two digits is kept as a mark, and so is a minus: 3.5 is not 35, nor 3:5, nor -3.5.
 * Characters are simplified one by one and not by phrase, for speed; so it is never shown.
 */
export function comparedText(text: string, at: Span): string {
  // a mark is kept only where some unit is dropped, so the result is never longer than the text
  const units = new Uint16Array(at.end - at.start);
  let length = 0;
  readUnits(text, at, (unit) => {
    units[length++] = unit;
  });
  return Buffer.from(units.buffer, 0, 2 * length).toString('utf16le');
}

/**
 * The length of a run's compared text in UTF-16 units, and its hash of 53 bits (cyrb53, public
 * domain), without making the string. Two texts may have one hash: compare the texts before calling
 * them the same.
 */
export function fingerprint(text: string, at: Span): { hash: number; length: number } {
  let length = 0;
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  readUnits(text, at, (unit) => {
    length += 1;
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  });
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return { hash: 4294967296 * (2097151 & b) + (a >>> 0), length };
}

/** Gives `take` the units that a run of text is compared by, in order, with the marks between digits. */
function readUnits(text: string, { start, end }: Span, take: (unit: number) => void): void {
  let last = DROPPED;
  let gap = NOTHING;
  for (let i: number = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    const unit = comparedUnit(code);
    if (unit === DROPPED) {
      if (isDigit(last)) {
        if (gap === NOTHING) gap = POINTS.has(code) ? POINT : BAR;
      } else {
        const isMinus =
          MINUSES.has(code) && i + 1 < end && isDigit(comparedUnit(text.charCodeAt(i + 1)));
        gap = isMinus ? MINUS : NOTHING;
      }
      continue;
    }
    if (gap !== NOTHING && isDigit(unit)) take(gap);
    gap = NOTHING;
    take(unit);
    last = unit;
  }
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function codeOf(character: string): number {
  return character.charCodeAt(0);
}
