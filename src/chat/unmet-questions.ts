import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { REASONS } from './button-action.ts';

/** A question that was not answered, or whose answer was voted down; nothing in it says by whom. */
export interface UnmetQuestion {
  /** ISO 8601. */
  readonly at: string;
  readonly question: string;
  /** `refused`: nothing answered; `down`: somebody voted the answer down. */
  readonly why: 'refused' | 'down';
  readonly reason?: (typeof REASONS)[number];
  /** The passage that came nearest, or answered: its place and its beginning. */
  readonly nearest?: { readonly place: string; readonly text: string };
}

/** UTF-16 units of a question that are kept: longer ones are refused for their length. */
const QUESTION_LIMIT = 500;
const DAY = 24 * 60 * 60 * 1000;
/** Milliseconds between two looks for what is too old. */
const SWEEP = DAY;

const REFUSED = z.object({
  at: z.iso.datetime(),
  question: z.string(),
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
  /** Keeps a question that was refused. */
  add(refused: Pick<UnmetQuestion, 'question' | 'nearest'>): Promise<void>;
  /** Those of the last days, and those voted down, in order of time. */
  all(): Promise<UnmetQuestion[]>;
}

/** @param days after which a question is forgotten */
export function createUnmetQuestions(stateDir: string, days: number): UnmetQuestions {
  const file = join(stateDir, 'unanswered.jsonl');
  let swept = 0;

  async function sweep(): Promise<void> {
    if (Date.now() - swept < SWEEP) return;
    swept = Date.now();
    const lines = await linesOf(file);
    const kept = lines.filter((line) => isRecent(REFUSED.safeParse(line).data?.at, days));
    if (kept.length === lines.length) return;
    await writeFile(`${file}.new`, kept.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await rename(`${file}.new`, file);
  }

  return {
    async add({ question, nearest }) {
      if (question.trim() === '' || question.length > QUESTION_LIMIT) return;
      await mkdir(stateDir, { recursive: true });
      await sweep();
      const line = { at: new Date().toISOString(), question, ...(nearest && { nearest }) };
      await appendFile(file, `${JSON.stringify(line)}\n`);
    },
    async all() {
      const refused = (await linesOf(file)).flatMap((line): UnmetQuestion[] => {
        const read = REFUSED.safeParse(line).data;
        if (read === undefined) return [];
        const { at, question, nearest } = read;
        return [{ at, question, why: 'refused', ...(nearest && { nearest }) }];
      });
      const down = await votedDown(stateDir);
      return [...refused, ...down]
        .filter(({ at }) => isRecent(at, days))
        .sort((a, b) => a.at.localeCompare(b.at));
    },
  };
}

/** Of several votes with one id the last counts. */
async function votedDown(stateDir: string): Promise<UnmetQuestion[]> {
  const last = new Map<string, z.infer<typeof VOTE>>();
  for (const line of await linesOf(join(stateDir, 'votes.jsonl'))) {
    const vote = VOTE.safeParse(line).data;
    if (vote) last.set(vote.id, vote);
  }
  return [...last.values()].flatMap(({ at, vote, question, reason }): UnmetQuestion[] =>
    vote === 'down' && question !== undefined
      ? [{ at, question, why: 'down', ...(reason && { reason }) }]
      : [],
  );
}

function isRecent(at: string | undefined, days: number): boolean {
  return at !== undefined && Date.now() - Date.parse(at) < days * DAY;
}

/** The JSON lines of a file, without those that are torn; none where there is no file. */
async function linesOf(file: string): Promise<unknown[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line): unknown[] => {
    try {
      return line === '' ? [] : [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}
