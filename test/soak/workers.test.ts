import { describe, expect, it } from 'vitest';
import { HAS_POSTGRES } from '../helpers/postgres-binaries.ts';
import { soakWorkers, type WorkersEvent } from './workers.ts';

const FAULTS: readonly (readonly [number, WorkersEvent])[] = [
  [0.15, 'kill'],
  [0.2, 'add'],
  [0.35, 'kill leader'],
  [0.4, 'add'],
  [0.6, 'fail over'],
];

describe.skipIf(!HAS_POSTGRES)('several workers over one database', () => {
  it.each([
    ['polled for by one', false],
    ['posted to by Telegram', true],
  ])(
    'lose nothing and keep every chat’s order, %s, whatever is killed',
    async (_, webhook) => {
      const result = await soakWorkers({
        main: 'dist/adapters/main.js',
        corpus: 'corpus',
        questions: 160,
        chats: 20,
        workers: 2,
        webhook,
        events: FAULTS,
      });
      const { asked, lost, disordered, mostRepeated, repeatedUnkilled, kills } = result;
      expect({ asked, lost, disordered, kills, repeatedUnkilled }).toEqual({
        asked: 160,
        lost: 0,
        disordered: 0,
        kills: 3,
        repeatedUnkilled: 0,
      });
      // one that was sent, and not yet marked as sent, by whoever was killed
      expect(mostRepeated).toBeLessThanOrEqual(1);
    },
    180_000,
  );
});
