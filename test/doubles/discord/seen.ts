import type { Call } from './rest/server.ts';
import type { Message } from './world.ts';

/** Lines of each kind that are told. */
const LINES = 10;

/** What happened last, for the message of a wait that failed. */
export function seen(calls: readonly Call[], messages: readonly Message[]): string {
  const called = calls
    .slice(-LINES)
    .map(({ method, path, status, code }) => `  ${method} ${path} ${status ?? '…'} ${code ?? ''}`);
  const said = messages
    .slice(-LINES)
    .map(({ channel, content }) => `  #${channel.name} ${content.slice(0, 80)}`);
  return [`calls (${calls.length}):`, ...called, `messages (${messages.length}):`, ...said].join(
    '\n',
  );
}
