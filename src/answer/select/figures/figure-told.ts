import type { Figure } from '../../../figures/parts/figure.ts';
import { normalize } from '../../../language/normalize.ts';
import type { Question } from '../../../question/question.ts';
import { type Cell, cellOf, placeOf } from './figure-cells.ts';
import { type Asked, askedBy } from './figures-asked.ts';

/** A sentence with its figures. */
export interface FiguredSentence {
  readonly text: string;
  /** Where it begins in its article. */
  readonly start: number;
  /** All of its figures. */
  readonly figures: readonly Figure[];
}

/** What of the question's words a sentence tells of one of its numbers. */
export interface Told {
  readonly weight: number;
  /** Words in the number's own cell. */
  readonly own: number;
  /** Where each of the question's words stands. */
  readonly where: readonly ('own' | 'shared' | 'ofOthers' | '')[];
  /** All that is told of it, of itself. */
  readonly text: string;
}

/** Weights of a word of the question beside that of one in the figure's own cell, which is 1. */
const WEIGHTS = {
  /** The sentence said it before, and means it still. */
  shared: 0.9,
  /** It said it of another number first. */
  ofOthers: 0.7,
} as const;
/** What stands before it is said of each of the figures in turn. */
const RESPECTIVELY = /分别/u;
/** Share of the question's words that must be told of a figure whose sentence may be the wrong one. */
const LEAST_TOLD = 0.5;

export const holds = (text: string, forms: readonly string[]) =>
  forms.some((form) => text.includes(form));

/** `label` is what a figure's own measure, actor and direction say, which may stand further off. */
export function toldOf({ words, name }: Asked, cell: Cell, label: string): Told {
  const { left, right, shared, ofOthers } = cell;
  const own = RESPECTIVELY.test(left) ? `${label}\n${right}` : `${left}\n${right}`;
  const further = `${shared}\n${left}\n${label}`;
  const where = words.map((forms): Told['where'][number] => {
    if (holds(own, forms)) return 'own';
    if (!holds(further, forms)) return '';
    return holds(ofOthers, forms) && !holds(label, forms) ? 'ofOthers' : 'shared';
  });
  const count = (place: string) => where.filter((one) => one === place).length;
  return {
    weight:
      (name?.test(own) === true ? 1 : 0) +
      count('own') +
      WEIGHTS.shared * count('shared') +
      WEIGHTS.ofOthers * count('ofOthers'),
    own: count('own'),
    where,
    text: `${own}\n${label}\n${words.filter((_, index) => where[index] === 'shared').join('\n')}`,
  };
}

/** What is told of a figure: by its cell, by its own characters and by its measure, actor and direction. */
export function toldOfFigure(asked: Asked, cell: Cell, figure: Figure): Told {
  const { text, measure, actor = '', direction = '' } = figure;
  const label = normalize(`${measure}\n${actor}\n${direction}`).text;
  return toldOf(asked, { ...cell, left: cell.left + normalize(text).text }, label);
}

/**
 * Those of `shown`, figures of a sentence that may be the wrong one, of which it tells at least half of
 * the question's words: the others are figures of something else more often than not.
 */
export function wellTold(
  question: Question,
  shown: readonly Figure[],
  { text, start, figures }: FiguredSentence,
): readonly Figure[] {
  const asked = askedBy(question);
  const places = figures.map((figure) => placeOf(figure, start));
  return shown.filter((figure) => {
    const { where } = toldOfFigure(asked, cellOf(text, placeOf(figure, start), places), figure);
    return where.filter((place) => place !== '').length >= LEAST_TOLD * where.length;
  });
}
