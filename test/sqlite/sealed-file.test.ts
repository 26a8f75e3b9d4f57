import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import type { SearchArticle, SearchEngine } from '../../src/search/engine.ts';
import { createSqlite } from '../../src/search/engines/sqlite.ts';
import { openFile } from '../../src/sqlite/sealed-file.ts';
import { articleOf } from '../search/corpus.ts';

const SRC = fileURLToPath(new URL('../../dist/src/', import.meta.url));
const SENTENCES = ['技术 合同 成交额 307', '长三角 创新 _长三 _三角', '机构 参加 大会 9300'];

const opened: SearchEngine[] = [];

function newFile(): string {
  return join(mkdtempSync(join(tmpdir(), 'yuanwen-')), 'search', 'index.sqlite');
}

function open(file: string): SearchEngine {
  const engine = createSqlite(
    openFile(file, (name, options) => new Sqlite(name, options)),
    file,
  );
  opened.push(engine);
  return engine;
}

/** Articles of some sentences each, `count` of them. */
function articles(count: number, version = '1'): SearchArticle[] {
  return Array.from({ length: count }, (_, at) =>
    articleOf(`a${at}`, [...SENTENCES, `第${at} 篇 ${version}`], version),
  );
}

/** A file with ten articles in it, closed. */
async function written(): Promise<string> {
  const file = newFile();
  const engine = open(file);
  await engine.update([], articles(10));
  engine.close();
  return file;
}

const asked = ['技术', '大会', '第3', '_三角'];
const expected = async () => {
  const engine = createSqlite(new Sqlite(':memory:'));
  await engine.update([], articles(10));
  return engine.search(asked, 20);
};

afterEach(() => {
  for (const engine of opened.splice(0)) engine.close();
});

describe('a kept index', () => {
  it('is found again, and finds the same', async () => {
    const engine = open(await written());
    expect(engine.size).toBe(40);
    expect((await engine.held()).get('a3')).toEqual({ version: '1', names: ['a3公司'] });
    expect(await engine.search(asked, 20)).toEqual(await expected());
    expect(engine.characterFrequency('技')).toBe(10);
  });

  it('can be changed by article after it is found again', async () => {
    const file = await written();
    const engine = open(file);
    await engine.update(['a3', 'a4'], [articleOf('a3', ['改过 的 文章'], '2')]);
    engine.close();
    const again = open(file);
    expect(again.size).toBe(33);
    expect(await again.search(['第3', '第4'], 5)).toEqual([]);
    expect(await again.search(['改过'], 5)).toMatchObject([{ article: 'a3', place: 0 }]);
  });

  const DAMAGES: readonly (readonly [what: string, damage: (file: string) => void])[] = [
    ['text', (file) => writeFileSync(file, '这不是数据库。'.repeat(1000))],
    ['empty', (file) => writeFileSync(file, '')],
    ['cut in half', (file) => truncateSync(file, statSync(file).size / 2)],
    [
      'altered in the middle',
      (file) => {
        const bytes = readFileSync(file);
        bytes.fill(0x5a, bytes.length / 2, bytes.length / 2 + 600);
        writeFileSync(file, bytes);
      },
    ],
    [
      'a database of somebody else’s',
      (file) => {
        rmSync(file);
        rmSync(`${file}.seal`);
        new Sqlite(file).exec('CREATE TABLE article (x)').close();
      },
    ],
    [
      'of another layout',
      (file) => {
        rmSync(`${file}.seal`);
        const database = new Sqlite(file);
        database.pragma('user_version = 999');
        database.close();
      },
    ],
    [
      'cut in half, and no seal',
      (file) => {
        rmSync(`${file}.seal`);
        truncateSync(file, statSync(file).size / 2);
      },
    ],
  ];

  it.each(DAMAGES)('is begun anew where the file is %s', async (_, damage) => {
    const file = await written();
    damage(file);
    const engine = open(file);
    expect([engine.size, (await engine.held()).size]).toEqual([0, 0]);
    await engine.update([], articles(10));
    expect(await engine.search(asked, 20)).toEqual(await expected());
    engine.close();
    expect(open(file).size).toBe(40);
  });

  it('tells by their versions which articles another process has changed', async () => {
    const file = await written();
    const reader = open(file);
    const writer = open(file);
    await writer.update(['a3', 'a4'], [articleOf('a3', SENTENCES, '2')]);
    const hits = await reader.search(asked, 40);
    const changed = hits.filter(({ article }) => article === 'a3');
    expect(changed.map(({ version }) => version)).toEqual(['2', '2', '2']);
    await expect(reader.update(['a5'], [])).rejects.toThrow();
    // from then on it knows
    expect((await reader.held()).get('a3')?.version).toBe('2');
    expect(reader.size).toBe(35);
    await reader.update(['a5'], [articleOf('a11', SENTENCES)]);
    writer.close();
    reader.close();
    expect((await open(file).held()).has('a11')).toBe(true);
  });

  it('survives being killed while it is written, at any moment', { timeout: 120_000 }, async () => {
    const file = await written();
    let unfinished = 0;
    for (const moment of [40, 90, 140, 190, 240, 300, 400, 600]) {
      if (!(await rewriteAndKill(file, moment))) unfinished += 1;
      const engine = open(file);
      const versions = new Set([...(await engine.held()).values()].map(({ version }) => version));
      // the old state or the new one, whole: never some of each
      expect(versions.size).toBe(1);
      expect(engine.size).toBe((await engine.held()).size * 4);
      expect(await engine.search(['技术'], 5000)).toHaveLength((await engine.held()).size);
      expect(engine.documentFrequency('技术')).toBe((await engine.held()).size);
      engine.close();
    }
    expect(unfinished).toBeGreaterThan(0);
    expect(existsSync(file)).toBe(true);
  });
});

/**
 * A process that replaces all articles over and over, each time in another version, killed so many
 * milliseconds after it began to; says whether it had got through at least once.
 */
function rewriteAndKill(file: string, moment: number): Promise<boolean> {
  const script = `
    import Sqlite from 'better-sqlite3';
    import { createSqlite } from ${JSON.stringify(`${SRC}search/engines/sqlite.js`)};
    import { openFile } from ${JSON.stringify(`${SRC}sqlite/sealed-file.js`)};
    import { IndexedDocument } from ${JSON.stringify(`${SRC}search/indexed-document.js`)};
    import { packEach } from ${JSON.stringify(`${SRC}language/packed-terms.js`)};
    const file = ${JSON.stringify(file)};
    const engine = createSqlite(openFile(file, (name, options) => new Sqlite(name, options)), file);
    const sentences = ${JSON.stringify(SENTENCES)};
    process.stdout.write('begin');
    for (let round = 0; ; round += 1) {
      const version = String(Date.now() + round);
      const articles = Array.from({ length: 2000 }, (_, at) => ({
        id: 'a' + at, version, names: [],
        documents: [...sentences, '第' + at + ' 篇 ' + version].map(
          (text) => new IndexedDocument('', packEach(text.split(' ')), text),
        ),
      }));
      await engine.update((await engine.held()).keys(), articles);
      process.stdout.write('done');
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: SRC,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve) => {
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      if (printed === '') setTimeout(() => child.kill('SIGKILL'), moment);
      printed += text;
    });
    child.on('close', () => resolve(printed.includes('done')));
  });
}
