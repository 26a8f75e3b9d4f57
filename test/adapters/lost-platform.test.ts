import { describe, expect, it } from 'vitest';
import { runBots } from '../../adapters/bots.ts';
import { running } from './running.ts';

describe('a platform that is lost', () => {
  const untilStopped = (stop: AbortSignal) =>
    new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve()));
  const same = (text: string) => text;
  const PAUSES = [10, 40, 90];

  it('is started again with growing pauses while another goes on', async () => {
    let starts = 0;
    const lost = {
      name: 'lost',
      async run(stop: AbortSignal) {
        starts += 1;
        if (starts < 6) throw new Error('out of reach');
        return untilStopped(stop);
      },
    };
    const { lines, stop } = running('token', (log, signal) =>
      runBots([lost, { name: 'well', run: untilStopped }], signal, log, same, PAUSES),
    );
    await expect.poll(() => starts).toBe(6);
    await stop();
    const pauses = lines.flatMap((line) => /again in ([\d.]+) s/.exec(line)?.[1] ?? []);
    expect(pauses).toEqual(['0.01', '0.04', '0.09', '0.09', '0.09']);
  });

  it('ends all with its reason where no other runs, one that waits for its next start included', async () => {
    const fails = (name: string, after: number) => ({
      name,
      async run() {
        await new Promise((resolve) => setTimeout(resolve, after));
        throw new Error(`${name} is out of reach`);
      },
    });
    const { ended } = running('token', (log, signal) =>
      runBots([fails('first', 0), fails('second', 50)], signal, log, same, [60_000]),
    );
    await expect(ended).rejects.toThrow('second is out of reach');
  });

  it('is not started again after a stop', async () => {
    let starts = 0;
    const lost = {
      name: 'lost',
      async run() {
        starts += 1;
        throw new Error('out of reach');
      },
    };
    const { lines, stop } = running('token', (log, signal) =>
      runBots([lost, { name: 'well', run: untilStopped }], signal, log, same, [60_000]),
    );
    await expect.poll(() => lines.join('')).toContain('out of reach');
    await stop();
    expect(starts).toBe(1);
  });
});
