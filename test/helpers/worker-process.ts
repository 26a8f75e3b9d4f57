import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from './free-port.ts';

// as built: a leader starts a process of its own, which runs no TypeScript
export const MAIN = resolve('dist/adapters/main.js');

/** Milliseconds to wait for what several processes must do, on a machine that has other things to do. */
export const PATIENCE = 120_000;

/** Looks again and again until there is something; rejects after `PATIENCE`. */
export async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error('it has not come about');
    await setTimeout(100);
  }
}

/** A bot that runs as a process of its own and serves the page. */
export interface WorkerProcess {
  /** The reply as JSON, to somebody new, or in a conversation that somebody else may go on with. */
  ask(question: string, conversation?: string): Promise<string>;
  /** What it wrote to standard error so far. */
  said(): string;
  kill(): void;
  stop(): Promise<void>;
}

/** Starts a bot with these settings alone; resolves when it answers. */
export async function startWorkerProcess(
  home: string,
  settings: NodeJS.ProcessEnv,
): Promise<WorkerProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [MAIN], {
    env: { ...settings, WEB_PORT: String(port) },
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const killed = () => child.kill('SIGKILL');
  process.once('exit', killed);
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  let people = 0;
  async function ask(q: string, conversation?: string): Promise<string> {
    people += 1;
    const query = new URLSearchParams({ q, ...(conversation && { conversation }) });
    // each as somebody else, as one person may ask so much alone
    const response = await fetch(`http://127.0.0.1:${port}/api/ask?${query}`, {
      headers: { 'X-Forwarded-For': `10.1.${people >> 8}.${people & 255}` },
    });
    return response.text();
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    process.off('exit', killed);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
  await until(async () => {
    if (child.exitCode !== null) throw new Error(said);
    return ask('你好').then(
      () => true,
      () => undefined,
    );
  });
  return { ask, said: () => said, kill: () => void end('SIGKILL'), stop: () => end('SIGTERM') };
}
