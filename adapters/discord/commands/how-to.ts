import type { Language } from '../../../src/chat/language.ts';

/** How the bot is used, the commands as Discord shows them in each language. */
export const HOW_TO: Readonly<Record<Language, string>> = {
  simplified: `/提问，或@我、回复我的消息；私信里直接发一句话
/查数 查数字，可以画成图；/文章 看文章的目录；消息菜单里有“问这条消息”
接着问可以省略上文说过的，例如“那成交额呢？”`,
  traditional: `/提問，或@我、回覆我的訊息；私訊裡直接傳一句話
/查數 查數字，可以畫成圖；/文章 看文章的目錄；訊息選單裡有「問這則訊息」
接著問可以省略上文說過的，例如「那成交額呢？」`,
  english: `/ask, mention me, or reply to me; in direct messages just write
/stat looks figures up, and draws them; /article shows what is in an article; “Ask this message” is in a message’s menu
A further question may leave out what was said before.`,
};

/** The command that asks, as Discord shows it in each language. */
export const ASK: Readonly<Record<Language, string>> = {
  simplified: '/提问',
  traditional: '/提問',
  english: '/ask',
};

/** The command that deletes what is kept of a person, as Discord shows it in each language. */
export const FORGET: Readonly<Record<Language, string>> = {
  simplified: '/删除记录',
  traditional: '/刪除紀錄',
  english: '/forget',
};
