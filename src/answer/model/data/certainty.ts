// Written by `npm run calibrate`; not to be edited.

/** Weights of the signs of certainty, and what they were fitted to. */
export const LEARNED_CERTAINTY = {
  date: '2026-11-30',
  answers: 10401,
  bias: -2.283,
  weights: {
    lead: 0.79,
    leadOdds: 0.267,
    margin: 0.211,
    entropy: -0.395,
    rivalParagraphs: -0.107,
    answerability: -0.09,
    characters: 0.277,
    distinctive: 1.549,
    inOrder: -0.885,
    inNext: -1.613,
    paragraphSize: 0.425,
    words: 0.867,
    length: 0.93,
    thing: 0.281,
    number: 0.402,
  },
} as const;
