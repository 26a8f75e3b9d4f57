import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startTelegram, type TelegramDouble } from '../doubles/telegram/index.ts';
import { freePort } from '../helpers/free-port.ts';
import { type Gate, openGate } from '../helpers/gate.ts';
import { type PostgresCluster, startPostgres } from '../helpers/postgres-cluster.ts';
import { ready } from './ready.ts';

export interface WorkersSettings {
  /** The script of the bots, as built. */
  readonly main: string;
  readonly corpus: string;
  readonly questions: number;
  readonly chats: number;
  /** Workers at the start. */
  readonly workers: number;
  /** Whether Telegram posts to the workers, instead of being polled by one. */
  readonly webhook?: boolean;
  /** What happens, each once so large a share of the questions was answered. */
  readonly events: readonly (readonly [share: number, event: WorkersEvent])[];
  /** Told what happens. */
  readonly tell?: (line: string) => void;
}

/**
 * `kill` ends a worker at once, `kill front` the one that polls or tells Telegram where to post, `kill
 * leader` the one that builds, in the middle of a change of the articles.
 */
export type WorkersEvent = 'kill' | 'kill front' | 'kill leader' | 'add' | 'change' | 'fail over';

export interface WorkersResult {
  readonly asked: number;
  readonly lost: number;
  /** Answers beyond the first, and the most in one chat. */
  readonly repeated: number;
  readonly mostRepeated: number;
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
  let kills = 0;

  async function happen(event: WorkersEvent): Promise<void> {
    tell(event);
    if (event === 'add') return workers.add();
    if (event === 'change') return workers.change();
    kills += 1;
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
    const run = await askAll(telegram, settings, happen);
    const cpu = ((await workers.cpu()) - before) / (run.asked - run.lost);
    return { ...run, cpu, kills };
  } finally {
    workers.end();
    await telegram.close();
    await front.close();
    await database.close();
    await cluster.end();
  }
}

