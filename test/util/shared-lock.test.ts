import { describe, expect, it } from 'vitest';
import { SharedLock } from '../../src/util/shared-lock.ts';

/** A task that notes its name when it begins and when it is let go on. */
function taskIn(log: string[], name: string) {
  let finish: () => void = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return {
    finish,
    task: async () => {
      log.push(`${name} begins`);
      await finished;
      log.push(`${name} ends`);
    },
  };
}

describe('a shared lock', () => {
  it('lets uses in at once, side by side', () => {
    const log: string[] = [];
    const lock = new SharedLock();
    void lock.shared(taskIn(log, 'a').task);
    void lock.shared(taskIn(log, 'b').task);
    expect(log).toEqual(['a begins', 'b begins']);
  });

  it('has a change wait for the uses before it, and the uses behind it wait for the change', async () => {
    const log: string[] = [];
    const lock = new SharedLock();
    const [a, change, b] = ['a', 'change', 'b'].map((name) => taskIn(log, name));
    const all = [lock.shared(a!.task), lock.exclusive(change!.task), lock.shared(b!.task)];
    b!.finish();
    change!.finish();
    a!.finish();
    await Promise.all(all);
    expect(log).toEqual([
      'a begins',
      'a ends',
      'change begins',
      'change ends',
      'b begins',
      'b ends',
    ]);
  });

  it('makes one change after the other, with the uses asked for in between between them', async () => {
    const log: string[] = [];
    const lock = new SharedLock();
    const note = (name: string) => async () => void log.push(name);
    await Promise.all([
      lock.exclusive(note('first')),
      lock.shared(note('use')),
      lock.exclusive(note('second')),
      lock.shared(note('last')),
    ]);
    expect(log).toEqual(['first', 'use', 'second', 'last']);
  });

  it('is free again after a task that fails, which fails for its caller alone', async () => {
    const lock = new SharedLock();
    const fail = async () => {
      throw new Error('failed');
    };
    const used = lock.shared(fail);
    const changed = lock.exclusive(fail);
    const later = lock.shared(async () => 'done');
    await expect(used).rejects.toThrow('failed');
    await expect(changed).rejects.toThrow('failed');
    expect(await later).toBe('done');
  });
});
