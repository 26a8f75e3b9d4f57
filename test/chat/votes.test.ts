import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createVotes } from '../../src/chat/votes.ts';
import { newStateDir } from '../helpers/chat.ts';

const DAY = 24 * 60 * 60 * 1000;
const line = (days: number) =>
  JSON.stringify({ at: new Date(Date.now() - days * DAY).toISOString(), vote: 'up', days });

describe('votes', () => {
  it('are deleted when they are older than they are to be kept', async () => {
    const dir = newStateDir();
    const file = join(dir, 'votes.jsonl');
    mkdirSync(dir, { recursive: true });
    writeFileSync(file, `${[40, 31, 29, 8, 6, 0].map(line).join('\n')}\ntorn`);
    await createVotes(file).prune();
    const kept = () =>
      readFileSync(file, 'utf8')
        .trimEnd()
        .split('\n')
        .map((each) => JSON.parse(each).days);
    expect(kept()).toEqual([29, 8, 6, 0]);
    await createVotes(file, 7).keep('press', { platform: 'test', vote: 'down' });
    expect(kept()).toEqual([6, 0, undefined]);
  });

  it('are read by nobody else on the machine', async () => {
    const file = join(newStateDir(), 'state', 'votes.jsonl');
    await createVotes(file).keep('press', { platform: 'test', vote: 'up' });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
  });

  it('of one press count once, until the presser is forgotten', async () => {
    const file = join(newStateDir(), 'votes.jsonl');
    const votes = createVotes(file);
    const vote = { platform: 'test', vote: 'up' } as const;
    await votes.keep('t:1:9', vote);
    await votes.keep('t:1:9', vote);
    votes.forget((press) => press.endsWith(':9'));
    await votes.keep('t:1:9', vote);
    expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(2);
  });
});
