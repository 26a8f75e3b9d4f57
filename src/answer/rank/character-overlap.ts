import { bareTerm } from '../../language/terms.ts';
import { KIND_WORDS } from '../../question/data/stop-words.ts';
import type { Question } from '../../question/question.ts';
import type { ParagraphIndex } from '../../search/paragraph-index.ts';
import { memoByObject } from '../../util/memo-by-object.ts';

const HAN = /\p{Script=Han}/u;
/** Characters that are words of grammar by themselves and tell nothing. */
const GRAMMAR = new Set(
  '的了是在和与及或而且但也都还就才又被把将对从向于以为由让给到之其此这那该它他她有会能可要着过地得等所则并如即若因一个上下中里内外时后前'.split(
    '',
  ),
);
/** Characters of the question at which one counts half for its distance from the question word. */
const HALF_DISTANCE = 10;
/** Weight of a character of a word that only names the kind of answer, where 1 is that of any other. */
const KIND_WORD_FACTOR = 0.3;

/** A Han word of the question with what each of its characters weighs. */
export interface WeighedWord {
  readonly characters: readonly (readonly [character: string, weight: number])[];
  /** Other words of the corpus for the same. */
  readonly alternatives: readonly string[];
}

/**
 * The Han characters of a question's words, each weighed by how rare it is in the corpus and how close
 * it stands to the question word: what is asked of the subject stands beside it. Characters bridge
 * words that share one: 西边 and 西濒, 弟弟 and 胞弟, 演唱 and 献唱.
 */
export function weighCharacters(
  { content, asksAt, alternatives }: Question,
  index: ParagraphIndex,
): readonly WeighedWord[] {
  return content.map(({ text, start, end }) => {
    const distance = end <= asksAt ? asksAt - end : Math.max(0, start - asksAt);
    const factor = (KIND_WORDS.has(text) ? KIND_WORD_FACTOR : 1) * 2 ** (-distance / HALF_DISTANCE);
    const characters = [...text].filter((one) => HAN.test(one) && !GRAMMAR.has(one));
    return {
      characters: characters.map((one) => [one, factor * index.characterIdf(one)] as const),
      alternatives: (alternatives.get(text) ?? []).map(bareTerm),
    };
  });
}

/** The Han characters of a context's words. */
export const charactersOf = memoByObject((terms: ReadonlySet<string>): ReadonlySet<string> => {
  const characters = new Set<string>();
  for (const term of terms) for (const one of term) if (HAN.test(one)) characters.add(one);
  return characters;
});

/** The words without the characters that `known` holds. */
export function unknownCharacters(
  words: readonly WeighedWord[],
  known: ReadonlySet<string>,
): readonly WeighedWord[] {
  return words.map(({ characters, alternatives }) => ({
    characters: characters.filter(([character]) => !known.has(character)),
    alternatives,
  }));
}

/** Share of the weights that a text holds by itself or by a word for the same. */
export function shareOfCharacters(words: readonly WeighedWord[], text: string): number {
  let total = 0;
  let held = 0;
  for (const { characters, alternatives } of words) {
    const meant = alternatives.some((other) => text.includes(other));
    for (const [character, weight] of characters) {
      total += weight;
      if (meant || text.includes(character)) held += weight;
    }
  }
  return total === 0 ? 0 : held / total;
}

/** Share of the weights whose characters `known` holds. */
export function shareKnown(words: readonly WeighedWord[], known: ReadonlySet<string>): number {
  let total = 0;
  let held = 0;
  for (const { characters } of words) {
    for (const [character, weight] of characters) {
      total += weight;
      if (known.has(character)) held += weight;
    }
  }
  return total === 0 ? 0 : held / total;
}
