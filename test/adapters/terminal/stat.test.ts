import { describe, expect, it } from 'vitest';
import { printFigures } from '../../../adapters/terminal/stat.ts';
import type { FigureMatches } from '../../../src/figures/lookup.ts';
import { memoryIo, money } from './fakes.ts';

const TABLE = [
  '数字       指标            方向  主体  时期  出处',
  '超307亿元  技术合同成交额  输出  江苏  2022  delta 第1段',
];

async function printed(found: FigureMatches, json = false) {
  const { io, said } = memoryIo('');
  await printFigures(found, { json, words: [] }, io);
  return said().trimEnd();
}

describe('printFigures', () => {
  it('aligns the figures as a table', async () => {
    expect(await printed({ kind: 'found', figures: [money] })).toBe(TABLE.join('\n'));
  });

  it('says why there are none, and shows what there is', async () => {
    const notice = '没有时期为“2021”的数字。文中有：2022。';
    const none: FigureMatches = {
      kind: 'none',
      failed: 'period',
      asked: '2021',
      held: ['2022'],
      nearest: [money],
    };
    expect(await printed(none)).toBe([notice, '最接近的：', ...TABLE].join('\n'));
    expect(JSON.parse(await printed(none, true))).toEqual({ figures: [] });
  });

  it('gives the figures verbatim as JSON', async () => {
    const text = await printed({ kind: 'found', figures: [money] }, true);
    expect(JSON.parse(text)).toEqual({ figures: [money] });
  });
});
