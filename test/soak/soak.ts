import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startDiscord } from '../doubles/discord/index.ts';
import { flood, resetBefore, serverError, startTelegram } from '../doubles/telegram/index.ts';
import { freePort } from '../helpers/free-port.ts';
import { ready } from './ready.ts';

export interface SoakSettings {
  /** The script of the bots, as built. */
  readonly main: string;
  readonly corpus: string;
  /** Milliseconds for which questions are asked. */
  readonly time: number;
  /** Questions on each platform at most. */
  readonly questions: number;
  /** Share of calls that fail. */
  readonly faults: number;
}

export interface SoakResult {
  readonly asked: { readonly telegram: number; readonly discord: number };
  readonly lost: number;
  readonly doubled: number;
  /** Megabytes of the bots' process after the first questions, and at the end. */
  readonly memory: readonly [start: number, end: number];
  /** Milliseconds of the longest time in which the bots' event loop did not turn. */
  readonly longestDelay: number;
  /** Median milliseconds from question to answer, failed calls included. */
  readonly median: number;
  /** The code that the bots ended with after SIGTERM, and the milliseconds that took. */
  readonly end: { readonly code: number | null; readonly ms: number };
}

const QUESTIONS = [
  '2022年江苏输出的技术合同成交额是多少？',
  '技术合同',
  '红烧肉怎么做？',
  'How many contracts in 2022?',
  '那成交额呢？',
  'jishu hetong',
  '\u202e？？',
  '长'.repeat(600),
];

/** Questions on their way at once on each platform. */
const IN_FLIGHT = 30;
/** People: so many that nobody asks more than he may. */
const PEOPLE = 3000;
/** Questions after which the bots hold what they need. */
const SETTLED = 2000;
/** Milliseconds after which a question counts as lost. */
const LOST = 90_000;
/** Milliseconds between two looks at what was answered. */
const LOOK = 5;
const SAMPLE = 2000;

type Discord = Awaited<ReturnType<typeof startDiscord>>;
type Use = ReturnType<ReturnType<Discord['user']>['slash']>;

