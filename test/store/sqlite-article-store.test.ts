import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { createBot } from '../../src/bot/bot.ts';
import { openFolder } from '../../src/corpus/folder.ts';
import { extractFigures } from '../../src/figures/extract.ts';
import { articleStoreFile, dropOtherVersions, stateFile } from '../../src/store/file-names.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { type TagOf, tagOf } from '../../src/store/value-tag.ts';

/** The tags of code in which the version of one kind of value was raised. */
const raised =
  (name: string): TagOf =>
  (one) =>
    one === name ? 'raised' : tagOf(one);

let dir: string;
let file: string;
const warned: string[] = [];

function write(name: string, said: string): void {
  writeFileSync(join(dir, name), `${name}的报道\n\n2024-03-05\n\n${said}\n`);
}

/** Loads the folder as a new process would, and says of how many articles figures were looked for. */
async function start(tag = tagOf) {
  const store = openArticleStore(file, (line) => warned.push(line), { tag });
  const find = vi.spyOn(store, 'find');
  const at = vi.spyOn(store, 'at');
  const keep = vi.spyOn(store, 'keep');
  const corpus = await openFolder(dir, store).load();
  store.remember(corpus);
  const { articles } = corpus;
  const extract = vi.fn(extractFigures);
  const readFigures = store.ofArticle('figures', extract);
  const figures = articles.flatMap((article) => readFigures(article));
  const count = vi.fn(({ text }: Article) => text.length);
  const homes = store.ofArticle('homePlaces', count);
  for (const article of articles) homes(article);
  // opened while that can be done, and compared afterwards
  const held = articles.map((article) => ({ ...article }));
  store.close();
  const taken = [...find.mock.results, ...at.mock.results].filter(
    ({ value }) => value !== undefined,
  ).length;
  return {
    articles: held,
    figures,
    taken,
    read: keep.mock.calls.length,
    extracted: extract.mock.calls.length,
    counted: count.mock.calls.length,
  };
}

beforeEach(() => {
  warned.length = 0;
  dir = mkdtempSync(join(tmpdir(), 'yuanwen-kept-'));
  file = join(dir, '.state', 'store.sqlite');
  write('a.txt', '甲地的水厂今年通水，日供水8.5万吨，比去年增长12%。');
  write('b.txt', '乙地的大桥今年通车，全长3.2公里，总投资4亿元。');
});

