import { type Api, GrammyError } from 'grammy';
import type { BotCommand, LanguageCode } from 'grammy/types';
import type { Language } from '../../src/chat/language.ts';

/** How the bot is used; Telegram shows commands as they are in every language. */
export const HOW_TO: Readonly<Record<Language, string>> = {
  simplified: `私聊：直接发一句话。群里：/ask 问题，或回复我的消息，或@我（隐私模式开着时，只@我的消息送不到我这里，请用 /ask）。
/stat 指标 年份 地方：查数字；/stat 图 指标：画成图
/articles 词：已收的文章，可以按标题里的词找
接着问可以省略上文说过的，例如“那成交额呢？”；问题改了，回答跟着改。
/privacy：存了什么，存多久；/forget：删除与我有关的记录`,
  traditional: `私聊：直接傳一句話。群組裡：/ask 問題，或回覆我的訊息，或@我（隱私模式開著時，只@我的訊息送不到我這裡，請用 /ask）。
/stat 指標 年份 地方：查數字；/stat 圖 指標：畫成圖
/articles 詞：已收的文章，可以按標題裡的詞找
接著問可以省略上文說過的，例如「那成交額呢？」；問題改了，回答跟著改。
/privacy：存了什麼，存多久；/forget：刪除與我有關的紀錄`,
  english: `In a private chat just write. In groups: /ask question, reply to me, or mention me (with privacy mode on a bare mention does not reach me: use /ask).
/stat measure year place: looks a figure up; /stat chart measure: draws them
/articles word: the articles at hand, or those with a word in their title
A further question may leave out what was said before; when you edit a question, its answer changes.
/privacy: what is kept, and how long; /forget: deletes what is kept of you`,
};

interface Menu {
  /** Whom it is for: people whose Telegram speaks this language; none for all others. */
  readonly language?: LanguageCode;
  readonly commands: readonly BotCommand[];
  /** Shown in an empty chat, at most 512 characters. */
  readonly description: string;
  /** Shown on the bot's profile, at most 120 characters. */
  readonly short: string;
}

/** A narrower list hides the wider one as a whole, so each is complete. */
const MENUS: readonly Menu[] = [
  {
    language: 'zh',
    commands: [
      { command: 'ask', description: '提问，用文章的原话回答' },
      { command: 'stat', description: '查数字：指标、年份、地方' },
      { command: 'articles', description: '已收的文章' },
      { command: 'help', description: '怎么用' },
    ],
    description:
      '用文章自己的话回答问题：给出原文、出处和数字；文章没有说的，照实说没有。直接发一句话提问，例如“2022年成交额是多少？”。',
    short: '用文章的原话回答问题，附出处和数字。',
  },
  {
    commands: [
      { command: 'ask', description: "Ask, and be answered in the article's own words" },
      { command: 'stat', description: 'Look a figure up: measure, year, place' },
      { command: 'articles', description: 'The articles at hand' },
      { command: 'help', description: 'How to use this bot' },
    ],
    description:
      'Answers questions about Chinese articles in their own words: the passage, where it stands, and its figures. What the articles do not say is said to be missing. Just send a question.',
    short: 'Questions about Chinese articles, answered verbatim.',
  },
];

/** Sets menus and descriptions, those that differ from what Telegram has or cannot tell. */
export async function publishMenus(api: Api): Promise<void> {
  for (const { language, commands, description, short } of MENUS) {
    const scope = language === undefined ? {} : { language_code: language };
    const menu = await held(api.getMyCommands(scope));
    if (!menu || !same(menu, commands)) await api.setMyCommands(commands, scope);
    if ((await held(api.getMyDescription(scope)))?.description !== description)
      await api.setMyDescription(description, scope);
    if ((await held(api.getMyShortDescription(scope)))?.short_description !== short)
      await api.setMyShortDescription(short, scope);
  }
}

/** A Bot API server of one's own may be older than these questions. */
async function held<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof GrammyError) return undefined;
    throw error;
  }
}

function same(there: readonly BotCommand[], wanted: readonly BotCommand[]): boolean {
  return (
    there.length === wanted.length &&
    wanted.every(
      ({ command, description }, i) =>
        there[i]?.command === command && there[i]?.description === description,
    )
  );
}
