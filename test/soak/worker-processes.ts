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
import type { TelegramDouble } from '../doubles/telegram/index.ts';
import { freePort } from '../helpers/free-port.ts';
import type { Gate } from '../helpers/gate.ts';
import { ready } from './ready.ts';

export interface ProcessSettings {
  /** The script of the bots, as built. */
  readonly main: string;
  readonly corpus: string;
  /** Whether Telegram posts to the workers, instead of being polled by one. */
  readonly webhook?: boolean;
  /**
   * The share of a core that each worker is held to, so that several on one machine do not take it from
   * each other, nor from the server; 1 unless given.
   */
  readonly share?: number;
  /** Told what happens. */
  readonly tell?: (line: string) => void;
}

/** Milliseconds in which a worker that is held to a share of a core has its turn once. */
const TURN = 100;

/** An article of which every sentence says in which version it stands. */
function bulletin(version: number): string {
  const mark = `第${version}版所记`;
  return `滨江新区2022年水务公报

2023-04-22 来源：滨江日报

2022年，滨江新区供水总量达8.6亿立方米，${mark}。全年新建水厂4座，总投资超25亿元，${mark}。

青禾水厂日处理能力为30万吨，${mark}。
`;
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
export class Workers {
  readonly #settings: ProcessSettings;
  readonly #telegram: TelegramDouble;
  readonly #database: string;
  readonly #front: Gate;
  readonly #home = mkdtempSync(join(tmpdir(), 'yuanwen-workers-'));
  #running: Running[] = [];
  /** All that were started, ready or not. */
  readonly #started: ChildProcess[] = [];
  #count = 0;
  #version = 0;

  constructor(settings: ProcessSettings, telegram: TelegramDouble, database: string, front: Gate) {
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
    this.#started.push(child);
    const worker = { child, state, health, port, isFront: false };
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('for all workers')) worker.isFront = true;
      for (const line of text.split('\n'))
        if (/"level":"(?:warn|error|fatal)"|^yuanwen/.test(line)) this.#settings.tell?.(line);
    });
    await ready(health, child);
    hold(child, this.#settings.share ?? 1);
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
    for (const child of this.#started) child.kill('SIGKILL');
    rmSync(this.#home, { recursive: true, force: true });
  }
}

/** Holds a process to a share of a core for as long as it lives, by stopping it for the rest of each turn. */
function hold(child: ChildProcess, share: number): void {
  if (share >= 1) return;
  let went: NodeJS.Timeout | undefined;
  const turns = setInterval(() => {
    child.kill('SIGCONT');
    went = setTimeout(() => child.kill('SIGSTOP'), share * TURN);
  }, TURN);
  child.once('exit', () => {
    clearInterval(turns);
    clearTimeout(went);
  });
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
