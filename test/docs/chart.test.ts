import { expect, it } from 'vitest';
import { drawFigures } from '../../src/chat/charts/chart-of-figures.ts';
import { extractFigures } from '../../src/figures/extract.ts';
import { lookupFigures } from '../../src/figures/lookup.ts';
import { YEARS } from '../adapters/web/articles.ts';
import { articleOf } from '../helpers/article.ts';

// `npx vitest -u` draws the picture of the documents anew
it('draws the chart of the documents', async () => {
  const article = articleOf('years', YEARS);
  const found = lookupFigures(extractFigures(article), { words: ['青江市技术合同成交额'] });
  if (found.kind !== 'found') throw new Error(found.failed);
  const drawn = await drawFigures(found.figures, () => article, 'simplified');
  if (drawn.kind !== 'chart') throw new Error(drawn.reason);
  expect(drawn.description).toBe(
    '青江市技术合同成交额 (单位：元): 2017年 180亿元; 2018年 205.5亿元; 2019年 231亿元; 2020年 219.4亿元; 2022年 超268亿元; 2023年 约301亿元',
  );
  await expect(`${drawn.svg}\n`).toMatchFileSnapshot('../../docs/chart.svg');
});
