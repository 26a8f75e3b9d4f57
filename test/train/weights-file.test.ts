import { describe, expect, it } from 'vitest';
import { LEARNED } from '../../src/answer/model/data/weights.ts';
import { JUDGED, PRIORS } from '../../src/answer/model/model.ts';
import { FEATURE_NAMES, type Features } from '../../src/answer/rank/features.ts';
import { renderHighlighter, renderWeights } from './weights-file.ts';

describe('the learned weights', () => {
  it('are those of exactly the features that nobody sets by hand', () => {
    const fitted = FEATURE_NAMES.filter((name) => PRIORS[name] === undefined);
    expect(Object.keys(LEARNED.ranker)).toEqual(fitted);
  });

  it('of the judge are those of exactly the features it reads', () => {
    expect(Object.keys(LEARNED.judge.weights)).toEqual([...JUDGED]);
  });
});

describe('the file of weights', () => {
  const outcome = {
    date: '2024-05-01',
    sets: [{ name: 'news', articles: 3, questions: 9, examples: [] }],
    ranker: Object.fromEntries(FEATURE_NAMES.map((name) => [name, -0.001])) as unknown as Features,
    judge: { weights: JUDGED.map(() => 1.234), bias: -4.5 },
    scores: [{ set: 'news', asked: 9, first: 66.666, firstThree: 100 }],
    refusals: [],
    calibrationError: 0.04567,
  };

  it('says when, from what and how well it learned', () => {
    const text = renderWeights(outcome);
    expect(text).toContain("date: '2024-05-01'");
    expect(text).toContain(
      "{ name: 'news', articles: 3, questions: 9, first: 66.7, firstThree: 100 }",
    );
    expect(text).toContain('calibrationError: 0.046');
  });

  it('rounds weights to two digits and leaves out what is set by hand', () => {
    const text = renderWeights(outcome);
    expect(text).toContain('distinctive: 0,');
    expect(text).toContain('inParagraph: 1.23,');
    for (const name of Object.keys(PRIORS)) expect(text).not.toContain(`    ${name}:`);
  });
});

describe("the file of the highlighter's weights", () => {
  const text = renderHighlighter(
    '2024-05-01',
    [{ name: 'public/drcd', articles: 3, questions: 9, examples: [] }],
    { exactDate: 5.439, saidFirst: -0.001 },
  );

  it('says from what it learned, and leaves out what weighs nothing', () => {
    expect(text).toContain("{ name: 'public/drcd', answers: 0 },");
    expect(text).toContain('exactDate: 5.44,');
    expect(text).not.toContain('saidFirst');
  });
});
