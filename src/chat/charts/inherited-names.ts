import { type Chart, GAP } from './chart.ts';

/**
 * Names of what every object has. The drawing library keeps texts as keys of plain objects: it would
 * take these for entries of its own, and through `__proto__` write into every object of the process.
 */
const INHERITED = Object.getOwnPropertyNames(Object.prototype);
const INHERITED_NAME = new RegExp(INHERITED.join('|'), 'g');
/** Takes no room, and makes the name another text. */
const JOINER = '\u2060';
const PARTED_NAME = new RegExp(INHERITED.map(partName).join('|'), 'g');

function partName(name: string): string {
  return `${name.slice(0, 1)}${JOINER}${name.slice(1)}`;
}

/** The text with each inherited name in two parts. */
export function partNames(text: string): string {
  return text.replace(INHERITED_NAME, partName);
}

/** The text as it was before {@link partNames}. */
export function joinNames(text: string): string {
  return text.replace(PARTED_NAME, (name) => name.replace(JOINER, ''));
}

/** A chart whose texts are no names that every object has. */
export function partNamesOf(chart: Chart): Chart {
  return {
    ...chart,
    categories: chart.categories.map((one) => (one === GAP ? one : partNames(one))),
    series: chart.series.map(({ name, marks }) => ({
      name: partNames(name),
      marks: marks.map((mark) => mark && { ...mark, text: partNames(mark.text) }),
    })),
  };
}
