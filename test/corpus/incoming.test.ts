import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { folderFiles } from '../../src/corpus/change-folder.ts';
import { createIncoming, type SentArticle } from '../../src/corpus/incoming.ts';
import { folderWaitingFiles } from '../../src/corpus/waiting-files.ts';
import { BULLETIN } from '../helpers/chat.ts';

let dir: string;
let stateDir: string;
beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), 'yuanwen-incoming-'));
  [dir, stateDir] = [join(root, 'corpus'), join(root, 'state')];
  mkdirSync(dir);
});

const incoming = () =>
  createIncoming(
    folderFiles(dir, join(stateDir, 'removed')),
    folderWaitingFiles(join(stateDir, 'incoming')),
    async () => ({ ok: false, fault: 'unreachable', detail: 'no net' }),
  );
const bytes = (text: string) => Buffer.from(text);
async function read(name: string, text = BULLETIN): Promise<SentArticle> {
  const sent = await incoming().readFile(name, bytes(text));
  if (!sent.ok) throw new Error(sent.fault);
  return sent;
}

describe('a file that was sent', () => {
  it('is in the folder only when it is taken, in a later process too', async () => {
    const { key, file, article } = await read('公报.txt');
    expect(article.title).toBe('滨江新区2022年水务公报');
    expect(readdirSync(dir)).toEqual([]);
    expect(await incoming().take(key, false)).toEqual({
      ok: true,
      file,
      digest: article.digest,
    });
    expect(readFileSync(join(dir, '公报.txt'), 'utf8')).toBe(BULLETIN);
    expect(await incoming().take(key, false)).toEqual({ ok: false, fault: 'expired' });
  });

  it.each([
    ['/etc/passwd.txt', 'etc passwd.txt'],
    ['..\\..\\公报.TXT', '公报.txt'],
    ['a\u202egpj.txt', 'a gpj.txt'],
    [`${'长'.repeat(300)}.md`, `${'长'.repeat(56)}.md`],
  ])('of the name %j has a plain one', async (given, name) => {
    expect((await read(given)).file).toBe(name);
  });

  it.each(['.txt', 'README.md', 'con.txt', '/', ''])('is refused by the name %j', async (name) => {
    expect(await incoming().readFile(name, bytes(BULLETIN))).toMatchObject({
      ok: false,
      fault: expect.stringMatching(/^(?:name|format)$/),
    });
  });

  it('takes no place unasked, and leaves what it replaces elsewhere, with what is said of it', async () => {
    writeFileSync(join(dir, '公报.txt'), '旧');
    writeFileSync(join(dir, '公报.txt.yaml'), 'date: 2001-01-01\n');
    const { key, isThere } = await read('公报.txt');
    expect(isThere).toBe(true);
    expect(await incoming().take(key, false)).toMatchObject({ ok: false, fault: 'exists' });
    expect(await incoming().take(key, true)).toMatchObject({ ok: true });
    expect(readdirSync(dir)).toEqual(['公报.txt']);
    expect(readFileSync(join(dir, '公报.txt'), 'utf8')).toBe(BULLETIN);
    const kept = readdirSync(join(stateDir, 'removed')).sort();
    expect(kept).toEqual([
      expect.stringMatching(/ 公报\.txt$/),
      expect.stringMatching(/ 公报\.txt\.yaml$/),
    ]);
  });

  it('waits for a day, and gives way to newer ones', async () => {
    const first = await read('0.txt');
    const waiting = join(stateDir, 'incoming');
    const note = join(waiting, `${first.key.toString(36)}.json`);
    const old = (Date.now() - 25 * 60 * 60 * 1000) / 1000;
    utimesSync(note, old, old);
    for (let number = 1; number <= 25; number++) await read(`${number}.txt`);
    expect(existsSync(note)).toBe(false);
    expect(readdirSync(waiting).filter((name) => name.endsWith('.json'))).toHaveLength(20);
    expect(await incoming().take(first.key, false)).toEqual({ ok: false, fault: 'expired' });
  });

  it('is not read beside a whole corpus, nor when it is no document', async () => {
    expect(await incoming().readFile('a.exe', bytes('MZ'))).toEqual({ ok: false, fault: 'format' });
    writeFileSync(join(dir, 'articles.jsonl'), '');
    expect(await incoming().readFile('a.txt', bytes(BULLETIN))).toEqual({
      ok: false,
      fault: 'whole',
    });
  });

  it('whose note is damaged is not there', async () => {
    const { key } = await read('公报.txt');
    writeFileSync(join(stateDir, 'incoming', `${key.toString(36)}.json`), '{"file":');
    expect(await incoming().take(key, false)).toEqual({ ok: false, fault: 'expired' });
  });
});

it('a page that cannot be had says why', async () => {
  expect(await incoming().readPage('https://example.org/')).toEqual({
    ok: false,
    fault: 'unreachable',
    detail: 'no net',
  });
});
