import type { ClientOptions } from 'discord.js';

export interface Timing {
  /** Milliseconds without a session on some shard after which the process is better started anew. */
  readonly lostAfter: number;
  /** Milliseconds before each further try to log in; the last goes on. */
  readonly loginPauses: readonly number[];
  /** For tests, which cannot wait for Discord's pace of logins. */
  readonly ws?: NonNullable<ClientOptions['ws']>;
}
