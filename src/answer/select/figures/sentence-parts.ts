import type { Figure } from '../../../figures/parts/figure.ts';
import type { Question } from '../../../question/question.ts';
import { givingWay, partsOf, SEPARATOR } from '../../spans/parts.ts';

/**
 * The figures that stand in the parts of a sentence which say most of the question: in
 * 海水养殖增长6.1%；海洋捕捞下降2.3% only the second part speaks of 海洋捕捞. A part gives way to one
 * that holds every word of the question it holds itself, and more. `text` is the sentence, which
 * begins at `start` of its article.
 */
export function figuresInPlace(
  question: Question,
  figures: readonly Figure[],
  text: string,
  start: number,
): readonly Figure[] {
  if (figures.length < 2 || !SEPARATOR.test(text)) return figures;
  const parts = partsOf(text);
  const givesWay = givingWay(
    question,
    parts.map((part) => part.text),
  );
  const placeOf = ({ start: at }: Figure) =>
    parts.findLastIndex((part) => start + part.start <= at);
  const left = figures.filter((figure) => givesWay[placeOf(figure)] !== true);
  return left.length > 0 ? left : figures;
}
