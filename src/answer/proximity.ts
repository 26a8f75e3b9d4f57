import type { AnalysedText } from '../search/paragraph-index.ts';
import type { AnswerSpan } from './spans.ts';

/** Distance in characters at which a word counts half for what it stands beside. */
const HALF_DISTANCE = 12;

/** Words of a question with what each weighs, and what else may stand for each. */
export interface WeightedWords {
  readonly of: ReadonlyMap<string, number>;
  readonly alternatives: ReadonlyMap<string, readonly string[]>;
}

/** Of each span, how much of the question's words stands close to it: each at its nearest place, halved every 12 characters. */
export function proximities(
  spans: readonly AnswerSpan[],
  text: AnalysedText,
  words: WeightedWords,
): number[] {
  if (spans.length === 0) return [];
  const places = placesOf(text, words);
  return spans.map((span) => {
    const held = new Map<string, number>();
    for (const { start, end, word } of places) {
      // a question's own words are not its answer
      if (start >= span.start && end <= span.end) continue;
      const distance = end <= span.start ? span.start - end : Math.max(0, start - span.end);
      const weight = (words.of.get(word) ?? 0) * 2 ** (-distance / HALF_DISTANCE);
      held.set(word, Math.max(held.get(word) ?? 0, weight));
    }
    let near = 0;
    for (const weight of held.values()) near += weight;
    return near;
  });
}

/** The tokens of a text that say a word of the question, or several: a full name says each word of its short form. */
function placesOf(text: AnalysedText, { of, alternatives }: WeightedWords) {
  const meant = new Map<string, Set<string>>();
  const add = (said: string, word: string) =>
    meant.set(said, (meant.get(said) ?? new Set()).add(word));
  for (const word of of.keys()) {
    add(word, word);
    for (const other of alternatives.get(word) ?? []) add(other, word);
  }
  return text.tokens.flatMap(({ text: said, start, end }) =>
    [...(meant.get(said) ?? [])].map((word) => ({ start, end, word })),
  );
}
