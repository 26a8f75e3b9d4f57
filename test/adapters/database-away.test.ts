import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTelegram, type TelegramDouble } from '../doubles/telegram/index.ts';
import { ANSWERED } from '../helpers/chat.ts';
import { freePort } from '../helpers/free-port.ts';
import { openGate } from '../helpers/gate.ts';
import { HAS_POSTGRES } from '../helpers/postgres-binaries.ts';
import { type PostgresCluster, startPostgres } from '../helpers/postgres-cluster.ts';
import { newHome, STARTUP, startProcess } from './process.ts';

const [[QUESTION, ANSWER], [OTHER, OTHER_ANSWER], [FORMER, FORMER_ANSWER]] = ANSWERED;
/** Milliseconds within which answers must come again. */
const AGAIN = 10_000;

describe.skipIf(!HAS_POSTGRES)('a worker whose database goes away', () => {
  let cluster: PostgresCluster;
  let telegram: TelegramDouble;
  let bots: ReturnType<typeof startProcess> | undefined;
  let health = 0;

  beforeAll(async () => {
    cluster = await startPostgres();
  });
  afterAll(() => cluster?.end());
  beforeEach(async () => {
    telegram = await startTelegram();
  });
  afterEach(async () => {
    await bots?.end('SIGKILL');
    await telegram.close();
  });

  const state = async () => {
    const response = await fetch(`http://127.0.0.1:${health}/readyz`).catch(() => undefined);
    return { status: response?.status, text: await response?.text() };
  };
  const refusal = async () => {
    const info = await fetch(`${telegram.root}/bot${telegram.token}/getWebhookInfo`);
    return ((await info.json()) as { result: { last_error_message?: string } }).result
      .last_error_message;
  };
  const linesOf = (words: RegExp) =>
    (bots?.printed() ?? '').split('\n').filter((line) => words.test(line));

  async function start(env: Record<string, string> = {}) {
    health = await freePort();
    bots = startProcess(newHome(), {
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.root,
      DATABASE_URL: cluster.url,
      HEALTH_PORT: String(health),
      ...env,
    });
    await expect.poll(state, { timeout: STARTUP }).toMatchObject({ status: 200 });
  }

  it('leaves polls unacknowledged, says so once a minute, and answers again at once', async () => {
    await start({ TENANT: 'polled' });
    const li = telegram.private();
    expect((await telegram.answerTo(li.says(QUESTION))).text).toContain(ANSWER);
    await cluster.kill();
    const asked = li.says(OTHER);
    await expect
      .poll(state, { timeout: 10_000 })
      .toEqual({ status: 503, text: 'the database is away\n' });
    // longer than a lease lasts
    await pause(6000);
    expect(telegram.sent).toHaveLength(1);
    expect(linesOf(/"level":"(?:warn|error|fatal)"/)).toHaveLength(1);
    expect(linesOf(/the database is away, told once a minute/)).toHaveLength(1);
    await cluster.start();
    expect((await telegram.answerTo(asked, AGAIN)).text).toContain(OTHER_ANSWER);
    expect((await telegram.answerTo(li.says(FORMER))).text).toContain(FORMER_ANSWER);
    expect(telegram.sent).toHaveLength(3);
    expect(await state()).toMatchObject({ status: 200 });
    expect(linesOf(/the database is back/)).toHaveLength(1);
  });

  it('refuses posts with 503 until it is back, and ends as it should meanwhile', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/hook`;
    await start({ TENANT: 'posted', TELEGRAM_WEBHOOK_URL: url, PORT: String(port) });
    const li = telegram.private();
    const first = li.says(QUESTION);
    expect((await telegram.answerTo(first)).text).toContain(ANSWER);
    await cluster.kill();
    const asked = li.says(OTHER);
    await expect.poll(refusal, { timeout: 10_000 }).toMatch(/503/);
    await cluster.start();
    expect((await telegram.answerTo(asked, AGAIN)).text).toContain(OTHER_ANSWER);
    await cluster.kill();
    const last = li.says(FORMER);
    expect((await bots?.end('SIGTERM'))?.code).toBe(0);
    await cluster.start();
    await start({ TENANT: 'posted', TELEGRAM_WEBHOOK_URL: url, PORT: String(port) });
    expect((await telegram.answerTo(last, AGAIN)).text).toContain(FORMER_ANSWER);
    const times = ({ message_id }: { readonly message_id: number }) =>
      telegram.sent.filter(({ replyTo }) => replyTo === message_id).length;
    // a commit that failed waits for the server; one that was waiting when its worker ended is lost
    expect(times(first)).toBe(1);
    expect(times(asked)).toBeLessThanOrEqual(2);
    expect(times(last)).toBe(1);
  });

  it('counts one that is silent as away, and answers again when it speaks', async () => {
    const gate = await openGate(cluster.port);
    const url = new URL(cluster.url);
    url.port = String(gate.port);
    try {
      await start({ TENANT: 'silent', DATABASE_URL: url.href });
      const li = telegram.private();
      expect((await telegram.answerTo(li.says(QUESTION))).text).toContain(ANSWER);
      gate.swallow();
      const asked = li.says(OTHER);
      await expect.poll(state, { timeout: 20_000 }).toMatchObject({ status: 503 });
      expect(telegram.sent).toHaveLength(1);
      gate.leadTo(cluster.port);
      expect((await telegram.answerTo(asked, AGAIN)).text).toContain(OTHER_ANSWER);
      expect(telegram.sent).toHaveLength(2);
    } finally {
      await gate.close();
    }
  });

  it('is waited for at the start', async () => {
    await cluster.kill();
    health = await freePort();
    bots = startProcess(newHome(), {
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.root,
      DATABASE_URL: cluster.url,
      TENANT: 'late',
      HEALTH_PORT: String(health),
    });
    await expect.poll(() => bots?.printed(), { timeout: STARTUP }).toMatch(/the database is away/);
    await cluster.start();
    expect((await telegram.answerTo(telegram.private().says(QUESTION), STARTUP)).text).toContain(
      ANSWER,
    );
  });
});
