import type { ChatInputCommandInteraction, Interaction } from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { Card } from '../../src/chat/card.ts';
import { type Chat, conversationKey } from '../../src/chat/chat.ts';
import { languageOf } from '../../src/chat/language.ts';
import type { Policy } from '../common/policy.ts';
import { FORGET, HOW_TO } from './commands/how-to.ts';
import { complete } from './completing.ts';
import type { Deliver } from './deliver.ts';
import { manageBy } from './managing.ts';
import { type MessageHandlers, messageHandlers } from './messages.ts';
import { idsOf, PLATFORM, placesOf, REMEMBERED, withoutMention } from './places.ts';
import { createPresses } from './presses.ts';
import { type Answerable, createResponses, EPHEMERAL } from './responses.ts';

export interface Handlers extends Pick<MessageHandlers, 'message' | 'edited'> {
  interaction(interaction: Interaction): Promise<void>;
}

/**
 * Answers what people say to the bot and do with it.
 * @param patience milliseconds after which an interaction is deferred; by default as Discord waits
 */
export function handlers(
  chat: Chat,
  { access, way }: Policy,
  deliver: Deliver,
  patience?: number,
): Handlers {
  const seen = new LRUCache<string, true>({ max: REMEMBERED });
  function isNew(id: string): boolean {
    if (seen.has(id)) return false;
    seen.set(id, true);
    return true;
  }
  const {
    message,
    edited,
    forget: forgetMessages,
  } = messageHandlers(chat, { access, way }, deliver, isNew);
  const responses = createResponses(deliver, patience);
  const { expect, defer, leave, reply, respond, whisper } = responses;
  const presses = createPresses(chat, access, deliver, responses, ask);

  async function interaction(event: Interaction): Promise<void> {
    if (!isNew(event.id)) return;
    const isStranger = access.admit(idsOf(event, event.user), event.user.id) !== 'yes';
    // what the bot is where something happens, in the language that the person's Discord speaks
    const here = chat.at(PLATFORM, placesOf(event, event.user)).in(languageOf(event.locale));
    if (event.isAutocomplete() && isStranger) return deliver(() => event.respond([]));
    if (event.isAutocomplete()) return complete(event, here, deliver);
    // of a version that had more than buttons
    if (event.isMessageComponent() && !event.isButton()) return whisper(event, 'expired', here);
    if (!event.isChatInputCommand() && !event.isMessageContextMenuCommand() && !event.isButton())
      return;
    // a command must be answered: whoever gives one again is told again, and nobody else sees it
    if (isStranger) return whisper(event, 'stranger', here);
    if (!event.isButton()) expect(event);
    const allowance = await chat.allow(conversationKey(PLATFORM, event.user.id));
    if (allowance === 'silent') return leave(event);
    if (allowance === 'hint') return whisper(event, 'slowDown', here);
    if (event.isButton()) return presses.press(event, here);
    if (event.isMessageContextMenuCommand()) {
      const question = withoutMention(event.targetMessage.content, event.client.user.id);
      return question === '' ? whisper(event, 'textOnly', here) : ask(event, question, here);
    }
    return command(event, here);
  }

  async function command(event: ChatInputCommandInteraction, here: Chat): Promise<void> {
    const option = (name: string) => event.options.getString(name)?.trim() || undefined;
    switch (event.commandName) {
      case 'ask':
        return ask(event, option('question') ?? '', here);
      case 'stat': {
        const [year, actor] = [option('year'), option('actor')];
        const words = (option('measure') ?? '').split(/\s+/).filter(Boolean);
        const query = { words, ...(year && { year }), ...(actor && { actor }) };
        const isDrawn = event.options.getBoolean('chart') ?? false;
        return respond(event, await (isDrawn ? here.chart(query) : here.stat(query)), here);
      }
      case 'article': {
        const title = option('title');
        const card =
          title === undefined
            ? await here.page({ kind: 'articles', at: 0 })
            : await articleBy(title, here);
        return card ? respond(event, card, here) : whisper(event, 'noArticle', here);
      }
      case 'privacy':
        return reply(event, {
          content: here.texts.privacy(FORGET[here.language]),
          ...EPHEMERAL,
        });
      case 'forget':
        await chat.forget(PLATFORM, event.user.id);
        forgetMessages(event.user.id);
        presses.forget(event.user.id);
        return whisper(event, 'forgotten', here);
      case 'unanswered':
        if (!access.isAdmin(event.user.id)) return whisper(event, 'adminsOnly', here);
        return respond(event, await here.unanswered(), here);
      case 'corpus':
        if (!access.isAdmin(event.user.id)) return whisper(event, 'adminsOnly', here);
        return respond(event, await manageBy(event, here, way), here);
      default:
        return respond(
          event,
          { ...(await here.help(HOW_TO[here.language])), answered: false },
          here,
        );
    }
  }

  /** By the value of a choice, or by what was typed instead of choosing. */
  async function articleBy(title: string, here: Chat): Promise<Card | undefined> {
    const chosen = { kind: 'article', article: Number.parseInt(title, 36) } as const;
    return (await here.page(chosen)) ?? here.find(title);
  }

  async function ask(event: Answerable, question: string, here: Chat): Promise<void> {
    const person = conversationKey(PLATFORM, event.channelId ?? '', event.user.id);
    return respond(event, await here.askAloud(question, person, () => defer(event)), here);
  }

  return { message, edited, interaction };
}
