import { normalize } from '../language/normalize.ts';
import type { Span } from '../util/span.ts';

/** What each UTF-16 unit is read as: 0 where not known yet, `DROPPED`, or a unit. */
const TABLE = new Uint16Array(0x10000);
const DROPPED = 1;

const LETTER = /[\p{L}\p{N}%]/u;

const NOTHING = 0;
const POINT = codeOf('.');
const BAR = codeOf('|');
const MINUS = codeOf('-');
const POINTS: ReadonlySet<number> = new Set(Array.from('.．', codeOf));
const MINUSES: ReadonlySet<number> = new Set(Array.from('-−－', codeOf));

/** The units of the skeleton read last: made once, as a corpus has millions of sentences. */
let units = new Uint16Array(1024);

/**
 * The letters and digits of a run of text in simplified characters, half width and lower case, as
 * two papers would print the same text alike. What stands between two digits is kept as a mark, and
 * so is a minus: 3.5 is not 35, nor 3:5, nor -3.5. Read by unit and not by phrase, so that it is
 * fast; for comparing, never for showing.
 */
export function skeleton(text: string, at: Span): string {
  const length = read(text, at);
  return Buffer.from(units.buffer, 0, 2 * length).toString('utf16le');
}

/** The skeleton's length and its hash, without making the string. */
export function fingerprint(text: string, at: Span): { hash: number; length: number } {
  const length = read(text, at);
  return { hash: hashOfUnits(length), length };
}

/** Reads a skeleton into `units`; returns its length. */
function read(text: string, { start, end }: Span): number {
  // at most one mark for each digit, so never longer than the text
  if (units.length < end - start) units = new Uint16Array(2 * (end - start));
  let length = 0;
  let gap = NOTHING;
  for (let i: number = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    const unit = TABLE[code] || unitOf(code);
    if (unit === DROPPED) {
      if (length > 0 && isDigit(units[length - 1])) {
        if (gap === NOTHING) gap = POINTS.has(code) ? POINT : BAR;
      } else {
        const isMinus = MINUSES.has(code) && i + 1 < end && isDigit(unitOf(text.charCodeAt(i + 1)));
        gap = isMinus ? MINUS : NOTHING;
      }
      continue;
    }
    if (gap !== NOTHING && isDigit(unit)) units[length++] = gap;
    gap = NOTHING;
    units[length++] = unit;
  }
  return length;
}

function unitOf(code: number): number {
  const known = TABLE[code] ?? 0;
  if (known !== 0) return known;
  const character = String.fromCharCode(code);
  const folded = normalize(character).text;
  // half of a surrogate pair is a rare Han character's, and stays
  const isKept = LETTER.test(folded) || /\p{Cs}/u.test(character);
  const unit = !isKept ? DROPPED : folded.length === 1 ? folded.charCodeAt(0) : code;
  TABLE[code] = unit;
  return unit;
}

function isDigit(code = DROPPED): boolean {
  return code >= 0x30 && code <= 0x39;
}

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

/** A hash of 53 bits (cyrb53, public domain); whoever finds two alike compares the texts. */
function hashOfUnits(length: number): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < length; i += 1) {
    const unit = units[i] ?? 0;
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
