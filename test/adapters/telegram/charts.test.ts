import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import {
  refuse,
  type SentMessage,
  startTelegram,
  type TelegramChat,
  type TelegramDouble,
} from '../../doubles/telegram/index.ts';
import { articleOf } from '../../helpers/article.ts';
import { LONG, MIXED, WIDE, YEARS } from '../../helpers/charts.ts';
import { newStateDir } from '../../helpers/chat.ts';
import type { RunningBot } from '../running.ts';
import { startBot } from './running.ts';

const BASE = 'https://yuanwen.example.org';
const PNG = [0x89, 0x50, 0x4e, 0x47];
const articles = [
  articleOf('years', YEARS),
  articleOf('mixed', MIXED),
  articleOf('wide', WIDE),
  articleOf('long', LONG),
];
const chat = createChat(await createBot({ articles, problems: [] }), newStateDir(), 30, {
  webBaseUrl: BASE,
});

let telegram: TelegramDouble;
let bot: RunningBot;
let person: TelegramChat;
beforeAll(async () => {
  telegram = await startTelegram();
  bot = startBot(telegram, chat);
});
afterAll(async () => {
  await bot.stop();
  await telegram.close();
});
beforeEach(() => {
  person = telegram.private();
});
// that a text cannot take the place of a photo is Telegram's to say
const EXPECTED = /no text in the message/;
afterEach(() => {
  const refused = telegram.calls.filter(({ outcome }) => outcome === 'refused');
  expect(refused.filter(({ why = '' }) => !EXPECTED.test(why))).toEqual([]);
});

const ask = (text: string) => telegram.answerTo(person.says(text));
const labels = ({ buttons }: SentMessage) => buttons.map(({ text }) => text);
const links = ({ text, entities }: SentMessage) =>
  entities.flatMap((one) =>
    one.type === 'text_link' ? [[text.slice(one.offset, one.offset + one.length), one.url]] : [],
  );
async function press(message: SentMessage, label: string): Promise<SentMessage> {
  const before = person.sent.length;
  await telegram.answerToPress(person.presses(message, label));
  return person.sent[before] ?? message;
}
function expectPicture({ method, files }: SentMessage): void {
  expect(method).toBe('sendPhoto');
  expect([...(files[0]?.bytes.subarray(0, 4) ?? [])]).toEqual(PNG);
}

