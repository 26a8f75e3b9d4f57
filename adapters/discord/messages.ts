import type { Message, PartialMessage } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { type Card, said } from '../../src/chat/card.ts';
import { type Chat, conversationKey } from '../../src/chat/chat.ts';
import { isChatter } from '../../src/chat/chatter.ts';
import { languageOf } from '../../src/chat/language.ts';
import { createQueueLimit } from '../../src/chat/queue-limit.ts';
import type { Policy } from '../common/policy.ts';
import { HOW_TO } from './commands/how-to.ts';
import type { Deliver } from './deliver.ts';
import { readSent, sentIn } from './managing.ts';
import { idsOf, NO_PINGS, PLATFORM, placesOf, REMEMBERED, withoutMention } from './places.ts';
import { render } from './render.ts';

export interface MessageHandlers {
  message(message: Message): Promise<void>;
  /** A message was edited: its answer changes with its words. */
  edited(message: Message | PartialMessage): Promise<void>;
  /** Forgets which answers belong to somebody's messages. */
  forget(person: string): void;
}

/** The answer to a message, and what the message said. */
interface Answered {
  /** The id of the answer; undefined where none was sent. */
  readonly sent: Promise<string | undefined>;
  /** Whose message it is. */
  readonly person: string;
  readonly content: string;
}

/** What a message is answered with. */
interface Heard {
  readonly card: Card;
  /** Why there is no answer now. */
  readonly isHint: boolean;
}

/** Milliseconds after which somebody who waits sees that the bot types. */
const LATE = 1500;

/** Answers what people write. `isNew` is false for what was seen before. */
export function messageHandlers(
  chat: Chat,
  { access, way }: Policy,
  deliver: Deliver,
  isNew: (id: string) => boolean,
): MessageHandlers {
  const answered = new LRUCache<string, Answered>({ max: REMEMBERED });
  const queues = createQueueLimit();

  /** What the bot is where a message stands; its words tell the language, as Discord does not. */
  const hereOf = (message: Message, question: string) =>
    chat.at(PLATFORM, placesOf(message, message.author)).in(languageOf(undefined, question));

  async function message(message: Message): Promise<void> {
    if (message.author.bot || message.webhookId !== null || message.system) return;
    const question = await questionIn(message, message.client.user.id);
    if (question === undefined || !isNew(message.id)) return;
    const sent = send(message, question);
    answered.set(message.id, { sent, content: message.content, person: message.author.id });
    await sent;
  }

  /** Answers a message; gives the id of the answer, undefined where there is none. */
  async function send(message: Message, question: string): Promise<string | undefined> {
    const here = hereOf(message, question);
    return inQueue(message, question, here, async (heard) => {
      let sent: string | undefined;
      await deliver(async () => {
        const { id } = await message.reply({
          ...render(heard.card, here),
          allowedMentions: NO_PINGS,
          failIfNotExists: false,
          // of two messages with one nonce Discord keeps the first
          nonce: message.id,
          enforceNonce: true,
        });
        sent = id;
      });
      return sent;
    });
  }

  async function edited(message: Message | PartialMessage): Promise<void> {
    const earlier = answered.get(message.id);
    // an embed that unfolds is told as an edit, too
    if (earlier === undefined || message.partial || message.content === earlier.content) return;
    const question = await questionIn(message, message.client.user.id);
    if (question === undefined) return;
    const { content } = message;
    answered.set(message.id, { ...earlier, content });
    const sent = await earlier.sent;
    if (sent === undefined) return;
    const here = hereOf(message, question);
    await inQueue(message, question, here, async (heard) => {
      // a hint must not take the place of an answer, nor an answer that of a later edit
      if (heard.isHint || answered.get(message.id)?.content !== content) return;
      const options = { ...render(heard.card, here), allowedMentions: NO_PINGS };
      await deliver(() => message.channel.messages.edit(sent, options));
    });
  }

  /** Does something with what a message is answered with, once it has a place in its channel's queue. */
  async function inQueue<T>(
    message: Message,
    question: string,
    here: Chat,
    answer: (heard: Heard) => Promise<T>,
  ): Promise<T | undefined> {
    const admission = admit(message, here);
    if (admission === 'silent') return undefined;
    const allowance =
      admission === 'yes' ? await chat.allow(conversationKey(PLATFORM, message.author.id)) : 'yes';
    if (allowance === 'silent') return undefined;
    const room = queues.enter(message.channelId);
    if (room === 'silent') return undefined;
    const hint = (text: string) => answer({ card: said(text), isHint: true });
    try {
      if (admission !== 'yes') return await hint(admission.text);
      if (allowance === 'hint' || room === 'hint') return await hint(here.texts.slowDown);
      return await answer({ card: await cardFor(message, question, here), isHint: false });
    } finally {
      queues.leave(message.channelId);
    }
  }

  function admit(message: Message, here: Chat): 'yes' | 'silent' | { readonly text: string } {
    const { author } = message;
    const admission = access.admit(idsOf(message, author), author.id);
    return admission === 'hint' ? { text: here.texts.stranger(author.id) } : admission;
  }

  async function cardFor(message: Message, question: string, here: Chat): Promise<Card> {
    const { channelId, channel, author, guildId } = message;
    const typing = () => {
      if (channel.isSendable()) void deliver(() => channel.sendTyping());
    };
    const article = access.isAdmin(author.id) ? sentIn(message) : undefined;
    if (article !== undefined) {
      typing();
      return readSent(article, here, way);
    }
    if (question !== '') {
      // what takes longer than most shows that it is on its way
      const late = setTimeout(typing, LATE).unref();
      const person = conversationKey(PLATFORM, channelId, author.id);
      return here.ask(question, person, typing).finally(() => clearTimeout(late));
    }
    return guildId === null ? said(here.texts.textOnly) : here.help(HOW_TO[here.language]);
  }

  function forget(person: string): void {
    for (const [id, one] of [...answered.entries()]) if (one.person === person) answered.delete(id);
  }

  return { message, edited, forget };
}

/**
 * The words said to the bot: any in direct messages, elsewhere with a mention or as a reply to it
 * that is more than chatter. A mention alone asks the message that it replies to, as far as Discord
 * lets the bot read it. Undefined when it is not meant; '' when there are no words.
 */
async function questionIn(message: Message, me: string): Promise<string | undefined> {
  const { content, guildId, mentions } = message;
  // a ping by @everyone or by a role is none of the bot; a reply may come without a ping
  const replies = mentions.repliedUser?.id === me && content !== '';
  if (guildId !== null && !mentions.users.has(me) && !replies) return undefined;
  const question = withoutMention(content, me);
  // a reply pings the bot whether or not it names it
  if (guildId !== null && replies && question === content.trim() && isChatter(question))
    return undefined;
  if (question !== '' || message.reference === null || mentions.repliedUser?.id === me)
    return question;
  const target = await message.fetchReference().catch(() => undefined);
  return withoutMention(target?.content ?? '', me);
}
