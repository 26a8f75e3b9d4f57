import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { createBreaker } from './breaker.ts';
import { INSTRUCTIONS, promptOf } from './prompt.ts';
import type { OfferedSentence, Reader, ReaderQuestion, Reading } from './reader.ts';

/** Where a language model is asked. */
export interface OpenAiReaderSettings {
  /** The base address of an OpenAI-compatible service: `http://localhost:11434/v1`. */
  readonly url: string;
  readonly model: string;
  readonly key?: string | undefined;
  /** Milliseconds that an answer may be waited for, retries included. */
  readonly timeout: number;
  /** Told why the reader was of no use, a line a minute at most; it never holds the key. */
  readonly warn: (line: string) => void;
  /** Milliseconds of a clock. */
  readonly now?: () => number;
}

/** Readings remembered, each of some dozen bytes beside its key. */
const REMEMBERED = 2_000;
/** Bytes of a service's answer that are read: what is longer chooses no numbers. */
const BYTES_READ = 256 * 1024;
/** Tokens that a model may write, where the service takes a limit: some think before they answer. */
const TOKEN_LIMIT = 2_048;
/** Sentences that a reader may name. */
const CHOICE_LIMIT = 3;

const COMPLETION = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string(), refusal: z.unknown().optional() }),
      }),
    )
    .min(1),
});

const CHOICE = z.strictObject({ answers: z.array(z.int()).max(64) });

const SCHEMA = {
  type: 'object',
  properties: { answers: { type: 'array', items: { type: 'integer' } } },
  required: ['answers'],
  additionalProperties: false,
} as const;

/** What is asked of a service beside the messages, from what few support to what all do. */
const MANNERS = [
  {
    temperature: 0,
    max_tokens: TOKEN_LIMIT,
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'choice', strict: true, schema: SCHEMA },
    },
  },
  { temperature: 0, max_tokens: TOKEN_LIMIT, response_format: { type: 'json_object' } },
  {},
] as const;

/** What a service says to what it does not support. */
const UNSUPPORTED: ReadonlySet<number> = new Set([400, 415, 422]);

/** Has a language model choose, over the chat completions protocol. */
export function createOpenAiReader(settings: OpenAiReaderSettings): Reader {
  const { url, model, key, timeout, warn, now = Date.now } = settings;
  const address = `${url.replace(/\/+$/, '')}/chat/completions`;
  const readings = new LRUCache<string, Reading>({ max: REMEMBERED });
  const breaker = createBreaker(warn, now);
  let manner = 0;

  /** Rejects with a `ReaderFault` or with what `fetch` rejects with. */
  async function complete(prompt: string, signal: AbortSignal): Promise<string> {
    for (;;) {
      const asked = MANNERS[manner];
      const response = await fetch(address, {
        method: 'POST',
        signal,
        // a key is for the address it was given for
        redirect: 'error',
        headers: {
          'content-type': 'application/json',
          ...(key !== undefined && { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify({
          model,
          messages: [
            { role: 'system', content: INSTRUCTIONS },
            { role: 'user', content: prompt },
          ],
          stream: false,
          ...asked,
        }),
      });
      if (response.ok) return readText(response);
      await response.body?.cancel();
      if (UNSUPPORTED.has(response.status) && manner + 1 < MANNERS.length) {
        manner += 1;
        continue;
      }
      throw new ReaderFault(response.status, retryAfter(response, now()));
    }
  }

  return {
    async choose(question: ReaderQuestion, offered: readonly OfferedSentence[]): Promise<Reading> {
      const prompt = promptOf(question, offered);
      const digest = createHash('sha256').update(prompt).digest('base64');
      const known = readings.get(digest);
      if (known !== undefined) return known;
      if (!breaker.isClosed()) return { kind: 'cannotSay' };
      let body: string;
      try {
        body = await complete(prompt, AbortSignal.timeout(timeout));
      } catch (error) {
        breaker.failed(
          whyOf(error, timeout),
          error instanceof ReaderFault ? error.wait : undefined,
        );
        return { kind: 'cannotSay' };
      }
      breaker.succeeded();
      const reading = readingIn(body, offered.length);
      if (reading.kind === 'cannotSay') breaker.tell('what it said names no sentences offered');
      else readings.set(digest, reading);
      return reading;
    },
  };
}

/** An answer of the service that is none. */
class ReaderFault extends Error {
  readonly status: number;
  /** Milliseconds that it asks to be left alone. */
  readonly wait: number | undefined;

  constructor(status: number, wait: number | undefined) {
    super(`status ${status}`);
    this.status = status;
    this.wait = wait;
  }
}

/** In our own words: what a service or `fetch` writes may hold what it was sent. */
function whyOf(error: unknown, timeout: number): string {
  if (error instanceof ReaderFault) {
    const { status } = error;
    if (status === 401 || status === 403) return `it answers ${status}: check READER_KEY`;
    if (status === 404) return 'it answers 404: check READER_URL and READER_MODEL';
    if (status === 429) return 'it answers 429: its quota is used up';
    return `it answers ${status}`;
  }
  if (error instanceof Error && error.name === 'TimeoutError')
    return `it takes longer than ${timeout / 1000} s`;
  if (error instanceof TooLong) return 'it does not stop talking';
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? `it cannot be reached (${code})` : 'it cannot be reached';
}

class TooLong extends Error {}

async function readText({ body }: Response): Promise<string> {
  if (body === null) return '';
  const parts: Uint8Array[] = [];
  let length = 0;
  // leaving the loop early ends the transfer
  for await (const part of body) {
    length += part.byteLength;
    if (length > BYTES_READ) throw new TooLong();
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Milliseconds that a `Retry-After` asks for, in seconds or as a date; undefined without one. */
function retryAfter({ headers }: Response, now: number): number | undefined {
  const said = headers.get('retry-after');
  if (said === null) return undefined;
  const wait = /^\d+$/.test(said.trim()) ? Number(said) * 1000 : Date.parse(said) - now;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

/** What a completion chooses among `offered` sentences: numbers from 1, and nothing beside them. */
function readingIn(body: string, offered: number): Reading {
  const content = COMPLETION.safeParse(parsed(body)).data?.choices[0]?.message.content ?? '';
  const answers = CHOICE.safeParse(parsed(bare(content))).data?.answers;
  if (answers === undefined) return { kind: 'cannotSay' };
  if (answers.some((number) => number < 1 || number > offered)) return { kind: 'cannotSay' };
  const [first, ...rest] = [...new Set(answers)].slice(0, CHOICE_LIMIT).map((number) => number - 1);
  return first === undefined ? { kind: 'none' } : { kind: 'chosen', places: [first, ...rest] };
}

/** The JSON of a model's words: some think aloud before it, or set it in a fence. */
function bare(content: string): string {
  return (content.split('</think>').at(-1) ?? '')
    .trim()
    .replace(/^```(?:json)?\s*/, '')
    .replace(/\s*```$/, '');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
