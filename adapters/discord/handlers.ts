import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type InteractionReplyOptions,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import { LRUCache } from 'lru-cache';
import { type Action, decodeAction } from '../../src/chat/button-action.ts';
import { type Card, said } from '../../src/chat/card.ts';
import { type Chat, conversationKey } from '../../src/chat/chat.ts';
import { createQueueLimit } from '../../src/chat/queue-limit.ts';
import { shorten } from '../../src/chat/split.ts';
import {
  EXPIRED,
  FORGOTTEN,
  NO_ARTICLE,
  PRIVACY,
  questionAsked,
  SLOW_DOWN,
  TEXT_ONLY,
  VOTED,
} from '../../src/chat/texts.ts';
import { ASK_THIS } from './commands.ts';
import type { Deliver } from './deliver.ts';
import { DISCORD_CHOICE_LIMIT, DISCORD_CHOICE_TEXT_LIMIT } from './limits.ts';
import { unescapeMarkdown } from './markdown.ts';
import { type DiscordMessage, render, renderView } from './render.ts';

const PLATFORM = 'discord';
/** Events remembered, so that one which the gateway replays is not answered again. */
const REMEMBERED = 10_000;

const HOW_TO = `/ask 提问，或@我、回复我的消息；私信里直接发一句话
/stat 查数字，/article 看文章的目录；消息菜单里有“${ASK_THIS}”
接着问可以省略上文说过的，例如“那成交额呢？”`;

/** Nothing that an article or a question contains pings anybody. */
const NO_PINGS = { parse: [], repliedUser: false };

type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction;

export interface Handlers {
  message(message: Message): Promise<void>;
  interaction(interaction: Interaction): Promise<void>;
}

