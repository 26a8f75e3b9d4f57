import { describe, expect, it } from 'vitest';
import { createConversations } from '../../src/bot/conversations.ts';
import { understand } from '../helpers/tokenizer.ts';

const turn = (question: string) => ({ question: understand(question) });

describe('conversations kept in memory', () => {
  it('remembers the last turn of each conversation', async () => {
    const conversations = createConversations();
    await conversations.remember('a', turn('一'));
    await conversations.remember('b', turn('二'));
    await conversations.remember('a', turn('三'));
    expect((await conversations.last('a'))?.question.source).toBe('三');
    expect((await conversations.last('b'))?.question.source).toBe('二');
    expect(await conversations.last('c')).toBeUndefined();
  });

  it('forgets a turn after half an hour', async () => {
    let now = 0;
    const conversations = createConversations(() => now);
    await conversations.remember('a', turn('一'));
    now = 30 * 60 * 1000;
    expect(await conversations.last('a')).toBeDefined();
    now += 1;
    expect(await conversations.last('a')).toBeUndefined();
  });

  it('keeps a bounded number, the latest', async () => {
    const conversations = createConversations();
    const only = turn('一');
    for (let one = 0; one <= 10_000; one += 1) await conversations.remember(String(one), only);
    expect(await conversations.last('0')).toBeUndefined();
    expect(await conversations.last('1')).toBeDefined();
    expect(await conversations.last('10000')).toBeDefined();
  });

  it('deletes the turns of conversations that are to be forgotten, and no others', async () => {
    const conversations = createConversations();
    for (const key of ['t:1:9', 't:2:9', 't:1:19']) await conversations.remember(key, turn('一'));
    await conversations.forget((key) => key.endsWith(':9'));
    expect(await conversations.last('t:1:9')).toBeUndefined();
    expect(await conversations.last('t:2:9')).toBeUndefined();
    expect(await conversations.last('t:1:19')).toBeDefined();
  });
});
