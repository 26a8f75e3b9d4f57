import { request } from 'node:http';
import type { PendingUpdate, Updates } from './updates.ts';

export interface WebhookTarget {
  readonly url: string;
  readonly secret: string | undefined;
  readonly maxConnections: number;
}

/** Delivers pending updates to a webhook: several at once, those of one chat one after another, each until a 2xx. */
export class Webhook {
  target: WebhookTarget | undefined;
  lastError: { readonly at: number; readonly message: string } | undefined;
  readonly #updates: Updates;
  readonly #retryMs: number;
  readonly #inFlight = new Map<PendingUpdate, AbortController>();
  readonly #delays = new Map<PendingUpdate, NodeJS.Timeout>();

  /** @param retryMs milliseconds after which an update that was not taken is sent again */
  constructor(updates: Updates, retryMs: number) {
    this.#updates = updates;
    this.#retryMs = retryMs;
  }

  /** Delivers to another target from now on, or to none; what is under way is cut off. */
  set(target: WebhookTarget | undefined): void {
    this.#stop();
    this.target = target;
    this.lastError = undefined;
    this.deliver();
  }

  /** Sends what is pending and not under way. */
  deliver(): void {
    const { target } = this;
    if (target === undefined) return;
    const busy = [...this.#inFlight.keys(), ...this.#delays.keys()];
    const chats = new Set(busy.map(chatOf));
    for (const update of [...this.#updates.pending]) {
      if (this.#inFlight.size >= target.maxConnections) return;
      const chat = chatOf(update);
      if (chats.has(chat)) continue;
      chats.add(chat);
      void this.#send(target, update);
    }
  }

  #stop(): void {
    for (const flight of this.#inFlight.values()) flight.abort();
    for (const delay of this.#delays.values()) clearTimeout(delay);
    this.#inFlight.clear();
    this.#delays.clear();
  }

  async #send(target: WebhookTarget, update: PendingUpdate): Promise<void> {
    const flight = new AbortController();
    this.#inFlight.set(update, flight);
    update.given++;
    const failure = await post(target, update.body, flight.signal);
    if (flight.signal.aborted) return;
    this.#inFlight.delete(update);
    if (failure === undefined) {
      this.#updates.remove(update);
      this.deliver();
      return;
    }
    this.lastError = { at: Date.now(), message: failure };
    const retry = (): void => {
      this.#delays.delete(update);
      this.deliver();
    };
    this.#delays.set(update, setTimeout(retry, this.#retryMs));
  }
}

/** Chat or person that an update is about; those of neither are delivered one after another. */
function chatOf({ body }: PendingUpdate): string {
  if (typeof body !== 'object' || body === null) return '';
  const about = Object.values(body).find((value) => typeof value === 'object' && value !== null) as
    | { chat?: { id?: unknown }; message?: { chat?: { id?: unknown } }; from?: { id?: unknown } }
    | undefined;
  return String(about?.chat?.id ?? about?.message?.chat?.id ?? about?.from?.id ?? '');
}

/** Why an update was not taken, or undefined. */
function post(
  target: WebhookTarget,
  body: unknown,
  signal: AbortSignal,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const headers = {
      'content-type': 'application/json',
      ...(target.secret !== undefined && { 'x-telegram-bot-api-secret-token': target.secret }),
    };
    const sending = request(target.url, { method: 'POST', headers, agent: false, signal });
    sending.on('response', (response) => {
      response.resume();
      const status = response.statusCode ?? 0;
      response.on('close', () => {
        const taken = status >= 200 && status < 300;
        resolve(
          taken
            ? undefined
            : `Wrong response from the webhook: ${status} ${response.statusMessage}`,
        );
      });
    });
    sending.on('error', (error) => resolve(error.message));
    sending.end(JSON.stringify(body));
  });
}
