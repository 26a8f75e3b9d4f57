import type { Database } from '../postgres/database.ts';
import { storable } from '../postgres/plain-text.ts';
import { read, write } from '../postgres/unit-of-work.ts';
import { type Conversations, TURN_LIFETIME } from './conversations.ts';
import { turnFrom, turnText } from './turn-text.ts';

const LAST = `
  SELECT turn FROM conversation
  WHERE tenant = $1 AND conversation = $2 AND at > clock_timestamp() - $3 * interval '1 millisecond'
`;
const REMEMBER = `
  INSERT INTO conversation (tenant, conversation, turn) VALUES ($1, $2, $3)
  ON CONFLICT (tenant, conversation) DO UPDATE SET turn = excluded.turn, at = excluded.at
`;
const ALL = 'SELECT conversation FROM conversation WHERE tenant = $1';
const FORGET = 'DELETE FROM conversation WHERE tenant = $1 AND conversation = ANY($2)';
const PRUNE = `
  DELETE FROM conversation
  WHERE tenant = $1 AND at < clock_timestamp() - $2 * interval '1 millisecond'
`;

/** Conversations in the database, for whichever worker answers the next turn. */
export interface SharedConversations extends Conversations {
  /** Deletes those whose last turn no longer counts. */
  prune(): Promise<void>;
}

/** @param lifetime milliseconds after which a conversation's last turn no longer counts */
export function createPostgresConversations(
  database: Database,
  lifetime: number = TURN_LIFETIME,
): SharedConversations {
  const { tenant } = database;
  return {
    async last(conversation) {
      const key = storable(conversation);
      const [found] = await read<{ turn: string }>(database, LAST, [tenant, key, lifetime]);
      return found && turnFrom(found.turn);
    },
    remember: (conversation, turn) =>
      write(database, REMEMBER, [tenant, storable(conversation), turnText(turn)]),
    async forget(isTheirs) {
      const all = await database.query<{ conversation: string }>(ALL, [tenant]);
      const theirs = all.map(({ conversation }) => conversation).filter(isTheirs);
      if (theirs.length > 0) await write(database, FORGET, [tenant, theirs]);
    },
    async prune() {
      await database.query(PRUNE, [tenant, lifetime]);
    },
  };
}
