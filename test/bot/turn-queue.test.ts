import { describe, expect, it } from 'vitest';
import { TurnQueue } from '../../src/bot/turn-queue.ts';

function deferred() {
  let finish: () => void = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { finish, finished };
}

describe('the turns of conversations', () => {
  it('run one after the other in one conversation, in the order of asking', async () => {
    const queue = new TurnQueue();
    const log: string[] = [];
    const slow = deferred();
    const first = queue.run('a', async () => {
      await slow.finished;
      log.push('first');
    });
    const second = queue.run('a', async () => void log.push('second'));
    const third = queue.run('a', async () => void log.push('third'));
    slow.finish();
    await Promise.all([third, second, first]);
    expect(log).toEqual(['first', 'second', 'third']);
  });

  it('do not wait for those of another conversation', async () => {
    const queue = new TurnQueue();
    const slow = deferred();
    const first = queue.run('a', () => slow.finished);
    expect(await queue.run('b', async () => 'answered')).toBe('answered');
    slow.finish();
    await first;
  });

  it('go on after one that fails', async () => {
    const queue = new TurnQueue();
    const failed = queue.run('a', async () => {
      throw new Error('failed');
    });
    const next = queue.run('a', async () => 'answered');
    await expect(failed).rejects.toThrow('failed');
    expect(await next).toBe('answered');
  });

  it('leave nothing behind when they are over', async () => {
    const queue = new TurnQueue();
    const turns = Array.from({ length: 100 }, (_, at) =>
      queue.run(`conversation ${at % 10}`, async () => at),
    );
    expect(queue.size).toBe(10);
    await Promise.all(turns);
    await Promise.resolve();
    expect(queue.size).toBe(0);
  });
});
