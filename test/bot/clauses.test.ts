import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { parse } from '../article/helpers.ts';

const WELLS = parse(
  `云岭县水井管理办法

第一章　总则

第一条　为了保护水井，制定本办法。

第二条　水井使用者应当具备下列条件：

（一）有固定的住所；

（二）有取水的器具。

前款规定的器具，由乡镇核定。

第三条　违反第二条规定的，处二百元罚款。

第二章　附则

第四条　本办法自2021年5月1日起施行。`,
  'wells.txt',
);
const BOATS = parse(
  '云岭县渡船管理规定\n\n第一条　渡船应当登记。\n\n第二条　渡船每年检查一次。',
  'boats.txt',
);

const wells = await createBot({ articles: [WELLS], problems: [] });
const both = await createBot({ articles: [WELLS, BOATS], problems: [] });

describe('a clause that is asked for', () => {
  it.each([
    '第二条',
    '第2条',
    '第二条规定了什么？',
    '请问第二条的内容是什么',
    '《云岭县水井管理办法》第二条是怎么规定的？',
    '水井管理办法第二条',
  ])('is quoted whole: %s', async (question) => {
    const { outcome, lead, passages } = await wells.ask(question);
    expect(outcome).toBe('answered');
    expect(lead).toMatch(
      /^第二条　水井使用者[\s\S]*（二）有取水的器具。\s+前款规定的器具，由乡镇核定。$/u,
    );
    expect(passages[0]?.text).toContain(lead);
    expect(WELLS.text).toContain(lead);
  });

  it.each([
    ['第二条第二项是什么？', '（二）有取水的器具。'],
    ['第二条第(二)项', '（二）有取水的器具。'],
    ['第二条第二款', '前款规定的器具，由乡镇核定。'],
    ['附则规定了什么', '第二章　附则\n\n第四条　本办法自2021年5月1日起施行。'],
  ])('%s is answered with that part alone', async (question, wanted) => {
    expect((await wells.ask(question)).lead).toBe(wanted);
  });

  it.each([
    '第七条规定了什么',
    '第二条第三项',
    '第一条第二款',
    '第五章',
    '青山市养犬办法第二条',
  ])('is refused where it is not there: %s', async (question) => {
    const { outcome, notice } = await wells.ask(question);
    expect([outcome, notice]).toEqual([
      'unanswered',
      expect.stringMatching(/^文中没有.*第.+[条款项章]。$/u),
    ]);
  });

  it('runs on over neighbours', async () => {
    expect((await wells.ask('第一条至第三条')).lead).toMatch(
      /^第一条[\s\S]*第三条　违反第二条规定的，处二百元罚款。$/u,
    );
  });

  it('of several laws is that of the one named, or of the one talked about', async () => {
    expect((await both.ask('渡船规定第二条是什么')).lead).toBe('第二条　渡船每年检查一次。');
    expect((await both.ask('第二条是什么')).notice).toBe(
      '《云岭县水井管理办法》、《云岭县渡船管理规定》都有第二条，请说明是哪一部。',
    );
    await both.ask('渡船多久检查一次？', 'talk');
    expect((await both.ask('第一条呢', 'talk')).lead).toBe('第一条　渡船应当登记。');
  });

  it('does not keep from what a sentence about it says', async () => {
    expect((await wells.ask('违反第二条规定处多少罚款？')).lead).toContain('处二百元罚款');
  });
});
