import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleFiles, folderFiles } from '../../src/corpus/change-folder.ts';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import {
  createPostgresArticleFiles,
  type ServedFile,
} from '../../src/store/postgres-article-files.ts';
import type { Span } from '../../src/util/span.ts';
import { HAS_POSTGRES } from '../helpers/postgres-binaries.ts';
import { type PostgresCluster, startPostgres } from '../helpers/postgres-cluster.ts';

const PAGE = 'https://news.example.org/1';
const TEXT = Buffer.from('公报\n\n2022年新建学校12所。\n');

/** What files of articles do wherever they are. @param create makes them with one file, old.txt */
function articleFilesContract(create: () => ArticleFiles): void {
  it('take a new file in, once, and out again, once', async () => {
    const files = create();
    expect(await files.put('公报 2022.txt', TEXT)).toBeUndefined();
    expect(await files.put('公报 2022.txt', TEXT)).toBe('exists');
    expect(await files.remove('公报 2022.txt')).toBeUndefined();
    expect(await files.remove('公报 2022.txt')).toBe('missing');
    expect(await files.put('公报 2022.txt', TEXT)).toBeUndefined();
  });

  it('take out a file that was there before, but none in its place', async () => {
    const files = create();
    expect(await files.put('old.txt', TEXT)).toBe('exists');
    expect(await files.remove('old.txt')).toBeUndefined();
    expect(await files.remove('old.txt')).toBe('missing');
  });

  it('put a file in the place of one that is there, and of none that is not', async () => {
    const files = create();
    expect(await files.replace('none.txt', TEXT)).toBe('missing');
    expect(await files.replace('old.txt', TEXT)).toBeUndefined();
    expect(await files.put('old.txt', TEXT)).toBe('exists');
    expect(await files.remove('old.txt')).toBeUndefined();
    expect(await files.replace('old.txt', TEXT)).toBe('missing');
    expect([await files.has('old.txt'), await files.has('none.txt')]).toEqual([false, false]);
  });

  it('know a page by its address for as long as its file is there', async () => {
    const files = create();
    const known = { fault: 'known', detail: 'page.txt' };
    expect(await files.obstacle([PAGE])).toBeUndefined();
    expect(await files.put('page.txt', TEXT, `title: "x"\nurl: "${PAGE}"\n`)).toBeUndefined();
    expect(await files.obstacle(['https://a.example/other', PAGE])).toEqual(known);
    expect(await files.obstacle([`${PAGE}0`])).toBeUndefined();
    expect(await files.obstacle([])).toBeUndefined();
    // what is put in its place is of no address
    expect(await files.replace('page.txt', TEXT)).toBeUndefined();
    expect(await files.obstacle([PAGE])).toBeUndefined();
    expect(await files.replace('page.txt', TEXT, `url: "${PAGE}"\n`)).toBeUndefined();
    expect(await files.obstacle([PAGE])).toEqual(known);
    expect(await files.remove('page.txt')).toBeUndefined();
    expect(await files.obstacle([PAGE])).toBeUndefined();
  });

  it.each([
    ['../x.txt', 'name'],
    ['sub/x.txt', 'name'],
    ['.x.txt', 'name'],
    ['', 'name'],
    ['readme.MD', 'name'],
    ['x\n.txt', 'name'],
    ['x.exe', 'format'],
    ['x.jsonl', 'format'],
  ])('refuse %j: %s', async (name, fault) => {
    const files = create();
    expect(await files.put(name, TEXT)).toBe(fault);
    expect(await files.replace(name, TEXT)).toBe(fault);
    expect(await files.remove(name)).toBe(fault);
  });

  it('refuse what would not be read', async () => {
    expect(await create().put('x.txt', Buffer.alloc(0))).toBe('size');
    expect(await create().put('x.txt', Buffer.alloc(9 * 1024 * 1024))).toBe('size');
  });
}

describe('files of articles in a folder', () => {
  articleFilesContract(() => {
    const dir = mkdtempSync(join(tmpdir(), 'yuanwen-'));
    writeFileSync(join(dir, 'old.txt'), 'old');
    return folderFiles(dir, join(dir, 'removed'));
  });
});

describe.skipIf(!HAS_POSTGRES)('files of articles in PostgreSQL', () => {
  let cluster: PostgresCluster;
  const opened: Database[] = [];
  beforeAll(async () => {
    cluster = await startPostgres();
    await migrate(cluster.url);
  });
  afterAll(async () => {
    for (const database of opened) await database.close();
    await cluster?.end();
  });

  function newTenant(): Database {
    const database = openDatabase({ url: cluster.url, tenant: `t${opened.length}` });
    opened.push(database);
    return database;
  }
  const OLD: ServedFile = { file: 'old.txt', head: [] };

  articleFilesContract(() => createPostgresArticleFiles(newTenant(), () => [OLD]));

  it('are told of what is served from a folder', async () => {
    const nowhere = { start: 0, end: 0 } as Span;
    const url = { field: 'url', value: PAGE, span: nowhere, line: nowhere } as const;
    const database = newTenant();
    const whole = createPostgresArticleFiles(database, () => [
      { file: 'articles.jsonl', head: [] },
    ]);
    expect(await whole.obstacle([])).toEqual({ fault: 'whole' });
    const files = createPostgresArticleFiles(database, () => [{ ...OLD, head: [url] }]);
    expect(await files.obstacle([PAGE])).toEqual({ fault: 'known', detail: 'old.txt' });
    await files.remove('old.txt');
    expect(await files.obstacle([PAGE])).toBeUndefined();
  });

  it('keep what they held before it was replaced or taken out, of each tenant apart', async () => {
    const [database, other] = [newTenant(), newTenant()];
    const files = createPostgresArticleFiles(database, () => []);
    await files.put('a.txt', Buffer.from('first'), 'title: "one"\n');
    await files.replace('a.txt', Buffer.from('second'));
    await files.remove('a.txt');
    await files.put('a.txt', Buffer.from('third'));
    const before = ({ query, tenant }: Database) =>
      query<{ name: string; content: Buffer }>(
        'SELECT name, content FROM article_file_before WHERE tenant = $1 ORDER BY id',
        [tenant],
      );
    expect((await before(database)).map(({ name, content }) => `${name} ${content}`)).toEqual([
      'a.txt first',
      'a.txt.yaml title: "one"\n',
      'a.txt second',
    ]);
    expect(await before(other)).toEqual([]);
  });
});
