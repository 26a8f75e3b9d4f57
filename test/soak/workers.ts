import { setTimeout as pause } from 'node:timers/promises';
import { startTelegram, type TelegramDouble } from '../doubles/telegram/index.ts';
import { type Gate, openGate } from '../helpers/gate.ts';
import { type PostgresCluster, startPostgres } from '../helpers/postgres-cluster.ts';
import { type ProcessSettings, Workers } from './worker-processes.ts';

export interface WorkersSettings extends ProcessSettings {
  readonly questions: number;
  readonly chats: number;
  /** Workers at the start. */
  readonly workers: number;
  /** What happens, each once so large a share of the questions was answered. */
  readonly events: readonly (readonly [share: number, event: WorkersEvent])[];
}

/**
 * `kill` ends a worker at once, `kill front` the one that polls or tells Telegram where to post, `kill
 * leader` the one that builds, in the middle of a change of the articles.
 */
export type WorkersEvent = 'kill' | 'kill front' | 'kill leader' | 'add' | 'change' | 'fail over';

export interface WorkersResult {
  readonly asked: number;
  readonly lost: number;
  /** Answers beyond the first, and the most in one chat between one kill and the next. */
  readonly repeated: number;
  readonly mostRepeated: number;
  /** Of them those before any kill. */
  readonly repeatedUnkilled: number;
  /** Chats in which an answer came before that to an earlier question. */
  readonly disordered: number;
  /** Questions a second, from the first question to the last answer. */
  readonly pace: number;
  /** Milliseconds of the longest time without any answer. */
  readonly longestGap: number;
  /** Milliseconds from question to answer: the median, and the 99th percentile. */
  readonly waits: readonly [median: number, p99: number];
  /** Answers that quote more than one version of the articles, and how many versions were quoted. */
  readonly mixed: number;
  readonly versions: number;
  /** Milliseconds of the workers' processor time a question, of those that live at the end. */
  readonly cpu: number;
  /** Kills of whatever kind that happened. */
  readonly kills: number;
}

/** Questions of one chat that wait for an answer at once. */
const AT_ONCE = 2;
/** Milliseconds without any answer after which the rest counts as lost. */
const LOST = 60_000;
const LOOK = 5;

const QUESTIONS = [
  '2022年滨江新区供水总量是多少？',
  '青禾水厂日处理能力是多少？',
  '2022年江苏输出的技术合同成交额是多少？',
  '那成交额呢？',
  '技术合同',
  '红烧肉怎么做？',
  '/stat 技术合同 成交额',
  'How many contracts in 2022?',
];

/** Has people ask several workers over one database, while workers and the database's server are killed. */
export async function soakWorkers(settings: WorkersSettings): Promise<WorkersResult> {
  const cluster = await startPostgres();
  const standby = settings.events.some(([, event]) => event === 'fail over')
    ? await cluster.addStandby()
    : undefined;
  const database = await openGate(cluster.port);
  const front = await openGate();
  const telegram = await startTelegram();
  const workers = new Workers(settings, telegram, addressBy(cluster, database), front);
  const { tell = () => {} } = settings;
  const killedAt: number[] = [];

  async function happen(event: WorkersEvent): Promise<void> {
    tell(event);
    if (event === 'add') return workers.add();
    if (event === 'change') return workers.change();
    killedAt.push(Date.now());
    if (event === 'kill leader') return workers.killLeader();
    if (event !== 'fail over') return workers.kill(event === 'kill front');
    database.leadTo();
    await cluster.kill();
    await standby?.promote();
    if (standby) database.leadTo(standby.port);
  }

  try {
    await Promise.all(Array.from({ length: settings.workers }, () => workers.add()));
    const before = await workers.cpu();
    const run = await askAll(telegram, settings, happen, killedAt);
    const cpu = ((await workers.cpu()) - before) / (run.asked - run.lost);
    return { ...run, cpu, kills: killedAt.length };
  } finally {
    workers.end();
    await telegram.close();
    await front.close();
    await database.close();
    await cluster.end();
  }
}

