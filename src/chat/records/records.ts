import { createRateLimit, type RateLimit } from '../rate-limit.ts';
import { createNotes, type Notes } from './notes.ts';
import { createUnmetQuestions, type UnmetQuestions } from './unmet-questions.ts';
import { createVotes, type Votes } from './votes.ts';
import { createWeeklyReport, type WeeklyReport } from './weekly-report.ts';

/** What a chat remembers of what people did, beside the turns of their conversations. */
export interface ChatRecords {
  readonly votes: Votes;
  readonly unmet: UnmetQuestions;
  readonly allow: RateLimit;
  /** Conversations that something was said in lately. */
  readonly begun: Notes;
  /** Look-ups of figures by their digest, whose pages can still be turned. */
  readonly queries: Notes;
  readonly weekly: WeeklyReport;
}

/** Milliseconds for which a conversation counts as begun, and for which pages of figures can be turned. */
export const LATELY = 30 * 60 * 1000;
export const TURNABLE = 24 * 60 * 60 * 1000;

/**
 * Records of a process that is alone.
 * @param stateDir where votes and unmet questions are kept; made when first needed
 * @param days after which they are deleted
 */
export function createRecords(stateDir: string, days: number): ChatRecords {
  return {
    votes: createVotes(stateDir, days),
    unmet: createUnmetQuestions(stateDir, days),
    allow: createRateLimit(),
    begun: createNotes(LATELY),
    queries: createNotes(TURNABLE),
    weekly: createWeeklyReport(stateDir),
  };
}
