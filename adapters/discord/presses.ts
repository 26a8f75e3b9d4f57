import type { APIActionRowComponent, APIButtonComponent, ButtonInteraction } from 'discord.js';
import { LRUCache } from 'lru-cache';
import {
  decodeAction,
  type Management,
  type Reason,
  type Ref,
} from '../../src/chat/button-action.ts';
import { type Chat, conversationKey } from '../../src/chat/chat.ts';
import { voteMark } from '../../src/chat/reply-card.ts';
import { questionAsked } from '../../src/chat/speech.ts';
import type { Access } from '../common/access.ts';
import type { Deliver } from './deliver.ts';
import { unescapeMarkdown } from './markdown.ts';
import { NO_PINGS, PLATFORM, REMEMBERED, withoutMention } from './places.ts';
import { render, renderView, rows, unfold } from './render.ts';
import { type Answerable, EPHEMERAL, type Responses } from './responses.ts';

export interface Presses {
  press(event: ButtonInteraction, here: Chat): Promise<void>;
  /** Forgets which answer somebody voted against last. */
  forget(person: string): void;
}

/** Does what buttons say. `ask` answers a question below itself. */
export function createPresses(
  chat: Chat,
  access: Access,
  deliver: Deliver,
  { expect, reply, respond, whisper, update }: Responses,
  ask: (event: Answerable, question: string, here: Chat) => Promise<void>,
): Presses {
  /** The last vote down of each person in each channel: what its reason belongs to. */
  const lastDown = new LRUCache<string, Voted>({ max: REMEMBERED });

  /** Shows in the place of a message what managing the articles has led to, and tells what comes of it. */
  async function manage(event: ButtonInteraction, action: Management, here: Chat): Promise<void> {
    if (!access.isAdmin(event.user.id)) return whisper(event, 'adminsOnly', here);
    await deliver(() => event.deferUpdate());
    const managed = await here.managing?.press(action);
    if (managed === undefined) {
      const expired = { content: here.texts.expired, ...EPHEMERAL };
      return deliver(() => event.followUp(expired));
    }
    const shown = (card: typeof managed.card) => ({
      ...render(card, here),
      allowedMentions: NO_PINGS,
    });
    await deliver(() => event.editReply(shown(managed.card)));
    void managed.later?.then((later) => deliver(() => event.followUp(shown(later))));
  }

  function keep(
    { press, question, ref }: Voted,
    vote: 'up' | 'down',
    reason?: Reason,
  ): Promise<void> {
    const given = { ...(reason && { reason }), ...(question && { question }) };
    return chat.vote(press, { platform: PLATFORM, vote, ...given }, ref);
  }

  const press: Presses['press'] = async (event, here) => {
    const pressed = decodeAction(event.customId);
    if (pressed === undefined) return whisper(event, 'expired', here);
    const { action } = pressed;
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
        if (vote === undefined) return whisper(event, 'expired', here);
        await keep(vote, 'down', action.reason);
        const reason = here.texts.reasons[action.reason];
        return update(event, {
          content: here.texts.voted(`${voteMark(false)} ${reason}`),
          components: [],
        });
      }
      case 'ask': {
        expect(event);
        const question = await here.suggested(action);
        return question === undefined
          ? whisper(event, 'expired', here)
          : ask(event, question, here);
      }
      case 'article': {
        expect(event);
        const card = await here.page(action);
        return card ? respond(event, card, here) : whisper(event, 'expired', here);
      }
      case 'further': {
        const asks = await here.further(action);
        if (asks === undefined) return whisper(event, 'expired', here);
        return update(event, { components: unfold(rowsOf(event), event.customId, asks) });
      }
      case 'chart':
      case 'series': {
        expect(event);
        const card = await here.drawn(action);
        return card ? respond(event, card, here) : whisper(event, 'expired', here);
      }
      case 'articles':
      case 'figures':
      case 'contents': {
        const card = await here.page(action);
        return card ? update(event, render(card, here)) : whisper(event, 'expired', here);
      }
      case 'take':
      case 'drop':
      case 'remove':
      case 'files':
      case 'faults':
        return manage(event, action, here);
      case 'show':
      case 'figure': {
        const view = renderView(action, rowsOf(event), here.view);
        return view ? update(event, view) : whisper(event, 'expired', here);
      }
    }
  };

  return {
    press,
    forget(person) {
      for (const key of [...lastDown.keys()]) if (key.endsWith(`:${person}`)) lastDown.delete(key);
    },
  };
}

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
