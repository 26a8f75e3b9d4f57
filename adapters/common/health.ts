import { createServer, type Server } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Chat } from '../../src/chat/chat.ts';
import { cannotListen } from './cannot-listen.ts';

/** What a platform's adapter tells of itself. */
export interface Vitals {
  /** Its server answered: a poll returned, a heartbeat was acknowledged. */
  heard(): void;
  /** Whether it takes questions. */
  connected(isConnected: boolean): void;
  /** Number of questions that wait for an answer now. */
  waits(count: number): void;
  /** A call was refused as one too many, or is made again after a failure. */
  met(fault: 'flood' | 'retry'): void;
}

/** For an adapter that nobody watches. */
export const UNWATCHED: Vitals = { heard() {}, connected() {}, waits() {}, met() {} };

/** Milliseconds without a sign of life after which a platform, the folder or a queue counts as dead. */
const SILENCE = 110_000;

/** The state of the whole process, for whoever supervises it. */
export interface Health {
  /** The vitals of a platform, which counts as lost until it is heard. */
  platform(name: string): Vitals;
  /** A chat whose questions are counted and timed as those of a platform. */
  observed(chat: Chat, name: string): Chat;
  /** The database that questions need, and whether it answers. */
  needs(name: string, isThere: () => boolean): void;
  /** The articles were loaded or changed; their number. */
  loaded(articles: number): void;
  /** The folder of the articles was looked at, and is there. */
  looked(): void;
  /** What is wrong with a process that goes on, a line each; none where it is well. */
  faults(): readonly string[];
  /** What keeps it from taking questions, a line each. */
  missing(): readonly string[];
  /** In Prometheus' text format. */
  metrics(): Promise<string>;
}

interface State {
  heardAt: number;
  connected: boolean;
  waiting: number;
  /** When a question was answered, or the first of those that wait came. */
  movedAt: number;
}

/** @param now milliseconds of a clock */
export function createHealth(now: () => number = Date.now): Health {
  const platforms = new Map<string, State>();
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'yuanwen_' });
  const questions = new Counter({
    name: 'yuanwen_questions_total',
    help: 'Questions by platform and outcome.',
    labelNames: ['platform', 'outcome'] as const,
    registers,
  });
  const seconds = new Histogram({
    name: 'yuanwen_answer_seconds',
    help: 'Seconds from a question to its answer, without sending it.',
    labelNames: ['platform'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const faults = new Counter({
    name: 'yuanwen_platform_faults_total',
    help: 'Calls that a platform refused as too many, or that were made again after a failure.',
    labelNames: ['platform', 'fault'] as const,
    registers,
  });
  new Gauge({
    name: 'yuanwen_waiting',
    help: 'Questions that wait for an answer.',
    labelNames: ['platform'] as const,
    registers,
    collect() {
      for (const [platform, { waiting }] of platforms) this.set({ platform }, waiting);
    },
  });
  const held = new Gauge({ name: 'yuanwen_articles', help: 'Articles answered from.', registers });
  const reloads = new Counter({
    name: 'yuanwen_reloads_total',
    help: 'Times that the articles were loaded or have changed.',
    registers,
  });
  const needed = new Map<string, () => boolean>();
  let articles = 0;
  let lookedAt = now();

  function stateOf(name: string): State {
    const state = platforms.get(name) ?? {
      heardAt: now(),
      connected: false,
      waiting: 0,
      movedAt: now(),
    };
    platforms.set(name, state);
    return state;
  }

  function observed(chat: Chat, platform: string): Chat {
    async function timed<T>(ask: Promise<T>, isAnswered: (answer: T) => boolean): Promise<T> {
      const end = seconds.startTimer({ platform });
      try {
        const answer = await ask;
        questions.inc({ platform, outcome: isAnswered(answer) ? 'answered' : 'unanswered' });
        return answer;
      } catch (error) {
        questions.inc({ platform, outcome: 'failed' });
        throw error;
      } finally {
        end();
      }
    }
    return {
      ...chat,
      in: (language) => observed(chat.in(language), platform),
      at: (...place) => observed(chat.at(...place), platform),
      ask: (...asked) => timed(chat.ask(...asked), (card) => card.answered),
      askAloud: (...asked) => timed(chat.askAloud(...asked), (card) => card.answered),
      quotations: (asked) => timed(chat.quotations(asked), (of) => of.quotations.length > 0),
    };
  }

  return {
    platform(name) {
      const state = stateOf(name);
      return {
        heard() {
          state.heardAt = now();
        },
        connected(isConnected) {
          state.connected = isConnected;
          if (isConnected) state.heardAt = now();
        },
        waits(count) {
          if (count < state.waiting || state.waiting === 0) state.movedAt = now();
          state.waiting = count;
        },
        met: (fault) => faults.inc({ platform: name, fault }),
      };
    },
    observed,
    needs(name, isThere) {
      needed.set(name, isThere);
    },
    loaded(count) {
      articles = count;
      held.set(count);
      reloads.inc();
    },
    looked() {
      lookedAt = now();
    },
    faults() {
      const silent = (at: number) => now() - at > SILENCE;
      return [
        ...[...platforms].flatMap(([name, { heardAt, waiting, movedAt }]) => [
          ...(silent(heardAt) ? [`${name}: nothing was heard of its server for two minutes`] : []),
          ...(waiting > 0 && silent(movedAt)
            ? [`${name}: ${waiting} questions wait, and none was answered for two minutes`]
            : []),
        ]),
        ...(articles > 0 && silent(lookedAt) ? ['the folder of the articles is not watched'] : []),
      ];
    },
    missing() {
      return [
        ...(articles === 0 ? ['the articles are not loaded'] : []),
        ...[...platforms].flatMap(([name, { connected }]) =>
          connected ? [] : [`${name} is not connected`],
        ),
        ...[...needed].flatMap(([name, isThere]) => (isThere() ? [] : [`${name} is away`])),
      ];
    },
    metrics: () => registry.metrics(),
  };
}

/**
 * Serves `/healthz`, `/readyz` and `/metrics`; they name no person, question or token.
 * @throws YuanwenError when the port cannot be had
 */
export async function serveHealth(
  health: Health,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Server> {
  const server = createServer({ requestTimeout: 10_000 }, async ({ url }, response) => {
    const state = (faults: readonly string[]) => ({
      status: faults.length === 0 ? 200 : 503,
      text: faults.length === 0 ? 'ok\n' : `${faults.join('\n')}\n`,
    });
    const pages: Readonly<Record<string, () => Promise<{ status: number; text: string }>>> = {
      '/healthz': async () => state(health.faults()),
      '/readyz': async () => state(health.missing()),
      '/metrics': async () => ({ status: 200, text: await health.metrics() }),
    };
    const page = Object.hasOwn(pages, url ?? '') ? pages[url ?? ''] : undefined;
    const { status, text } = (await page?.()) ?? { status: 404, text: 'not found\n' };
    response.writeHead(status, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
    response.end(text);
  });
  await new Promise<void>((resolve, reject) => {
    const fault = cannotListen('health', { host, port }, 'HOST and HEALTH_PORT');
    server.once('error', (error) => reject(fault(error)));
    server.listen(port, host, resolve);
  });
  return server.unref();
}
