import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { FAULTS, type Fault } from './faults.ts';

/** A question as a reader is sent it. */
export interface Asked {
  readonly question: string;
  readonly before?: string | undefined;
  /** The sentences that may be chosen, by their numbers. */
  readonly offered: ReadonlyMap<number, string>;
  /** Everything that was sent, as text. */
  readonly prompt: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Readonly<Record<string, unknown>>;
}

/** A language model on loopback: it speaks chat completions, and fails on demand. */
export interface ReaderDouble {
  /** What `READER_URL` is to be. */
  readonly url: string;
  readonly asked: readonly Asked[];
  /** What goes wrong from now on; undefined where nothing does. */
  fault: Fault | undefined;
  /** What it says instead of what is chosen. */
  says: string | undefined;
  /** Ways of asking for JSON that it refuses with 400, as some services do. */
  refuses: ReadonlySet<string>;
  close(): Promise<void>;
}

const PROMPT = z.object({
  question: z.string(),
  before: z.string().optional(),
  passages: z.array(
    z.object({
      title: z.string(),
      sentences: z.array(z.union([z.string(), z.tuple([z.number(), z.string()])])),
    }),
  ),
});

const BODY = z.looseObject({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).length(2),
  response_format: z.looseObject({ type: z.string() }).optional(),
});

/** @param choose the numbers that the model names, best first */
export async function startReaderDouble(
  choose: (asked: Asked) => readonly number[] = () => [1],
): Promise<ReaderDouble> {
  const asked: Asked[] = [];
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    open.add(response);
    response.on('close', () => open.delete(response));
    void answer(request, response);
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions') {
      response.writeHead(404).end();
      return;
    }
    const body = BODY.parse(JSON.parse(Buffer.concat(parts).toString('utf8')));
    const prompt = body.messages[1]?.content ?? '';
    const { question, before, passages } = PROMPT.parse(JSON.parse(prompt));
    const offered = new Map(
      passages.flatMap(({ sentences }) =>
        sentences.flatMap((one) => (typeof one === 'string' ? [] : [one])),
      ),
    );
    const put: Asked = { question, before, offered, prompt, headers: request.headers, body };
    asked.push(put);
    if (body.response_format !== undefined && double.refuses.has(body.response_format.type)) {
      response.writeHead(400).end('{"error":{"message":"response_format is not supported"}}');
      return;
    }
    if (double.fault !== undefined) return FAULTS[double.fault](response);
    say(response, double.says ?? JSON.stringify({ answers: choose(put) }));
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const double: ReaderDouble = {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    fault: undefined,
    says: undefined,
    refuses: new Set(),
    async close() {
      for (const response of open) response.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return double;
}

/** A completion with these words of the model. */
function say(response: ServerResponse, content: string): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
    }),
  );
}
