import { join } from 'node:path';
import type { Update } from 'grammy/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOf } from '../../../adapters/telegram/updates/intake.ts';
import { type Answer, openJournal } from '../../../adapters/telegram/updates/journal.ts';
import { createPostgresQueue } from '../../../src/chat/queue/postgres-queue.ts';
import { takeLease } from '../../../src/postgres/lease.ts';
import { collectWrites } from '../../../src/postgres/unit-of-work.ts';
import { newStateDir } from '../../helpers/chat.ts';
import { HAS_POSTGRES } from '../../helpers/postgres-binaries.ts';
import { type SharedDatabase, startSharedDatabase } from '../../helpers/shared-database.ts';

/** One process with a journal; the next one is made while this one is as good as killed. */
interface Process {
  /** Takes updates down; gives the ids of those that are new. */
  take(...updates: readonly Update[]): Promise<readonly number[]>;
  /** Answers what waits, in the order in which it is handed out; gives the updates. */
  answerAll(answer?: (update: Update) => Answer): Promise<readonly Update[]>;
  answersTo(chat: number, message: number): Promise<readonly number[]>;
  forget(person: number, besides?: number): Promise<void>;
}

const update = (update_id: number, text = '问', chat = 7): Update => ({
  update_id,
  message: {
    message_id: update_id,
    date: 1,
    chat: { id: chat, type: 'private', first_name: '甲' },
    from: { id: chat, is_bot: false, first_name: '甲' },
    text,
  },
});
const idsOf = (updates: readonly Update[]) => updates.map(({ update_id }) => update_id);

let shared: SharedDatabase | undefined;
let tenants = 0;

function overFiles(): () => Promise<Process> {
  const file = join(newStateDir(), 'journal.jsonl');
  return async () => {
    const journal = openJournal(file, () => {});
    const open = [...journal.pending];
    return {
      async take(...updates) {
        const taken = await journal.take(updates);
        open.push(...taken);
        return idsOf(taken);
      },
      async answerAll(answer) {
        const answered = open.splice(0).filter(({ update_id: id }) => !isDone(id));
        for (const each of answered) await journal.finish(each.update_id, answer?.(each));
        return answered;
      },
      answersTo: journal.answersTo,
      forget: journal.forget,
    };
    // what was deleted is done as far as a journal knows
    function isDone(id: number): boolean {
      const { pending } = openJournal(file, () => {});
      return !pending.some(({ update_id }) => update_id === id);
    }
  };
}

function overPostgres(): () => Promise<Process> {
  const database = shared!.connect(`j${++tenants}`);
  const queue = createPostgresQueue(database, 'telegram:1');
  return async () => {
    // whoever held what waits is dead
    await database.query('DELETE FROM lease WHERE tenant = $1', [database.tenant]);
    const worker = (await takeLease(database, `worker:${++tenants}`, 600))!.holder;
    return {
      take: (...updates) =>
        queue.take(
          updates.map((each) => ({
            id: each.update_id,
            place: placeOf(each),
            person: String(each.message?.from?.id),
            message: each.message?.message_id,
            body: JSON.stringify(each),
            isOver: false,
            limit: 100,
          })),
        ),
      async answerAll(answer) {
        const answered: Update[] = [];
        for (const place of await queue.claim(worker, [], 100, true))
          for (;;) {
            const next = await queue.next(worker, place);
            if (next === undefined) break;
            const each = JSON.parse(next.body) as Update;
            const { writes } = await collectWrites(async () => {
              if (answer) await queue.noteAnswers(answer(each));
            });
            await queue.finish(worker, place, next.id, writes);
            answered.push(each);
          }
        return answered;
      },
      answersTo: queue.answersTo,
      forget: (person, besides) => queue.forget(String(person), besides),
    };
  };
}

const EVERYWHERE: readonly (readonly [string, () => () => Promise<Process>])[] = [
  ['in a file', overFiles],
  ...(HAS_POSTGRES ? [['in PostgreSQL', overPostgres] as const] : []),
];

beforeAll(async () => {
  if (HAS_POSTGRES) shared = await startSharedDatabase();
});
afterAll(() => shared?.end());

describe.each(EVERYWHERE)('a journal %s', (_, begin) => {
  it('hands out again what was taken and not answered, in order, whatever ended the process', async () => {
    const start = begin();
    const first = await start();
    await first.take(update(1), update(2));
    await first.take(update(3, '“引号”\n换行\u2028\u0000\ud83d'));
    const next = await start();
    expect(await next.answerAll()).toEqual([
      update(1),
      update(2),
      update(3, '“引号”\n换行\u2028\u0000\ud83d'),
    ]);
    expect(await (await start()).answerAll()).toEqual([]);
  });

  it('takes an update once, answered or not, also after a restart', async () => {
    const start = begin();
    const first = await start();
    expect(await first.take(update(1), update(1), update(2))).toEqual([1, 2]);
    expect(await first.take(update(2))).toEqual([]);
    await first.answerAll();
    const next = await start();
    expect(await next.take(update(1), update(3), update(2))).toEqual([3]);
    expect(idsOf(await next.answerAll())).toEqual([3]);
  });

  it('keeps the order of a chat, whenever its updates came', async () => {
    const start = begin();
    const first = await start();
    await first.take(update(5, '一', 7), update(6, '二', 8));
    await first.take(update(9, '三', 7), update(10, '四', 8), update(11, '五', 7));
    const answered = await (await start()).answerAll();
    for (const chat of [7, 8])
      expect(idsOf(answered.filter(({ message }) => message?.chat.id === chat))).toEqual(
        chat === 7 ? [5, 9, 11] : [6, 10],
      );
  });

  it('knows the messages that answered, also after a restart', async () => {
    const start = begin();
    const first = await start();
    await first.take(update(1), update(2, '问', 8));
    const answer = ({ message }: Update) => ({
      chat: message!.chat.id,
      message: message!.message_id,
      answers: [101, 102],
    });
    await first.answerAll(answer);
    const next = await start();
    expect(await next.answersTo(7, 1)).toEqual([101, 102]);
    expect(await next.answersTo(7, 2)).toEqual([]);
    expect(await next.answersTo(8, 2)).toEqual([101, 102]);
  });

  it('deletes what is kept of a person but what they say now, and nobody else’s', async () => {
    const start = begin();
    const first = await start();
    await first.take(update(1), update(2, '问', 8));
    await first.answerAll(({ message }) => ({
      chat: message!.chat.id,
      message: message!.message_id,
      answers: [101],
    }));
    await first.take(update(3, '秘密'), update(4, '/forget'), update(5, '别人的', 8));
    await first.forget(7, 4);
    expect(await first.answersTo(7, 1)).toEqual([]);
    expect(await first.answersTo(8, 2)).toEqual([101]);
    const next = await start();
    expect(idsOf(await next.answerAll()).sort()).toEqual([4, 5]);
    expect(await next.take(update(3))).toEqual([]);
  });
});
