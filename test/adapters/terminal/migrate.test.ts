import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../adapters/common/settings.ts';
import { type Move, runMigrate } from '../../../adapters/terminal/migrate.ts';
import { createVotes } from '../../../src/chat/records/votes.ts';
import { openDatabase } from '../../../src/postgres/database.ts';
import { createPostgresArticleFiles } from '../../../src/store/postgres-article-files.ts';
import { HAS_POSTGRES } from '../../helpers/postgres-binaries.ts';
import { type PostgresCluster, startPostgres } from '../../helpers/postgres-cluster.ts';

describe.skipIf(!HAS_POSTGRES)('npm run migrate', () => {
  const home = mkdtempSync(join(tmpdir(), 'yuanwen-migrate-'));
  let cluster: PostgresCluster;

  beforeAll(async () => {
    cluster = await startPostgres();
  });
  afterAll(async () => {
    await cluster?.end();
    rmSync(home, { recursive: true, force: true });
  });

  const at = (name: string) => join(home, name);
  async function move(how: Move, corpus: string, state: string): Promise<string> {
    const output = new PassThrough();
    const config = readConfig(
      { DATABASE_URL: cluster.url, STATE_DIR: at(state), LOG_LEVEL: 'silent' },
      at('none.env'),
    );
    const io = { input: process.stdin, output, errors: new PassThrough(), env: {} };
    await runMigrate(at(corpus), config, how, io as never);
    output.end();
    return text(output);
  }
  const linesOf = (state: string, name: string) =>
    readFileSync(join(at(state), name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));

  it('makes the tables, once', async () => {
    expect(await move('tables', 'none', 'none')).toMatch(/tables made: 0001_lease/);
    expect(await move('tables', 'none', 'none')).toBe('the tables are up to date\n');
  });

  it('moves articles, votes and questions to the database and back, as they were', async () => {
    mkdirSync(at('corpus'));
    writeFileSync(join(at('corpus'), '公报.txt'), '公报\n\n新建学校12所。\n');
    writeFileSync(join(at('corpus'), 'page.html'), Buffer.from([0x3c, 0x70, 0x3e, 0xff, 0x00]));
    const votes = createVotes(at('state'), 30);
    const vote = { platform: 'telegram', question: '多少所？', article: '公报', paragraph: 2 };
    await votes.keep('press', 'person', { ...vote, vote: 'down', reason: 'wrong' });
    await votes.keep('press', 'person', { ...vote, vote: 'up' });
    const now = new Date().toISOString();
    const unmet = [
      { at: now, question: '月球上有学校吗？', why: 'refused' },
      {
        at: now,
        question: '几所？',
        why: 'unsure',
        nearest: { place: '公报 第1段', text: '新建' },
      },
    ];
    writeFileSync(
      join(at('state'), 'unanswered.jsonl'),
      unmet.map((one) => `${JSON.stringify(one)}\n`).join(''),
    );

    for (let times = 0; times < 2; times += 1)
      expect(await move('to-database', 'corpus', 'state')).toMatch(/1 votes and 2 questions/);
    expect(await move('to-files', 'corpus-again', 'state-again')).toMatch(
      /2 files of articles, 1 votes and 2 questions/,
    );
    for (const name of ['公报.txt', 'page.html'])
      expect(readFileSync(join(at('corpus-again'), name))).toEqual(
        readFileSync(join(at('corpus'), name)),
      );
    expect(readdirSync(at('corpus-again'))).toHaveLength(2);
    expect(linesOf('state-again', 'unanswered.jsonl')).toEqual(unmet);
    expect(linesOf('state-again', 'votes.jsonl')).toEqual(
      linesOf('state', 'votes.jsonl').slice(-1),
    );
    // by its key, whoever voted can delete the vote still
    await createVotes(at('state-again'), 30).forget('person');
    expect(linesOf('state-again', 'votes.jsonl')).toEqual([]);
  });

  it('moves what was replaced and taken out, too, and keeps what a folder holds of another content', async () => {
    const database = openDatabase({ url: cluster.url, tenant: 'default' });
    const files = createPostgresArticleFiles(database, () => []);
    await files.replace('公报.txt', Buffer.from('公报\n\n新建学校13所。\n'), 'source: "教育局"\n');
    await files.remove('page.html');
    await database.close();
    const removed = (state: string) => readdirSync(join(at(state), 'removed')).sort();
    mkdirSync(at('corpus-third'));
    writeFileSync(join(at('corpus-third'), '公报.txt'), 'of this folder\n');
    writeFileSync(join(at('corpus-third'), 'page.html'), 'of this folder\n');
    expect(await move('to-files', 'corpus-third', 'state-third')).toMatch(/2 files of articles/);
    expect(readdirSync(at('corpus-third')).sort()).toEqual(['公报.txt', '公报.txt.yaml']);
    expect(readFileSync(join(at('corpus-third'), '公报.txt'), 'utf8')).toContain('13所');
    const kept = removed('state-third').map((name) =>
      readFileSync(join(at('state-third'), 'removed', name), 'latin1'),
    );
    expect(kept.sort()).toEqual(
      [
        'of this folder\n',
        'of this folder\n',
        '<p>\u00ff\u0000',
        Buffer.from('公报\n\n新建学校12所。\n').toString('latin1'),
      ].sort(),
    );
  });

  it('mixes nothing into what a folder holds already', async () => {
    await expect(move('to-files', 'corpus-again', 'state-again')).rejects.toThrow(/there already/);
  });

  it('moves nothing while messages wait for an answer', async () => {
    mkdirSync(at('waiting'));
    const update = {
      update_id: 5,
      message: { message_id: 1, date: 0, chat: { id: 1, type: 'private', first_name: 'a' } },
    };
    writeFileSync(join(at('waiting'), 'telegram-77.jsonl'), `${JSON.stringify({ update })}\n`);
    await expect(move('to-database', 'corpus', 'waiting')).rejects.toThrow(/1 messages wait/);
    const database = openDatabase({ url: cluster.url, tenant: 'default' });
    await database.query(
      "INSERT INTO queued_update (tenant, bot, id, place, body) VALUES ('default', 'b', 1, 'p', '{}')",
    );
    await database.close();
    await expect(move('to-files', 'other', 'other-state')).rejects.toThrow(/1 messages wait/);
  });
});
