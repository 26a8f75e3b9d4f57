import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Conversations, createConversations } from '../../../src/bot/conversations.ts';
import { createPostgresConversations } from '../../../src/bot/postgres-conversations.ts';
import { createNotes, type Notes } from '../../../src/chat/records/notes.ts';
import { createPostgresNotes } from '../../../src/chat/records/postgres-notes.ts';
import { createPostgresRecords } from '../../../src/chat/records/postgres-records.ts';
import { type ChatRecords, createRecords } from '../../../src/chat/records/records.ts';
import { newStateDir } from '../../helpers/chat.ts';
import { HAS_POSTGRES } from '../../helpers/postgres-binaries.ts';
import { type SharedDatabase, startSharedDatabase } from '../../helpers/shared-database.ts';
import { understand } from '../../helpers/tokenizer.ts';

/** What a process remembers, and the same as its next start finds it. */
interface Stores {
  /** The records as a process that starts now has them. */
  records(): ChatRecords;
  conversations(): Conversations;
  notes(): Notes;
  /** Makes votes and questions that are kept so many days older. */
  age(days: number): Promise<void>;
}

const DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60_000;
let shared: SharedDatabase | undefined;
let tenants = 0;

function overFiles(): Stores {
  const dir = newStateDir();
  const conversations = createConversations();
  const notes = createNotes(MINUTE);
  return {
    records: () => createRecords(dir, DAYS),
    conversations: () => conversations,
    notes: () => notes,
    async age(days) {
      for (const name of ['votes.jsonl', 'unanswered.jsonl']) {
        const file = join(dir, name);
        const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
        const older = lines.map((line) => {
          const { at, ...rest } = JSON.parse(line) as { readonly at: string };
          const date = new Date(Date.parse(at) - days * DAY).toISOString();
          return `${JSON.stringify({ at: date, ...rest })}\n`;
        });
        writeFileSync(file, older.join(''));
      }
    },
  };
}

function overPostgres(): Stores {
  const tenant = `t${++tenants}`;
  const connect = () => shared!.connect(tenant);
  return {
    records: () => createPostgresRecords(connect(), DAYS),
    conversations: () => createPostgresConversations(connect()),
    notes: () => createPostgresNotes(connect(), 'kind', MINUTE),
    async age(days) {
      for (const table of ['vote', 'unmet_question'])
        await connect().query(
          `UPDATE ${table} SET at = at - $2 * interval '1 day' WHERE tenant = $1`,
          [tenant, days],
        );
    },
  };
}

const EVERYWHERE: readonly (readonly [string, () => Stores])[] = [
  ['in files and memory', overFiles],
  ...(HAS_POSTGRES ? [['in PostgreSQL', overPostgres] as const] : []),
];

beforeAll(async () => {
  if (HAS_POSTGRES) shared = await startSharedDatabase();
});
afterAll(() => shared?.end());

