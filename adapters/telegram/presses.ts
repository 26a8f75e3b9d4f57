import type { Api, Context } from 'grammy';
import type { CallbackQuery, Message, User } from 'grammy/types';
import { type Action, decodeAction, type Management } from '../../src/chat/button-action.ts';
import type { Card } from '../../src/chat/card.ts';
import { type Chat, conversationKey } from '../../src/chat/chat.ts';
import { voteMark } from '../../src/chat/reply-card.ts';
import { questionAsked } from '../../src/chat/speech.ts';
import type { Access } from '../common/access.ts';
import type { Log } from '../common/log.ts';
import { edit, reply, typingMeanwhile, unlessSame } from './deliver.ts';
import { markVote, render, renderView, unfold } from './render.ts';
import { idsOf, PLATFORM, personIn, requestIn, type Self } from './request.ts';
import type { Intake } from './updates/intake.ts';

type Pressed = Pick<Context, 'api' | 'me' | 'update'>;

/** Does what a button says; gives what to tell whoever pressed it. */
export type Press = (
  pressed: Pressed,
  query: CallbackQuery,
  here: Chat,
) => Promise<string | undefined>;

export function createPresses(
  chat: Chat,
  access: Access,
  intake: Pick<Intake, 'isBeyond'>,
  log: Log,
): Press {
  /** Does what a button says; returns what to tell whoever pressed it. */
  async function press(
    { api, me, update }: Pressed,
    query: CallbackQuery,
    here: Chat,
  ): Promise<string | undefined> {
    const { expired, slowDown } = here.texts;
    const { data, message, from } = query;
    const pressed = data === undefined ? undefined : decodeAction(data);
    // date 0: Telegram no longer says what the message held
    if (!pressed || !message || message.date === 0) return expired;
    const { action, kept } = pressed;
    const person = personIn(message, from.id);
    const admission = access.admit(idsOf(message.chat, from), from.id);
    if (admission !== 'yes') return admission === 'hint' ? here.texts.stranger(from.id) : undefined;
    if (intake.isBeyond(update.update_id)) return slowDown;
    const send = (card: Card) => reply(api, message, render(card, here.view));
    switch (action.kind) {
      case 'vote':
      case 'reason': {
        const up = action.kind === 'vote' && action.up;
        await vote(action, message, from.id, me);
        const asks = action.kind === 'vote' && !up ? here.reasons(action.ref) : [];
        const marked = markVote(message.reply_markup, up, message.chat.type === 'private', asks);
        await unlessSame(api.editMessageReplyMarkup(message.chat.id, message.message_id, marked));
        return here.texts.voted(voteMark(up));
      }
      case 'ask': {
        const question = await here.suggested(action);
        if (question === undefined) return expired;
        await send(
          await typingMeanwhile(api, message, (waiting) =>
            here.askAloud(question, person, waiting),
          ),
        );
        return undefined;
      }
      case 'article': {
        const card = await here.page(action);
        if (card === undefined) return expired;
        await send(card);
        return undefined;
      }
      case 'further': {
        const asks = await here.further(action);
        if (asks === undefined) return expired;
        const unfolded = unfold(message.reply_markup, query.data, asks);
        await api.editMessageReplyMarkup(message.chat.id, message.message_id, unfolded);
        return undefined;
      }
      case 'chart':
      case 'series': {
        const card = await here.drawn(action);
        if (card === undefined) return expired;
        await send(card);
        return undefined;
      }
      case 'articles':
      case 'figures':
      case 'contents': {
        const card = await here.page(action);
        const [page] = card ? render(card, here.view) : [];
        if (page === undefined) return expired;
        await edit(api, message.chat.id, message.message_id, page);
        return undefined;
      }
      case 'take':
      case 'drop':
      case 'remove':
      case 'files':
      case 'faults':
        return manage(api, message, from, action, here);
      case 'show':
      case 'figure': {
        const { text = '', entities = [], reply_markup } = message;
        const shown = { text, entities, ...(reply_markup && { reply_markup }) };
        const view = renderView(action, shown, kept, here.view);
        if (view === undefined) return expired;
        const { fresh, ...changed } = view;
        if (fresh) await reply(api, message, [changed]);
        else await edit(api, message.chat.id, message.message_id, changed);
        return undefined;
      }
    }
  }

  /** Shows in the place of a message what managing the articles has led to, and tells what comes of it. */
  async function manage(
    api: Api,
    message: NonNullable<CallbackQuery['message']>,
    from: User,
    action: Management,
    here: Chat,
  ): Promise<string | undefined> {
    if (!access.isAdmin(from.id)) return here.texts.adminsOnly;
    const managed = await here.managing?.press(action);
    const [page] = managed ? render(managed.card, here.view) : [];
    if (managed === undefined || page === undefined) return here.texts.expired;
    await edit(api, message.chat.id, message.message_id, page);
    void managed.later
      ?.then((card) => reply(api, message as Message, render(card, here.view)))
      .catch((error) => log.warn({ err: error }, 'an admin could not be told'));
    return undefined;
  }

  async function vote(
    action: Extract<Action, { kind: 'vote' | 'reason' }>,
    message: Message,
    voter: number,
    self: Self,
  ): Promise<void> {
    const { reply_to_message: asked } = message;
    // the answer to a button replies to the bot, and says itself what was asked
    const request = asked && asked.from?.id !== self.id && requestIn(asked as Message, self);
    const question = request
      ? request.kind === 'ask' && request.question
      : questionAsked(message.text ?? '');
    await chat.vote(
      conversationKey(PLATFORM, message.chat.id, message.message_id, voter),
      {
        platform: PLATFORM,
        vote: action.kind === 'vote' && action.up ? 'up' : 'down',
        ...(action.kind === 'reason' && { reason: action.reason }),
        ...(question && { question }),
      },
      action.ref,
    );
  }

  return press;
}
