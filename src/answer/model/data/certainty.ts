// Written by `npm run calibrate`; not to be edited.

/** Weights of the signs of certainty, and what they were fitted to. */
export const LEARNED_CERTAINTY = {
  date: '2026-11-30',
  answers: 9848,
  bias: -1.092,
  weights: {
    lead: 0.015,
    leadOdds: 0.316,
    margin: 0.232,
    entropy: -0.468,
    rivalParagraphs: -0.128,
    answerability: -0.093,
    characters: 0.31,
    distinctive: 1.506,
    inOrder: -0.782,
    inNext: -1.072,
    paragraphSize: 0.364,
    words: 0.609,
    length: 0.898,
    thing: 0.266,
    number: 0.17,
  },
} as const;
