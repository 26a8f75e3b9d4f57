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
  type PartialMessage,
} from 'discord.js';
import { LRUCache } from 'lru-cache';
import { type Action, decodeAction } from '../../src/chat/button-action.ts';
import { type Card, said } from '../../src/chat/card.ts';
import { type Chat, conversationKey } from '../../src/chat/chat.ts';
import { isChatter } from '../../src/chat/chatter.ts';
import { languageOf } from '../../src/chat/language.ts';
import { questionAsked } from '../../src/chat/speech.ts';
import { shorten } from '../../src/chat/split.ts';
import type { Access } from '../common/access.ts';
import { HOW_TO } from './commands.ts';
import type { Deliver } from './deliver.ts';
import { DISCORD_CHOICE_LIMIT, DISCORD_CHOICE_TEXT_LIMIT } from './limits.ts';
import { unescapeMarkdown } from './markdown.ts';
import { type DiscordMessage, render, renderView, unfold } from './render.ts';

const PLATFORM = 'discord';
/** Events remembered, so that one which the gateway replays is not answered again. */
const REMEMBERED = 10_000;

/** Nothing that an article or a question contains pings anybody. */
const NO_PINGS = { parse: [], repliedUser: false };

type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction;

export interface Handlers {
  message(message: Message): Promise<void>;
  /** A message was edited: its answer changes with its words. */
  edited(message: Message | PartialMessage): Promise<void>;
  interaction(interaction: Interaction): Promise<void>;
}

/** The answer to a message, and what the message said. */
interface Answered {
  /** The id of the answer; undefined where none was sent. */
  readonly sent: Promise<string | undefined>;
  readonly content: string;
}

/** What a message is answered with. */
interface Heard {
  readonly card: Card;
  /** Why there is no answer now. */
  readonly isHint: boolean;
}