describe('/stat 图', () => {
  it('is a photo, with the same figures and their source as text', async () => {
    const drawn = await ask('/stat 图 青江市技术合同成交额');
    expectPicture(drawn);
    expect(drawn.text.split('\n')).toEqual([
      '青江市技术合同成交额',
      '单位：元',
      '• 180亿元　2017年',
      '• 205.5亿元　2018年',
      '• 231亿元　2019年',
      '• 219.4亿元　2020年',
      '• 超268亿元　2022年',
      '• 约301亿元　2023年',
      '来源：《青江市技术合同年报》（2024-03-01）',
    ]);
    expect(links(drawn)).toEqual([
      [
        '来源：《青江市技术合同年报》（2024-03-01）',
        expect.stringMatching(
          /^https:\/\/yuanwen\.example\.org\/a\/years@[0-9a-f]{16}\?quote=.*#p1,/,
        ),
      ],
    ]);
  });

  it('says why figures share no chart, and offers those that do', async () => {
    const refused = await ask('/stat 图 东山区');
    expect(refused.method).toBe('sendMessage');
    expect(refused.text).toMatch(/不能画在一张图上/);
    expect(labels(refused)).toEqual(['东山区产值 · 元　共3个数字', '东山区企业 · 家　共2个数字']);
    const drawn = await press(refused, '东山区企业 · 家　共2个数字');
    expectPicture(drawn);
    expect(drawn.text).toContain('• 52家　2022年\n• 61家　2023年');
    expect((await ask('/stat 图 从业人员')).text).toBe('只有一个数字，一张图至少要两个。');
  });

  it('of what there is not says so, and without words how it is used', async () => {
    expect((await ask('/stat 图 青江市技术合同成交额 1999')).text).toMatch(/1999/);
    expect((await ask('/stat 图')).text).toMatch(/“\/stat 图 成交额”画成图/);
  });

  it('of more than a caption holds goes on below the photo', async () => {
    const photo = await ask('/stat 图 云岭省用电量');
    const rest = await telegram.waitFor('the rest', () => person.sent[1]);
    expectPicture(photo);
    expect(photo.text.length).toBeLessThanOrEqual(1024);
    const all = [photo, rest].map(({ text }) => text).join('\n');
    expect(all.match(/• /g)?.length).toBe(60);
    expect(rest.text).toContain('来源：《云岭省用电年报》');
  });

  it('comes as text where a chat allows no pictures', async () => {
    const fault = telegram.faults.add(
      refuse(400, 'Bad Request: not enough rights to send photos to the chat'),
      { method: 'sendPhoto', times: 1 },
    );
    const drawn = await ask('/stat 图 青江市技术合同成交额');
    fault.remove();
    expect(drawn).toMatchObject({
      method: 'sendMessage',
      text: expect.stringContaining('超268亿元'),
    });
  });

  it('speaks the language of whoever asks', async () => {
    const english = telegram.private({ language_code: 'en' });
    const drawn = await telegram.answerTo(english.says('/stat chart 青江市技术合同成交额'));
    expect(drawn.text).toContain('Unit: 元');
    expect(drawn.text).toContain('Source: 《青江市技术合同年报》');
    const hant = telegram.private({ language_code: 'zh-hant' });
    const shown = await telegram.answerTo(hant.says('/stat 青江市技术合同成交额'));
    expect(labels(shown)).toContain('看圖');
  });
});

describe('the button 看图', () => {
  it('draws what a look-up lists', async () => {
    const list = await ask('/stat 青江市技术合同成交额');
    const drawn = await press(list, '看图');
    expectPicture(drawn);
    expect(drawn.text).toContain('• 219.4亿元　2020年');
    expect(drawn.replyTo).toBe(list.messageId);
  });

  it('draws the years around the figure of an answer, and is not there where there are none', async () => {
    const answer = await ask('2022年青江市技术合同成交额是多少？');
    expect(answer.text).toContain('超268亿元');
    const drawn = await press(answer, '看图');
    expectPicture(drawn);
    expect(drawn.text.match(/• /g)?.length).toBe(6);
    expect(labels(await ask('东山区从业人员有多少人？'))).not.toContain('看图');
    expect(labels(await ask('/stat 东山区'))).not.toContain('看图');
  });

  it('is told once the article has changed', async () => {
    const answer = await ask('2022年青江市技术合同成交额是多少？');
    const query = person.presses(answer, '看图', { inaccessible: true });
    expect((await telegram.answerToPress(query)).answer.text).toMatch(/已过期/);
  });
});

it('an edited look-up changes between text and picture', async () => {
  const asked = person.says('/stat 图 青江市技术合同成交额');
  const photo = await telegram.answerTo(asked);
  person.edits(asked, '/stat 青江市技术合同成交额');
  const list = await telegram.waitFor('the list', () =>
    person.sent.find(({ text }) => text.includes('1. ')),
  );
  expect(photo.deleted).toBe(true);
  person.edits(asked, '/stat 图 青江市技术合同成交额 2022');
  await telegram.waitFor('the refusal', () =>
    person.sent.find(({ text, deleted }) => !deleted && text.includes('只有一个数字')),
  );
  person.edits(asked, '/stat 图 青江市技术合同成交额');
  await telegram.waitFor('the picture', () =>
    person.sent.find((one) => one !== photo && one.method === 'sendPhoto'),
  );
  expect(list.deleted).toBe(true);
});
