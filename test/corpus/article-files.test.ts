import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleFiles, folderFiles } from '../../src/corpus/change-folder.ts';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { createPostgresArticleFiles } from '../../src/store/postgres-article-files.ts';
import { HAS_POSTGRES } from '../helpers/postgres-binaries.ts';
import { type PostgresCluster, startPostgres } from '../helpers/postgres-cluster.ts';

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

  articleFilesContract(() => {
    const database = openDatabase({ url: cluster.url, tenant: `t${opened.length}` });
    opened.push(database);
    return createPostgresArticleFiles(database, (name) => name === 'old.txt');
  });
});
