import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { createSqlite } from '../../src/search/engines/sqlite.ts';
import { holdArticles } from '../../src/search/hold-articles.ts';
import { articleOf } from '../helpers/article.ts';
import { tokenizer } from '../helpers/tokenizer.ts';

it('holds some of many articles before all of them, and names the corpus only then', async () => {
  const learnt = Array.from({ length: 2500 }, (_, at) => ({
    article: articleOf(`a${at}`, `第${at}号\n\n水厂日供水${at}吨。\n`),
    version: '1',
    names: [],
  }));
  const engine = createSqlite(new Sqlite(':memory:'));
  const held: [size: number, state: string | undefined][] = [];
  const partly = () => held.push([engine.size, undefined]);
  await holdArticles(learnt, engine, tokenizer, { state: 'all', partly });
  held.push([engine.size, await engine.heldState?.()]);
  expect(held).toEqual([
    [1000, undefined],
    [2000, undefined],
    [2500, 'all'],
  ]);
  expect(await engine.search(['2400'], 1)).toMatchObject([{ article: 'a2400' }]);
});
