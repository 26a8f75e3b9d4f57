import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Refusal, refusals } from '../refusal.ts';
import type { State } from '../state.ts';
import type { UploadedFile } from '../world.ts';
import { readBody } from './body.ts';
import { checkBody } from './check-body.ts';
import type { Fault, Faults } from './faults.ts';
import { htmlError, rateLimited, send } from './respond.ts';
import type { Answer } from './route.ts';
import type { Found, Router } from './router.ts';

/** A call of the bot's, as it came in and as it was answered. */
export interface Call {
  readonly method: string;
  /** Without `/api/v10`, decoded. */
  readonly path: string;
  /** As in Discord's document: `/channels/{channel_id}/messages`; the path where there is none. */
  readonly route: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What it was answered with; undefined while it is not, or never. */
  status: number | undefined;
  /** Discord's code of the refusal. */
  code?: number;
}

const PREFIX = '/api/v10';

/** Answers REST calls, each as Discord would unless a fault is due. */
export function createRest(
  state: State,
  router: Router,
  faults: Faults,
  calls: Call[],
): RequestListener {
  return (request, response) => {
    // a client that gave up is no failure of the double's
    response.on('error', () => {});
    serve(request, response).catch((error: unknown) => {
      send(response, { status: 500, body: { message: String(error), code: 0 } });
    });
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://double');
    const file = state.files.get(decodeURIComponent(url.pathname));
    if (file !== undefined) return void response.end(file);
    const method = request.method ?? 'GET';
    const path = decodeURIComponent(url.pathname).slice(PREFIX.length);
    const found = url.pathname.startsWith(`${PREFIX}/`)
      ? router.find(method, path)
      : 'no such path';
    const route = typeof found === 'string' ? path : found.route.path;
    const body = await readBody(request).catch((error: unknown) => ({ json: error, files: [] }));
    const query = Object.fromEntries(url.searchParams);
    const call: Call = {
      method,
      path,
      route,
      query,
      body: body.json,
      files: body.files,
      at: Date.now(),
      status: undefined,
    };
    calls.push(call);
    const channel = typeof found === 'string' ? undefined : channelOf(found);
    const fault = faults.next({ method, route, path, channel });
    const accept = () => answer(request, url, found, body);
    const reply = fault === undefined ? accept() : await strike(fault, response, call, accept);
    if (reply === undefined) {
      state.signal.changed();
      return;
    }
    call.status = reply.status;
    const { code } = (reply.body ?? {}) as { code?: number };
    if (reply.status >= 400 && code !== undefined) call.code = code;
    send(response, reply, `${method} ${route}`);
    state.signal.changed();
  }

  function answer(
    request: IncomingMessage,
    url: URL,
    found: ReturnType<Router['find']>,
    body: { readonly json: unknown; readonly files: readonly UploadedFile[] },
  ): Answer {
    try {
      if (found === 'no such path') throw refusals.notFound();
      if (found === 'wrong method') throw refusals.wrongMethod();
      const { route, params } = found;
      if (!route.isOpen && request.headers.authorization !== `Bot ${state.token}`) {
        throw refusals.unauthorized();
      }
      if (body.json instanceof Error) throw body.json;
      if (route.schema !== undefined) checkBody(state.validate, route.schema, body.json);
      return route.handle({
        params,
        query: url.searchParams,
        body: body.json ?? {},
        files: body.files,
        state,
      });
    } catch (error) {
      if (error instanceof Refusal) return { status: error.status, body: error.body };
      throw error;
    }
  }

  /** Does what the fault says; gives the answer where one is still to be sent. */
  async function strike(
    fault: Fault,
    response: ServerResponse,
    call: Call,
    accept: () => Answer,
  ): Promise<Answer | undefined> {
    if ('accepted' in fault && fault.accepted) accept();
    switch (fault.kind) {
      case 'rate limit':
        call.status = 429;
        rateLimited(response, call, fault.retryAfter, fault.global === true);
        return undefined;
      case 'status':
        if (!fault.html) {
          const { status, code = 0, message = `${status}: Error` } = fault;
          return { status, body: { message, code } };
        }
        call.status = fault.status;
        htmlError(response, fault.status);
        return undefined;
      case 'reset':
        response.req.socket.resetAndDestroy();
        return undefined;
      case 'close':
        response.req.socket.end();
        return undefined;
      case 'late': {
        const reply = accept();
        await new Promise((resolve) => setTimeout(resolve, fault.milliseconds).unref());
        return reply;
      }
      case 'hang':
        return undefined;
    }
  }

  function channelOf({ params }: Found): string | undefined {
    const token = params['interaction_token'] ?? params['webhook_token'] ?? '';
    return params['channel_id'] ?? state.interactions.get(token)?.channel.id;
  }
}
