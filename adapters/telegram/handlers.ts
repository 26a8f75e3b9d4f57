import { sequentialize } from '@grammyjs/runner';
import { type Api, Composer, type Context, GrammyError } from 'grammy';
import type { CallbackQuery, Message, Chat as TelegramChat, User } from 'grammy/types';
import { type Action, decodeAction } from '../../src/chat/button-action.ts';
import { type Card, said } from '../../src/chat/card.ts';
import { type Chat, conversationKey } from '../../src/chat/chat.ts';
import { languageOf } from '../../src/chat/language.ts';
import { voteMark } from '../../src/chat/reply-card.ts';
import { questionAsked } from '../../src/chat/speech.ts';
import { createTurns } from '../../src/util/event-loop-turns.ts';
import type { Access } from '../common/access.ts';
import type { Log } from '../common/log.ts';
import { HOW_TO } from './commands.ts';
import { edit, replace, reply, typingMeanwhile, unlessSame } from './deliver.ts';
import { answerInline, refuseInline } from './inline.ts';
import { type Admission, placeOf } from './intake.ts';
import type { Answer, Journal } from './journal.ts';
import type { RecentTopics } from './recent-topics.ts';
import { markVote, render, renderView, unfold } from './render.ts';
import { type Request, requestIn, type Self, senderOf } from './request.ts';

/** What a handler notes of the messages it sent. */
type AskContext = Context & { answer?: Answer };

/** What a message is answered with, and the chat in the language of whoever sent it. */
interface Heard {
  readonly card: Card;
  readonly here: Chat;
  /** To slow down: no answer. */
  readonly isHint: boolean;
}

const PLATFORM = 'telegram';

/** Seconds for which whoever types without pause is offered nothing. */
const PAUSE = 1;

