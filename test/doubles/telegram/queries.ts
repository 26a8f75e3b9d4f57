import type { CallbackQuery, InlineQuery, Opts } from 'grammy/types';
import { badRequest } from './refusal.ts';

export interface CallbackAnswer {
  readonly query: CallbackQuery;
  readonly at: number;
  readonly answer: Opts<'answerCallbackQuery'>;
}

export interface InlineAnswer {
  readonly query: InlineQuery;
  readonly at: number;
  readonly answer: Opts<'answerInlineQuery'>;
}

/** Queries that wait for an answer, and the answers. Each takes one. */
export class Queries {
  readonly callbackAnswers: CallbackAnswer[] = [];
  readonly inlineAnswers: InlineAnswer[] = [];
  readonly #callbacks = new Map<string, CallbackQuery>();
  readonly #inlines = new Map<string, InlineQuery>();
  #nextId = 4_382_000_000_000_000_001n;

  newId(): string {
    return String(this.#nextId++);
  }

  askCallback(query: CallbackQuery): void {
    this.#callbacks.set(query.id, query);
  }
  askInline(query: InlineQuery): void {
    this.#inlines.set(query.id, query);
  }

  answerCallback(answer: Opts<'answerCallbackQuery'>): void {
    const query = take(this.#callbacks, answer.callback_query_id);
    this.callbackAnswers.push({ query, at: Date.now(), answer });
  }
  answerInline(answer: Opts<'answerInlineQuery'>): void {
    const query = take(this.#inlines, answer.inline_query_id);
    this.inlineAnswers.push({ query, at: Date.now(), answer });
  }
}

function take<Q>(open: Map<string, Q>, id: string): Q {
  const query = open.get(id);
  if (query === undefined) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  open.delete(id);
  return query;
}
