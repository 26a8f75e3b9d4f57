import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createTurns } from '../../src/util/event-loop-turns.ts';

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
