import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawFound, printFigures } from '../../../adapters/terminal/stat.ts';
import type { FigureMatches } from '../../../src/figures/lookup.ts';
import { memoryIo, money } from './fakes.ts';

const TABLE = [
  '数字       指标            方向  主体  时期  出处',
  '超307亿元  技术合同成交额  输出  江苏  2022  delta 第1段',
];

async function printed(found: FigureMatches, form: 'table' | 'json' | 'csv' = 'table') {
  const { io, said } = memoryIo('');
  await printFigures(found, { form, words: [] }, io);
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
    expect(JSON.parse(await printed(none, 'json'))).toEqual({ figures: [] });
  });

  it('gives the figures verbatim as JSON', async () => {
    const text = await printed({ kind: 'found', figures: [money] }, 'json');
    expect(JSON.parse(text)).toEqual({ figures: [money] });
  });

  it('gives the figures verbatim as CSV, a line each', async () => {
    const [names, line, ...more] = (
      await printed({ kind: 'found', figures: [money] }, 'csv')
    ).split('\r\n');
    expect(names).toMatch(/^text,value,high,unit,/);
    expect(line).toMatch(/^超307亿元,30700000000,,元,over,,技术合同成交额,输出,江苏,2022,delta,1,/);
    expect(more).toEqual([]);
  });
});

describe('drawFound', () => {
  const file = (name: string) => join(mkdtempSync(join(tmpdir(), 'yuanwen-')), name);

  it('writes a chart as SVG and as PNG', async () => {
    const [svg, png] = [file('out.svg'), file('out.PNG')];
    for (const chart of [svg, png])
      await drawFound({ kind: 'found', figures: [money] }, { chart, words: [] }, []);
    expect(readFileSync(svg, 'utf8')).toContain('超307亿元');
    expect(readFileSync(png).subarray(1, 4).toString('latin1')).toBe('PNG');
  });

  it('says what else to draw where the figures cannot share a chart', async () => {
    const figures = [money, { ...money, measure: '技术合同', unit: '项' }];
    await expect(
      drawFound({ kind: 'found', figures }, { chart: file('out.svg'), words: [] }, []),
    ).rejects.toThrow(/不能画在一张图上.*技术合同成交额 · 元.*技术合同 · 项/s);
  });

  it('says so where the file cannot be written', async () => {
    const chart = join(file('missing'), 'out.svg');
    await expect(
      drawFound({ kind: 'found', figures: [money] }, { chart, words: [] }, []),
    ).rejects.toThrow('cannot be written');
  });
});
