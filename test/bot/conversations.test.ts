import { describe, expect, it } from 'vitest';
import { Conversations } from '../../src/bot/conversations.ts';
import { understand } from '../helpers/tokenizer.ts';

const turn = (question: string) => ({ question: understand(question) });

describe('Conversations', () => {
  it('remembers the last turn of each conversation', () => {
    const conversations = new Conversations();
    conversations.remember('a', turn('一'));
    conversations.remember('b', turn('二'));
    conversations.remember('a', turn('三'));
    expect(conversations.last('a')?.question.source).toBe('三');
    expect(conversations.last('b')?.question.source).toBe('二');
    expect(conversations.last('c')).toBeUndefined();
  });

  it('forgets a turn after half an hour', () => {
    let now = 0;
    const conversations = new Conversations(() => now);
    conversations.remember('a', turn('一'));
    now = 30 * 60 * 1000;
    expect(conversations.last('a')).toBeDefined();
    now += 1;
    expect(conversations.last('a')).toBeUndefined();
  });

  it('keeps a bounded number, the latest', () => {
    const conversations = new Conversations();
    const only = turn('一');
    for (let one = 0; one <= 10_000; one += 1) conversations.remember(String(one), only);
    expect(conversations.last('0')).toBeUndefined();
    expect(conversations.last('1')).toBeDefined();
    expect(conversations.last('10000')).toBeDefined();
  });
});
