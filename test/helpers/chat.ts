import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { createBot } from '../../src/bot/bot.ts';
import type { Chat } from '../../src/chat/chat.ts';
import { type ChatOptions, createChat } from '../../src/chat/create-chat.ts';
import { articleOf } from './article.ts';

/** An invented bulletin: each question below it is answered by one of its sentences. */
export const BULLETIN = `滨江新区2022年水务公报

2023-04-22 来源：滨江日报

一、供水

2022年，滨江新区供水总量达8.6亿立方米，同比增长3.2%。全年新建水厂4座，总投资超25亿元。

青禾水厂由工程师陆景行主持设计，日处理能力为30万吨。它位于新区东部的青禾镇，2022年10月正式投产。

二、节水

全区共创建节水型小区120个，安装智能水表36万只。智能水表由云涌科技提供，每只价格为180元。

今后三年，新区将继续推进老旧管网改造，计划改造管网500公里。
`;

/** Where the bulletin below was published. */
export const BULLETIN_URL = 'https://water.example.org/2022/bulletin.html';

/** The bulletin with its address. */
export const PUBLISHED_BULLETIN = BULLETIN.replace(
  '来源：滨江日报\n',
  `来源：滨江日报\n\n原文链接：${BULLETIN_URL}\n`,
);

/** Questions that the bulletin answers, each with the words that answer. */
export const ANSWERED = [
  ['2022年滨江新区供水总量是多少？', '8.6亿立方米'],
  ['新建了几座水厂？', '4座'],
  ['青禾水厂日处理能力是多少？', '30万吨'],
  ['安装了多少只智能水表？', '36万只'],
  ['计划改造多少公里管网？', '500公里'],
  ['节水型小区有多少个？', '120个'],
] as const;

export const UNANSWERED = '红烧肉怎么做？';

export function newStateDir(): string {
  return mkdtempSync(join(tmpdir(), 'yuanwen-'));
}

export async function chatOver(
  articles: readonly Article[] = [articleOf('bulletin', BULLETIN)],
  stateDir = newStateDir(),
  options: ChatOptions = {},
): Promise<Chat> {
  return createChat(await createBot({ articles, problems: [] }), stateDir, 30, options);
}