/** The versions that an answer quotes. */
function versionsIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/第(\d+)版所记/g)].flatMap(([, version]) => version ?? []));
}

/** The database's address by way of a gate. */
function addressBy({ url }: PostgresCluster, { port }: Gate): string {
  const address = new URL(url);
  address.port = String(port);
  return address.href;
}

async function askAll(
  telegram: TelegramDouble,
  { questions, chats, events }: WorkersSettings,
  happen: (event: WorkersEvent) => Promise<void>,
  killedAt: readonly number[],
): Promise<Omit<WorkersResult, 'kills' | 'cpu'>> {
  const people = Array.from({ length: chats }, () => telegram.private());
  const each = Math.ceil(questions / chats);
  const waiting = people.map(() => new Map<number, number>());
  const asked = people.map((): number[] => []);
  const answered = new Map<number, number[]>(people.map(({ id }) => [id, []]));
  /** Answers beyond the first: the chat, and the number of kills before. */
  const repeats: (readonly [chat: number, kills: number])[] = [];
  const waits: number[] = [];
  const left = [...events];
  const happening: Promise<void>[] = [];
  let seen = 0;
  let count = 0;
  const began = Date.now();

  function note(chat: number, replyTo: number): void {
    const ids = answered.get(chat);
    if (ids?.includes(replyTo))
      repeats.push([chat, killedAt.filter((at) => at <= Date.now()).length]);
    ids?.push(replyTo);
  }

  let movedAt = began;
  let longestGap = 0;
  for (;;) {
    for (const [i, chat] of people.entries()) {
      const [mine = [], open = new Map()] = [asked[i], waiting[i]];
      while (mine.length < each && open.size < AT_ONCE) {
        const { message_id: id } = chat.says(QUESTIONS[mine.length % QUESTIONS.length] ?? '');
        mine.push(id);
        open.set(id, Date.now());
      }
    }
    await pause(LOOK);
    const now = Date.now();
    for (; seen < telegram.sent.length; seen++) {
      const { chatId, replyTo } = telegram.sent[seen] ?? {};
      if (replyTo === undefined) continue;
      note(Number(chatId), replyTo);
      const open = waiting[people.findIndex(({ id }) => id === chatId)];
      const at = open?.get(replyTo);
      if (at === undefined) continue;
      open?.delete(replyTo);
      waits.push(now - at);
      count += 1;
      longestGap = Math.max(longestGap, now - movedAt);
      movedAt = now;
    }
    while (left[0] && count >= left[0][0] * each * chats) {
      const [, event] = left.shift() ?? [];
      if (event) happening.push(happen(event));
    }
    if (count >= each * chats || now - movedAt > LOST) break;
  }
  const time = movedAt - began;
  await Promise.all(happening);
  // an answer that is sent twice may be so late
  await pause(1000);
  for (; seen < telegram.sent.length; seen++) {
    const { chatId, replyTo } = telegram.sent[seen] ?? {};
    if (replyTo !== undefined) note(Number(chatId), replyTo);
  }
  const quoted = telegram.sent.map(({ text }) => versionsIn(text));
  waits.sort((a, b) => a - b);
  return {
    asked: each * chats,
    lost: each * chats - count,
    repeated: repeats.length,
    mostRepeated: mostAlike(repeats.map(String)),
    repeatedUnkilled: repeats.filter(([, kills]) => kills === 0).length,
    disordered: [...answered.values()].filter((ids) => !isInOrder([...new Set(ids)])).length,
    mixed: quoted.filter(({ size }) => size > 1).length,
    versions: new Set(quoted.flatMap((versions) => [...versions])).size,
    pace: (count / time) * 1000,
    longestGap,
    waits: [waits[waits.length >> 1] ?? 0, waits[Math.floor(waits.length * 0.99)] ?? 0],
  };
}

/** How often the commonest of some words stands among them. */
function mostAlike(words: readonly string[]): number {
  return Math.max(0, ...words.map((word) => words.filter((other) => other === word).length));
}

function isInOrder(ids: readonly number[]): boolean {
  return ids.every((id, i) => i === 0 || id > (ids[i - 1] ?? 0));
}
