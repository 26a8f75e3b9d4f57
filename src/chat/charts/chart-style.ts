import type { Figure } from '../../figures/parts/figure.ts';

/** Pixels: the width of a phone, so that nothing is made smaller there. */
export const WIDTH = 400;
export const SIDE = 14;
/** What the numbers of a value axis take beside a line. */
export const AXIS_WIDTH = 52;
/** What is left beside the last mark of a line, and the width that its marks stand on. */
export const RIGHT = 32;
export const PLOT_WIDTH = WIDTH - SIDE - RIGHT - AXIS_WIDTH;
/** Pixels of the label of a mark. */
export const VALUE = 14;
/** Told apart by those who see few colours, too: after Okabe and Ito. */
export const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#a6761d', '#56b4e9'];
export const INK = '#222';

export const LABEL = {
  show: true,
  fontSize: VALUE,
  color: INK,
  textBorderColor: '#fff',
  textBorderWidth: 3,
} as const;

export function isExact({ qualifier }: Figure): boolean {
  return qualifier === 'exact' || qualifier === 'reaches';
}

export function colourOf(index: number): string {
  return COLOURS[index % COLOURS.length] ?? INK;
}
