import { NAME_SHAPES, NAMES } from '../data/names.ts';
import { matchesOf } from '../parts/all-matches.ts';
import type { Recognizer } from '../parts/draft.ts';

const listed = [...NAMES].sort((a, b) => b.length - a.length).join('|');
// behind a digit the same characters are part of a number: 三十里, 三百度
const LISTED = new RegExp(`(?<![0-9０-９.零一二两三四五六七八九十百千万])(?:${listed})`, 'g');
const SHAPES = NAME_SHAPES.map((shape) => new RegExp(shape, 'g'));
/** “四个意识”, “一窗受理”: a short quoted phrase with a Chinese numeral is a slogan. */
const SLOGAN =
  /[“「《][^“”「」《》0-9]{0,3}[一二两三四五六七八九十百]{1,3}[个大项不保去降补有无能][^“”「」《》0-9]{0,9}[”」》]/g;

/** 《长安三万里》: what a work is called counts nothing. */
const TITLE = /《[^《》]{1,60}》/g;
const NUMERAL = /[0-9０-９.．]+|[一二两三四五六七八九十百千万亿]+/g;

/** Claims names, slogans and idioms, so that no later recogniser reads their numerals. */
export const names: Recognizer = {
  name: 'names',
  *read(sentence) {
    for (const pattern of [LISTED, SLOGAN, ...SHAPES]) {
      for (const match of matchesOf(pattern, sentence)) {
        yield { start: match.index, end: match.index + match[0].length };
      }
    }
    for (const title of matchesOf(TITLE, sentence)) {
      for (const { index, 0: numeral } of matchesOf(NUMERAL, title[0])) {
        const start = title.index + index;
        yield { start, end: start + numeral.length };
      }
    }
  },
};
