import type { Figure } from '../../../figures/parts/figure.ts';
import type { Question } from '../../../question/question.ts';
import { givingWay, partsOf, SEPARATOR } from '../../spans/parts.ts';
import { isTakenOff } from './written-quantity.ts';

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
  // 云岭食品营收7亿元；净利润6千万元: whom all parts are about stands in the first alone
  const owners = figures.map(({ actor }) => actor);
  const parts = partsOf(text);
  const givesWay = givingWay(question, textsOf(parts), owners);
  const placeOf = ({ start: at }: Figure) =>
    parts.findLastIndex((part) => start + part.start <= at);
  const left = figures.filter((figure) => givesWay[placeOf(figure)] === false);
  if (left.length > 0) return left;
  // 老人半价 tells what old people pay, and 60元 of the part before what others do
  return question.type === 'money' && isTakenOff(textInPlace(question, text)) ? [] : figures;
}

/** The parts of a sentence that say most of the question, as `figuresInPlace` has them, normalised. */
export function textInPlace(question: Question, text: string): string {
  const texts = textsOf(partsOf(text));
  const givesWay = givingWay(question, texts);
  return texts.filter((_, place) => givesWay[place] === false).join(';');
}

function textsOf(parts: readonly { readonly text: string }[]): readonly string[] {
  return parts.map(({ text }) => text);
}
