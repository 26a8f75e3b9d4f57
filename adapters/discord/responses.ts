import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import type { Card } from '../../src/chat/card.ts';
import type { Chat } from '../../src/chat/chat.ts';
import { shorten } from '../../src/chat/split.ts';
import type { Deliver } from './deliver.ts';
import { DISCORD_ALT_LIMIT } from './limits.ts';
import { NO_PINGS } from './places.ts';
import { type DiscordMessage, render } from './render.ts';

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction;

/** What is said to one person alone. */
type Whispered =
  | 'stranger'
  | 'expired'
  | 'slowDown'
  | 'textOnly'
  | 'noArticle'
  | 'adminsOnly'
  | 'forgotten';

export const EPHEMERAL = { flags: MessageFlags.Ephemeral } as const;

/** Answers interactions, each in time: what takes longer is said to be thought about. */
export interface Responses {
  /** Has an interaction that gets a message of its own say so where that takes longer. */
  expect(event: Answerable): void;
  /** Has it say so now. */
  defer(event: Answerable): void;
  /** Leaves an interaction without an answer. */
  leave(event: Answerable): void;
  reply(event: Answerable, options: InteractionReplyOptions): Promise<void>;
  /** What is no answer is shown to the asker alone. */
  respond(event: Answerable, card: Card, here: Chat): Promise<void>;
  whisper(event: Answerable, text: Whispered, here: Chat): Promise<void>;
  /** Changes the message that a button stands on. */
  update(event: ButtonInteraction, message: Partial<DiscordMessage>): Promise<void>;
}

/** Milliseconds after which an interaction is deferred: Discord waits for three seconds, its way included. */
const PATIENCE = 1500;

/** @param patience milliseconds after which an interaction is deferred */
export function createResponses(deliver: Deliver, patience = PATIENCE): Responses {
  const timers = new WeakMap<Answerable, NodeJS.Timeout>();
  const deferred = new WeakMap<Answerable, Promise<void>>();

  function defer(event: Answerable): void {
    clearTimeout(timers.get(event));
    if (!deferred.has(event))
      deferred.set(
        event,
        deliver(() => event.deferReply()),
      );
  }

  async function reply(event: Answerable, options: InteractionReplyOptions): Promise<void> {
    clearTimeout(timers.get(event));
    const thinking = deferred.get(event);
    const { flags, ...message } = { ...options, allowedMentions: NO_PINGS };
    if (thinking === undefined)
      return deliver(() => event.reply({ ...message, ...(flags !== undefined && { flags }) }));
    await thinking;
    if (flags === undefined) return deliver(() => event.editReply(message));
    // everybody sees what was deferred, and this is for the asker alone: a follow-up would take the place
    // of what still thinks, and be seen by all, too
    await deliver(() => event.editReply('…'));
    await deliver(() => event.deleteReply());
    return deliver(() => event.followUp({ ...message, flags }));
  }

  return {
    expect(event) {
      timers.set(event, setTimeout(defer, patience, event).unref());
    },
    defer,
    leave: (event) => clearTimeout(timers.get(event)),
    reply,
    async respond(event, card, here) {
      if (card.picture === undefined)
        return reply(event, { ...render(card, here), ...(!card.answered && EPHEMERAL) });
      // it takes longer to draw than Discord waits where much is asked
      defer(event);
      const { alt, png } = card.picture;
      const description = shorten(alt, DISCORD_ALT_LIMIT);
      const files = [{ attachment: Buffer.from(await png()), name: 'chart.png', description }];
      return reply(event, { ...render(card, here), files });
    },
    whisper(event, text, { texts }) {
      const content = text === 'stranger' ? texts.stranger(event.user.id) : texts[text];
      return reply(event, { content, ...EPHEMERAL });
    },
    update: (event, message) =>
      deliver(() => event.update({ ...message, allowedMentions: NO_PINGS })),
  };
}
