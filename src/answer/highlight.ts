import type { AnalysedText } from '../search/paragraph-index.ts';
import { findIntroduction } from './introduction.ts';
import {
  type Measure,
  type PhraseReader,
  type PhraseWeights,
  readPhrases,
} from './phrase-features.ts';
import type { Phrase } from './phrases.ts';
import type { Question } from './question.ts';

/** Where an answer itself stands: in which of some sentences, as `[start, end)` of its own characters. */
export interface Highlight {
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The words of some sentences that are the answer itself: the phrase of the greatest weight. Undefined
 * where a question wants none (whether something is so) and where there is no word.
 */
export function highlight(
  question: Question,
  sentences: readonly AnalysedText[],
  weights: PhraseWeights,
): Highlight | undefined {
  if (question.type === 'yesno') return undefined;
  let best:
    | { readonly sentence: number; readonly phrase: Pick<Phrase, 'start' | 'end'> }
    | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [sentence, analysed] of sentences.entries()) {
    // what introduces its subject says what that is
    const introduction =
      question.type === 'definition'
        ? findIntroduction(question, analysed.normalized.text)
        : undefined;
    if (introduction !== undefined) {
      best = { sentence, phrase: introduction };
      break;
    }
    const reader = readPhrases(question, analysed);
    for (const phrase of reader.phrases) {
      const score = weigh(reader, phrase, weights);
      if (score > bestScore) {
        best = { sentence, phrase };
        bestScore = score;
      }
    }
  }
  if (best === undefined) return undefined;
  const { toSource } = (sentences[best.sentence] as AnalysedText).normalized;
  const [start, end] = toSource(best.phrase.start, best.phrase.end);
  return { sentence: best.sentence, start, end };
}

function weigh(reader: PhraseReader, phrase: Phrase, weights: PhraseWeights): number {
  let score = 0;
  const add: Measure = (feature, value) => {
    score += (weights[feature] ?? 0) * value;
  };
  reader.measure(phrase, add);
  return score;
}
