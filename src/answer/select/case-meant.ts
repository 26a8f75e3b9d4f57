import type { Question } from '../../question/question.ts';
import { asksWhether } from '../../question/whether.ts';
import type { ParagraphIndex } from '../../search/paragraph-index.ts';
import type { Ranked } from '../rank/rank.ts';
import {
  type CaseLimit,
  casesAsked,
  closeness,
  holdsCase,
  limitsIn,
} from './figures/case-limits.ts';

/** Log-odds within which rules for other cases are alike: they share every word but the number. */
const ALIKE = 6;
/** The same of rules that say the same beside it. */
const SAME_WORDS = 2;

/**
 * The ranked sentences without the rules for other cases than the question names by a number: what
 * holds 7–1 days before is no answer for the tenth. The rule whose limits hold the number comes first
 * where one of another case was best. Whether something is so is told by another limit as well, if no
 * limit holds the number: 8岁要家长陪吗, 6岁以下须由家长陪同.
 */
export function caseMeant(
  question: Question,
  ranked: readonly Ranked[],
  index: ParagraphIndex,
): readonly Ranked[] {
  const asked = casesAsked(question.normalized);
  const [top] = ranked;
  if (asked.length === 0 || top === undefined) return ranked;
  const limits = new Map(
    ranked.map((one) => {
      const { text } = index.sentence(one.found.article, one.sentence).normalized;
      return [one, limitsIn(text).filter(({ base }) => asked.some((each) => each.base === base))];
    }),
  );
  const limitsOf = (one: Ranked) => limits.get(one) ?? [];
  const holds = (one: Ranked) => everyHeld(limitsOf(one), asked);
  const isNear = ({ score }: Ranked) => score >= top.score - ALIKE;
  const held = ranked.filter((one) => isNear(one) && holds(one) === true);
  const holding = closest(held, (one) => distance(limitsOf(one), asked));
  const [first] = holding;
  if (first === undefined) {
    if (asksWhether(question)) return ranked;
    return holds(top) === false ? [] : ranked.filter((one) => holds(one) !== false);
  }
  const isOtherCase = (one: Ranked) => limitsOf(one).length > 0 && !holding.includes(one);
  const left = ranked.filter((one) => !isOtherCase(one));
  // the text tells cases apart by such numbers
  if (!ranked.some((one) => isNear(one) && isOtherCase(one))) return left;
  const behind = left.filter((one) => one.score < first.score && !holding.includes(one));
  return [...holding, ...behind];
}

/** Whether limits hold all of the cases that they tell of; undefined where they may. */
function everyHeld(limits: readonly CaseLimit[], asked: readonly CaseLimit[]): boolean | undefined {
  const held = asked.map((one) => holdsCase(limits, one)).filter((one) => one !== undefined);
  return held.length === 0 ? undefined : held.every(Boolean);
}

function distance(limits: readonly CaseLimit[], asked: readonly CaseLimit[]): number {
  return Math.max(...asked.map((one) => closeness(limits, one)).filter(Number.isFinite));
}

/** Of 3天前扣80% and 7天前扣50% the second, for 10天前: rules that are alike give way to the closest one. */
function closest(held: readonly Ranked[], distanceOf: (one: Ranked) => number): readonly Ranked[] {
  const [first] = held;
  const alike = held.filter(
    ({ score }) => first !== undefined && score >= first.score - SAME_WORDS,
  );
  const least = Math.min(...alike.map(distanceOf));
  return alike.filter((one) => distanceOf(one) === least);
}
