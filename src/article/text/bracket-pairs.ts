import { lazyUnitTable } from '../../util/lazy.ts';
import type { Span } from '../../util/span.ts';

/** A pair of marks and what they hold; `open` and `close` are the places of the two marks. */
export interface Enclosure {
  readonly kind: 'quote' | 'title' | 'bracket';
  readonly open: number;
  readonly close: number;
}

interface Enclosures {
  readonly byOpen: ReadonlyMap<number, Enclosure>;
  readonly byClose: ReadonlyMap<number, Enclosure>;
}

type Pair = readonly [open: string, close: string, kind: Enclosure['kind']];

const PAIRS: readonly Pair[] = [
  ['“', '”', 'quote'],
  ['‘', '’', 'quote'],
  ['「', '」', 'quote'],
  ['『', '』', 'quote'],
  ['《', '》', 'title'],
  ['〈', '〉', 'title'],
  ['（', '）', 'bracket'],
  ['(', ')', 'bracket'],
  ['【', '】', 'bracket'],
  ['[', ']', 'bracket'],
  ['〔', '〕', 'bracket'],
];

const OPENERS = new Map(PAIRS.map((pair) => [pair[0], pair]));
const CLOSING = new Map(PAIRS.map((pair) => [pair[1], pair]));

const MARK = 1;
const OTHER = 2;
const kindOf = lazyUnitTable((unit) => {
  const char = String.fromCharCode(unit);
  return char === '"' || OPENERS.has(char) || CLOSING.has(char) ? MARK : OTHER;
});

/** Whether a UTF-16 unit is a mark that opens or closes: most are none, and need no look at the pairs. */
export function isPairMark(unit: number): boolean {
  return kindOf(unit) === MARK;
}

/**
 * The matched pairs in `at`. A mark without a partner is left out: newspapers open “ at each
 * paragraph of a long speech and close it only in the last. Each kind is matched by itself, so
 * that crossed or missing marks of one kind cost the others nothing and time stays linear.
 */
export function findEnclosures(text: string, at: Span): Enclosures {
  const byOpen = new Map<number, Enclosure>();
  const byClose = new Map<number, Enclosure>();
  const pending = new Map<string, number[]>();
  let straight: number | undefined;
  const add = (kind: Enclosure['kind'], open: number, close: number) => {
    const enclosure = { kind, open, close };
    byOpen.set(open, enclosure);
    byClose.set(close, enclosure);
  };
  for (let i: number = at.start; i < at.end; i++) {
    if (!isPairMark(text.charCodeAt(i))) continue;
    const char = text.charAt(i);
    if (char === '"') {
      // The straight quote opens and closes with one sign: odd ones open, even ones close.
      if (straight === undefined) straight = i;
      else {
        add('quote', straight, i);
        straight = undefined;
      }
      continue;
    }
    const opener = OPENERS.get(char);
    if (opener !== undefined) {
      const places = pending.get(char);
      if (places === undefined) pending.set(char, [i]);
      else places.push(i);
      continue;
    }
    const closing = CLOSING.get(char);
    if (closing === undefined) continue;
    const open = pending.get(closing[0])?.pop();
    if (open !== undefined) add(closing[2], open, i);
  }
  return { byOpen, byClose };
}
