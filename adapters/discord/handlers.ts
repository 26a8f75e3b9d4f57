import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import { LRUCache } from 'lru-cache';
import { decodeAction, type Reason, type Ref } from '../../src/chat/button-action.ts';
import type { Card, Picture } from '../../src/chat/card.ts';
import { type Chat, conversationKey } from '../../src/chat/chat.ts';
import { languageOf } from '../../src/chat/language.ts';
import { voteMark } from '../../src/chat/reply-card.ts';
import { questionAsked } from '../../src/chat/speech.ts';
import { shorten } from '../../src/chat/split.ts';
import type { Access } from '../common/access.ts';
import { FORGET, HOW_TO } from './commands.ts';
import type { Deliver } from './deliver.ts';
import { DISCORD_ALT_LIMIT, DISCORD_CHOICE_LIMIT, DISCORD_CHOICE_TEXT_LIMIT } from './limits.ts';
import { unescapeMarkdown } from './markdown.ts';
import { type MessageHandlers, messageHandlers } from './messages.ts';
import { idsOf, NO_PINGS, PLATFORM, REMEMBERED, withoutMention } from './places.ts';
import { type DiscordMessage, render, renderView, rows, unfold } from './render.ts';

type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction;

export interface Handlers extends MessageHandlers {
  interaction(interaction: Interaction): Promise<void>;
}

