import type { Database } from '../../postgres/database.ts';
import { createPostgresRateLimit } from '../postgres-rate-limit.ts';
import { createPostgresNotes } from './postgres-notes.ts';
import { createPostgresUnmetQuestions } from './postgres-unmet-questions.ts';
import { createPostgresVotes } from './postgres-votes.ts';
import { type ChatRecords, LATELY, TURNABLE } from './records.ts';
import { createNotedWeeklyReport } from './weekly-report.ts';

/** Milliseconds for which it is remembered that the summary of a week was sent. */
const REPORTED = 60 * 24 * 60 * 60 * 1000;

/** Records that all workers over a database share. @param days after which votes and questions are deleted */
export function createPostgresRecords(database: Database, days: number): ChatRecords {
  return {
    votes: createPostgresVotes(database, days),
    unmet: createPostgresUnmetQuestions(database, days),
    allow: createPostgresRateLimit(database),
    begun: createPostgresNotes(database, 'begun', LATELY),
    queries: createPostgresNotes(database, 'figures', TURNABLE),
    weekly: createNotedWeeklyReport(createPostgresNotes(database, 'weekly report', REPORTED)),
  };
}
