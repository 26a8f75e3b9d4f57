import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createSteps, createTurns } from '../../src/util/event-loop-turns.ts';

it('lets through one a turn of the event loop, in the order of asking', async () => {
  const turn = createTurns();
  const order: string[] = [];
  const asked = ['a', 'b', 'c'].map(async (name) => {
    await turn();
    order.push(name);
  });
  // what else waits has its turn in between
  for (const count of [1, 2, 3]) {
    await setImmediate();
    order.push(`${count}`);
  }
  await Promise.all(asked);
  expect(order.filter((name) => /[a-c]/.test(name))).toEqual(['a', 'b', 'c']);
  expect(order.slice(0, 5).filter((name) => /\d/.test(name)).length).toBeGreaterThan(1);
});

describe('a long work', () => {
  async function order(longest: number): Promise<string[]> {
    const steps = createSteps(longest);
    const done: string[] = [];
    await Promise.all(
      ['a', 'b'].map(async (name) => {
        await steps.begin();
        for (const step of [1, 2]) {
          done.push(`${name}${step}`);
          await steps.next();
        }
      }),
    );
    return done;
  }

  it('lets others have their turn between its steps', async () => {
    expect(await order(0)).toEqual(['a1', 'b1', 'a2', 'b2']);
  });

  it('goes on where its turn is young', async () => {
    expect(await order(60_000)).toEqual(['a1', 'a2', 'b1', 'b2']);
  });
});
