import type { SharedConversations } from '../../bot/postgres-conversations.ts';
import type { Database } from '../../postgres/database.ts';
import type { ChatRecords } from './records.ts';

/**
 * What is deleted by age beside the records themselves: the ids of updates, which Telegram sends again
 * for a day at most; the messages that answered, whose questions may be edited for two; and all that
 * says itself until when it counts.
 */
const BY_AGE = [
  "DELETE FROM queued_update WHERE tenant = $1 AND done_at < clock_timestamp() - interval '2 days'",
  `DELETE FROM queued_place
   WHERE tenant = $1 AND waiting = 0 AND since < clock_timestamp() - interval '1 day'`,
  "DELETE FROM answer WHERE tenant = $1 AND at < clock_timestamp() - interval '3 days'",
  'DELETE FROM note WHERE tenant = $1 AND until < clock_timestamp()',
  'DELETE FROM pace WHERE tenant = $1 AND until < clock_timestamp()',
  "DELETE FROM lease WHERE tenant = $1 AND until < clock_timestamp() - interval '1 hour'",
];

/** Deletes what a tenant keeps no longer; several workers may do so at once. */
export async function prune(
  database: Database,
  { votes, unmet }: Pick<ChatRecords, 'votes' | 'unmet'>,
  conversations: Pick<SharedConversations, 'prune'>,
): Promise<void> {
  for (const statement of BY_AGE) await database.query(statement, [database.tenant]);
  await conversations.prune();
  await votes.prune();
  await unmet.prune();
}