/** Answers what people say to the bot and do with it. */
export function handlers(chat: Chat, access: Access, deliver: Deliver): Handlers {
  const seen = new LRUCache<string, true>({ max: REMEMBERED });
  /** The answer to each message, and what the message said. */
  const answered = new LRUCache<string, Answered>({ max: REMEMBERED });
  function isNew(id: string): boolean {
    if (seen.has(id)) return false;
    seen.set(id, true);
    return true;
  }

  /** The chat in the language that somebody's Discord speaks. */
  const hereOf = ({ locale }: Answerable) => chat.in(languageOf(locale));

  async function message(message: Message): Promise<void> {
    if (message.author.bot || message.webhookId !== null || message.system) return;
    const question = await questionIn(message, message.client.user.id);
    if (question === undefined || !isNew(message.id)) return;
    const sent = send(message, question);
    answered.set(message.id, { sent, content: message.content });
    await sent;
  }

  /** Answers a message; gives the id of the answer, undefined where there is none. */
  async function send(message: Message, question: string): Promise<string | undefined> {
    // Discord tells the language of whom it hears by an interaction only
    const here = chat.in(languageOf(undefined, question));
    const heard = await hear(message, question, here);
    if (heard === undefined) return undefined;
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
    const here = chat.in(languageOf(undefined, question));
    const heard = await hear(message, question, here);
    // a hint must not take the place of an answer, nor an answer that of a later edit
    if (heard === undefined || heard.isHint || answered.get(message.id)?.content !== content)
      return;
    const options = { ...render(heard.card, here), allowedMentions: NO_PINGS };
    await deliver(() => message.channel.messages.edit(sent, options));
  }

  /** What a message is answered with; undefined when not at all. */
  async function hear(message: Message, question: string, here: Chat): Promise<Heard | undefined> {
    const hint = (text: string): Heard => ({ card: said(text), isHint: true });
    const { channelId, author, guildId } = message;
    const admission = access.admit(idsOf(message, author), author.id);
    if (admission === 'hint') return hint(here.texts.stranger(author.id));
    if (admission === 'silent') return undefined;
    const allowance = await chat.allow(conversationKey(PLATFORM, author.id));
    if (allowance === 'hint') return hint(here.texts.slowDown);
    if (allowance === 'silent') return undefined;
    const card =
      question !== ''
        ? await here.ask(question, conversationKey(PLATFORM, channelId, author.id))
        : guildId === null
          ? said(here.texts.textOnly)
          : await here.help(HOW_TO[here.language]);
    return { card, isHint: false };
  }

  async function interaction(event: Interaction): Promise<void> {
    if (!isNew(event.id)) return;
    const isStranger = access.admit(idsOf(event, event.user), event.user.id) !== 'yes';
    if (event.isAutocomplete() && isStranger) return deliver(() => event.respond([]));
    if (event.isAutocomplete()) return complete(event);
    // of a version that had more than buttons
    if (event.isMessageComponent() && !event.isButton()) return whisper(event, 'expired');
    if (!event.isChatInputCommand() && !event.isMessageContextMenuCommand() && !event.isButton())
      return;
    // a command must be answered: whoever gives one again is told again, and nobody else sees it
    if (isStranger) return whisper(event, 'stranger');
    const allowance = await chat.allow(conversationKey(PLATFORM, event.user.id));
    if (allowance === 'silent') return;
    if (allowance === 'hint') return whisper(event, 'slowDown');
    if (event.isButton()) return press(event);
    if (event.isMessageContextMenuCommand()) {
      const question = withoutMention(event.targetMessage.content, event.client.user.id);
      return question === '' ? whisper(event, 'textOnly') : ask(event, question);
    }
    return command(event);
  }

  async function command(event: ChatInputCommandInteraction): Promise<void> {
    const here = hereOf(event);
    const option = (name: string) => event.options.getString(name)?.trim() || undefined;
    switch (event.commandName) {
      case 'ask':
        return ask(event, option('question') ?? '');
      case 'stat': {
        const [year, actor] = [option('year'), option('actor')];
        const words = (option('measure') ?? '').split(/\s+/).filter(Boolean);
        const card = await here.stat({ words, ...(year && { year }), ...(actor && { actor }) });
        return respond(event, card);
      }
      case 'article': {
        const title = option('title');
        const card =
          title === undefined
            ? await here.page({ kind: 'articles', at: 0 })
            : await articleBy(title, here);
        return card ? respond(event, card) : whisper(event, 'noArticle');
      }
      default:
        return respond(event, {
          ...(await here.help(HOW_TO[here.language])),
          answered: false,
        });
    }
  }

  /** By the value of a choice, or by what was typed instead of choosing. */
  async function articleBy(title: string, here: Chat): Promise<Card | undefined> {
    const shown = (article: number) => here.page({ kind: 'article', article });
    const [typed] = chat.complete.articles(title);
    return (await shown(Number.parseInt(title, 36))) ?? (typed && shown(typed.digest));
  }

  async function ask(event: Answerable, question: string): Promise<void> {
    const person = conversationKey(PLATFORM, event.channelId ?? '', event.user.id);
    return respond(event, await hereOf(event).askAloud(question, person));
  }

  async function press(event: ButtonInteraction): Promise<void> {
    const pressed = decodeAction(event.customId);
    if (pressed === undefined) return whisper(event, 'expired');
    const { action } = pressed;
    const here = hereOf(event);
    switch (action.kind) {
      case 'vote':
        await vote(event, action);
        return whisper(event, 'voted');
      case 'ask': {
        const question = await chat.suggested(action);
        return question === undefined ? whisper(event, 'expired') : ask(event, question);
      }
      case 'article': {
        const card = await here.page(action);
        return card ? respond(event, card) : whisper(event, 'expired');
      }
      case 'further': {
        const asks = await here.further(action);
        if (asks === undefined) return whisper(event, 'expired');
        return update(event, { components: unfold(rowsOf(event), event.customId, asks) });
      }
      case 'articles':
      case 'contents': {
        const card = await here.page(action);
        return card ? update(event, render(card, here)) : whisper(event, 'expired');
      }
      case 'show':
      case 'figure': {
        const view = renderView(action, rowsOf(event), here.view);
        return view ? update(event, view) : whisper(event, 'expired');
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
    return reply(event, { ...render(card, hereOf(event)), ...(!card.answered && EPHEMERAL) });
  }

  function whisper(event: Answerable, text: Whispered): Promise<void> {
    const { texts } = hereOf(event);
    const content = text === 'stranger' ? texts.stranger(event.user.id) : texts[text];
    return reply(event, { content, ...EPHEMERAL });
  }

  function reply(event: Answerable, options: InteractionReplyOptions): Promise<void> {
    return deliver(() => event.reply({ ...options, allowedMentions: NO_PINGS }));
  }

  function update(event: ButtonInteraction, message: Partial<DiscordMessage>): Promise<void> {
    return deliver(() => event.update({ ...message, allowedMentions: NO_PINGS }));
  }

  return { message, edited, interaction };
}

/** What is said to one person alone. */
type Whispered = 'stranger' | 'expired' | 'slowDown' | 'textOnly' | 'noArticle' | 'voted';

const EPHEMERAL = { flags: MessageFlags.Ephemeral } as const;

type Place = Pick<Message, 'guildId'> & {
  readonly channelId: string | null;
  readonly channel: Message['channel'] | null;
};

function rowsOf({ message }: ButtonInteraction): APIActionRowComponent<APIButtonComponent>[] {
  return message.components.map((row) => row.toJSON() as APIActionRowComponent<APIButtonComponent>);
}

/** By what an operator may name somebody, or the channel or server that somebody writes in. */
function idsOf({ guildId, channelId, channel }: Place, { id }: { readonly id: string }) {
  const parent = channel !== null && 'parentId' in channel ? channel.parentId : undefined;
  return [id, channelId ?? undefined, guildId ?? undefined, parent ?? undefined];
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

function withoutMention(text: string, me: string): string {
  return text.replace(new RegExp(`<@!?${me}>`, 'g'), ' ').trim();
}
