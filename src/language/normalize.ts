import { lazy, lazyUnitTable } from '../util/lazy.ts';
import { CJK_RADICALS } from './data/cjk-radicals.ts';
import { simplify } from './simplify.ts';

/**
 * A text as it is searched: NFKC (so full width becomes half width), radicals as the characters that they
 * stand for, simplified characters, lower case, invisible characters dropped; with the place of each character in the source text.
 */
export interface NormalizedText {
  readonly text: string;
  /** The `[start, end)` of the source that `[start, end)` of `text` was made from, in UTF-16 units. */
  toSource(start: number, end: number): [start: number, end: number];
}

/** Normalises a text; in linear time. */
export function normalize(source: string): NormalizedText {
  const folded = foldByUnit(source);
  if (folded === undefined) {
    // what is only indexed is not led back
    const byCluster = lazy(() => normalizeByCluster(source));
    const text = simplify(foldInPart(source));
    return { text, toSource: (start, end) => byCluster().toSource(start, end) };
  }
  return {
    text: simplify(folded),
    toSource: (start, end) => {
      const from = Math.min(start, source.length);
      return [from, Math.max(from, Math.min(end, source.length))];
    },
  };
}

/**
 * Characters that nobody reads: format characters, bidi marks, variation selectors, soft hyphens,
 * controls but white space.
 */
const INVISIBLE = /\p{Cf}|\p{Cs}|[\uFE00-\uFE0F]|(?![\t\n\v\f\r])\p{Cc}/u;
/** A character with the marks that combine with it. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gsu;
/** The cluster at a place. */
const CLUSTER_HERE = new RegExp(CLUSTER.source, 'suy');
const MARK = /\p{M}/u;

/** The unit that a UTF-16 unit becomes, or `OTHERWISE`. */
const foldedUnit = lazyUnitTable((unit) => {
  const character = String.fromCharCode(unit);
  const folded = fold(character);
  const alone = folded.length === 1 && !MARK.test(character);
  return alone ? folded.charCodeAt(0) : OTHERWISE;
});
/** For a unit that becomes none or several, or that depends on its neighbours. */
const OTHERWISE = 0xffff;

/**
 * The text folded unit by unit, with every offset unchanged; undefined where some unit cannot be.
 * Nearly all Chinese text can.
 */
function foldByUnit(source: string): string | undefined {
  let text = '';
  let done = 0;
  for (let at = 0; at < source.length; at += 1) {
    const unit = source.charCodeAt(at);
    const folded = foldedUnit(unit);
    if (folded === unit) continue;
    if (folded === OTHERWISE) return undefined;
    text += source.slice(done, at) + String.fromCharCode(folded);
    done = at + 1;
  }
  return text + source.slice(done);
}

/** The text folded unit by unit, and by cluster where that cannot be: most such texts hold a … or two. */
function foldInPart(source: string): string {
  let text = '';
  let done = 0;
  for (let at = 0; at < source.length; ) {
    const unit = source.charCodeAt(at);
    const folded = foldedUnit(unit);
    if (folded === OTHERWISE) {
      // a mark belongs to what was folded last
      const start = at > 0 && isMarkAt(source, at) ? at - 1 : at;
      text = start < done ? text.slice(0, -1) : text + source.slice(done, start);
      const cluster = clusterAt(source, start);
      text += fold(cluster);
      at = start + cluster.length;
      done = at;
      continue;
    }
    at += 1;
    if (folded === unit) continue;
    text += source.slice(done, at - 1) + String.fromCharCode(folded);
    done = at;
  }
  return text + source.slice(done);
}

function isMarkAt(source: string, at: number): boolean {
  return MARK.test(String.fromCodePoint(source.codePointAt(at) ?? 0));
}

function clusterAt(source: string, start: number): string {
  CLUSTER_HERE.lastIndex = start;
  return CLUSTER_HERE.exec(source)?.[0] ?? '';
}

/** Normalises any text by clusters of combining characters: slower than by unit, and with the same result. */
export function normalizeByCluster(source: string): NormalizedText {
  let text = '';
  // sourceStart[i], sourceEnd[i]: the cluster that unit i of `text` came from
  const sourceStart: number[] = [];
  const sourceEnd: number[] = [];
  for (const match of source.matchAll(CLUSTER)) {
    const cluster = match[0];
    const at = match.index;
    const folded = fold(cluster);
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) {
      sourceStart.push(at);
      sourceEnd.push(at + cluster.length);
    }
  }
  return {
    text: simplify(text),
    toSource: (start, end) => {
      const from = sourceStart[start] ?? source.length;
      return [from, end > start ? (sourceEnd[end - 1] ?? source.length) : from];
    },
  };
}

function fold(cluster: string): string {
  const plain = INVISIBLE.test(cluster) ? withoutInvisible(cluster) : cluster;
  return (CJK_RADICALS.get(plain) ?? plain).normalize('NFKC').toLowerCase();
}

function withoutInvisible(cluster: string): string {
  let out = '';
  for (const character of cluster) if (!INVISIBLE.test(character)) out += character;
  return out;
}