/** Answers updates: messages, their edits, buttons, inline queries. */
export function handlers(
  chat: Chat,
  access: Access,
  intake: Admission,
  recent: RecentTopics,
  journal: Journal,
  log: Log,
  stopping: AbortSignal,
): Composer<AskContext> {
  const bot = new Composer<AskContext>();
  const turn = createTurns();

  bot.use(async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      // what was cut off by the stop is answered by the next process
      if (stopping.aborted || journal.isAway(error)) return;
      report(log, error);
    }
    try {
      await journal.finish(ctx.update.update_id, ctx.answer);
    } catch (error) {
      log.error({ err: error }, 'the journal cannot be written: a restart may repeat an answer');
    }
    intake.leave(ctx.update.update_id);
  });
  // turns of a chat stay in order, and a chat in a flood wait holds up no other
  bot.use(sequentialize((ctx) => placeOf(ctx.update)));
  // answers that are ready are sent between two that are made
  bot.use(async (_, next) => {
    await turn();
    await next();
  });

  bot.on('message', async (ctx) => {
    const { message, api } = ctx;
    const heard = await hear(message, ctx);
    if (heard === undefined) return;
    const answers = await reply(api, message, render(heard.card, heard.here.view));
    await recent.note(message);
    ctx.answer = { chat: message.chat.id, message: message.message_id, answers };
  });

  bot.on('edited_message', async (ctx) => {
    const { editedMessage: message, api } = ctx;
    const earlier = await journal.answersTo(message.chat.id, message.message_id);
    const heard = await hear(message, ctx);
    if (heard === undefined) return;
    // a hint must not take the place of an answer
    if (heard.isHint && earlier.length > 0) return;
    const messages = render(heard.card, heard.here.view);
    const answers = await replace(api, message, earlier, messages);
    ctx.answer = { chat: message.chat.id, message: message.message_id, answers };
  });

  bot.on('callback_query', async (ctx) => {
    let note: string | undefined;
    try {
      note = await press(ctx, ctx.callbackQuery, hereOf(ctx.from));
    } finally {
      await ctx.answerCallbackQuery(note).catch(ignoreOld);
    }
  });

  bot.on('inline_query', (ctx) => {
    const here = hereOf(ctx.from);
    const told = access.admit(idsOf(undefined, ctx.from), `inline ${ctx.from.id}`);
    if (told !== 'yes') return refuseInline(ctx, here.texts.stranger(ctx.from.id));
    if (intake.isBeyond(ctx.update.update_id)) return refuseInline(ctx, here.texts.slowDown, PAUSE);
    return answerInline(ctx, here, access.isClosed);
  });

  /** The chat in the language that somebody's Telegram speaks, or that of the words where it hides it. */
  function hereOf(person: User | undefined, words?: string): Chat {
    return chat.in(languageOf(person?.language_code, words));
  }

  /** What to answer a message with; undefined when it wants nothing of the bot. */
  async function hear(
    message: Message,
    { api, me, update }: AskContext,
  ): Promise<Heard | undefined> {
    const request = requestIn(message, me, await recent.covers(message));
    if (request === undefined) return undefined;
    const here = hereOf(message.from, request.kind === 'ask' ? request.question : '');
    const hint = (text: string): Heard => ({ card: said(text), here, isHint: true });
    const admission = access.admit(idsOf(message.chat, message.from), message.chat.id);
    if (admission === 'silent') return undefined;
    if (admission === 'hint') return hint(here.texts.stranger(message.chat.id));
    // what was perhaps said to others must not be refused
    const isGuess = request.kind === 'ask' && request.isGuess;
    if (intake.isBeyond(update.update_id)) return isGuess ? undefined : hint(here.texts.slowDown);
    const card = await answer(api, request, message, here);
    if (isGuess && !card.answered) return undefined;
    return { card, here, isHint: false };
  }

  async function answer(api: Api, request: Request, message: Message, here: Chat): Promise<Card> {
    const help = () => here.help(HOW_TO[here.language]);
    switch (request.kind) {
      case 'ask':
        // nothing is shown of what may be left without an answer
        if (request.isGuess) return here.ask(request.question, personIn(message));
        return typingMeanwhile(api, message, (waiting) =>
          here.ask(request.question, personIn(message), waiting),
        );
      case 'stat':
        return here.stat({ words: request.words });
      case 'articles':
        return request.words === ''
          ? ((await here.page({ kind: 'articles', at: 0 })) ?? help())
          : ((await here.find(request.words)) ?? said(here.texts.noArticle));
      case 'welcome':
        return here.welcome();
      case 'unanswered':
        return access.isAdmin(message.from?.id) ? here.unanswered() : said(here.texts.adminsOnly);
      case 'wordless':
        return said(here.texts.textOnly);
      case 'help':
        return help();
      case 'privacy':
        return said(here.texts.privacy('/forget'));
      case 'forget': {
        const person = senderOf(message);
        if (person !== undefined) {
          await chat.forget(PLATFORM, person);
          await journal.forget(person, message.message_id);
        }
        return said(here.texts.forgotten);
      }
      case 'start': {
        const view = chat.linked(request.payload);
        return view ? { answered: true, blocks: [], view, buttons: [] } : help();
      }
    }
  }

  /** Does what a button says; returns what to tell whoever pressed it. */
  async function press(
    { api, me, update }: AskContext,
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
        const question = await chat.suggested(action);
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

  return bot;
}

/** One person in one chat or topic: whose turns are a conversation. */
function personIn(message: Message, user = senderOf(message)): string {
  return conversationKey(
    PLATFORM,
    message.chat.id,
    message.is_topic_message ? message.message_thread_id : undefined,
    user,
  );
}

/** By what an operator may name somebody, or the chat that somebody writes in. */
function idsOf(chat: TelegramChat | undefined, person: User | undefined) {
  const names = [chat?.username, person?.username].filter((name) => name !== undefined);
  return [chat?.id, person?.id, ...names.map((name) => `@${name}`)];
}

/** People who left, and chats that are gone, are the way of the world; the rest is worth a look. */
function report(log: Log, error: unknown): void {
  const gone = error instanceof GrammyError && [400, 403].includes(error.error_code);
  if (gone) log.info({ err: error }, 'an answer could not be delivered');
  else log.error({ err: error }, 'an update could not be answered');
}

/** A press is waited for some seconds only; after an outage there is nobody left to tell. */
function ignoreOld(error: unknown): void {
  if (!(error instanceof GrammyError && error.error_code === 400)) throw error;
}
