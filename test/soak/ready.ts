import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** Resolves when the bots of a process are ready, by their port of health. */
export async function ready(port: number, bots: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (response?.status === 200) return;
    if (bots.exitCode !== null) throw new Error(`the bots ended with ${bots.exitCode}`);
    await pause(100);
  }
  throw new Error('the bots were not ready within a minute');
}
