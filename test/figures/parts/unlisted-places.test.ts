import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../../src/figures/extract.ts';
import { isLikePlace, unlistedPlaces } from '../../../src/figures/parts/unlisted-places.ts';
import { articleOf } from '../helpers/article.ts';

describe('unlistedPlaces', () => {
  it('finds the towns that do what places do', () => {
    const article = articleOf(
      '双桥市接待游客80万人次。\n\n石桥镇和木桥镇常住人口分别为4万人和2万人。',
    );
    expect([...unlistedPlaces(article)]).toEqual(['双桥市', '石桥镇', '木桥镇']);
    expect(extractFigures(article).map(({ actor }) => actor)).toEqual([
      '双桥市',
      '石桥镇',
      '木桥镇',
    ]);
  });

  it.each([
    '连锁超市',
    '高新区',
    '沿海城市',
    '对本市',
    '宁波市',
    '城镇和乡',
  ])('%s is no such place', (word) => {
    expect(isLikePlace(word)).toBe(false);
  });
});
