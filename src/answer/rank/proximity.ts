import type { AnalysedText } from '../../language/analysed-text.ts';
import type { AnswerSpan } from '../spans/typed-spans.ts';
import type { QuestionWeights } from './term-coverage.ts';

/** Distance in characters at which the weight of a word is halved. */
const HALF_DISTANCE = 12;

/**
 * Measures how much of the question's words, weighed, stands close to one of some spans of a sentence:
 * each word at its nearest place, halved every 12 characters.
 */
export function proximityReader({
  terms,
  words,
}: QuestionWeights): (spans: readonly AnswerSpan[], text: AnalysedText) => number {
  // a full name says each word of its short form
  const meant = new Map<string, Set<number>>();
  for (const place of words.of.keys()) {
    const { text = '', others = [] } = terms[place] ?? {};
    for (const said of [text, ...others])
      meant.set(said, (meant.get(said) ?? new Set()).add(place));
  }
  return (spans, { tokens }) => {
    if (spans.length === 0) return 0;
    const telling = tokens.filter(({ text }) => meant.has(text));
    let nearest = 0;
    for (const span of spans) {
      const held = new Map<number, number>();
      for (const { text, start, end } of telling) {
        // a question's own words are not its answer
        if (start >= span.start && end <= span.end) continue;
        const distance = end <= span.start ? span.start - end : Math.max(0, start - span.end);
        const nearness = 2 ** (-distance / HALF_DISTANCE);
        for (const word of meant.get(text) ?? []) {
          const weight = (words.of[word] ?? 0) * nearness;
          held.set(word, Math.max(held.get(word) ?? 0, weight));
        }
      }
      let near = 0;
      for (const weight of held.values()) near += weight;
      nearest = Math.max(nearest, near);
    }
    return nearest;
  };
}
