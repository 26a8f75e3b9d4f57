import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { createChat } from '../../src/chat/create-chat.ts';
import { articleOf } from '../helpers/article.ts';

const BODIES = ['消防队', '医院', '学校', '公安局', '水务局', '电力公司', '街道办', '气象台'];
const DEEDS = [
  '连夜清点物资',
  '开放三间病房',
  '停课两天',
  '在路口设岗',
  '抢修泵站',
  '恢复了供电',
  '走访住户',
  '发出预警',
];

/** A report of an event, with words that every report has. */
const report = (place: string, measure: string) =>
  `${place}事故通报\n\n2024年3月5日\n\n${place}对事故采取了三项措施：${measure}。\n\n${BODIES.map((body, at) => `${body}在事故现场采取了措施，${place}${DEEDS[at]}。`).join('\n\n')}\n`;
const texts = new Map([
  ['east', report('东港', '封闭了码头')],
  ['west', report('西山', '疏散了游客')],
  ['north', report('北湖', '停运了渡船')],
]);
const bot = await createBot({
  articles: [...texts].map(([id, text]) => articleOf(id, text)),
  problems: [],
});
const QUESTION = '这起事故采取了什么措施？';

describe('a question that may be of several articles', () => {
  it('is answered with two or three of them to choose from', async () => {
    const reply = await bot.ask(QUESTION);
    expect(reply.outcome).toBe('unanswered');
    expect(new Set(reply.passages.map(({ article }) => article)).size).toBe(reply.passages.length);
    expect(reply.passages.length).toBeGreaterThan(1);
    expect(reply.suggestions).toEqual(reply.passages.map(({ title }) => `《${title}》`));
    for (const { article, start, end, text } of reply.passages)
      expect(texts.get(article)?.slice(start, end)).toBe(text);
  });

  it('is answered from the one that is chosen', async () => {
    await bot.ask(QUESTION, 'a');
    expect((await bot.ask('《西山事故通报》', 'a')).lead).toContain('疏散了游客');
  });

  it('has a button for each on a chat platform', async () => {
    const chat = createChat(bot, mkdtempSync(join(tmpdir(), 'chat-')));
    const { buttons } = await chat.ask(QUESTION, 'b');
    const asking = buttons.flat().filter(({ action }) => action.kind === 'ask');
    expect(asking.length).toBeGreaterThan(1);
    const [first] = asking;
    const action = first!.action;
    expect(action.kind === 'ask' && (await chat.suggested(action))).toBe(first!.label);
  });
});