/** Answers what people say to the bot and do with it. */
export function handlers(chat: Chat, deliver: Deliver): Handlers {
  const seen = new LRUCache<string, true>({ max: REMEMBERED });
  const queues = createQueueLimit();
  function isNew(id: string): boolean {
    if (seen.has(id)) return false;
    seen.set(id, true);
    return true;
  }

  async function message(message: Message): Promise<void> {
    if (message.author.bot || message.webhookId !== null || message.system) return;
    const question = questionIn(message, message.client.user.id);
    if (question === undefined || !isNew(message.id)) return;
    const allowance = await chat.allow(conversationKey(PLATFORM, message.author.id));
    if (allowance === 'silent') return;
    const room = queues.enter(message.channelId);
    if (room === 'silent') return;
    const isBeyond = allowance === 'hint' || room === 'hint';
    try {
      await answer(message, isBeyond ? said(SLOW_DOWN) : await cardFor(message, question));
    } finally {
      queues.leave(message.channelId);
    }
  }

  function answer(message: Message, card: Card): Promise<void> {
    return deliver(() =>
      message.reply({
        ...render(card, chat.view),
        allowedMentions: NO_PINGS,
        failIfNotExists: false,
        // of two messages with one nonce Discord keeps the first
        nonce: message.id,
        enforceNonce: true,
      }),
    );
  }

  async function cardFor(
    { channelId, author, guildId, channel }: Message,
    question: string,
  ): Promise<Card> {
    const ask = (asked: string) =>
      chat.ask(asked, conversationKey(PLATFORM, channelId, author.id), () => {
        if (channel.isSendable()) void deliver(() => channel.sendTyping());
      });
    if (question !== '') return ask(question);
    return guildId === null ? said(TEXT_ONLY) : chat.help(HOW_TO);
  }

  async function interaction(event: Interaction): Promise<void> {
    if (!isNew(event.id)) return;
    if (event.isAutocomplete()) return complete(event);
    // of a version that had more than buttons
    if (event.isMessageComponent() && !event.isButton()) return whisper(event, EXPIRED);
    if (!event.isChatInputCommand() && !event.isMessageContextMenuCommand() && !event.isButton())
      return;
    const allowance = await chat.allow(conversationKey(PLATFORM, event.user.id));
    if (allowance === 'silent') return;
    if (allowance === 'hint') return whisper(event, SLOW_DOWN);
    if (event.isButton()) return press(event);
    if (event.isMessageContextMenuCommand()) {
      const question = withoutMention(event.targetMessage.content, event.client.user.id);
      return question === '' ? whisper(event, TEXT_ONLY) : ask(event, question);
    }
    return command(event);
  }

  async function command(event: ChatInputCommandInteraction): Promise<void> {
    const option = (name: string) => event.options.getString(name)?.trim() || undefined;
    switch (event.commandName) {
      case 'ask':
        return ask(event, option('question') ?? '');
      case 'stat': {
        const [year, actor] = [option('year'), option('actor')];
        const words = (option('measure') ?? '').split(/\s+/).filter(Boolean);
        const card = await chat.stat({ words, ...(year && { year }), ...(actor && { actor }) });
        return respond(event, card);
      }
      case 'article': {
        const title = option('title');
        const card =
          title === undefined
            ? await chat.page({ kind: 'articles', at: 0 })
            : await articleBy(title);
        return card ? respond(event, card) : whisper(event, NO_ARTICLE);
      }
      case 'privacy':
        return whisper(event, PRIVACY);
      case 'forget':
        await chat.forget(PLATFORM, event.user.id);
        return whisper(event, FORGOTTEN);
      default:
        return respond(event, { ...(await chat.help(HOW_TO)), answered: false });
    }
  }

  /** By the value of a choice, or by what was typed instead of choosing. */
  async function articleBy(title: string): Promise<Card | undefined> {
    const shown = (article: number) => chat.page({ kind: 'article', article });
    const [typed] = chat.complete.articles(title);
    return (await shown(Number.parseInt(title, 36))) ?? (typed && shown(typed.digest));
  }

  async function ask(event: Answerable, question: string): Promise<void> {
    const person = conversationKey(PLATFORM, event.channelId ?? '', event.user.id);
    let deferred: Promise<void> | undefined;
    const card = await chat.askAloud(question, person, () => {
      deferred = deliver(() => event.deferReply());
    });
    if (deferred === undefined) return respond(event, card);
    await deferred;
    const message = { ...render(card, chat.view), allowedMentions: NO_PINGS };
    if (card.answered) return deliver(() => event.editReply(message));
    // everybody sees what was deferred, and what is no answer is for the asker alone: a follow-up would
    // take the place of what still thinks, and be seen by all, too
    await deliver(() => event.editReply('…'));
    await deliver(() => event.deleteReply());
    return deliver(() => event.followUp({ ...message, ...EPHEMERAL }));
  }

  async function press(event: ButtonInteraction): Promise<void> {
    const pressed = decodeAction(event.customId);
    if (pressed === undefined) return whisper(event, EXPIRED);
    const { action } = pressed;
    switch (action.kind) {
      case 'vote':
        await vote(event, action);
        return whisper(event, VOTED);
      case 'ask': {
        const question = await chat.suggested(action);
        return question === undefined ? whisper(event, EXPIRED) : ask(event, question);
      }
      case 'article': {
        const card = await chat.page(action);
        return card ? respond(event, card) : whisper(event, EXPIRED);
      }
      case 'articles':
      case 'contents': {
        const card = await chat.page(action);
        return card ? update(event, render(card, chat.view)) : whisper(event, EXPIRED);
      }
      case 'show':
      case 'figure': {
        const components = event.message.components.map(
          (row) => row.toJSON() as APIActionRowComponent<APIButtonComponent>,
        );
        const view = renderView(action, components, chat.view);
        return view ? update(event, view) : whisper(event, EXPIRED);
      }
    }
  }

  async function vote(
    { message, user, client }: ButtonInteraction,
    { up, ref }: Extract<Action, { kind: 'vote' }>,
  ): Promise<void> {
    // an answer to a message replies to it; one to a command or a button says what was asked
    const asked = message.channel?.messages.cache.get(message.reference?.messageId ?? '');
    const question = message.interactionMetadata
      ? questionAsked(unescapeMarkdown(message.content))
      : asked && withoutMention(asked.content, client.user.id);
    await chat.vote(
      conversationKey(PLATFORM, message.id, user.id),
      {
        platform: PLATFORM,
        vote: up ? 'up' : 'down',
        ...(question && { question }),
      },
      ref,
    );
  }

  async function complete(event: AutocompleteInteraction): Promise<void> {
    // whoever types without pause gets no completions for a while
    const person = conversationKey(PLATFORM, event.user.id);
    if ((await chat.allow(person, 'typing')) !== 'yes') return;
    const { name, value } = event.options.getFocused(true);
    const chosen = (option: string) => event.options.getString(option) ?? '';
    const choices = await completed(name, value, chosen('measure'), chosen('year') || undefined);
    const offered = choices.filter((choice) => choice.value.length <= DISCORD_CHOICE_TEXT_LIMIT);
    await deliver(() => event.respond(offered.slice(0, DISCORD_CHOICE_LIMIT)));
  }

  async function completed(field: string, typed: string, measure: string, year?: string) {
    const { complete: by } = chat;
    const plain = (values: readonly string[]) => values.map((value) => ({ name: value, value }));
    switch (field) {
      case 'measure':
        return plain(await by.measures(typed));
      case 'year':
        return plain(by.years(typed, measure));
      case 'actor':
        return plain(by.actors(typed, measure, year));
      default:
        return by.articles(typed).map(({ title, digest }) => ({
          name: shorten(title, DISCORD_CHOICE_TEXT_LIMIT),
          value: digest.toString(36),
        }));
    }
  }

  /** What is no answer is shown to the asker alone. */
  function respond(event: Answerable, card: Card): Promise<void> {
    return reply(event, { ...render(card, chat.view), ...(!card.answered && EPHEMERAL) });
  }

  function whisper(event: Answerable, text: string): Promise<void> {
    return reply(event, { content: text, ...EPHEMERAL });
  }

  function reply(event: Answerable, options: InteractionReplyOptions): Promise<void> {
    return deliver(() => event.reply({ ...options, allowedMentions: NO_PINGS }));
  }

  function update(event: ButtonInteraction, message: Partial<DiscordMessage>): Promise<void> {
    return deliver(() => event.update({ ...message, allowedMentions: NO_PINGS }));
  }

  return { message, interaction };
}

const EPHEMERAL = { flags: MessageFlags.Ephemeral } as const;

/**
 * The words said to the bot: any in direct messages, elsewhere with a mention or as a reply to it.
 * Undefined when it is not meant; '' when nothing is left beside the mention.
 */
function questionIn(message: Message, me: string): string | undefined {
  const { content, guildId, mentions } = message;
  // a ping by @everyone or by a role is none of the bot; a reply may come without a ping
  const replies = mentions.repliedUser?.id === me && content !== '';
  if (guildId !== null && !mentions.users.has(me) && !replies) return undefined;
  return withoutMention(content, me);
}

function withoutMention(text: string, me: string): string {
  return text.replace(new RegExp(`<@!?${me}>`, 'g'), ' ').trim();
}
