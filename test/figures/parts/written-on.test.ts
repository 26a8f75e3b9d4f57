import { describe, expect, it } from 'vitest';
import { writtenOn } from '../../../src/figures/parts/written-on.ts';
import { articleOf } from '../helpers/article.ts';

describe('writtenOn', () => {
  it.each([
    ['桥报网 2022-03-09 08:15 昨日，大桥通车。', '2022-03-09'],
    ['桥报网 2022年3月9日 08:15 昨日，大桥通车。', '2022-03-09'],
    ['要闻 202203/09 昨日，大桥通车。', '2022-03-09'],
    ['本报2022年03月09日讯（记者）大桥通车。', '2022-03-09'],
    ['大桥通车。《桥报》（2022年03月09日 02版）', '2022-03-09'],
  ])('%s', (text, day) => {
    expect(writtenOn(articleOf(text))).toBe(day);
  });

  it('takes the day of an event for none', () => {
    expect(writtenOn(articleOf('大桥于2022年3月9日通车。'))).toBeUndefined();
  });

  it('takes the article’s own day before any other', () => {
    expect(writtenOn(articleOf('2022-03-09 08:15 通车。', { date: '2023-01-01' }))).toBe(
      '2023-01-01',
    );
  });
});
