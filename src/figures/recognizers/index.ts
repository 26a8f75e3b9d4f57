import type { Draft, Recognizer, Sighting } from '../parts/draft.ts';
import { quantity } from './amount.ts';
import { bare } from './bare.ts';
import { belowZero } from './below-zero.ts';
import { category } from './category.ts';
import { dates } from './dates.ts';
import { duration } from './duration.ts';
import { fraction } from './fraction.ts';
import { multiple } from './multiple.ts';
import { names } from './names.ts';
import { notation } from './notation.ts';
import { ordinal } from './ordinal.ts';
import { percent } from './percent.ts';
import { range } from './range.ts';
import { ratio } from './ratio.ts';

/**
 * In order: what is no figure claims its characters first, then the longer forms before the forms
 * they contain. To teach a new form, add a file and its line here.
 */
export const RECOGNIZERS: readonly Recognizer[] = [
  notation,
  dates,
  names,
  ratio,
  belowZero,
  range,
  fraction,
  multiple,
  percent,
  ordinal,
  category,
  duration,
  quantity,
  bare,
];

/** Without one of these there is no figure; half of all sentences are done here. */
const NUMERAL =
  /[0-9０-９二两三四五六七八九十百千万亿半壹贰貳叁肆伍陆陸柒捌玖拾佰仟萬]|一[成半]|分之一/;

/** All figures of a sentence in order, none overlapping another. */
export function recognize(sentence: string): readonly Draft[] {
  if (!NUMERAL.test(sentence)) return [];
  // the recogniser that claimed a character, by offset
  const claimed = new Uint8Array(sentence.length);
  const drafts: Draft[] = [];
  for (const { name, sign, read } of RECOGNIZERS) {
    if (sign?.test(sentence) === false) continue;
    const seen: Sighting[] = [];
    for (const sighting of read(sentence)) {
      if (!claimed.subarray(sighting.start, sighting.end).includes(1)) seen.push(sighting);
    }
    for (const { start, end, value, unit, qualifier, noun, high } of seen) {
      claimed.fill(1, start, end);
      if (value === undefined) continue;
      drafts.push({
        ...{ start, end, form: name, value, unit: unit ?? '', qualifier: qualifier ?? 'exact' },
        ...(noun && { noun }),
        ...(high !== undefined && { high }),
      });
    }
  }
  return drafts.sort((a, b) => a.start - b.start);
}