describe.each(EVERYWHERE)('what a chat remembers %s', (_, open) => {
  const questions = async (records: ChatRecords) =>
    (await records.unmet.all()).map(({ question, why }) => [question, why]);
  const vote = (question: string) => ({ platform: 'test', vote: 'down', question }) as const;

  it('counts the last vote of a press, also after a restart', async () => {
    const stores = open();
    const { votes, unmet } = stores.records();
    await votes.keep('t:1:9', 't:9', vote('问'));
    await votes.keep('t:1:9', 't:9', { ...vote('问'), reason: 'wrong' });
    await votes.keep('t:2:8', 't:8', vote('别的'));
    expect(await unmet.all()).toMatchObject([
      { question: '问', why: 'down', reason: 'wrong' },
      { question: '别的', why: 'down' },
    ]);
    const next = stores.records();
    await next.votes.keep('t:1:9', 't:9', { platform: 'test', vote: 'up', question: '问' });
    expect(await questions(next)).toEqual([['别的', 'down']]);
    expect(await next.votes.last(1)).toMatchObject([
      { platform: 'test', vote: 'up', question: '问' },
    ]);
  });

  it('deletes a person’s votes, and nobody else’s, also after a restart', async () => {
    const stores = open();
    const { votes } = stores.records();
    await votes.keep('t:1:9', 't:9', vote('一'));
    await votes.keep('t:2:9', 't:9', vote('二'));
    await votes.keep('t:1:8', 't:8', vote('三'));
    const next = stores.records();
    await next.votes.forget('t:9');
    expect(await questions(next)).toEqual([['三', 'down']]);
  });

  it('keeps questions without a sure answer, those worth it, in order', async () => {
    const stores = open();
    const { unmet } = stores.records();
    const nearest = { place: '《公报》第3段', text: '供水' };
    await unmet.add({ question: '红烧肉？', why: 'refused', nearest });
    await unmet.add({ question: '水？', why: 'unsure' });
    await unmet.add({ question: '  ', why: 'refused' });
    await unmet.add({ question: '长'.repeat(501), why: 'refused' });
    expect(await stores.records().unmet.all()).toMatchObject([
      { question: '红烧肉？', why: 'refused', nearest },
      { question: '水？', why: 'unsure' },
    ]);
  });

  it('deletes votes and questions after their days', async () => {
    const stores = open();
    const { votes, unmet } = stores.records();
    await votes.keep('t:1:9', 't:9', vote('旧'));
    await unmet.add({ question: '旧的', why: 'refused' });
    await stores.age(DAYS + 1);
    await votes.keep('t:2:9', 't:9', vote('新'));
    await unmet.add({ question: '新的', why: 'refused' });
    const next = stores.records();
    await next.votes.prune();
    await next.unmet.prune();
    await stores.age(1 - DAYS);
    expect(await questions(next)).toEqual(
      expect.arrayContaining([
        ['新', 'down'],
        ['新的', 'refused'],
      ]),
    );
    expect(await next.unmet.all()).toHaveLength(2);
  });

  it('slows whoever asks without pause, and nobody else', async () => {
    const { allow } = open().records();
    const asked: string[] = [];
    for (let i = 0; i < 33; i++) asked.push(await allow('t:9'));
    expect(asked).toEqual([
      ...Array.from({ length: 30 }, () => 'yes'),
      ...['hint', 'silent', 'silent'],
    ]);
    expect(await allow('t:8')).toBe('yes');
    expect(await allow('t:9', 'typing')).toBe('yes');
  });

  it('notes small things by their keys, the last of each', async () => {
    const stores = open();
    const notes = stores.notes();
    await notes.put('甲:1', '一');
    await notes.put('甲:1', '二');
    await notes.put('乙:1', '三');
    expect(await stores.notes().get('甲:1')).toBe('二');
    expect(await stores.notes().get('丙:1')).toBeUndefined();
    await notes.forget((key) => key.startsWith('甲'));
    expect(await stores.notes().get('甲:1')).toBeUndefined();
    expect(await stores.notes().get('乙:1')).toBe('三');
  });

  it('hands the next turn of a conversation all of the last', async () => {
    const stores = open();
    const conversations = stores.conversations();
    const turn = (question: string) => ({ question: understand(question), article: 'a.txt' });
    await conversations.remember('t:1:9', turn('2021年成交额是多少？'));
    await conversations.remember('t:1:9', turn('2022年江苏输出的技术合同成交额是多少？'));
    await conversations.remember('t:1:8', turn('水？'));
    const next = stores.conversations();
    expect(await next.last('t:1:9')).toEqual(turn('2022年江苏输出的技术合同成交额是多少？'));
    expect(await next.last('t:2:9')).toBeUndefined();
    await next.forget((key) => key.endsWith(':9'));
    expect(await conversations.last('t:1:9')).toBeUndefined();
    expect(await conversations.last('t:1:8')).toEqual(turn('水？'));
  });

  it('takes whatever people type', async () => {
    const stores = open();
    const { votes, unmet } = stores.records();
    const odd = ['零\u0000字', '半个\ud83d字', "'; DROP TABLE vote; --", '\u2028"\\'];
    for (const question of odd) {
      await unmet.add({ question, why: 'refused' });
      await votes.keep(`t:${question}`, 't:9', vote(question));
      await stores.conversations().remember(question, { question: understand(question) });
      await stores.notes().put(question, question);
      expect(await stores.conversations().last(question)).toMatchObject({
        question: { type: 'thing' },
      });
    }
    expect(await unmet.all()).toHaveLength(2 * odd.length);
  });
});

describe.skipIf(!HAS_POSTGRES)('what several workers remember', () => {
  it('is another tenant’s own', async () => {
    const [own, other] = [overPostgres(), overPostgres()];
    await own.records().votes.keep('t:1:9', 't:9', { platform: 't', vote: 'down', question: '问' });
    await own.records().unmet.add({ question: '问', why: 'refused' });
    await own.notes().put('键', '值');
    await own.conversations().remember('t:1:9', { question: understand('问') });
    for (let i = 0; i < 40; i++) await own.records().allow('t:9');
    expect(await other.records().unmet.all()).toEqual([]);
    expect(await other.notes().get('键')).toBeUndefined();
    expect(await other.conversations().last('t:1:9')).toBeUndefined();
    expect(await other.records().allow('t:9')).toBe('yes');
    await other.records().votes.forget('t:9');
    await other.conversations().forget(() => true);
    await other.notes().forget(() => true);
    expect(await own.records().unmet.all()).toHaveLength(2);
    expect(await own.conversations().last('t:1:9')).toBeDefined();
    expect(await own.notes().get('键')).toBe('值');
  });

  it('counts no longer than it is to', async () => {
    const database = shared!.connect('ages');
    const notes = createPostgresNotes(database, 'kind', 0);
    const conversations = createPostgresConversations(database, 0);
    await notes.put('键', '值');
    await conversations.remember('t:1:9', { question: understand('问') });
    expect(await notes.get('键')).toBeUndefined();
    expect(await conversations.last('t:1:9')).toBeUndefined();
    await conversations.prune();
    expect(await database.query('SELECT * FROM conversation WHERE tenant = $1', ['ages'])).toEqual(
      [],
    );
  });
});
