const GREETING = '你好|您好|大家好|哈[喽啰罗]|嗨|早上好|上午好|中午好|下午好|晚上好|hi|hello|hey';
const ADDRESS = '呀|啊|哦|了|您|你|大家';
const THANKS =
  '(?:非常|十分|万分|太|真是|先|在此)*(?:谢谢|多谢|感谢|感激不尽|谢了|谢啦|谢过|唔该晒?|thanks|thank you|thx|many thanks)(?:你|您|了|啦|哦|啊|呀|哈|晒|大家|各位|指教|解答|回答|帮助|帮忙| a lot| so much| very much| in advance)*';
const TROUBLE = '(?:辛苦|麻烦|有劳|拜托|打扰)(?:你|您|大家)?(?:了|啦|哦)?';
const PUNCTUATION = String.raw`[\s,.!?。、;~…:]`;

/**
 * What opens a message before its question, over normalised text. A greeting counts where a mark
 * parts it from the rest (你好李焕英 is a name), 请问 always.
 */
export const OPENINGS = new RegExp(
  `^(?:${PUNCTUATION}|(?:(?:${GREETING})(?:${ADDRESS})?|${THANKS}|${TROUBLE}|不好意思|劳驾|请教|excuse me)(?:一下|下)?${PUNCTUATION}+` +
    `|请问(?:一下|下|您|你)?(?!题|候|责)|(?:麻烦|劳驾|不好意思|打扰|我?想)(?:(?:请?问|请教)一?下|请问)|please(?= ))+`,
);

/** What closes a message behind its question; without a mark before it 谢谢 alone, and not as what somebody said. */
export const CLOSINGS = new RegExp(
  `(?:${PUNCTUATION}(?:${THANKS}|${TROUBLE}|please)|(?<![说声道句表示到的是叫做喊])谢谢(?:你|您|了|啦|亲|哈|哦)*)+${PUNCTUATION}*$`,
);