/** Answers what people say to the bot and do with it. */
export function handlers(chat: Chat, access: Access, deliver: Deliver): Handlers {
  const seen = new LRUCache<string, true>({ max: REMEMBERED });
  function isNew(id: string): boolean {
    if (seen.has(id)) return false;
    seen.set(id, true);
    return true;
  }
  /** The last vote down of each person in each channel: what its reason belongs to. */
  const lastDown = new LRUCache<string, Voted>({ max: REMEMBERED });
  const { message, edited } = messageHandlers(chat, access, deliver, isNew);

  /** The chat in the language that somebody's Discord speaks. */
  const hereOf = ({ locale }: Answerable) => chat.in(languageOf(locale));

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
        const query = { words, ...(year && { year }), ...(actor && { actor }) };
        const isDrawn = event.options.getBoolean('chart') ?? false;
        return respond(event, await (isDrawn ? here.chart(query) : here.stat(query)));
      }
      case 'article': {
        const title = option('title');
        const card =
          title === undefined
            ? await here.page({ kind: 'articles', at: 0 })
            : await articleBy(title, here);
        return card ? respond(event, card) : whisper(event, 'noArticle');
      }
      case 'privacy':
        return reply(event, {
          content: here.texts.privacy(FORGET[here.language]),
          ...EPHEMERAL,
        });
      case 'forget':
        await chat.forget(PLATFORM, event.user.id);
        return whisper(event, 'forgotten');
      case 'unanswered':
        if (!access.isAdmin(event.user.id)) return whisper(event, 'adminsOnly');
        return respond(event, await here.unanswered());
      default:
        return respond(event, {
          ...(await here.help(HOW_TO[here.language])),
          answered: false,
        });
    }
  }

  /** By the value of a choice, or by what was typed instead of choosing. */
  async function articleBy(title: string, here: Chat): Promise<Card | undefined> {
    const chosen = { kind: 'article', article: Number.parseInt(title, 36) } as const;
    return (await here.page(chosen)) ?? here.find(title);
  }

  async function ask(event: Answerable, question: string): Promise<void> {
    const person = conversationKey(PLATFORM, event.channelId ?? '', event.user.id);
    const here = hereOf(event);
    let deferred: Promise<void> | undefined;
    const card = await here.askAloud(question, person, () => {
      deferred = deliver(() => event.deferReply());
    });
    if (deferred === undefined) return respond(event, card);
    await deferred;
    const message = { ...render(card, here), allowedMentions: NO_PINGS };
    if (card.answered) return deliver(() => event.editReply(message));
    // everybody sees what was deferred, and what is no answer is for the asker alone: a follow-up would
    // take the place of what still thinks, and be seen by all, too
    await deliver(() => event.editReply('…'));
    await deliver(() => event.deleteReply());
    return deliver(() => event.followUp({ ...message, ...EPHEMERAL }));
  }

  async function press(event: ButtonInteraction): Promise<void> {
    const pressed = decodeAction(event.customId);
    if (pressed === undefined) return whisper(event, 'expired');
    const { action } = pressed;
    const here = hereOf(event);
    switch (action.kind) {
      case 'vote': {
        const press = conversationKey(PLATFORM, event.message.id, event.user.id);
        const vote = { press, question: questionOf(event), ref: action.ref };
        await keep(vote, action.up ? 'up' : 'down');
        if (!action.up) lastDown.set(personOf(event), vote);
        const text = here.texts.voted(voteMark(action.up));
        return reply(event, {
          content: action.up ? text : `${text}　${here.texts.whyDown}`,
          components: action.up ? [] : rows([here.reasons(action.ref)]),
          ...EPHEMERAL,
        });
      }
      case 'reason': {
        const vote = lastDown.get(personOf(event));
        if (vote === undefined) return whisper(event, 'expired');
        await keep(vote, 'down', action.reason);
        const reason = here.texts.reasons[action.reason];
        return update(event, {
          content: here.texts.voted(`${voteMark(false)} ${reason}`),
          components: [],
        });
      }
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
      case 'chart':
      case 'series': {
        const card = await here.drawn(action);
        return card ? respond(event, card) : whisper(event, 'expired');
      }
      case 'articles':
      case 'figures':
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

  function keep(
    { press, question, ref }: Voted,
    vote: 'up' | 'down',
    reason?: Reason,
  ): Promise<void> {
    const given = { ...(reason && { reason }), ...(question && { question }) };
    return chat.vote(press, { platform: PLATFORM, vote, ...given }, ref);
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
  async function respond(event: Answerable, card: Card): Promise<void> {
    if (card.picture !== undefined) return show(event, card, card.picture);
    return reply(event, { ...render(card, hereOf(event)), ...(!card.answered && EPHEMERAL) });
  }

  /** Answers with a picture, which takes longer to draw than Discord waits where much is asked. */
  async function show(event: Answerable, card: Card, { alt, png }: Picture): Promise<void> {
    await deliver(() => event.deferReply());
    const description = shorten(alt, DISCORD_ALT_LIMIT);
    const files = [{ attachment: Buffer.from(await png()), name: 'chart.png', description }];
    const message = { ...render(card, hereOf(event)), files, allowedMentions: NO_PINGS };
    return deliver(() => event.editReply(message));
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
type Whispered =
  | 'stranger'
  | 'expired'
  | 'slowDown'
  | 'textOnly'
  | 'noArticle'
  | 'adminsOnly'
  | 'forgotten';

const EPHEMERAL = { flags: MessageFlags.Ephemeral } as const;

/** A vote that a reason may follow. */
interface Voted {
  readonly press: string;
  readonly question: string | undefined;
  readonly ref: Ref | undefined;
}

function personOf({ channelId, user }: ButtonInteraction): string {
  return conversationKey(PLATFORM, channelId, user.id);
}

/** What was asked: an answer to a message replies to it, one to a command or a button says it. */
function questionOf({ message, client }: ButtonInteraction): string | undefined {
  if (message.interactionMetadata) return questionAsked(unescapeMarkdown(message.content));
  const asked = message.channel?.messages.cache.get(message.reference?.messageId ?? '');
  return asked && withoutMention(asked.content, client.user.id);
}

function rowsOf({ message }: ButtonInteraction): APIActionRowComponent<APIButtonComponent>[] {
  return message.components.map((row) => row.toJSON() as APIActionRowComponent<APIButtonComponent>);
}
