import type { MessageEntity } from 'grammy/types';

/** Letters, digits, marks and underscores of any script: next to one a command or a mention is none. */
const WORD = '[\\p{L}\\p{N}\\p{M}_]';
const COMMAND = new RegExp(
  `(?<!${WORD}|[/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?!${WORD}|[/<>])`,
  'gu',
);
const MENTION = new RegExp(`(?<!${WORD})@[a-zA-Z0-9_]{2,32}(?!${WORD})`, 'gu');

/**
 * The commands and mentions that Telegram marks in what a person writes, by the rules of TDLib's message entities.
 * `/ask天气` and `@bot天气` hold neither: a Chinese character is a word character and runs on.
 */
export function detectEntities(text: string): MessageEntity[] {
  const commands = [...text.matchAll(COMMAND)].map((match) => entity('bot_command', match));
  const mentions = [...text.matchAll(MENTION)]
    .map((match) => entity('mention', match))
    .filter(
      ({ offset }) =>
        !commands.some((one) => offset >= one.offset && offset < one.offset + one.length),
    );
  return [...commands, ...mentions].sort((a, b) => a.offset - b.offset);
}

const entity = (type: 'bot_command' | 'mention', match: RegExpExecArray): MessageEntity => ({
  type,
  offset: match.index,
  length: match[0].length,
});
