import { lazyUnitTable } from '../../util/lazy.ts';
import { type Span, span } from '../../util/span.ts';
import type { Sentence } from '../article.ts';
import { type Enclosure, findEnclosures, isPairMark } from './bracket-pairs.ts';
import { endsLatinSentence } from './latin-full-stop.ts';
import { CLOSERS, END_MARKS, hasWords, isSpace, trimSpan } from './punctuation.ts';

/** Length up to which the words after a quotation belong to its sentence: `”他说。` */
const SHORT_REST = 12;

/** Length up to which a quotation is a word of the sentence around it: 高喊“加油！”的人。 */
const SHORT_QUOTE = 40;

/** Marks that continue a sentence after an end mark: 一是……；二是……。 */
const GOES_ON_PLAIN = '，、；：,;:';

/** Marks that continue a sentence after a closing quote. */
const GOES_ON = '，、；：。！？…—,;:的地等之';

/** Marks before an opening quote that let the quotation be a sentence of its own: 他说：“……。” */
const OPENS_SPEECH = '：:，,。！？';

/**
 * Splits one paragraph into sentences: whole, in order, not overlapping, without the white space
 * at their edges, and together holding every character of `at` that shows. A sentence ends at
 * 。！？…… with its closing marks. Inside a long quotation sentences end too; inside a short one,
 * a title《…》or a bracket they do not. After a quotation the words that say who spoke begin a
 * sentence of their own unless they are very few. Time is linear in the paragraph's length.
 */
export function splitSentences(text: string, at: Span): Sentence[] {
  const cuts = findCuts(text, at);
  const spans: Span[] = [];
  let from: number = at.start;
  let lastHasWords = true;
  for (const cut of cuts) {
    const piece = trimSpan(text, from, cut);
    from = cut;
    if (piece === undefined) continue;
    const last = spans.at(-1);
    const words = hasWords(text.slice(piece.start, piece.end));
    // A piece without words (“……”, ——) is no sentence: it joins its neighbour.
    if (last !== undefined && (!words || !lastHasWords)) {
      spans[spans.length - 1] = span(last.start, piece.end);
      lastHasWords ||= words;
    } else {
      spans.push(piece);
      lastHasWords = words;
    }
  }
  return spans.map((each) => ({ span: each }));
}

/** The places where sentences end, the last of them `at.end`. */
function findCuts(text: string, at: Span): number[] {
  const enclosures = findEnclosures(text, at);
  const cuts: number[] = [];
  let start: number = at.start;
  let shut = 0; // number of short enclosures that are open here
  let i: number = at.start;
  while (i < at.end) {
    const unit = text.charCodeAt(i);
    if (!isStop(unit) && !isPairMark(unit)) {
      i++;
      continue;
    }
    const opened = enclosures.byOpen.get(i);
    if (opened !== undefined && isShort(opened)) shut++;
    const closed = enclosures.byClose.get(i);
    if (closed !== undefined && isShort(closed)) shut--;
    if (!isEnd(text, i, at.end)) {
      i++;
      continue;
    }
    // The end mark, its repetitions, and whatever closes with it.
    let stop = i + 1;
    let outer: Enclosure | undefined;
    let quoteClosed = false;
    while (stop < at.end) {
      const char = text.charAt(stop);
      const closing = enclosures.byClose.get(stop);
      if (closing !== undefined) {
        if (isShort(closing)) shut--;
        outer = closing;
      } else if (!END_MARKS.includes(char) && !CLOSERS.includes(char)) break;
      if (closing?.kind === 'quote' || '”’」』'.includes(char)) quoteClosed = true;
      stop++;
    }
    const ends =
      stop >= at.end ||
      (shut === 0 &&
        (outer === undefined && !quoteClosed
          ? !GOES_ON_PLAIN.includes(text.charAt(stop))
          : endsAfterClosing(text, { start, open: outer, stop, end: at.end, quoteClosed })));
    if (ends) {
      cuts.push(stop);
      start = stop;
      while (start < at.end && isSpace(text.charAt(start))) start++;
    }
    i = stop;
  }
  if (cuts.at(-1) !== at.end) cuts.push(at.end);
  return cuts;
}

const STOP = 1;
const OTHER = 2;
const kindOf = lazyUnitTable((unit) =>
  `.${END_MARKS}`.includes(String.fromCharCode(unit)) ? STOP : OTHER,
);

/** Whether a UTF-16 unit is a mark that may end a sentence. */
function isStop(unit: number): boolean {
  return kindOf(unit) === STOP;
}

function isShort(enclosure: Enclosure): boolean {
  const length = enclosure.close - enclosure.open;
  return length <= (enclosure.kind === 'quote' ? SHORT_QUOTE : 2 * SHORT_QUOTE);
}

function isEnd(text: string, i: number, end: number): boolean {
  const char = text.charAt(i);
  if (char === '.') return endsLatinSentence(text, i, end);
  if (!END_MARKS.includes(char)) return false;
  // In an address (?id=3) or a name (Yahoo!Japan) the mark stands between two Latin characters.
  return !((char === '?' || char === '!') && /[\w=&/]/u.test(text.charAt(i + 1)));
}

interface Closing {
  /** Where the sentence began. */
  readonly start: number;
  /** The outermost enclosure that closed with the end mark, when its opening is known. */
  readonly open: Enclosure | undefined;
  /** Just after the closing marks. */
  readonly stop: number;
  readonly end: number;
  readonly quoteClosed: boolean;
}

function endsAfterClosing(text: string, at: Closing): boolean {
  let next = at.stop;
  while (next < at.end && isSpace(text.charAt(next))) next++;
  if (next >= at.end) return true;
  const open = at.open;
  if (open !== undefined) {
    const before = trimSpan(text, at.start, open.open);
    if (!at.quoteClosed) return before === undefined;
    const speech = before === undefined || OPENS_SPEECH.includes(text.charAt(before.end - 1));
    if (!speech && isShort(open)) return false;
  }
  if (GOES_ON.includes(text.charAt(next))) return false;
  return !isShortRest(text, next, at.end);
}

/** True when the next sentence ends within a few characters, as `他说。` does. */
function isShortRest(text: string, from: number, end: number): boolean {
  const limit = Math.min(end, from + SHORT_REST);
  for (let i = from; i < limit; i++) {
    const char = text.charAt(i);
    if ('“‘「『"'.includes(char)) return false;
    if (END_MARKS.includes(char)) return true;
  }
  return limit === end;
}
