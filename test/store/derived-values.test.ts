import { copyFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { createBot } from '../../src/bot/bot.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import {
  type DerivedValues,
  kindOf,
  VALUE_NAMES,
  type ValueName,
} from '../../src/store/derived-values.ts';
import { headOf, packBody } from '../../src/store/packed-article.ts';
import { snapshotOf, type ValueSnapshot, versionsToRaise } from '../helpers/value-versions.ts';

/** Named one by one, so that a fixture added for something else changes nothing here. */
const FIXTURES = [
  'corpus/yangtze-delta-2023.txt',
  'test/fixtures/formats/night-school.docx',
  'test/fixtures/formats/night-school.html',
  'test/fixtures/formats/night-school.md',
  'test/fixtures/formats/night-school.pdf',
  'test/fixtures/formats/report.docx',
  'test/fixtures/formats/report.md',
  'test/fixtures/pages/communique.txt',
  'test/fixtures/pages/interview.txt',
  'test/fixtures/pages/portal-news.txt',
  'test/fixtures/pages/table.md',
  'test/fixtures/pages/taiwan.txt',
  'test/fixtures/web/government.html',
  'test/fixtures/web/wordpress.html',
];

const SNAPSHOT = new URL('derived-values.json', import.meta.url);

/** Every kind of value as it is made of the fixtures, by way of a bot over them. */
async function makeValues(): Promise<Record<ValueName, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'yuanwen-values-'));
  for (const file of FIXTURES) copyFileSync(file, join(folder, basename(file)));
  const corpus = await loadCorpus(folder);
  expect(corpus.articles).toHaveLength(FIXTURES.length);
  const ofArticle = new Map<ValueName, (article: Article) => unknown>();
  const ofCorpus = new Map<ValueName, (articles: readonly Article[]) => unknown>();
  const derivedValues: DerivedValues = {
    ofArticle(name, compute) {
      ofArticle.set(name, compute);
      return compute;
    },
    ofAwaited(name, compute) {
      ofArticle.set(name, compute);
      return compute;
    },
    ofCorpus(name, compute) {
      ofCorpus.set(name, compute);
      return compute;
    },
  };
  const file = join(mkdtempSync(join(tmpdir(), 'yuanwen-values-')), 'index.sqlite');
  const bot = await createBot(corpus, { engine: 'sqlite', file, derivedValues });
  // the glossary and the suggested questions are asked for only where they are wanted
  bot.prepare();
  const suggestions = await Promise.all(
    corpus.articles.map((article) => bot.suggestionsOf(article)),
  );
  const values: Record<string, unknown> = {
    articles: corpus.articles.map((article) => [headOf(article), packBody(article)]),
    index: indexed(file),
    suggestions,
  };
  ofArticle.delete('suggestions');
  for (const [name, compute] of ofArticle)
    values[name] = await Promise.all(corpus.articles.map(compute));
  for (const [name, compute] of ofCorpus) values[name] = await compute(corpus.articles);
  expect(Object.keys(values).sort()).toEqual([...VALUE_NAMES].sort());
  return values as Record<ValueName, unknown>;
}

/** What the index holds of each article: its names, and the terms and characters of its paragraphs. */
function indexed(file: string): unknown[] {
  const database = new Sqlite(file, { readonly: true });
  const rows = database
    .prepare<[], { id: string; names: string; content: string }>(
      'SELECT id, names, content FROM article ORDER BY id',
    )
    .all();
  database.close();
  return rows.map(({ id, names, content }) => [id, names, content]);
}

describe('values that are kept on disk', () => {
  let values: Record<ValueName, unknown>;
  beforeAll(async () => {
    values = await makeValues();
  });

  it('are made as they were at their version', async () => {
    const now = snapshotOf(values);
    if (existsSync(SNAPSHOT))
      expect(versionsToRaise(JSON.parse(readFileSync(SNAPSHOT, 'utf8')), now)).toEqual([]);
    await expect(`${JSON.stringify(now, undefined, 2)}\n`).toMatchFileSnapshot(
      './derived-values.json',
    );
  });

  it.each(VALUE_NAMES)('name the version to raise where the %s are made otherwise', (name) => {
    const before = snapshotOf(values);
    const changed = { ...values, [name]: ['changed', values[name]] };
    expect(versionsToRaise(before, snapshotOf(changed))).toEqual([
      expect.stringContaining(`raise VALUE_KINDS.${name}.version in src/store/derived-values.ts`),
    ]);
    const raised = (one: ValueName) => kindOf(one).version + (one === name ? 1 : 0);
    expect(versionsToRaise(before, snapshotOf(changed, raised))).toEqual([]);
  });

  it('name the kind at the root where others are computed from it', () => {
    const before: ValueSnapshot = snapshotOf(values);
    const all = Object.fromEntries(VALUE_NAMES.map((name) => [name, 'changed']));
    const after = all as Record<ValueName, unknown>;
    expect(versionsToRaise(before, snapshotOf(after))).toEqual([
      expect.stringContaining('VALUE_KINDS.articles.version'),
    ]);
    const raised = (one: ValueName) => kindOf(one).version + (one === 'articles' ? 1 : 0);
    expect(versionsToRaise(before, snapshotOf(after, raised))).toEqual([]);
  });

  it('hold something of each kind', () => {
    for (const name of VALUE_NAMES)
      expect(JSON.stringify(values[name]).length, name).toBeGreaterThan(100);
  });
});

it('depend on packages that are installed', () => {
  const folders = createRequire(import.meta.url).resolve.paths('vitest') ?? [];
  for (const name of VALUE_NAMES)
    for (const one of kindOf(name).packages ?? [])
      expect(
        folders.some((folder) => existsSync(join(folder, one, 'package.json'))),
        one,
      ).toBe(true);
});
