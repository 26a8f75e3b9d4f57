import { sequentialize } from '@grammyjs/runner';
import { type Api, Composer, type Context, GrammyError } from 'grammy';
import type { CallbackQuery, Message } from 'grammy/types';
import { type Action, decodeAction } from '../../src/chat/button-action.ts';
import { type Card, said } from '../../src/chat/card.ts';
import { type Chat, conversationKey } from '../../src/chat/chat.ts';
import {
  EXPIRED,
  FORGOTTEN,
  PRIVACY,
  questionAsked,
  SLOW_DOWN,
  TEXT_ONLY,
  VOTED,
} from '../../src/chat/texts.ts';
import { createTurns } from '../../src/util/event-loop-turns.ts';
import type { Log } from '../common/log.ts';
import { edit, replace, reply, typingMeanwhile } from './deliver.ts';
import { answerInline, slowInline } from './inline.ts';
import { type Intake, placeOf } from './intake.ts';
import type { Answer, Journal } from './journal.ts';
import { render, renderView } from './render.ts';
import { type Request, requestIn, type Self, senderOf } from './request.ts';

/** What a handler notes of the messages it sent. */
type AskContext = Context & { answer?: Answer };

const PLATFORM = 'telegram';

const HOW_TO = `私聊：直接发一句话。群里：/ask 问题，或回复我的消息，或@我（隐私模式开着时，只@我的消息送不到我这里，请用 /ask）。
/stat 指标 年份 地方：查数字
/articles：已收的文章
接着问可以省略上文说过的，例如“那成交额呢？”；问题改了，回答跟着改。
/privacy：存了什么，存多久；/forget：删除与我有关的记录`;

/** Answers updates: messages, their edits, buttons, inline queries. */
export function handlers(
  chat: Chat,
  intake: Intake,
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
      if (stopping.aborted) return;
      report(log, error);
    }
    try {
      journal.finish(ctx.update.update_id, ctx.answer);
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
    const card = await cardFor(message, ctx);
    if (card === undefined) return;
    const answers = await reply(api, message, render(card, chat.view));
    ctx.answer = { chat: message.chat.id, message: message.message_id, answers };
  });

  bot.on('edited_message', async (ctx) => {
    const { editedMessage: message, api } = ctx;
    const earlier = journal.answersTo(message.chat.id, message.message_id);
    const card = await cardFor(message, ctx);
    if (card === undefined) return;
    // a hint must not take the place of an answer
    if (card === TOO_FAST && earlier.length > 0) return;
    const messages = render(card, chat.view);
    const answers = await replace(api, message, earlier, messages);
    ctx.answer = { chat: message.chat.id, message: message.message_id, answers };
  });

  bot.on('callback_query', async (ctx) => {
    let note: string | undefined;
    try {
      note = await press(ctx, ctx.callbackQuery);
    } finally {
      await ctx.answerCallbackQuery(note).catch(ignoreOld);
    }
  });

  bot.on('inline_query', (ctx) =>
    intake.isBeyond(ctx.update.update_id) ? slowInline(ctx) : answerInline(ctx, chat),
  );

  /** What to answer a message with; undefined when it wants nothing of the bot. */
  async function cardFor(message: Message, { api, me, update }: AskContext): Promise<Card | undefined> {
    const request = requestIn(message, me);
    if (request === undefined) return undefined;
    return intake.isBeyond(update.update_id) ? TOO_FAST : answer(api, request, message);
  }

  async function answer(api: Api, request: Request, message: Message): Promise<Card> {
    switch (request.kind) {
      case 'ask':
        return typingMeanwhile(api, message, (waiting) =>
          chat.ask(request.question, personIn(message), waiting),
        );
      case 'stat':
        return chat.stat({ words: request.words });
      case 'articles':
        return (await chat.page({ kind: 'articles', at: 0 })) ?? chat.help(HOW_TO);
      case 'wordless':
        return said(TEXT_ONLY);
      case 'help':
        return chat.help(HOW_TO);
      case 'privacy':
        return said(PRIVACY);
      case 'forget': {
        const person = senderOf(message);
        if (person !== undefined) {
          await chat.forget(PLATFORM, person);
          journal.forget(person, message.message_id);
        }
        return said(FORGOTTEN);
      }
      case 'start': {
        const view = chat.linked(request.payload);
        return view ? { answered: true, blocks: [], view, buttons: [] } : chat.help(HOW_TO);
      }
    }
  }

  /** Does what a button says; returns what to tell whoever pressed it. */
  async function press(
    { api, me, update }: AskContext,
    query: CallbackQuery,
  ): Promise<string | undefined> {
    const { data, message, from } = query;
    if (intake.isBeyond(update.update_id)) return SLOW_DOWN;
    const pressed = data === undefined ? undefined : decodeAction(data);
    // date 0: Telegram no longer says what the message held
    if (!pressed || !message || message.date === 0) return EXPIRED;
    const { action, kept } = pressed;
    const person = personIn(message, from.id);
    const send = (card: Card) => reply(api, message, render(card, chat.view));
    switch (action.kind) {
      case 'vote':
        return vote(action, message, from.id, me);
      case 'ask': {
        const question = await chat.suggested(action);
        if (question === undefined) return EXPIRED;
        await send(
          await typingMeanwhile(api, message, (waiting) =>
            chat.askAloud(question, person, waiting),
          ),
        );
        return undefined;
      }
      case 'article': {
        const card = await chat.page(action);
        if (card === undefined) return EXPIRED;
        await send(card);
        return undefined;
      }
      case 'articles':
      case 'contents': {
        const card = await chat.page(action);
        const [page] = card ? render(card, chat.view) : [];
        if (page === undefined) return EXPIRED;
        await edit(api, message.chat.id, message.message_id, page);
        return undefined;
      }
      case 'show':
      case 'figure': {
        const { text = '', entities = [], reply_markup } = message;
        const shown = { text, entities, ...(reply_markup && { reply_markup }) };
        const view = renderView(action, shown, kept, chat.view);
        if (view === undefined) return EXPIRED;
        const { fresh, ...changed } = view;
        if (fresh) await reply(api, message, [changed]);
        else await edit(api, message.chat.id, message.message_id, changed);
        return undefined;
      }
    }
  }

  async function vote(
    { up, ref }: Extract<Action, { kind: 'vote' }>,
    message: Message,
    voter: number,
    self: Self,
  ): Promise<string> {
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
        vote: up ? 'up' : 'down',
        ...(question && { question }),
      },
      ref,
    );
    return VOTED;
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

const TOO_FAST = said(SLOW_DOWN);

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
