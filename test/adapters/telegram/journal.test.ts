import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../../adapters/telegram/updates/journal.ts';
import { newStateDir } from '../../helpers/chat.ts';

const update = (update_id: number, text = '问'): Update => ({
  update_id,
  message: {
    message_id: update_id,
    date: 1,
    chat: { id: 7, type: 'private', first_name: '甲' },
    from: { id: 7, is_bot: false, first_name: '甲' },
    text,
  },
});
const newFile = () => join(newStateDir(), 'state', 'journal.jsonl');
const open = (file: string, dropped: string[] = []) =>
  openJournal(file, (why) => dropped.push(why));

describe('a journal', () => {
  it('hands back what was taken and not finished, in order, whatever ended the process', async () => {
    const file = newFile();
    const journal = open(file);
    await journal.take([update(1), update(2)]);
    await journal.take([update(3, '“引号”\n换行\u2028')]);
    await journal.finish(2);
    // not closed: as after SIGKILL
    expect(open(file).pending).toEqual([update(1), update(3, '“引号”\n换行\u2028')]);
  });

  it('takes an update once, also after a restart', async () => {
    const file = newFile();
    const journal = open(file);
    expect(await journal.take([update(1), update(1), update(2)])).toEqual([update(1), update(2)]);
    expect(await journal.take([update(2)])).toEqual([]);
    await journal.finish(1);
    expect(await journal.take([update(1)])).toEqual([]);
    journal.close();
    const next = open(file);
    expect(await next.take([update(1), update(2), update(3)])).toEqual([update(3)]);
  });

  it('remembers the messages that answered, across restarts', async () => {
    const file = newFile();
    const journal = open(file);
    await journal.take([update(1)]);
    await journal.finish(1, { chat: 7, message: 1, answers: [2, 3] });
    expect(await journal.answersTo(7, 1)).toEqual([2, 3]);
    expect(await journal.answersTo(8, 1)).toEqual([]);
    expect(await open(open(file) && file).answersTo(7, 1)).toEqual([2, 3]);
  });

  it('loses only a torn last line, and writes on a line of its own after it', async () => {
    const file = newFile();
    const journal = open(file);
    await journal.take([update(1), update(2)]);
    journal.close();
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, whole.slice(0, -20));
    const dropped: string[] = [];
    const next = open(file, dropped);
    expect(next.pending).toEqual([update(1)]);
    expect(dropped).toHaveLength(1);
    await next.take([update(3)]);
    expect(open(file).pending).toEqual([update(1), update(3)]);
  });

  it('loses only the lines that were torn, wherever a file is cut', async () => {
    const file = newFile();
    const journal = open(file);
    await journal.take([update(1), update(2), update(3)]);
    await journal.finish(1);
    journal.close();
    const bytes = readFileSync(file);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), async (end) => {
        const copy = newFile();
        open(copy).close();
        writeFileSync(copy, bytes.subarray(0, end));
        const whole = bytes.subarray(0, end).toString().split('\n').slice(0, -1);
        const { pending, take } = open(copy);
        const ids = pending.map(({ update_id }) => update_id);
        for (const id of [2, 3])
          if (whole.some((line) => line.includes(`"update_id":${id}`))) expect(ids).toContain(id);
        // what was torn off is taken when Telegram sends it again
        expect(
          [
            ...ids,
            ...(await take([2, 3].map((id) => update(id)))).map(({ update_id }) => update_id),
          ].sort(),
        ).toEqual(expect.arrayContaining([2, 3]));
      }),
      { numRuns: 60 },
    );
  });

  it('passes over lines that are not its own', async () => {
    const file = newFile();
    open(file).close();
    appendFileSync(file, 'null\n{"update":{"update_id":5}}\n{"done":"x"}\n\0\0\0\n');
    appendFileSync(file, `${JSON.stringify({ update: update(6) })}\n`);
    const dropped: string[] = [];
    expect(open(file, dropped).pending).toEqual([update(6)]);
    expect(dropped).toHaveLength(4);
  });

  it('gives nothing up, however often the process ends', async () => {
    const file = newFile();
    await open(file).take([update(1)]);
    for (let restart = 0; restart < 10; restart++) expect(open(file).pending).toEqual([update(1)]);
  });

  it('of a process at work is not touched by one that only opens it', async () => {
    const file = newFile();
    const first = open(file);
    await first.take([update(1)]);
    await first.finish(1);
    open(file).close();
    await first.take([update(2)]);
    expect(open(file).pending).toEqual([update(2)]);
  });

  it('does not grow without end, and keeps nobody’s finished messages for long', async () => {
    const file = newFile();
    const journal = open(file);
    for (let id = 1; id <= 15_000; id++) {
      if (id % 100 === 1)
        await journal.take(Array.from({ length: 100 }, (_, i) => update(id + i, '秘密')));
      await journal.finish(id);
    }
    await journal.take([update(50_000)]);
    expect(readFileSync(file, 'utf8').length).toBeLessThan(1_500_000);
    journal.close();
    const next = open(file);
    expect(next.pending).toEqual([update(50_000)]);
    expect(await next.take([update(15_000), update(12_000)])).toEqual([]);
    // the next one at work tidies up
    await next.take([update(60_000)]);
    expect(readFileSync(file, 'utf8')).not.toContain('秘密');
  });

  it('holds nobody’s words once nothing waits, and still knows what was answered', async () => {
    const file = newFile();
    const journal = openJournal(file, () => {}, 10);
    await journal.take([update(1, '秘密'), update(2, '秘密')]);
    await journal.finish(1, { chat: 7, message: 1, answers: [9] });
    expect(readFileSync(file, 'utf8')).toContain('秘密');
    await journal.finish(2);
    await expect.poll(() => readFileSync(file, 'utf8')).not.toContain('秘密');
    expect(await journal.take([update(1), update(2)])).toEqual([]);
    expect(await journal.answersTo(7, 1)).toEqual([9]);
    expect(open(file).knows(2)).toBe(true);
  });

  it('holds nobody’s words after a close, where nothing waits', async () => {
    const file = newFile();
    const journal = open(file);
    await journal.take([update(1, '秘密')]);
    await journal.finish(1);
    journal.close();
    expect(readFileSync(file, 'utf8')).not.toContain('秘密');
    expect(await open(file).take([update(1)])).toEqual([]);
  });

  it('forgets a person: what they sent, and what answered them', async () => {
    const file = newFile();
    const journal = open(file);
    const other = update(4, '别人的话');
    other.message!.from!.id = 8;
    await journal.take([update(1, '秘密'), update(2, '秘密'), update(3, '/forget'), other]);
    await journal.finish(1, { chat: 7, message: 1, answers: [9] });
    await journal.forget(7, 3);
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain('秘密');
    expect(await journal.answersTo(7, 1)).toEqual([]);
    expect(open(file).pending).toEqual([update(3, '/forget'), other]);
  });
});
