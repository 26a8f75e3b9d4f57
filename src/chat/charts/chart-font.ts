import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { lazy } from '../../util/lazy.ts';

/** The package of the font: one file for each of some hundred sets of characters. */
const FONT_PACKAGE = '@fontsource-variable/noto-sans-sc';
/** The weight of all text of a chart. */
const WEIGHT = 400;

/** A file of the font and the ranges of characters that it holds. */
interface Slice {
  readonly file: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

const slices = lazy(async (): Promise<readonly Slice[]> => {
  const folder = dirname(createRequire(import.meta.url).resolve(`${FONT_PACKAGE}/package.json`));
  const table: Record<string, string> = JSON.parse(
    await readFile(join(folder, 'unicode.json'), 'utf8'),
  );
  return Object.entries(table).map(([name, ranges]) => ({
    file: join(folder, 'files', `noto-sans-sc-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`),
    ranges: ranges.split(',').map((range) => {
      const [first = 0, last = first] = range
        .replace(/^U\+/i, '')
        .split('-')
        .map((digits) => Number.parseInt(digits, 16));
      return [first, last];
    }),
  }));
});

/** Fonts that together hold the characters of a text, as far as the font has them, and no others. */
export async function fontsFor(text: string): Promise<Uint8Array[]> {
  const characters = [...new Set(text)];
  const fonts: Uint8Array[] = [];
  for (const { file, ranges } of await slices()) {
    const held = characters.filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      return ranges.some(([first, last]) => code >= first && code <= last);
    });
    if (held.length === 0) continue;
    const variationAxes = { wght: WEIGHT };
    fonts.push(
      await subsetFont(await readFile(file), held.join(''), {
        targetFormat: 'truetype',
        variationAxes,
      }),
    );
  }
  return fonts;
}
