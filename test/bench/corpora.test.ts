import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { slice } from '../../src/util/span.ts';
import { articleOf } from '../helpers/article.ts';
import { repeatedStories, writeCorpus } from './corpora.ts';

const home = mkdtempSync(join(tmpdir(), 'yuanwen-corpora-'));
afterAll(() => rmSync(home, { recursive: true }));

const SENTENCE =
  '“春风行动”由新港集团于6月12日在滨江启动，共有38家单位、2900人参加了这一天的活动。';
const story = articleOf('story', `春风行动启动\n\n${SENTENCE.repeat(6)}`);

it('makes as many paragraphs as wanted, of whole sentences, then again with other names', async () => {
  const dir = join(home, 'stories');
  const { real, repeated } = writeCorpus([], repeatedStories([story]), 90, dir);
  const { articles } = await loadCorpus(dir);
  const paragraphs = articles.flatMap(({ text, paragraphs }) =>
    paragraphs.map(({ span }) => slice(text, span)),
  );
  expect([paragraphs.length, real + repeated]).toEqual([90, 90]);
  const own = paragraphs.slice(0, real);
  expect(own.join('')).toBe(SENTENCE.repeat(6));
  expect(own.every((one) => one.length >= 100 && one.endsWith('。'))).toBe(true);
  const others = paragraphs.slice(real);
  expect(others.some((one) => one.includes('春风行动') || one.includes('新港集团'))).toBe(false);
});
