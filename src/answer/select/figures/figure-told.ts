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
  /** One of the question's names is among them, which says whose the number is, more than what it is. */
  readonly isNamed: boolean;
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
  /** It begins what one of several told in turn is called: 理学 of 理学录取人数, and not of 管理学录取人数. */
  begins: 0.5,
} as const;
/** What stands before it is said of each of the figures in turn. */
const RESPECTIVELY = /分别|依次/u;
/** 上届…，本届4065万元, 去年为9.8万张: only of when, so that what is measured stands before. */
const LEAVES_OUT =
  /^(?:其中)?(?:[上本这今去前当]一?(?:届|年度?|月|季度?|周|期|次|轮|赛季|学期|学年)|同期|而|则|仅|只|为|是|有|达到?|至|突破|超过?|近|约)*$/u;
/** Share of the question's words that must be told of a figure whose sentence may be the wrong one. */
const LEAST_TOLD = 0.5;

export const holds = (text: string, forms: readonly string[]) =>
  forms.some((form) => text.includes(form));

/**
 * `label` is what a figure's own measure, actor and direction say, which may stand further off; `written`
 * is its own characters.
 */
export function toldOf(
  { words, name, named }: Asked,
  cell: Cell,
  label: string,
  written = '',
): Told {
  const { left, right, shared, ofOthers, aside } = cell;
  const inTurn = isInTurn(cell);
  const own = inTurn ? `${label}\n${right}` : `${left}${written}\n${right}`;
  const further = `${shared}\n${left}\n${label}`;
  // what is left out is what was said of the number before
  const leavesOut = left !== '' && LEAVES_OUT.test(left);
  const where = words.map((forms): Told['where'][number] => {
    if (holds(own, forms)) return 'own';
    if (!holds(further, forms)) return '';
    if (holds(label, forms) || leavesOut) return 'shared';
    return inTurn || aside || holds(ofOthers, forms) ? 'ofOthers' : 'shared';
  });
  const count = (place: string) => where.filter((one) => one === place).length;
  return {
    weight:
      (name?.test(own) === true ? 1 : 0) +
      (inTurn && words.flat().some((form) => label.startsWith(form)) ? WEIGHTS.begins : 0) +
      count('own') +
      WEIGHTS.shared * count('shared') +
      WEIGHTS.ofOthers * count('ofOthers'),
    own: count('own'),
    isNamed: named.some((one) => own.includes(one)),
    where,
    text: `${own}\n${label}\n${words.filter((_, index) => where[index] === 'shared').join('\n')}`,
  };
}

/** Whether a number is one of several told in turn: the first behind 分别, or one joined to it. */
function isInTurn({ left, shared }: Cell): boolean {
  const clause =
    shared
      .split('\n', 1)[0]
      ?.split(/[,;。]/u)
      .at(-1) ?? '';
  return RESPECTIVELY.test(left) || (left === '' && RESPECTIVELY.test(clause));
}

/** What is told of a figure: by its cell, by its own characters and by its measure, actor and direction. */
export function toldOfFigure(asked: Asked, cell: Cell, figure: Figure): Told {
  const { text, measure, actor = '', direction = '' } = figure;
  const label = normalize(`${measure}\n${actor}\n${direction}`).text;
  return toldOf(asked, cell, label, normalize(text).text);
}

/**
 * Those of `shown`, figures of a sentence that may be the wrong one, of which it tells at least half of
 * the question's words: the others are figures of something else more often than not.
 */
export function wellTold(
  question: Question,
  shown: readonly Figure[],
  sentence: () => FiguredSentence,
): readonly Figure[] {
  // where none is shown the article's figures are not looked for
  if (shown.length === 0) return shown;
  const { text, start, figures } = sentence();
  const asked = askedBy(question);
  const places = figures.map((figure) => placeOf(figure, start));
  return shown.filter((figure) => {
    const { where } = toldOfFigure(asked, cellOf(text, placeOf(figure, start), places), figure);
    return where.filter((place) => place !== '').length >= LEAST_TOLD * where.length;
  });
}
