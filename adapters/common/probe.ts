import { fetch } from 'undici';
import { reasonOf } from '../../src/util/errors.ts';
import type { Finding } from './finding.ts';
import { shownProxy, type Way } from './proxy.ts';

/** Milliseconds in which a platform answers, or counts as out of reach. */
const TIMEOUT = 10_000;
/** Milliseconds by which clocks may differ before tokens and dates are read wrongly. */
const CLOCK_OFF = 60_000;

/** What a platform answered; undefined `body` where that is no JSON object. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>> | undefined;
  /** The platform's clock against this machine's, in milliseconds; undefined where it tells none. */
  readonly ahead: number | undefined;
}

/** Asks a platform one question by the way that the bot goes. */
export async function probe(
  url: string,
  { dispatcher }: Way,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(url, { headers, dispatcher, signal: AbortSignal.timeout(TIMEOUT) });
  const body: unknown = await response.json().catch(() => undefined);
  const date = Date.parse(response.headers.get('date') ?? '');
  return {
    status: response.status,
    body: typeof body === 'object' && body !== null ? (body as Answer['body']) : undefined,
    ahead: Number.isNaN(date) ? undefined : date - Date.now(),
  };
}

/** That a platform gave no answer, and by which way it was asked. */
export function unreachable(about: string, url: string, way: Way, error: unknown): Finding {
  const proxy = way.proxyOf(url);
  return {
    about,
    state: 'bad',
    said: `${new URL(url).host} cannot be reached${proxy ? ` through ${shownProxy(proxy)}` : ''}: ${deepest(error)}`,
    remedy: proxy
      ? 'see that the proxy runs, and that its address, user and password are right'
      : 'see that this machine reaches it, or set a proxy (HTTPS_PROXY, TELEGRAM_PROXY, DISCORD_PROXY)',
  };
}

/** How far this machine's clock is off by a platform's; nothing where none was told. */
export function clockFinding(about: string, { ahead }: Answer): Finding[] {
  if (ahead === undefined) return [];
  const off = Math.abs(ahead) > CLOCK_OFF;
  const seconds = Math.round(Math.abs(ahead) / 1000);
  return [
    off
      ? {
          about: 'clock',
          state: 'bad',
          said: `${seconds} s off ${about}'s`,
          remedy: 'set it by a time server (timedatectl set-ntp true)',
        }
      : { about: 'clock', state: 'good', said: `agrees with ${about}'s` },
  ];
}

/** fetch says only that it failed; the cause says why. */
function deepest(error: unknown): string {
  return error instanceof Error && error.cause !== undefined
    ? deepest(error.cause)
    : reasonOf(error);
}