/** An article of which every sentence says in which version it stands. */
function bulletin(version: number): string {
  const mark = `第${version}版所记`;
  return `滨江新区2022年水务公报

2023-04-22 来源：滨江日报

2022年，滨江新区供水总量达8.6亿立方米，${mark}。全年新建水厂4座，总投资超25亿元，${mark}。

青禾水厂日处理能力为30万吨，${mark}。
`;
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

interface Running {
  readonly child: ChildProcess;
  readonly state: string;
  readonly health: number;
  readonly port: number;
  /** Whether it polls for all, or tells Telegram where to post. */
  isFront: boolean;
}

/** Processes that answer, each in a folder of its own. */
class Workers {
  readonly #settings: WorkersSettings;
  readonly #telegram: TelegramDouble;
  readonly #database: string;
  readonly #front: Gate;
  readonly #home = mkdtempSync(join(tmpdir(), 'yuanwen-workers-'));
  #running: Running[] = [];
  #count = 0;
  #version = 0;

  constructor(settings: WorkersSettings, telegram: TelegramDouble, database: string, front: Gate) {
    this.#settings = settings;
    this.#telegram = telegram;
    this.#database = database;
    this.#front = front;
    cpSync(resolve(settings.corpus), this.#corpus, { recursive: true });
    this.change();
  }

  get #corpus(): string {
    return join(this.#home, 'corpus');
  }

  /** Changes the articles, as whoever writes them does. */
  change(): void {
    this.#version += 1;
    const file = join(this.#corpus, 'bulletin.txt');
    writeFileSync(`${file}.new`, bulletin(this.#version));
    renameSync(`${file}.new`, file);
  }

  /** Starts one more; resolves when it is ready. */
  async add(): Promise<void> {
    const { main, webhook = false } = this.#settings;
    const state = join(this.#home, `state-${++this.#count}`);
    const [health, port] = [await freePort(), await freePort()];
    const child = spawn(process.execPath, [resolve(main)], {
      cwd: this.#home,
      env: {
        CORPUS_DIR: this.#corpus,
        STATE_DIR: state,
        TELEGRAM_TOKEN: this.#telegram.token,
        TELEGRAM_API_ROOT: this.#telegram.root,
        DATABASE_URL: this.#database,
        DATABASE_CONNECTIONS: '6',
        HEALTH_PORT: String(health),
        LOG_LEVEL: 'info',
        ...(webhook && {
          TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${this.#front.port}/hook`,
          PORT: String(port),
        }),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const worker = { child, state, health, port, isFront: false };
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('for all workers')) worker.isFront = true;
      for (const line of text.split('\n'))
        if (/"level":"(?:warn|error|fatal)"|^yuanwen/.test(line)) this.#settings.tell?.(line);
    });
    await ready(health, child);
    this.#running.push(worker);
    this.#front.leadTo(...this.#running.map((each) => each.port));
  }

  /** Kills one as `kill -9` does: whoever polls for all, or another. */
  async kill(isFront: boolean): Promise<void> {
    const worker = this.#running.find((each) => each.isFront === isFront) ?? this.#running[0];
    if (worker) this.#end(worker);
  }

  /** Changes the articles, and kills whoever reads them as soon as it writes of them. */
  async killLeader(): Promise<void> {
    const before = new Map(this.#running.map(({ state }) => [state, writtenAt(state)]));
    this.change();
    for (let tries = 0; tries < 3000; tries++) {
      const leader = this.#running.find(({ state }) => writtenAt(state) !== before.get(state));
      if (leader) return this.#end(leader);
      await pause(10);
    }
    throw new Error('nobody read the changed articles');
  }

  #end(worker: Running): void {
    this.#running = this.#running.filter((each) => each !== worker);
    worker.child.kill('SIGKILL');
    this.#front.leadTo(...this.#running.map((each) => each.port));
  }

  /** Milliseconds of processor time that those which live have used. */
  async cpu(): Promise<number> {
    let sum = 0;
    for (const { health } of this.#running) {
      const text = await (await fetch(`http://127.0.0.1:${health}/metrics`)).text();
      sum += 1000 * Number(/^yuanwen_process_cpu_seconds_total (\S+)/m.exec(text)?.[1] ?? 0);
    }
    return sum;
  }

  end(): void {
    for (const { child } of this.#running) child.kill('SIGKILL');
    rmSync(this.#home, { recursive: true, force: true });
  }
}

/** When a worker last wrote what it reads of the folder: the one that builds does, and no other. */
function writtenAt(state: string): number {
  const folder = join(state, 'articles');
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder).map((name) => join(folder, name));
  return Math.max(
    0,
    ...files.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0),
  );
}

async function askAll(
  telegram: TelegramDouble,
  { questions, chats, events }: WorkersSettings,
  happen: (event: WorkersEvent) => Promise<void>,
): Promise<Omit<WorkersResult, 'kills' | 'cpu'>> {
  const people = Array.from({ length: chats }, () => telegram.private());
  const each = Math.ceil(questions / chats);
  const waiting = people.map(() => new Map<number, number>());
  const asked = people.map((): number[] => []);
  const answered = new Map<number, number[]>(people.map(({ id }) => [id, []]));
  const waits: number[] = [];
  const left = [...events];
  const happening: Promise<void>[] = [];
  let seen = 0;
  let count = 0;
  const began = Date.now();
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
      answered.get(Number(chatId))?.push(replyTo);
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
    if (replyTo !== undefined) answered.get(Number(chatId))?.push(replyTo);
  }
  const quoted = telegram.sent.map(({ text }) => versionsIn(text));
  const repeats = [...answered.values()].map((ids) => ids.length - new Set(ids).size);
  waits.sort((a, b) => a - b);
  return {
    asked: each * chats,
    lost: each * chats - count,
    repeated: repeats.reduce((sum, n) => sum + n, 0),
    mostRepeated: Math.max(...repeats),
    disordered: [...answered.values()].filter((ids) => !isInOrder([...new Set(ids)])).length,
    mixed: quoted.filter(({ size }) => size > 1).length,
    versions: new Set(quoted.flatMap((versions) => [...versions])).size,
    pace: (count / time) * 1000,
    longestGap,
    waits: [waits[waits.length >> 1] ?? 0, waits[Math.floor(waits.length * 0.99)] ?? 0],
  };
}

function isInOrder(ids: readonly number[]): boolean {
  return ids.every((id, i) => i === 0 || id > (ids[i - 1] ?? 0));
}
