import { describe, expect, it } from 'vitest';
import { printFigures } from '../../../adapters/terminal/stat.ts';
import { memoryIo, money } from './fakes.ts';

const TABLE = [
  '数字       指标            方向  主体  时期  出处',
  '超307亿元  技术合同成交额  输出  江苏  2022  delta 第1段',
];

async function printed(found: Parameters<typeof printFigures>[0], json = false) {
  const { io, said } = memoryIo('');
  await printFigures(found, { json }, io);
  return said().trimEnd();
}

describe('printFigures', () => {
  it('aligns the figures as a table', async () => {
    expect(await printed({ figures: [money], notice: '', nearest: [] })).toBe(TABLE.join('\n'));
  });

  it('says why there are none, and shows what there is', async () => {
    const none = { figures: [], notice: '文中只有2022年的数字。', nearest: [money] };
    expect(await printed(none)).toBe(['文中只有2022年的数字。', '文中有：', ...TABLE].join('\n'));
    expect(JSON.parse(await printed(none, true))).toEqual({ figures: [] });
  });

  it('gives the figures verbatim as JSON', async () => {
    const text = await printed({ figures: [money], notice: '', nearest: [] }, true);
    expect(JSON.parse(text)).toEqual({ figures: [money] });
  });
});
