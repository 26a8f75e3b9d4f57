import { sequentialize } from '@grammyjs/runner';
import { type Api, Composer, type Context, GrammyError } from 'grammy';
import type { Message, Chat as TelegramChat, User } from 'grammy/types';
import { type Card, said } from '../../src/chat/card.ts';
import type { Chat } from '../../src/chat/chat.ts';
import { languageOf } from '../../src/chat/language.ts';
import { createTurns } from '../../src/util/event-loop-turns.ts';
import type { Access } from '../common/access.ts';
import type { Log } from '../common/log.ts';
import { HOW_TO } from './commands.ts';
import { replace, reply, typingMeanwhile } from './deliver.ts';
import { answerInline, refuseInline } from './inline.ts';
import { type FetchFile, manage } from './managing.ts';
import { createPresses } from './presses.ts';
import { render } from './render.ts';
import { idsOf, PLATFORM, personIn, type Request, requestIn, senderOf } from './request.ts';
import { type Admission, placeOf } from './updates/intake.ts';
import type { Answer, Journal } from './updates/journal.ts';
import type { RecentTopics } from './updates/recent-topics.ts';

/** What a handler notes of the messages it sent. */
type AskContext = Context & { answer?: Answer };

/** What a message is answered with, and the chat in the language of whoever sent it. */
interface Heard {
  readonly card: Card;
  readonly here: Chat;
  /** To slow down: no answer. */
  readonly isHint: boolean;
}

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
  fetchFile: FetchFile,
): Composer<AskContext> {
  const bot = new Composer<AskContext>();
  const turn = createTurns();
  const press = createPresses(chat, access, intake, log);

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
      note = await press(ctx, ctx.callbackQuery, hereOf(ctx.from, ctx.chat));
    } finally {
      await ctx.answerCallbackQuery(note).catch(ignoreOld);
    }
  });

  bot.on('inline_query', (ctx) => {
    const here = hereOf(ctx.from, undefined);
    const told = access.admit(idsOf(undefined, ctx.from), `inline ${ctx.from.id}`);
    if (told !== 'yes') return refuseInline(ctx, here.texts.stranger(ctx.from.id));
    if (intake.isBeyond(ctx.update.update_id)) return refuseInline(ctx, here.texts.slowDown, PAUSE);
    return answerInline(ctx, here, access.isClosed);
  });

  /**
   * What the bot is in a chat, or to whoever types an inline query anywhere: in the language that the
   * person's Telegram speaks, or that of the words where it hides it.
   */
  function hereOf(person: User | undefined, place: TelegramChat | undefined, words?: string): Chat {
    const { id, username } = place ?? person ?? {};
    return chat
      .at(PLATFORM, [id, username && `@${username}`])
      .in(languageOf(person?.language_code, words));
  }

  /** What to answer a message with; undefined when it wants nothing of the bot. */
  async function hear(
    message: Message,
    { api, me, update }: AskContext,
  ): Promise<Heard | undefined> {
    const wanted = requestIn(message, me, await recent.covers(message));
    if (wanted === undefined) return undefined;
    const isAdmin = access.isAdmin(message.from?.id);
    const request = wanted.kind === 'sent' && !isAdmin ? wanted.otherwise : wanted;
    const words = request.kind === 'ask' ? request.question : '';
    const here = hereOf(message.from, message.chat, words);
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
        return here.welcome('/ask');
      case 'corpus':
      case 'sent':
        if (!access.isAdmin(message.from?.id)) return said(here.texts.adminsOnly);
        return typingMeanwhile(api, message, () => manage(request, here, fetchFile));
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
          await recent.forget(person);
          await journal.forget(person, message.message_id);
        }
        return said(here.texts.forgotten);
      }
      case 'start': {
        const view = here.linked(request.payload);
        return view ? { answered: true, blocks: [], view, buttons: [] } : help();
      }
    }
  }

  return bot;
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
