import type { MessageEntity } from 'grammy/types';
import type { Message } from '../doubles/discord/world.ts';
import type { SentMessage } from '../doubles/telegram/index.ts';
import type { Bubble, Run } from './transcript.ts';

/** What somebody writes. */
export const asked = (text: string): Bubble => ({ from: 'person', runs: [{ text }] });

/** Runs of a message between the places where an entity begins or ends. */
export function telegramBubble({ text, entities, keyboard }: SentMessage): Bubble {
  const within = (type: MessageEntity['type'], at: number) =>
    entities.some(
      (each) => each.type === type && at >= each.offset && at < each.offset + each.length,
    );
  const cuts = entities.flatMap(({ offset, length }) => [offset, offset + length]);
  const places = [...new Set([0, ...cuts, text.length])].sort((a, b) => a - b);
  const runs = places.slice(1).map((end, i): Run => {
    const start = places[i] ?? 0;
    const quote = within('blockquote', start) || within('expandable_blockquote', start);
    return {
      text: text.slice(start, end),
      bold: within('bold', start),
      small: within('italic', start),
      quote,
      link: within('text_link', start),
      folded: within('expandable_blockquote', start),
    };
  });
  return {
    from: 'bot',
    runs,
    buttons: keyboard?.inline_keyboard.map((row) => row.map((button) => button.text)) ?? [],
  };
}

const plain = (text: string) => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** The runs of one line of Discord's Markdown, as far as the bot writes it. */
function runsOf(line: string): Run[] {
  const small = line.startsWith('-# ');
  const pieces = line.replace(/^-# /, '').split('**');
  return pieces.flatMap((piece, at): Run[] => {
    const bold = at % 2 === 1;
    const [before = '', label, after = ''] = piece.split(/(?<!\\)\[(.+)(?<!\\)\]\(.+?\)/);
    if (label === undefined) return [{ text: plain(piece), bold, small }];
    return [
      { text: plain(before), bold, small },
      { text: plain(label), bold, small, link: true },
      { text: plain(after), bold, small },
    ];
  });
}

export function discordBubble({ content, embeds, components }: Message): Bubble {
  const runs = content
    .split('\n')
    .flatMap((line, i): Run[] => [...(i > 0 ? [{ text: '\n' }] : []), ...runsOf(line)]);
  const quotes = embeds.flatMap(({ description = '', footer }) =>
    runsOf(`${description}\n${footer?.text ?? ''}`.replace(/^-# /gm, '')).map(
      (run): Run => ({ ...run, quote: true }),
    ),
  );
  const buttons = components.flatMap((row) =>
    'components' in row
      ? [row.components.map((each) => ('label' in each ? (each.label ?? '') : ''))]
      : [],
  );
  return { from: 'bot', runs: [...runs, ...quotes], buttons };
}
