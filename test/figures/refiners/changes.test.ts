import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../../src/figures/extract.ts';
import { articleOf } from '../helpers/article.ts';

function figuresOf(sentence: string) {
  const article = articleOf(`公报\n\n2023-08-18\n\n${sentence}`);
  return extractFigures(article).map(({ measure, text, period, direction, high }) => ({
    measure,
    text,
    ...(period !== undefined && { period }),
    ...(direction !== undefined && { direction }),
    ...(high !== undefined && { high }),
  }));
}

describe('a change with both of its ends', () => {
  it('has the year that it begins in at each number of a list, and what each is of', () => {
    expect(figuresOf('水库、山塘由2012年的14座和35座分别增加到2022年的27座和42座。')).toMatchObject(
      [
        { text: '14座', measure: '水库', period: '2012' },
        { text: '35座', measure: '山塘', period: '2012' },
        { text: '27座', measure: '水库', period: '2022', direction: '增加' },
        { text: '42座', measure: '山塘', period: '2022', direction: '增加' },
      ],
    );
  });

  it('does not lend the year that it ends in to the number that it begins at', () => {
    const [before, behind] = figuresOf('旱厕由320座减少到2022年的12座。');
    expect(before?.text).toBe('320座');
    expect(before?.period).not.toBe('2022');
    expect(behind).toMatchObject({ text: '12座', period: '2022' });
  });

  it('gives what holds now no year of another sentence', () => {
    const figures = figuresOf(
      '到2025年通胀率将回落到2%。预计失业率将从目前的3.5%上升至明年的4.5%。',
    );
    expect(figures.find(({ text }) => text === '3.5%')).not.toHaveProperty('period');
  });
});

describe('a change told behind its number', () => {
  it.each([
    ['门票收入实现20%的增长。', '20%', '增长'],
    ['门票收入有5.2%的下降，', '5.2%', '下降'],
  ])('%s', (sentence, text, direction) => {
    expect(figuresOf(sentence).find((figure) => figure.text === text)).toMatchObject({ direction });
  });

  it('is none where the change names something else', () => {
    expect(figuresOf('提出20%的增长率目标。')[0]).not.toHaveProperty('direction');
  });
});

describe('a range with 到', () => {
  it('is one figure with both ends', () => {
    expect(figuresOf('门票收入同比增长25%到30%。')).toMatchObject([
      { text: '25%到30%', high: 30, direction: '增长' },
    ]);
  });

  it('is none where something became another number', () => {
    expect(figuresOf('游客从3万人到5万人。').map(({ text }) => text)).toEqual(['3万人', '5万人']);
  });
});

describe('a quarter written without 度', () => {
  it('is when a figure holds, and no figure', () => {
    expect(figuresOf('公司2023年第二季营收53亿元。')).toMatchObject([
      { text: '53亿元', measure: '营收', period: '2023-04/2023-06' },
    ]);
  });

  it('is a season where no year stands before it', () => {
    expect(figuresOf('节目第二季收视率为2.1%。').at(-1)?.period).not.toBe('2023-04/2023-06');
  });
});
