import { Converter } from 'opencc-js/t2cn';

/**
 * A text as it is searched: NFKC (so full width becomes half width), simplified characters, lower
 * case, invisible characters dropped; with the way back to the text it was made from.
 */
export interface NormalizedText {
  readonly text: string;
  /** The source characters that `[start, end)` of `text` was made from, as `[start, end)` in UTF-16 units. */
  toSource(start: number, end: number): [start: number, end: number];
}

/** Traditional to simplified; one character becomes one character, by phrase where the phrase decides. */
const toSimplified = Converter({ from: 't', to: 'cn' });

function simplify(text: string): string {
  const converted = toSimplified(text);
  if (converted.length === text.length) return converted;
  // a phrase that changes its length would shift every offset behind it: convert by character instead
  let out = '';
  for (const character of text) {
    const simple = toSimplified(character);
    out += simple.length === character.length ? simple : character;
  }
  return out;
}

/** Format characters, bidi marks, variation selectors, soft hyphens, controls but white space: nobody reads them. */
const INVISIBLE = /\p{Cf}|\p{Cs}|[\uFE00-\uFE0F]|(?![\t\n\v\f\r])\p{Cc}/u;
/** What needs no cluster-wise treatment: printable ASCII without capitals, and the common Han block. */
const PLAIN = /^[\n\x20-\x40\x5b-\x7e\u4e00-\u9fa5]*$/;
/** A character with the marks that combine with it. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gsu;

export function normalize(source: string): NormalizedText {
  if (PLAIN.test(source)) {
    return { text: simplify(source), toSource: (start, end) => [start, end] };
  }
  let text = '';
  // sourceStart[i], sourceEnd[i]: the cluster that unit i of `text` came from
  const sourceStart: number[] = [];
  const sourceEnd: number[] = [];
  for (const match of source.matchAll(CLUSTER)) {
    const cluster = match[0];
    const at = match.index;
    const plain = INVISIBLE.test(cluster) ? dropInvisible(cluster) : cluster;
    const folded = plain.normalize('NFKC').toLowerCase();
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

function dropInvisible(cluster: string): string {
  let out = '';
  for (const character of cluster) if (!INVISIBLE.test(character)) out += character;
  return out;
}
