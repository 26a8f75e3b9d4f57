import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Signal } from '../signal.ts';
import { readBody } from './body.ts';
import type { Effect, Faults } from './faults.ts';
import { methodRunner } from './methods/index.ts';
import type { OpenCall } from './records.ts';
import { Refusal, refusalBody } from './refusal.ts';
import type { Schema } from './schema.ts';
import { checkPayload, decodeForm } from './validate.ts';
import type { World } from './world.ts';

const UNAUTHORIZED = new Refusal(401, 'Unauthorized');
const NOT_FOUND = new Refusal(404, 'Not Found');
const JSON_TYPE = 'application/json';

export interface CallsOptions {
  readonly token: string;
  readonly schema: Schema;
  readonly world: World;
  readonly faults: Faults;
}

/** Answers requests to `/bot<TOKEN>/<method>`, and keeps a record of every one with the right token. */
export class Calls {
  readonly #options: CallsOptions;
  readonly #run: ReturnType<typeof methodRunner>;

  constructor(options: CallsOptions) {
    this.#options = options;
    this.#run = methodRunner(options.world);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { schema, faults, world } = this.#options;
    const file = this.#file(request.url ?? '/');
    if (file !== undefined) return void response.end(file);
    const exchange = new Exchange(response, world.signal);
    try {
      const { name, query } = this.#address(request.url ?? '/');
      const method = schema.methods.get(name);
      const { form, fields, files } = await readBody(request, query);
      const payload = form && method ? decodeForm(method, fields) : fields;
      const call: OpenCall = { method: name, payload, at: Date.now(), outcome: 'open' };
      world.calls.push(call);
      exchange.call = call;
      world.signal.changed();
      await exchange.end(faults.take(call), async () => {
        if (method === undefined) throw NOT_FOUND;
        checkPayload(schema, name, method, payload, files);
        return this.#run(method, { call, files, gone: exchange.gone });
      });
    } catch (error) {
      exchange.refuse(error);
    }
  }

  /** The bytes behind the path that getFile gave; undefined for any other address. */
  #file(url: string): Uint8Array | undefined {
    const [, token, id = ''] = /^\/file\/bot([^/]+)\/documents\/([^/?]+)$/.exec(url) ?? [];
    return token === this.#options.token ? this.#options.world.files.get(id) : undefined;
  }

  #address(url: string): { readonly name: string; readonly query: URLSearchParams } {
    const { pathname, searchParams: query } = new URL(url, 'http://localhost');
    const [, token, name = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(pathname) ?? [];
    if (token === undefined) throw NOT_FOUND;
    if (token !== this.#options.token) throw UNAUTHORIZED;
    return { name, query };
  }
}

/** One request's way to its reply. */
class Exchange {
  readonly #response: ServerResponse;
  readonly #signal: Signal;
  readonly #leave = new AbortController();
  /** The record that it keeps, as soon as there is one. */
  call: OpenCall | undefined;

  constructor(response: ServerResponse, signal: Signal) {
    this.#response = response;
    this.#signal = signal;
    response.on('close', () => {
      if (!response.writableFinished) this.#leave.abort();
      if (this.call?.outcome === 'open') this.#note('gone');
    });
  }

  /** Aborted when the caller leaves before the reply. */
  get gone(): AbortSignal {
    return this.#leave.signal;
  }

  /** Runs the method, unless a fault comes before it, and replies, unless a fault comes after it. */
  async end(effect: Effect | undefined, run: () => Promise<unknown>): Promise<void> {
    if (effect === undefined) return this.#reply(200, resultBody(await run()), 'ok');
    // the fault stands in the record before the method's own outcome can
    this.#note('fault', effect.name);
    if (effect.kind === 'reply') return this.#write(effect.status, effect.body, effect.type);
    const accepted = effect.kind === 'late' || effect.accepted;
    const body = accepted ? resultBody(await run()) : '{"ok":true,"result":{"message_id":1234';
    if (effect.kind === 'reset') this.#response.socket?.resetAndDestroy();
    if (effect.kind === 'truncated')
      this.#write(200, accepted ? body.slice(0, body.length / 2) : body, JSON_TYPE);
    if (effect.kind === 'late') {
      const timer = setTimeout(() => this.#write(200, body, JSON_TYPE), effect.ms);
      this.gone.addEventListener('abort', () => clearTimeout(timer));
    }
    this.#signal.changed();
  }

  /** Replies that the call was refused; what is no refusal is a fault of the double's own, and shown as such. */
  refuse(error: unknown): void {
    const refusal =
      error instanceof Refusal
        ? error
        : new Refusal(500, `Internal Server Error: the double failed: ${String(error)}`);
    this.#reply(refusal.code, refusalBody(refusal), 'refused', refusal.message);
  }

  #reply(status: number, body: string, outcome: 'ok' | 'refused', why?: string): void {
    // a caller that left is noted as gone, though what it asked for is done
    if (this.#response.destroyed) this.#signal.changed();
    else {
      this.#note(outcome, why);
      this.#write(status, body, JSON_TYPE);
    }
  }

  #write(status: number, body: string, type: string): void {
    if (this.#response.destroyed) return;
    this.#response.writeHead(status, { 'content-type': type });
    this.#response.end(body);
  }

  #note(outcome: OpenCall['outcome'], why?: string): void {
    if (this.call) {
      this.call.outcome = outcome;
      if (why !== undefined) this.call.why = why;
    }
    this.#signal.changed();
  }
}

const resultBody = (result: unknown): string => JSON.stringify({ ok: true, result });
