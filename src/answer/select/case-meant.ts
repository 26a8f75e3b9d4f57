import type { Question } from '../../question/question.ts';
import type { ParagraphIndex } from '../../search/paragraph-index.ts';
import type { Ranked } from '../rank/rank.ts';
import { casesAsked, holdsCase, limitsIn } from './figures/case-limits.ts';

/** Log-odds within which rules for other cases are alike: they share every word but the number. */
const ALIKE = 6;

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
  const told = new Map(
    ranked.map((candidate) => {
      const { text } = index.sentence(candidate.found.article, candidate.sentence).normalized;
      const limits = limitsIn(text);
      const held = asked.map((one) => holdsCase(limits, one)).filter((one) => one !== undefined);
      return [candidate, held.length === 0 ? undefined : held.every(Boolean)];
    }),
  );
  const isNear = ({ score }: Ranked) => score >= top.score - ALIKE;
  const holding = ranked.filter((one) => told.get(one) && isNear(one));
  const [first] = holding;
  if (question.type === 'yesno' && first === undefined) return ranked;
  const left = ranked.filter((one) => told.get(one) !== false);
  // the text tells cases apart by such numbers
  const isByCase = ranked.some((one) => told.get(one) === false && isNear(one));
  if (first === undefined) return told.get(top) === false ? [] : left;
  if (!isByCase) return left;
  const behind = left.filter((one) => one.score < first.score && !holding.includes(one));
  return [...holding, ...behind];
}
