import { type Api, GrammyError } from 'grammy';
import type { BotCommand, LanguageCode } from 'grammy/types';

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
