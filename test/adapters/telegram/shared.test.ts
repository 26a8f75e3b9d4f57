import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import { startTelegram, type TelegramDouble } from '../../doubles/telegram/index.ts';
import { articleOf } from '../../helpers/article.ts';
import { ANSWERED, BULLETIN, newStateDir, UNANSWERED } from '../../helpers/chat.ts';
import { freePort } from '../../helpers/free-port.ts';
import { HAS_POSTGRES } from '../../helpers/postgres-binaries.ts';
import { type SharedDatabase, startSharedDatabase } from '../../helpers/shared-database.ts';
import { newWorker } from '../../helpers/worker.ts';
import { startBot } from './running.ts';

const [[QUESTION, ANSWER], [OTHER, OTHER_ANSWER]] = ANSWERED;
/** What the other operator's article says. */
const OTHERS = BULLETIN.replaceAll('8.6亿', '9.9亿').replaceAll('滨江新区', '临海新区');
const DAYS = 30;

describe.skipIf(!HAS_POSTGRES)('several workers on Telegram', () => {
  let shared: SharedDatabase;
  let ends: (() => Promise<unknown>)[] = [];
  let tenants = 0;

  beforeAll(async () => {
    shared = await startSharedDatabase();
  });
  afterAll(() => shared?.end());
  afterEach(async () => {
    for (const end of ends.reverse()) await end();
    ends = [];
  });

  async function newTelegram(token?: string): Promise<TelegramDouble> {
    const telegram = await startTelegram(token === undefined ? {} : { token });
    ends.push(() => telegram.close());
    return telegram;
  }

  /** One process of a tenant; ended by its `stop`, or with the test. */
  async function start(
    telegram: TelegramDouble,
    tenant: string,
    article = BULLETIN,
    port?: number,
  ) {
    const worker = await newWorker(shared.url, tenant, DAYS);
    const { conversations, records } = worker;
    const corpus = { articles: [articleOf('bulletin', article)], problems: [] };
    const chat = createChat(await createBot(corpus, { conversations }), newStateDir(), DAYS, {
      records,
    });
    const hook = port && { url: `http://127.0.0.1:${port}/hook`, host: '127.0.0.1', port };
    const bot = startBot(telegram, chat, { worker, ...(hook && { webhook: hook }) });
    let ended: Promise<unknown> | undefined;
    const stop = () => {
      ended ??= bot.stop().then(() => worker.stop());
      return ended;
    };
    ends.push(stop);
    return { worker, bot, stop };
  }

  const rowsOf = (tenant: string, table: string) =>
    shared.connect(tenant).query(`SELECT * FROM ${table} WHERE tenant = $1`, [tenant]);
  const newTenant = () => `s${++tenants}`;

  it('go on with the conversations and answers of one that has ended', async () => {
    const [telegram, tenant] = [await newTelegram(), newTenant()];
    const first = await start(telegram, tenant);
    const li = telegram.private();
    const asked = li.says('2022年滨江新区供水总量是多少？');
    const answer = await telegram.answerTo(asked);
    expect(answer.text).toContain('8.6亿立方米');
    const second = await start(telegram, tenant);
    await first.stop();
    expect((await telegram.answerTo(li.says('那水厂新建了几座？'))).text).toContain('4座');
    li.edits(asked, OTHER);
    expect((await telegram.editOf(answer)).text).toContain(OTHER_ANSWER);
    expect(telegram.callsOf('setMyCommands').length).toBeLessThanOrEqual(2);
    await second.stop();
  });

  it('take posts by one secret, whichever was asked, and know each other’s', async () => {
    const [telegram, tenant] = [await newTelegram(), newTenant()];
    const ports = [await freePort(), await freePort()];
    for (const port of ports) {
      const { bot } = await start(telegram, tenant, BULLETIN, port);
      await expect
        .poll(() => bot.lines.some((line) => line.includes('listens by webhook')))
        .toBe(true);
    }
    await telegram.waitFor('the webhook', () => telegram.callsOf('setWebhook').length > 0);
    expect(telegram.callsOf('setWebhook')).toHaveLength(1);
    const [told] = telegram.callsOf('setWebhook');
    const secret = String(told?.payload['secret_token']);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    const li = telegram.private();
    const update = (id: number) => ({
      update_id: id,
      message: {
        message_id: id,
        date: Math.floor(Date.now() / 1000),
        chat: li.chat,
        from: li.person,
        text: QUESTION,
      },
    });
    const post = (port = 0, given = secret) =>
      fetch(`http://127.0.0.1:${port}/hook`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-telegram-bot-api-secret-token': given,
        },
        body: JSON.stringify(update(800_000_000)),
      });
    for (const port of ports) expect((await post(port, 'no')).status).toBe(401);
    // the same update, posted to both
    for (const port of [...ports, ...ports]) expect((await post(port)).status).toBe(200);
    await telegram.waitFor('the answer', () => telegram.sent.length > 0);
    await expect.poll(async () => (await rowsOf(tenant, 'queued_update')).length).toBe(1);
    expect(telegram.sent.filter(({ chatId }) => chatId === li.chat.id)).toHaveLength(1);
  });

  it('delete what is kept of who wants that, and keep nobody’s words when all is answered', async () => {
    const [telegram, tenant] = [await newTelegram(), newTenant()];
    await start(telegram, tenant);
    const [li, wang] = [telegram.private(), telegram.private()];
    for (const person of [li, wang]) {
      const answer = await telegram.answerTo(person.says(QUESTION));
      person.presses(answer, '👎');
      await telegram.answerTo(person.says(UNANSWERED));
    }
    await expect.poll(async () => (await rowsOf(tenant, 'vote')).length).toBe(2);
    expect(await rowsOf(tenant, 'conversation')).toHaveLength(2);
    expect((await telegram.answerTo(li.says('/privacy'))).text).toContain('/forget');
    await telegram.answerTo(li.says('/forget'));
    await expect.poll(async () => (await rowsOf(tenant, 'vote')).length).toBe(1);
    for (const table of ['conversation', 'note', 'vote', 'queued_update'])
      expect(JSON.stringify(await rowsOf(tenant, table))).not.toContain(String(li.person.id));
    // the answer to /forget itself
    const answers = await rowsOf(tenant, 'answer');
    expect(answers.filter(({ chat }) => chat === li.chat.id)).toHaveLength(1);
    const updates = await rowsOf(tenant, 'queued_update');
    for (const row of updates) expect(row).toMatchObject({ body: null, person: null, place: null });
    // questions without an answer are kept without who asked them
    expect(await rowsOf(tenant, 'unmet_question')).toHaveLength(2);
    expect(JSON.stringify(await rowsOf(tenant, 'unmet_question'))).not.toContain(
      String(wang.person.id),
    );
  });

  it('of two operators never see each other’s articles, people or questions', async () => {
    const [one, two] = [await newTelegram(), await newTelegram('654321:OTHER-token')];
    const [own, others] = [newTenant(), newTenant()];
    await start(one, own);
    await start(two, others, OTHERS);
    const [li, wang] = [one.private(), two.private()];
    expect((await one.answerTo(li.says(QUESTION))).text).toContain(ANSWER);
    const foreign = await two.answerTo(wang.says('2022年临海新区供水总量是多少？'));
    expect(foreign.text).toContain('9.9亿立方米');
    expect(foreign.text).not.toContain('8.6');
    await two.answerTo(wang.says(UNANSWERED));
    await expect.poll(async () => (await rowsOf(others, 'unmet_question')).length).toBe(1);
    expect(await rowsOf(own, 'unmet_question')).toEqual([]);
    expect(one.sent).toHaveLength(1);
    expect(two.sent).toHaveLength(2);
    await one.answerTo(li.says('/forget'));
    await expect.poll(async () => (await rowsOf(own, 'conversation')).length).toBe(0);
    expect(await rowsOf(others, 'conversation')).toHaveLength(1);
  });
});
