import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Reader } from '../../../src/answer/reader/reader.ts';
import {
  type SentMessage,
  startTelegram,
  type TelegramDouble,
} from '../../doubles/telegram/index.ts';
import { BULLETIN, newStateDir } from '../../helpers/chat.ts';
import { chatWithReader, readerOf } from '../../helpers/reader.ts';
import type { RunningBot } from '../running.ts';
import { startBot } from './running.ts';

const QUESTION = '智能水表怎么样？';
const OF_TWO = '滨江新区的智能水表和供水总量？';
const METERS = '智能水表36万只';

let telegram: TelegramDouble;
let bot: RunningBot | undefined;
beforeEach(async () => {
  telegram = await startTelegram();
});
afterEach(async () => {
  await bot?.stop();
  await telegram.close();
});

async function start(reader: Reader): Promise<string> {
  const stateDir = newStateDir();
  bot = startBot(telegram, await chatWithReader(reader, stateDir), { stateDir });
  return stateDir;
}
const typing = () => telegram.calls.filter(({ method }) => method === 'sendChatAction').length;
const labels = (message: SentMessage) => message.buttons.map(({ text }) => text);

it('a question that waits for a reader shows that the bot types', async () => {
  let release: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const inner = readerOf(METERS);
  await start({
    async choose(question, offered) {
      await held;
      return inner.choose(question, offered);
    },
  });
  const person = telegram.private();
  const asked = person.says(QUESTION);
  await telegram.waitFor('typing', () => typing() === 1);
  expect(telegram.answersTo(asked)).toEqual([]);
  release?.();
  const answer = await telegram.answerTo(asked);
  expect(answer.text).toContain(METERS);
  expect(answer.text).toContain('模型选句');
});

it('an unsure answer opens each paragraph by its number, and is voted for by what is open', async () => {
  const stateDir = await start(readerOf(METERS, '8.6亿立方米'));
  const person = telegram.private();
  const answer = await telegram.answerTo(person.says(OF_TWO));
  expect(answer.text).toMatch(/^可能是这几处之一：\n1\. .*36万只[\s\S]*\n2\. .*8\.6亿立方米/);
  expect(labels(answer).slice(0, 4)).toEqual(['看原文1', '看原文2', '👍', '👎']);
  const opening = answer.text;
  const press = (label: string) => telegram.answerToPress(person.presses(answer, label));
  await press('看原文2');
  expect(answer.text).toContain('相关段落 2/2');
  expect(answer.text).toContain(BULLETIN.split('\n')[6]);
  await press('👍');
  await press('收起');
  expect(answer.text).toBe(opening);
  expect(labels(answer).slice(0, 2)).toEqual(['看原文1', '看原文2']);
  const votes = readFileSync(join(stateDir, 'votes.jsonl'), 'utf8').trimEnd();
  expect(JSON.parse(votes)).toMatchObject({ vote: 'up', question: OF_TWO, paragraph: 1 });
});

it('what is typed inline asks no reader', async () => {
  let asked = 0;
  await start({
    choose: async () => {
      asked += 1;
      return { kind: 'none' };
    },
  });
  const person = telegram.private();
  await telegram.answerTo(person.says(QUESTION));
  expect(asked).toBe(1);
  const chat = await chatWithReader({
    choose: async () => {
      asked += 1;
      return { kind: 'none' };
    },
  });
  expect((await chat.quotations('安装了多少只智能水表？')).quotations[0]?.text).toContain(METERS);
  expect(asked).toBe(1);
});
