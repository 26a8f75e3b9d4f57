import type {
  BotCommand,
  BotCommandScope,
  CallbackQuery,
  InlineQuery,
  Message,
} from 'grammy/types';
import type { CallbackAnswer, InlineAnswer } from './queries.ts';
import type { Call, SentMessage } from './records.ts';
import type { World } from './world.ts';

/** What the bot did, and promises on what it is to do. */
export class Observation {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** Its messages that were accepted, in order. */
  get sent(): readonly SentMessage[] {
    return this.#world.sent;
  }
  /** Its calls in order of arrival, with what became of each. Those with a wrong token are not counted. */
  get calls(): readonly Call[] {
    return this.#world.calls;
  }
  get callbackAnswers(): readonly CallbackAnswer[] {
    return this.#world.queries.callbackAnswers;
  }
  get inlineAnswers(): readonly InlineAnswer[] {
    return this.#world.queries.inlineAnswers;
  }
  /** Texts by language code, '' for all other languages. */
  get descriptions(): ReadonlyMap<string, string> {
    return this.#world.profile.descriptions;
  }
  get shortDescriptions(): ReadonlyMap<string, string> {
    return this.#world.profile.shortDescriptions;
  }
  get names(): ReadonlyMap<string, string> {
    return this.#world.profile.names;
  }
  /** The menu set for exactly that scope (default: `default`) and language (default: all others). */
  commands(scope?: BotCommandScope, language?: string): readonly BotCommand[] {
    return this.#world.profile.commands(scope, language);
  }
  /** Updates that no offset confirmed and no webhook took. */
  get pendingUpdates(): number {
    return this.#world.updates.pending.length;
  }
  /** Whether a getUpdates call waits for updates right now. */
  get polling(): boolean {
    return this.#world.updates.polling;
  }

  callsOf(method: string): readonly Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** The bot's messages that reply to this one, so far. */
  answersTo(message: Message): readonly SentMessage[] {
    return this.sent.filter(
      ({ chatId, replyTo }) => chatId === message.chat.id && replyTo === message.message_id,
    );
  }

  /**
   * Resolves with what `find` returns once that is neither undefined nor false; asks whenever a call comes or ends.
   * @param what names it in the error of a promise not kept within `ms` milliseconds, which tells what came instead
   */
  waitFor<T>(what: string, find: () => T | undefined | false, ms?: number): Promise<T> {
    return this.#world.signal.waitFor(what, find, ms);
  }

  /** The bot's first message that replies to this one. */
  answerTo(message: Message, ms?: number): Promise<SentMessage> {
    const what = `answer to message ${message.message_id} (${JSON.stringify(message.text)}) in chat ${message.chat.id}`;
    return this.waitFor(what, () => this.answersTo(message)[0], ms);
  }

  /** The bot's first message in the chat after this one, whether it replies or not. */
  nextAfter(message: Message | SentMessage, ms?: number): Promise<SentMessage> {
    const { chat, message_id } = 'message' in message ? message.message : message;
    const isNext = (sent: SentMessage): boolean =>
      sent.chatId === chat.id && sent.messageId > message_id;
    return this.waitFor(
      `message after ${message_id} in chat ${chat.id}`,
      () => this.sent.find(isNext),
      ms,
    );
  }

  /** The message's next edit after so many; resolves with the message, which says what it says now. */
  editOf(sent: SentMessage, edits = 0, ms?: number): Promise<SentMessage> {
    return this.waitFor(
      `edit ${edits + 1} of message ${sent.messageId} in chat ${sent.chatId}`,
      () => sent.edits.length > edits && sent,
      ms,
    );
  }

  answerToPress(query: CallbackQuery, ms?: number): Promise<CallbackAnswer> {
    return this.waitFor(
      `answer to callback query ${query.id} (${query.data})`,
      () => this.callbackAnswers.find((answer) => answer.query.id === query.id),
      ms,
    );
  }

  answerToInline(query: InlineQuery, ms?: number): Promise<InlineAnswer> {
    return this.waitFor(
      `answer to inline query ${JSON.stringify(query.query)}`,
      () => this.inlineAnswers.find((answer) => answer.query.id === query.id),
      ms,
    );
  }

  /** Resolves when every update so far is confirmed or taken; of long polling this means: when the bot polls again. */
  async delivered(ms?: number): Promise<void> {
    await this.waitFor('confirmation of all updates', () => this.pendingUpdates === 0, ms);
  }
}
