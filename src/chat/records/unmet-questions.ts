import { join } from 'node:path';
import { z } from 'zod';
import { REASONS } from '../button-action.ts';
import { createLineFile, isRecent } from './line-file.ts';

/** A question without a sure answer, or whose answer was voted down; nothing in it says by whom. */
export interface UnmetQuestion {
  /** ISO 8601. */
  readonly at: string;
  readonly question: string;
  /** `refused`: nothing answered; `unsure`: something may; `down`: somebody voted the answer down. */
  readonly why: 'refused' | 'unsure' | 'down';
  readonly reason?: (typeof REASONS)[number];
  /** The passage that came nearest, or answered: its place and its beginning. */
  readonly nearest?: { readonly place: string; readonly text: string };
}

/** UTF-16 units of a question that are kept: longer ones are refused for their length. */
const QUESTION_LIMIT = 500;

const UNMET = z.object({
  at: z.iso.datetime(),
  question: z.string(),
  why: z.enum(['refused', 'unsure']).default('refused'),
  nearest: z.object({ place: z.string(), text: z.string() }).optional(),
});
const VOTE = z.object({
  at: z.iso.datetime(),
  id: z.string(),
  vote: z.enum(['up', 'down']),
  reason: z.enum(REASONS).optional(),
  question: z.string().optional(),
});

/** The questions that people asked and did not get, as they are kept in a state folder. */
export interface UnmetQuestions {
  /** Keeps a question that was refused, or answered without being sure. */
  add(
    unmet: Pick<UnmetQuestion, 'question' | 'nearest'> & { readonly why: 'refused' | 'unsure' },
  ): Promise<void>;
  /** Those of the last days, and those voted down, in order of time. */
  all(): Promise<UnmetQuestion[]>;
  /** Deletes those that are older than they are to be kept. */
  prune(): Promise<void>;
}

/** Whether a question is worth keeping: one that says something, and is not refused for its length. */
export function isKept(question: string): boolean {
  return question.trim() !== '' && question.length <= QUESTION_LIMIT;
}

/** @param days after which a question is forgotten */
export function createUnmetQuestions(stateDir: string, days: number): UnmetQuestions {
  const file = createLineFile(join(stateDir, 'unanswered.jsonl'), days);
  const votes = createLineFile(join(stateDir, 'votes.jsonl'), days);
  return {
    async add({ question, why, nearest }) {
      if (!isKept(question)) return;
      await file.add({ question, why, ...(nearest && { nearest }) });
    },
    async all() {
      const unmet = (await file.all()).flatMap((line): UnmetQuestion[] => {
        const read = UNMET.safeParse(line).data;
        if (read === undefined) return [];
        const { at, question, why, nearest } = read;
        return [{ at, question, why, ...(nearest && { nearest }) }];
      });
      return [...unmet, ...votedDown(await votes.all())]
        .filter(({ at }) => isRecent(at, days))
        .sort((a, b) => a.at.localeCompare(b.at));
    },
    prune: () => file.prune(),
  };
}

/** Of several votes with one id the last counts. */
function votedDown(lines: readonly unknown[]): UnmetQuestion[] {
  const last = new Map<string, z.infer<typeof VOTE>>();
  for (const line of lines) {
    const vote = VOTE.safeParse(line).data;
    if (vote) last.set(vote.id, vote);
  }
  return [...last.values()].flatMap(({ at, vote, question, reason }): UnmetQuestion[] =>
    vote === 'down' && question !== undefined
      ? [{ at, question, why: 'down', ...(reason && { reason }) }]
      : [],
  );
}
