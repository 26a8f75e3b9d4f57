import { type Span, span } from '../../util/span.ts';

/**
 * White space and characters that show nothing: pages carry zero-width and direction marks that
 * no reader sees, so a line of them is blank and an edge of them is trimmed.
 */
const INVISIBLE = /[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u;

/** Marks that end a sentence. The ellipsis counts: 她说不下去了…… */
export const END_MARKS = '。！？!?…｡';

/** Marks that may close after an end mark and still belong to its sentence. */
export const CLOSERS = '”’」』）)】》〉］]〕';

const ENDED = /[。！？!?…｡；;：:][”’」』）)】》〉］\]〕"']*$/u;
const CONTINUES = /^[，、。；：！？）》〉”’」』】〕…,;:!?)\]%％]/u;
const WORD = /[\p{L}\p{N}]/u;

export function isSpace(char: string): boolean {
  // Han characters and printable ASCII, nearly all there is, need no pattern.
  if ((char >= '一' && char <= '龥') || (char > ' ' && char <= '~')) return false;
  return INVISIBLE.test(char);
}

/** True when `text` holds a letter, a Han character or a digit. */
export function hasWords(text: string): boolean {
  return WORD.test(text);
}

/** True when a line's last mark leaves nothing to be said: `。`, `；`, `：` and their like. */
export function isEnded(line: string): boolean {
  // Only the tail is looked at, so that a line of a megabyte costs no more than a short one.
  return ENDED.test(line.slice(-12));
}

/** True when a line can only be the middle of something: it begins with `，`, `》`, `）`… */
export function isContinuation(line: string): boolean {
  return CONTINUES.test(line.slice(0, 1));
}

/** `[start, end)` without the white space at its edges; undefined when nothing else is there. */
export function trimSpan(text: string, start: number, end: number): Span | undefined {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charAt(from))) from++;
  while (to > from && isSpace(text.charAt(to - 1))) to--;
  return from < to ? span(from, to) : undefined;
}
