import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { flood, startTelegram, type TelegramDouble } from '../../doubles/telegram/index.ts';
import { ANSWERED, chatOver, newStateDir } from '../../helpers/chat.ts';
import type { RunningBot } from '../running.ts';
import { type BotOptions, startBot } from './running.ts';

const [[QUESTION, ANSWER], [OTHER_QUESTION]] = ANSWERED;

let telegram: TelegramDouble;
let bot: RunningBot | undefined;
beforeEach(async () => {
  telegram = await startTelegram();
});
afterEach(async () => {
  await bot?.stop().catch(() => {});
  bot = undefined;
  await telegram.close();
});
async function start(options?: BotOptions) {
  bot = startBot(telegram, await chatOver(), options);
  await telegram.answerTo(telegram.private().says(QUESTION));
  return bot;
}

/** Lets the platform take so many messages a second of the bot, and refuse the others. */
function takes(perSecond: number): void {
  let second = 0;
  let taken = 0;
  telegram.faults.add(flood(1), {
    method: 'sendMessage',
    when: () => {
      const now = Math.floor(Date.now() / 1000);
      if (now !== second) [second, taken] = [now, 0];
      taken += 1;
      return taken > perSecond;
    },
  });
}

describe('a jam: one person sends 10,500 messages at a platform that takes three a second', () => {
  it('keeps nobody else from an answer, is not kept on disk, and ends with a stop', async () => {
    const stateDir = newStateDir();
    const { stop } = await start({ stateDir });
    takes(3);
    const flooder = telegram.private();
    const flooded = Array.from({ length: 10_500 }, () => flooder.says(QUESTION));
    const calm = [0, 1, 2].map(() => telegram.private());
    for (const person of calm) {
      const answer = await telegram.answerTo(person.says(OTHER_QUESTION), 20_000);
      expect(answer.text).toContain('4座');
    }
    await telegram.waitFor('the last of the flood', () => telegram.pendingUpdates === 0, 30_000);
    await telegram.answerTo(calm[0]!.says(OTHER_QUESTION), 20_000);
    const [journal = ''] = [
      readFileSync(join(stateDir, `telegram-${telegram.bot.id}.jsonl`), 'utf8'),
    ];
    const kept = journal.split('\n').filter((line) => line.includes(`"id":${flooder.id},`));
    expect(kept.length).toBeLessThanOrEqual(31);
    expect(await stop()).toBeLessThan(5000);
    bot = undefined;
    expect(flooder.sent.length).toBeLessThan(31);
    // the next process has nothing to catch up with but what was let in
    await start({ stateDir });
    expect(flooded.filter((each) => telegram.answersTo(each).length > 1)).toEqual([]);
  }, 90_000);

  it('told by the journal of an earlier process is shed', async () => {
    const stateDir = newStateDir();
    const flooder = telegram.private();
    const date = Math.floor(Date.now() / 1000);
    const lines = (from: number, count: number, at: number) =>
      Array.from({ length: count }, (_, i) => {
        const message = flooder.says(QUESTION, { deliver: false, extra: { date: at } });
        return JSON.stringify({ update: { update_id: from + i, message } });
      });
    mkdirSync(stateDir, { recursive: true });
    const all = [...lines(1000, 40, date - 2 * 24 * 3600), ...lines(2000, 500, date)];
    appendFileSync(join(stateDir, `telegram-${telegram.bot.id}.jsonl`), `${all.join('\n')}\n`);
    await start({ stateDir });
    await telegram.waitFor('the hint', () => flooder.sent.at(-1)?.text.includes('太快'));
    expect(flooder.sent.filter(({ text }) => text.includes(ANSWER))).toHaveLength(100);
    expect(flooder.sent).toHaveLength(101);
    expect(bot?.lines.join('')).toContain('dropped 439 updates');
  });
});

describe('the limit of one person', () => {
  const answered = (text: string) => !text.includes('太快');

  it('holds over all chats and entrances', async () => {
    await start();
    const person = telegram.person();
    const groups = [0, 1, 2].map(() => telegram.group({ admin: true, person }));
    for (let i = 0; i < 45; i++) groups[i % 3]?.says(`/ask ${QUESTION}`);
    const sent = () => groups.flatMap((group) => group.sent);
    await telegram.waitFor('the hint', () => sent().some(({ text }) => !answered(text)));
    await telegram.answerTo(telegram.private().says(QUESTION));
    expect(sent().filter(({ text }) => answered(text))).toHaveLength(30);
    expect(sent()).toHaveLength(31);
  });

  it('counts an edit when it is made, however old its message is', async () => {
    await start();
    const person = telegram.private();
    const old = Math.floor(Date.now() / 1000) - 600;
    const message = person.says(QUESTION, { extra: { date: old } });
    const answer = await telegram.answerTo(message);
    for (let i = 0; i < 60; i++) person.edits(message, `${QUESTION}${' '.repeat(i % 2)}`);
    await telegram.answerTo(telegram.private().says(QUESTION));
    expect(telegram.callsOf('editMessageText').length).toBeLessThanOrEqual(31);
    expect(answer.text).toContain(ANSWER);
  });

  it('is not lifted by a clock of this host that is a minute fast', async () => {
    await start();
    const person = telegram.private();
    const date = Math.floor(Date.now() / 1000) - 60;
    for (let i = 0; i < 200; i++) person.says(QUESTION, { extra: { date } });
    await telegram.answerTo(telegram.private().says(QUESTION), 20_000);
    await telegram.waitFor('the hint', () => person.sent.some(({ text }) => !answered(text)));
    expect(person.sent.filter(({ text }) => answered(text))).toHaveLength(30);
  });

  it('of inline queries is one of its own', async () => {
    await start();
    const from = telegram.person();
    for (let i = 0; i < 200; i++) telegram.asksInline(QUESTION, { from });
    await telegram.answerTo(telegram.private().says(QUESTION), 20_000);
    const calls = telegram.callsOf('answerInlineQuery');
    expect(calls.length).toBeLessThanOrEqual(61);
    const person = telegram.private({ id: from.id });
    expect((await telegram.answerTo(person.says(QUESTION))).text).toContain(ANSWER);
  });
});

describe('a chat in which many ask', () => {
  it('holds 30 that wait, tells once that it is too fast, and takes more when they are over', async () => {
    await start();
    const group = telegram.group({ admin: true });
    const people = Array.from({ length: 50 }, () => telegram.person());
    const hung = telegram.faults.add(flood(2), { method: 'sendMessage', chat: group.id, times: 1 });
    for (const from of people) group.says(`/ask ${QUESTION}`, { from });
    await telegram.waitFor('the flood', () => hung.hits.length === 1);
    await telegram.waitFor(
      'the hint',
      () => group.sent.some(({ text }) => !text.includes(ANSWER)),
      60_000,
    );
    expect(group.sent).toHaveLength(31);
  }, 90_000);
});
