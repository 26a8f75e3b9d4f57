import { DOWN, UP } from '../../../figures/data/directions.ts';
import type { Figure } from '../../../figures/parts/figure.ts';
import { findActors } from '../../../figures/parts/places.ts';
import { normalize } from '../../../language/normalize.ts';
import { bareTerm } from '../../../language/terms.ts';
import { KIND_WORDS } from '../../../question/data/stop-words.ts';
import type { Question } from '../../../question/question.ts';
import { memoByObject } from '../../../util/memo-by-object.ts';

/** The mark between the parts of a sentence, each of which speaks of one thing. */
const SEPARATOR = /[;；]/u;

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
  // 云岭食品营收7亿元；净利润6千万元: whom all parts are about stands in the first alone
  const words = tellingWords(question).filter(
    (forms) => !figures.every(({ actor }) => actor !== undefined && holdsAny(actor, forms)),
  );
  const held = parts.map((part) => new Set(words.filter((forms) => holdsAny(part.text, forms))));
  const placeOf = ({ start: at }: Figure) =>
    parts.findLastIndex((part) => start + part.start <= at);
  const left = figures.filter((figure) => !givesWay(held, placeOf(figure)));
  return left.length > 0 ? left : figures;
}

/** The parts of a sentence that say most of the question, as `figuresInPlace` has them, normalised. */
export function textInPlace(question: Question, text: string): string {
  if (!SEPARATOR.test(text)) return normalize(text).text;
  const parts = partsOf(text);
  const words = tellingWords(question);
  const held = parts.map((part) => new Set(words.filter((forms) => holdsAny(part.text, forms))));
  return parts
    .filter((_, place) => !givesWay(held, place))
    .map((part) => part.text)
    .join(';');
}

/** Whether another part holds every word of the question that one does, and more. */
function givesWay(held: readonly ReadonlySet<readonly string[]>[], place: number): boolean {
  const own = held[place];
  return (
    own !== undefined &&
    held.some((other) => other.size > own.size && [...own].every((word) => other.has(word)))
  );
}

interface Part {
  /** UTF-16 offset into the sentence. */
  readonly start: number;
  /** Normalised. */
  readonly text: string;
}

function partsOf(sentence: string): Part[] {
  let start = 0;
  return sentence.split(SEPARATOR).map((part) => {
    const at = start;
    start += part.length + 1;
    return { start: at, text: normalize(part).text };
  });
}

const CHANGES: ReadonlySet<string> = new Set([...UP, ...DOWN]);

/**
 * The question's words that name things, each with what else it may be called; places, periods and
 * which way something changed are demands.
 */
const tellingWords = memoByObject(
  ({ content, alternatives }: Question): readonly (readonly string[])[] =>
    content
      .filter(
        ({ text, kind }) =>
          kind !== 'number' &&
          (text.length > 1 || alternatives.has(text)) &&
          !KIND_WORDS.has(text) &&
          !CHANGES.has(text) &&
          findActors(text).length === 0,
      )
      .map(({ text }) => {
        const others = (alternatives.get(text) ?? []).map(bareTerm);
        // a character by itself stands within many a word: 赚 is met by 净利润
        return text.length > 1 ? [text, ...others] : others;
      }),
);

function holdsAny(text: string, forms: readonly string[]): boolean {
  return forms.some((form) => text.includes(form));
}
