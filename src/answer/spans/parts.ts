import { DOWN, UP } from '../../figures/data/directions.ts';
import { findActors } from '../../figures/parts/places.ts';
import { normalize } from '../../language/normalize.ts';
import { bareTerm } from '../../language/terms.ts';
import { KIND_WORDS } from '../../question/data/stop-words.ts';
import type { Question } from '../../question/question.ts';
import { memoByObject } from '../../util/memo-by-object.ts';

/** The mark between the parts of a sentence, each of which speaks of one thing. */
export const SEPARATOR = /[;；]/u;

/**
 * Of the normalised parts of a text, which give way to another one that says more of the question.
 * `owners` are whom all that is told is of: they stand in one part alone, and are meant in each.
 */
export function givingWay(
  question: Question,
  parts: readonly string[],
  owners: readonly (string | undefined)[] = [],
): readonly boolean[] {
  const isOfAll = (forms: readonly string[]) =>
    owners.length > 0 && owners.every((owner) => owner !== undefined && holdsAny(owner, forms));
  const words = tellingWords(question).filter((forms) => !isOfAll(forms));
  const held = parts.map((part) => new Set(words.filter((forms) => holdsAny(part, forms))));
  return held.map((own) =>
    held.some((other) => other.size > own.size && [...own].every((word) => other.has(word))),
  );
}

interface Part {
  /** UTF-16 offset into the sentence. */
  readonly start: number;
  /** Normalised. */
  readonly text: string;
}

export function partsOf(sentence: string, separator = SEPARATOR): Part[] {
  let start = 0;
  return sentence.split(separator).map((part) => {
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