/** Runs both bots in a process of their own against both doubles. */
export async function soak(settings: SoakSettings): Promise<SoakResult> {
  const { faults, time, questions } = settings;
  const telegram = await startTelegram();
  const discord = await startDiscord({ acknowledgeWithin: 60_000 });
  const home = mkdtempSync(join(tmpdir(), 'yuanwen-soak-'));
  const port = await freePort();
  const bots = spawn(process.execPath, [resolve(settings.main)], {
    cwd: home,
    env: {
      CORPUS_DIR: resolve(settings.corpus),
      STATE_DIR: join(home, 'state'),
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.root,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_BASE: discord.api,
      HEALTH_PORT: String(port),
      LOG_LEVEL: 'fatal',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await ready(port, bots);
    await discord.waitFor('the commands', () => discord.commands().length > 0, 60_000);
    for (const [i, effect] of [flood(1), serverError(502), resetBefore()].entries())
      telegram.faults.add(effect, {
        method: 'sendMessage',
        probability: faults / 3,
        seed: i + 1,
      });
    for (const fault of [{ kind: 'status', status: 502 }, { kind: 'reset' }] as const)
      discord.faults.add({
        ...fault,
        method: 'POST',
        probability: faults / 2,
        times: Number.POSITIVE_INFINITY,
      });

    const people = Array.from({ length: PEOPLE }, () => telegram.private());
    const guild = discord.guild();
    const channels = Array.from({ length: 50 }, () => discord.channel(guild));
    const users = Array.from({ length: PEOPLE }, () => discord.user());

    const times: number[] = [];
    const onTelegram = new Map<string, number>();
    const answers = new Map<string, number>();
    const uses = new Map<Use, number>();
    const allUses: Use[] = [];
    const asked = { telegram: 0, discord: 0 };
    let lost = 0;
    let seen = 0;
    let start: number | undefined;
    let sampled = 0;
    let last = { memory: 0, delay: 0 };
    let longestDelay = 0;

    const until = Date.now() + time;
    const isOver = () => Date.now() > until;
    for (;;) {
      while (onTelegram.size < IN_FLIGHT && asked.telegram < questions && !isOver()) {
        const message = people[asked.telegram % PEOPLE]?.says(pick(asked.telegram));
        if (message) onTelegram.set(`${message.chat.id}:${message.message_id}`, Date.now());
        asked.telegram += 1;
      }
      while (uses.size < IN_FLIGHT && asked.discord < questions && !isOver()) {
        const [user, channel] = [users[asked.discord % PEOPLE], channels[asked.discord % 50]];
        const question = pick(asked.discord).slice(0, 500);
        if (user && channel) {
          const use = user.slash(channel, 'ask', { question });
          uses.set(use, Date.now());
          allUses.push(use);
        }
        asked.discord += 1;
      }
      await pause(LOOK);
      const now = Date.now();
      for (; seen < telegram.sent.length; seen++) {
        const { chatId, replyTo } = telegram.sent[seen] ?? {};
        const key = `${chatId}:${replyTo}`;
        answers.set(key, (answers.get(key) ?? 0) + 1);
        const at = onTelegram.get(key);
        if (at !== undefined) times.push(now - at);
        onTelegram.delete(key);
      }
      for (const [use, at] of uses)
        if (answersOf(use).length > 0) {
          times.push(now - at);
          uses.delete(use);
        }
      for (const waiting of [onTelegram, uses] as Map<unknown, number>[])
        for (const [key, at] of waiting)
          if (now - at > LOST) {
            lost += 1;
            waiting.delete(key);
          }
      if (now - sampled > SAMPLE) {
        sampled = now;
        last = await sample(port).catch(() => last);
        longestDelay = Math.max(longestDelay, last.delay);
        if (asked.telegram + asked.discord >= SETTLED) start ??= last.memory;
      }
      const isAsked = asked.telegram >= questions && asked.discord >= questions;
      if ((isOver() || isAsked) && onTelegram.size === 0 && uses.size === 0) break;
    }
    last = await sample(port).catch(() => last);
    await pause(1000);
    for (; seen < telegram.sent.length; seen++) {
      const { chatId, replyTo } = telegram.sent[seen] ?? {};
      answers.set(`${chatId}:${replyTo}`, (answers.get(`${chatId}:${replyTo}`) ?? 0) + 1);
    }
    const doubled =
      [...answers.values()].filter((count) => count > 1).length +
      allUses.filter((use) => answersOf(use).length > 1).length;
    const at = Date.now();
    const ended = once(bots, 'exit');
    bots.kill('SIGTERM');
    const [code] = (await ended) as [number | null];
    times.sort((a, b) => a - b);
    return {
      asked,
      lost,
      doubled,
      memory: [start ?? last.memory, last.memory],
      longestDelay,
      median: times[Math.floor(times.length / 2)] ?? 0,
      end: { code, ms: Date.now() - at },
    };
  } finally {
    bots.kill('SIGKILL');
    await telegram.close();
    await discord.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/**
 * The answers that stand: a busy bot first says that it thinks, and takes that back where its answer
 * is for the asker alone.
 */
function answersOf({ interaction: { original }, followUps }: Use): readonly unknown[] {
  const isAnswer =
    original !== undefined && !original.loading && !original.deleted && original.content !== '…';
  return isAnswer ? [original, ...followUps] : followUps;
}

function pick(at: number): string {
  return QUESTIONS[at % QUESTIONS.length] ?? '';
}

/** Megabytes of the bots' process, and milliseconds of its longest delay since it was last asked. */
async function sample(port: number): Promise<{ memory: number; delay: number }> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const value = (name: string) =>
    Number(new RegExp(`^yuanwen_${name} (\\S+)`, 'm').exec(text)?.[1] ?? 0);
  return {
    memory: value('process_resident_memory_bytes') / 1_000_000,
    delay: value('nodejs_eventloop_lag_max_seconds') * 1000,
  };
}
