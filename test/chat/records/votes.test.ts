import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createVotes } from '../../../src/chat/records/votes.ts';
import { newStateDir } from '../../helpers/chat.ts';

const DAY = 24 * 60 * 60 * 1000;
const line = (days: number) =>
  JSON.stringify({ at: new Date(Date.now() - days * DAY).toISOString(), vote: 'up', days });

describe('votes', () => {
  it('are deleted when they are older than they are to be kept', async () => {
    const dir = newStateDir();
    const file = join(dir, 'votes.jsonl');
    mkdirSync(dir, { recursive: true });
    writeFileSync(file, `${[40, 31, 29, 8, 6, 0].map(line).join('\n')}\ntorn`);
    await createVotes(dir, 30).prune();
    const kept = () =>
      readFileSync(file, 'utf8')
        .trimEnd()
        .split('\n')
        .map((each) => JSON.parse(each).days);
    expect(kept()).toEqual([29, 8, 6, 0]);
    await createVotes(dir, 7).keep('press', 't:9', { platform: 'test', vote: 'down' });
    expect(kept()).toEqual([6, 0, undefined]);
  });

  it('are read by nobody else on the machine', async () => {
    const dir = join(newStateDir(), 'state');
    await createVotes(dir, 30).keep('t:1:9', 't:9', { platform: 'test', vote: 'up' });
    for (const file of ['votes.jsonl', 'votes.key'])
      expect(statSync(join(dir, file)).mode & 0o777).toBe(0o600);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
  });

  it('of one press count once, and are deleted with their voter, also after a restart', async () => {
    const dir = newStateDir();
    const lines = () => readFileSync(join(dir, 'votes.jsonl'), 'utf8').split('\n').filter(Boolean);
    const votes = createVotes(dir, 30);
    const vote = { platform: 'test', vote: 'up' } as const;
    await votes.keep('t:1:9', 't:9', vote);
    await votes.keep('t:1:9', 't:9', vote);
    await votes.keep('t:2:9', 't:9', vote);
    await votes.keep('t:1:8', 't:8', vote);
    expect(lines()).toHaveLength(3);
    const [first, second, other] = lines().map((each) => JSON.parse(each));
    expect(first.by).toBe(second.by);
    expect(first.id).not.toBe(second.id);
    await createVotes(dir, 30).forget('t:9');
    expect(lines().map((each) => JSON.parse(each))).toEqual([other]);
    await votes.forget('t:9');
    await votes.keep('t:1:9', 't:9', vote);
    expect(lines()).toHaveLength(2);
  });
});