describe('articles kept from one start to the next', () => {
  it('are taken as they were, with their figures', async () => {
    const first = await start();
    expect(first).toMatchObject({ taken: 0, read: 2, extracted: 2, counted: 2 });
    expect(first.figures.length).toBeGreaterThan(2);
    const second = await start();
    expect(second).toEqual({ ...first, taken: 2, read: 0, extracted: 0, counted: 0 });
    expect(warned).toEqual([]);
  });

  it('are read anew where the file has changed, and what is gone is forgotten', async () => {
    await start();
    write('a.txt', '甲地的水厂今年通水，日供水9.5万吨，比去年增长12%。');
    const { articles, taken, read, extracted } = await start();
    expect(articles[0]?.text).toContain('9.5万吨');
    expect([taken, read, extracted]).toEqual([1, 1, 1]);
    // two states before are kept, as a bot may be answering from one
    expect(bodies()).toBe(3);
    for (const [length, kept] of [
      ['3.5公里', 4],
      ['3.6公里', 4],
      ['3.7公里', 4],
    ] as const) {
      write('b.txt', `乙地的大桥今年通车，全长${length}，总投资4亿元。`);
      await start();
      expect(bodies()).toBe(kept);
    }
  });

  it('are not compared with their files where one holds nothing to quote', async () => {
    writeFileSync(join(dir, 'empty.txt'), '');
    const load = async () => {
      const store = openArticleStore(file, (line) => warned.push(line));
      const read = vi.spyOn(store, 'keep');
      const { isNoted, articles, problems } = await openFolder(dir, store).load();
      store.remember({ articles, problems });
      store.close();
      return {
        isNoted,
        titles: articles.length,
        faults: problems.length,
        read: read.mock.calls.length,
      };
    };
    // just written, a file may change again without its times telling
    expect(await load()).toEqual({ isNoted: false, titles: 2, faults: 1, read: 3 });
    vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] });
    try {
      expect(await load()).toEqual({ isNoted: true, titles: 2, faults: 1, read: 0 });
      write('empty.txt', '乙地的大桥今年通车。');
      vi.setSystemTime(Date.now() + 60_000);
      expect(await load()).toEqual({ isNoted: true, titles: 3, faults: 0, read: 1 });
      // what it held stays in service, and so does the comparing
      writeFileSync(join(dir, 'empty.txt'), '');
      vi.setSystemTime(Date.now() + 60_000);
      expect(await load()).toEqual({ isNoted: false, titles: 3, faults: 1, read: 0 });
    } finally {
      vi.useRealTimers();
    }
  });

  it('are the very same where others of their file change', async () => {
    const line = (id: string) => JSON.stringify({ id, title: id, paragraphs: [`${id}今年通水。`] });
    const jsonl = join(dir, 'articles.jsonl');
    writeFileSync(jsonl, [line('甲'), line('乙')].join('\n'));
    const store = openArticleStore(file, (told) => warned.push(told));
    const folder = openFolder(dir, store);
    const before = await folder.load();
    store.remember(before);
    writeFileSync(jsonl, [line('甲'), line('丙'), line('丁')].join('\n'));
    store.remember(await folder.load());
    const after = store.corpus();
    expect(after?.articles.map(({ id }) => id)).toEqual(['甲', '丙', '丁']);
    expect(after?.articles[0]).toBe(before.articles[0]);
    store.close();
  });

  it('are derived anew where the version of what is derived was raised, and nothing else is', async () => {
    const first = await start();
    const values = keys().filter((key) => key.includes('@'));
    expect(values).toHaveLength(4);
    const second = await start(raised('figures'));
    expect(second).toEqual({ ...first, taken: 2, read: 0, extracted: 2, counted: 0 });
    expect(await start(raised('figures'))).toMatchObject({ extracted: 0, counted: 0 });
    // those of the version before are gone, and what they were made of has stayed
    const kept = keys().filter((key) => key.includes('@'));
    expect(kept).toHaveLength(4);
    expect(kept.filter((key) => key.endsWith(' figures@raised'))).toHaveLength(2);
    expect(kept.filter((key) => values.includes(key))).toHaveLength(2);
  });

  it('are not done any more where a version was raised', async () => {
    const done = async (tag: TagOf) => {
      const store = openArticleStore(file, (line) => warned.push(line), { tag });
      store.remember(await openFolder(dir, store).load());
      const before = store.isDone('warmed up');
      store.finish('warmed up');
      store.close();
      return before;
    };
    expect(await done(tagOf)).toBe(false);
    expect(await done(tagOf)).toBe(true);
    expect(await done(raised('suggestions'))).toBe(false);
    expect(await done(raised('suggestions'))).toBe(true);
  });

  it('serve a process of other code while new code derives its own', async () => {
    const first = await start();
    const old = openArticleStore(file, (line) => warned.push(line), { readOnly: true });
    const { articles = [] } = old.corpus() ?? {};
    write('b.txt', '乙地的大桥今年通车，全长3.9公里，总投资4亿元。');
    const { figures } = await start(raised('figures'));
    expect(figures).not.toEqual(first.figures);
    const extract = vi.fn(extractFigures);
    expect(articles.flatMap(old.ofArticle('figures', extract))).toEqual(first.figures);
    // the new code has dropped them, and a reader puts nothing in their place
    expect(extract).toHaveBeenCalledTimes(2);
    expect(articles.map(({ text }) => text)).toEqual(first.articles.map(({ text }) => text));
    const { articles: now = [] } = old.corpus() ?? {};
    expect(now.find(({ id }) => id === 'b')?.text).toContain('3.9公里');
    old.close();
    expect(warned).toEqual([]);
  });

  it('derived by a reader are kept in its own file, and dropped with their article', async () => {
    await start(raised('figures'));
    const derivedFile = join(dir, 'derived.sqlite');
    const read = async () => {
      const options = { readOnly: true, derivedFile } as const;
      const store = openArticleStore(file, (line) => warned.push(line), options);
      const { articles = [] } = store.corpus() ?? {};
      const extract = vi.fn(extractFigures);
      const figures = articles.map(store.ofArticle('figures', extract));
      const suggest = vi.fn(async ({ title }: Article) => [`${title}是多少？`]);
      const suggestions = await Promise.all(articles.map(store.ofAwaited('suggestions', suggest)));
      // written when the turn of the event loop is over
      await new Promise(setImmediate);
      return { figures, suggestions, made: extract.mock.calls.length + suggest.mock.calls.length };
    };
    const first = await read();
    expect(first.made).toBe(4);
    expect(await read()).toEqual({ ...first, made: 0 });
    rmSync(join(dir, 'b.txt'));
    await start(raised('figures'));
    expect(await read()).toMatchObject({ made: 0 });
    const database = new Sqlite(derivedFile);
    expect(database.prepare('SELECT count(*) FROM kept').pluck().get()).toBe(2);
    database.close();
    expect(warned).toEqual([]);
  });

  it('stay open to a process of code that reads articles otherwise, when its file is dropped', async () => {
    const name = (tag: TagOf) => stateFile(join(dir, '.state'), 'articles', dir, tag);
    file = name(tagOf);
    const first = await start();
    const old = openArticleStore(file, (line) => warned.push(line), { readOnly: true });
    const { articles = [] } = old.corpus() ?? {};
    file = name(raised('articles'));
    expect(await start(raised('articles'))).toMatchObject({ taken: 0, read: 2 });
    dropOtherVersions(file);
    expect(articles.map(({ text }) => text)).toEqual(first.articles.map(({ text }) => text));
    // it knows that what others now keep is not of its file
    expect(old.corpus()).toBeUndefined();
    old.close();
  });

  function keys(): string[] {
    const database = new Sqlite(file);
    const found = database.prepare<[], string>('SELECT key FROM kept').pluck().all();
    database.close();
    return found;
  }

  function bodies(): number {
    const database = new Sqlite(file);
    const count = database
      .prepare("SELECT count(*) FROM kept WHERE key LIKE '% body'")
      .pluck()
      .get();
    database.close();
    return Number(count);
  }

  it('are never taken by a changed row, nor from what other code has kept', async () => {
    const first = await start();
    const database = new Sqlite(file);
    database.prepare("UPDATE kept SET value = replace(value, '8.5', '9.9')").run();
    database.close();
    // sealed as if it were ours: the checksums alone must tell
    writeFileSync(`${file}.seal`, await hashOf(file));
    const second = await start();
    expect(second.articles).toEqual(first.articles);
    expect(second.figures).toEqual(first.figures);
  });

  it('are asked for in vain, with a reply and a warning, where they were deleted meanwhile', async () => {
    await start();
    const open = async (readOnly: boolean) => {
      const store = openArticleStore(file, (line) => warned.push(line), { readOnly });
      const corpus = store.corpus() ?? { articles: [], problems: [] };
      const index = { engine: 'sqlite', file: join(dir, 'index.sqlite') } as const;
      const bot = await createBot(corpus, {
        ...index,
        derivedValues: store,
        warn: (line) => warned.push(line),
      });
      return { store, bot };
    };
    const first = await open(false);
    expect((await first.bot.ask('甲地的水厂日供水多少？')).lead).toContain('8.5万吨');
    first.store.close();
    const database = new Sqlite(file);
    database.prepare("DELETE FROM kept WHERE key LIKE '% body'").run();
    database.close();
    const { store, bot } = await open(true);
    expect(await bot.ask('甲地的水厂日供水多少？')).toMatchObject({
      outcome: 'unanswered',
      passages: [],
      notice: '文章暂时读不出来，请稍后再问。',
    });
    expect(warned).toEqual([expect.stringContaining('start again')]);
    rmSync(file);
    expect(store.corpus()).toBeUndefined();
  });

  it.each([
    ['torn', () => writeFileSync(file, readFileSync(file).subarray(0, 5000))],
    ['something else', () => writeFileSync(file, '不是数据库')],
  ])('are read anew where the file is %s', async (_, damage) => {
    const first = await start();
    damage();
    const second = await start();
    expect(second).toMatchObject({ taken: 0, read: 2 });
    expect(second.articles).toEqual(first.articles);
    expect(await start()).toMatchObject({ taken: 2 });
  });

  it('are done without where nothing can be written, and that is said once', async () => {
    file = join(dir, 'a.txt', 'store.sqlite');
    expect(await start()).toMatchObject({ taken: 0, read: 2, extracted: 2 });
    expect(warned).toHaveLength(1);
    expect(warned[0]).toContain('cannot be kept');
  });

  it('are kept only where reading takes longer than that', () => {
    expect(articleStoreFile('state', dir)).toBeUndefined();
    writeFileSync(join(dir, 'long.txt'), '长'.repeat(200_000));
    expect(articleStoreFile('state', dir)).toMatch(
      /^state.articles.[0-9a-f]{12}-[0-9a-f]{16}\.sqlite$/u,
    );
  });
});

async function hashOf(path: string): Promise<string> {
  const { createHash } = await import('node:crypto');
  return createHash('sha1').update(readFileSync(path)).digest('hex');
}
