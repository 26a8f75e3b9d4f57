// Written by `npm run calibrate`; not to be edited.

/** Weights of the signs of certainty, and what they were fitted to. */
export const LEARNED_CERTAINTY = {
  date: '2026-11-30',
  answers: 10401,
  bias: -2.266,
  weights: {
    lead: 0.773,
    leadOdds: 0.268,
    margin: 0.21,
    entropy: -0.4,
    rivalParagraphs: -0.107,
    answerability: -0.09,
    characters: 0.275,
    distinctive: 1.546,
    inOrder: -0.885,
    inNext: -1.615,
    paragraphSize: 0.426,
    words: 0.867,
    length: 0.932,
    thing: 0.281,
    number: 0.405,
  },
} as const;
