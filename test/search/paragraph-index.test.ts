import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { withDigest } from '../../src/article/digest.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { learnCorpus } from '../../src/knowledge/learn-corpus.ts';
import { packEach } from '../../src/language/packed-terms.ts';
import { createVersions } from '../../src/search/article-version.ts';
import { createMiniSearch } from '../../src/search/engines/minisearch.ts';
import { holdArticles } from '../../src/search/hold-articles.ts';
import { IndexedDocument } from '../../src/search/indexed-document.ts';
import type { SearchSettings } from '../../src/search/open-engine.ts';
import { indexParagraphs } from '../../src/search/paragraph-index.ts';
import { slice } from '../../src/util/span.ts';
import { articleOf } from '../helpers/article.ts';
import { BULLETIN } from '../helpers/chat.ts';
import { tokenizer } from '../helpers/tokenizer.ts';

const [seed] = (await loadCorpus('corpus')).articles as [Article];
const bulletin = articleOf('bulletin', BULLETIN);
const changed = articleOf('bulletin', BULLETIN.replace('青禾水厂由工程师', '红果水厂由设计师'));

const QUESTIONS = [
  ['技术', '合同', '成交额'],
  ['_水厂', '青禾'],
  ['智能', '水表'],
  ['9300'],
  ['红果'],
];

/** The paragraphs found for each of the questions, as text. */
async function found(articles: readonly Article[], settings: SearchSettings) {
  const { search } = (await learnCorpus({ articles, problems: [] }, settings)).knowledge;
  const all = await Promise.all(QUESTIONS.map((terms) => search.search(terms, 3)));
  return all.map((one) => one.map(({ article, paragraph }) => slice(article.text, paragraph.span)));
}

describe('the paragraph index', () => {
  beforeAll(async () => {
    // names are taught for the life of the process: all of them before anything is compared
    await found([seed, bulletin, changed], {});
  });

  it('finds the same with either engine', async () => {
    const [first] = await found([seed, bulletin], { engine: 'minisearch' });
    expect(first?.[0]).toContain('成交额');
    expect(await found([seed, bulletin], { engine: 'sqlite' })).toEqual(
      await found([seed, bulletin], { engine: 'minisearch' }),
    );
  });

  it('finds in a kept index what it finds in a new one, whatever became of the articles', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'yuanwen-')), 'index.sqlite');
    const kept: SearchSettings = {
      engine: 'sqlite',
      file,
      warn: (line) => {
        throw new Error(line);
      },
    };
    for (const articles of [
      [seed, bulletin],
      [seed, bulletin],
      [changed, seed],
      [seed],
      [bulletin],
    ])
      expect(await found(articles, kept)).toEqual(await found(articles, { engine: 'sqlite' }));
  });

  it('gives every paragraph an id of its own', async () => {
    const { index, search } = (await learnCorpus({ articles: [seed, bulletin], problems: [] }))
      .knowledge;
    expect(index.size).toBe(seed.paragraphs.length + bulletin.paragraphs.length);
    const found = await search.search(['技术', '水表', '水厂', '工程师', '的'], index.size);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    expect(new Set(found.map(({ article }) => article.id)).size).toBe(2);
  });

  it('finds nothing of an article that another process has put another version of', async () => {
    const engine = createMiniSearch();
    const versions = new Map([seed, bulletin].map(({ id }) => [id, `${id} as it was`]));
    const learnt = [seed, bulletin].map((article) => ({
      article,
      version: versions.get(article.id) ?? '',
      names: [],
    }));
    await holdArticles(learnt, engine, tokenizer);
    const { search } = indexParagraphs([seed, bulletin], engine, tokenizer, {
      versionOf: ({ id }) => versions.get(id) ?? '',
    });
    const ids = async () =>
      (await search.search(['技术', '水厂'], 40)).map(({ article }) => article.id);
    expect(new Set(await ids())).toEqual(new Set([seed.id, bulletin.id]));
    const documents = bulletin.paragraphs.map(
      () => new IndexedDocument('', packEach(['水厂']), '水'),
    );
    await engine.update([bulletin.id], [{ id: bulletin.id, version: 'new', names: [], documents }]);
    expect(new Set(await ids())).toEqual(new Set([seed.id]));
  });

  it('weighs what the corpus lacks most', async () => {
    const { index } = (await learnCorpus({ articles: [seed], problems: [] })).knowledge;
    expect(index.idf('没有的词')).toBeGreaterThan(index.idf('技术'));
    expect(index.characterIdf('饕')).toBeGreaterThan(index.characterIdf('技'));
  });

  it('weighs what one paragraph of a single article holds nearly as what none does', async () => {
    const short = articleOf(
      'short',
      '石桥村新事\n\n2024-05-06\n\n村口有一座老桥，长二十米。\n\n河的上游修了水库，可以灌溉。',
    );
    const { index } = (await learnCorpus({ articles: [short], problems: [] })).knowledge;
    expect(index.documentFrequency('水库')).toBe(1);
    expect(index.idf('水库') / index.idf('没有的词')).toBeGreaterThan(0.8);
  });
});

describe('createVersions', () => {
  const versionOf = createVersions();

  it('gives the same article the same version, and a changed one another', () => {
    expect(versionOf(articleOf('bulletin', BULLETIN))).toBe(versionOf(bulletin));
    expect(versionOf(changed)).not.toBe(versionOf(bulletin));
    expect(versionOf(withDigest({ ...bulletin, title: '别的题目' }))).not.toBe(versionOf(bulletin));
    const shorter = withDigest({ ...bulletin, paragraphs: bulletin.paragraphs.slice(1) });
    expect(versionOf(shorter)).not.toBe(versionOf(bulletin));
  });
});
