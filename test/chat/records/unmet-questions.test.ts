import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import { conversationKey } from '../../../src/chat/chat.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import { groupQuestions } from '../../../src/chat/records/alike-questions.ts';
import { createUnmetQuestions } from '../../../src/chat/records/unmet-questions.ts';
import { articleOf } from '../../helpers/article.ts';
import { ANSWERED, BULLETIN, chatOver, newStateDir, UNANSWERED } from '../../helpers/chat.ts';

const [[QUESTION]] = ANSWERED;

const DAY = 24 * 60 * 60 * 1000;

describe('unmet questions', () => {
  it('are those refused, with the nearest passage and nobody’s name, and those voted down', async () => {
    const stateDir = newStateDir();
    const chat = await chatOver(undefined, stateDir);
    const key = conversationKey('test', 'somebody');
    await chat.ask('滨江新区2021年供水总量是多少？', key);
    await chat.ask('2022年滨江新区供水总量是多少？', key);
    await chat.ask(UNANSWERED, key);
    const vote = { platform: 'test', question: '新建了几座水厂？' } as const;
    await chat.vote('press', { ...vote, vote: 'down', reason: 'wrong' });
    await chat.vote('changed', { ...vote, question: '别的', vote: 'down' });
    await chat.vote('changed', { ...vote, question: '别的', vote: 'up' });
    const all = await createUnmetQuestions(stateDir, 30).all();
    expect(all.map(({ question, why, reason }) => [question, why, reason])).toEqual([
      ['滨江新区2021年供水总量是多少？', 'refused', undefined],
      [UNANSWERED, 'refused', undefined],
      ['新建了几座水厂？', 'down', 'wrong'],
    ]);
    expect(all[0]?.nearest?.text).toContain('供水总量');
    expect(readFileSync(join(stateDir, 'unanswered.jsonl'), 'utf8')).not.toContain('somebody');
    const report = await chat.unanswered();
    expect(report.blocks.map(({ text }) => text).join('\n')).toContain(`1× ${UNANSWERED}`);
  });

  it('are those answered without being sure, too, read by nobody else, and left by /forget', async () => {
    const stateDir = newStateDir();
    const bot = await createBot({ articles: [articleOf('bulletin', BULLETIN)], problems: [] });
    const unsure = {
      ...bot,
      ask: async () => ({ ...(await bot.ask(QUESTION)), certainty: 'unsure' as const }),
    };
    const chat = createChat(unsure, stateDir);
    await chat.ask(QUESTION, conversationKey('test', 1, 9));
    await chat.vote(conversationKey('test', 1, 5, 9), {
      platform: 'test',
      vote: 'down',
      question: '别的',
    });
    const kept = () => createUnmetQuestions(stateDir, 30).all();
    expect((await kept()).map(({ question, why }) => [question, why])).toEqual([
      [QUESTION, 'unsure'],
      ['别的', 'down'],
    ]);
    expect((await kept())[0]?.nearest?.text).toBeTruthy();
    expect(statSync(join(stateDir, 'unanswered.jsonl')).mode & 0o777).toBe(0o600);
    await chat.forget('test', 9);
    expect((await kept()).map(({ why }) => why)).toEqual(['unsure']);
  });

  it('are forgotten after their days, also on disk, and torn lines with them', async () => {
    const stateDir = newStateDir();
    const file = join(stateDir, 'unanswered.jsonl');
    const line = (days: number, question: string) =>
      JSON.stringify({ at: new Date(Date.now() - days * DAY).toISOString(), question });
    writeFileSync(file, `${line(8, '旧')}\n${line(6, '新')}\n{"at":"2022-\n`);
    const unmet = createUnmetQuestions(stateDir, 7);
    expect((await unmet.all()).map(({ question }) => question)).toEqual(['新']);
    await unmet.add({ question: '今天的', why: 'unsure' });
    expect(readFileSync(file, 'utf8')).not.toMatch(/旧|2022-/);
    expect((await unmet.all()).map(({ question }) => question)).toEqual(['新', '今天的']);
  });
});

describe('groupQuestions', () => {
  it('takes alike questions of either script for one, the most asked first', () => {
    const at = new Date().toISOString();
    const asked = ['浙江的成交额是多少？', '红烧肉怎么做', '浙江成交額是多少', '浙江成交额多少？'];
    const groups = groupQuestions(asked.map((question) => ({ at, question, why: 'refused' })));
    expect(groups.map(({ question, count }) => [question, count])).toEqual([
      ['浙江成交额多少？', 3],
      ['红烧肉怎么做', 1],
    ]);
  });
});
