// Written by `npm run calibrate`; not to be edited.

/** Weights of the signs of certainty, and what they were fitted to. */
export const LEARNED_CERTAINTY = {
  date: '2026-11-30',
  answers: 10141,
  bias: -2.09,
  weights: {
    lead: 0.461,
    leadOdds: 0.308,
    margin: 0.213,
    entropy: -0.352,
    rivalParagraphs: -0.093,
    answerability: -0.084,
    characters: 0.285,
    distinctive: 1.554,
    inOrder: -0.742,
    inNext: -1.34,
    paragraphSize: 0.373,
    words: 0.864,
    length: 0.926,
    thing: 0.291,
    number: 0.34,
  },
} as const;
