// Written by `npm run calibrate`; not to be edited.

/** Weights of the signs of certainty, and what they were fitted to. */
export const LEARNED_CERTAINTY = {
  date: '2026-11-30',
  answers: 10114,
  bias: -1.92,
  weights: {
    lead: 0.502,
    leadOdds: 0.292,
    margin: 0.198,
    entropy: -0.381,
    rivalParagraphs: -0.123,
    answerability: -0.086,
    characters: 0.27,
    distinctive: 1.607,
    inOrder: -0.715,
    inNext: -1.355,
    paragraphSize: 0.388,
    words: 0.768,
    length: 0.945,
    thing: 0.335,
    number: 0.369,
  },
} as const;
