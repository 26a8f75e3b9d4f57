import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createHealth, serveHealth } from '../../../adapters/common/health.ts';
import { ANSWERED, chatOver, UNANSWERED } from '../../helpers/chat.ts';

const MINUTE = 60_000;

/** A process with one platform that is connected and articles that are loaded, at a clock of its own. */
function running() {
  const clock = { at: 1_000_000 };
  const health = createHealth(() => clock.at);
  const vitals = health.platform('telegram');
  health.loaded(3);
  vitals.connected(true);
  return {
    health,
    vitals,
    /** Lets time go by, in which what is named goes on as ever. */
    pass(minutes: number, alive: readonly (() => void)[]) {
      for (let i = 0; i < minutes * 2; i++) {
        clock.at += MINUTE / 2;
        for (const tell of alive) tell();
      }
    },
  };
}

describe('health', () => {
  it('is well while polls return, the folder is looked at and questions are answered', () => {
    const { health, vitals, pass } = running();
    pass(60, [vitals.heard, health.looked, () => vitals.waits(1), () => vitals.waits(0)]);
    expect(health.faults()).toEqual([]);
    expect(health.missing()).toEqual([]);
  });

  it('shows a platform that is lost within two minutes, and a platform that is back', () => {
    const { health, vitals, pass } = running();
    vitals.connected(false);
    expect(health.missing()).toEqual(['telegram is not connected']);
    pass(2, [health.looked]);
    expect(health.faults()).toEqual([expect.stringMatching(/^telegram: nothing was heard/)]);
    vitals.connected(true);
    expect(health.faults()).toEqual([]);
  });

  it('shows a jam within two minutes: questions wait and none is answered', () => {
    const { health, vitals, pass } = running();
    vitals.waits(1);
    pass(2, [vitals.heard, health.looked, () => vitals.waits(31)]);
    expect(health.faults()).toEqual([expect.stringMatching(/^telegram: 31 questions wait/)]);
    vitals.waits(30);
    expect(health.faults()).toEqual([]);
  });

  it('shows within two minutes that nobody watches the folder', () => {
    const { health, vitals, pass } = running();
    pass(2, [vitals.heard]);
    expect(health.faults()).toEqual(['the folder of the articles is not watched']);
  });

  it('is not ready before the articles are loaded', () => {
    const health = createHealth();
    health.platform('discord').connected(true);
    expect(health.missing()).toEqual(['the articles are not loaded']);
  });
});

describe('the server of health', () => {
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });

  it('serves health, readiness and metrics, and nothing that anybody said', async () => {
    const { health, vitals } = running();
    const server = await serveHealth(health, { host: '127.0.0.1', port: 0 });
    closing.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    const get = async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      return { status: response.status, text: await response.text() };
    };
    const chat = health.observed(await chatOver(), 'telegram');
    const [[question]] = ANSWERED;
    await chat.ask(question);
    await chat.askAloud(UNANSWERED);
    vitals.met('flood');
    vitals.waits(2);
    expect(await get('/healthz')).toEqual({ status: 200, text: 'ok\n' });
    expect((await get('/readyz')).status).toBe(200);
    expect((await get('/')).status).toBe(404);
    expect((await get('/constructor')).status).toBe(404);
    const { text } = await get('/metrics');
    for (const line of [
      'yuanwen_questions_total{platform="telegram",outcome="answered"} 1',
      'yuanwen_questions_total{platform="telegram",outcome="unanswered"} 1',
      'yuanwen_answer_seconds_count{platform="telegram"} 2',
      'yuanwen_platform_faults_total{platform="telegram",fault="flood"} 1',
      'yuanwen_waiting{platform="telegram"} 2',
      'yuanwen_articles 3',
      'yuanwen_reloads_total 1',
      'yuanwen_nodejs_eventloop_lag_seconds',
      'yuanwen_process_resident_memory_bytes',
    ])
      expect(text).toContain(line);
    expect(text).not.toContain(question);
    vitals.connected(false);
    expect(await get('/readyz')).toEqual({ status: 503, text: 'telegram is not connected\n' });
  });

  it('whose port is taken says so', async () => {
    const { health } = running();
    const server = await serveHealth(health, { host: '127.0.0.1', port: 0 });
    closing.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    await expect(serveHealth(health, { host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'config',
      message: expect.stringMatching(/HEALTH_PORT/),
    });
    server.close();
    await once(server, 'close');
  });
});
