import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Database } from '../../postgres/database.ts';
import { storable } from '../../postgres/plain-text.ts';
import { createLineFile } from './line-file.ts';
import { VOTES_FILE } from './votes.ts';

const UNMET_FILE = 'unanswered.jsonl';
const KEY_FILE = 'votes.key';
const KEY = 'votes';

const TEXT = z.string().nullish();
const VOTE = z.object({
  at: z.iso.datetime(),
  id: z.string(),
  by: z.string(),
  vote: z.string(),
  platform: z.string(),
  reason: TEXT,
  question: TEXT,
  article: TEXT,
  paragraph: z.int().nullish(),
});
const UNMET = z.object({
  at: z.iso.datetime(),
  question: z.string(),
  why: z.string().default('refused'),
  nearest: z.object({ place: z.string(), text: z.string() }).nullish(),
});

/** Of several votes with one id the last counts. */
const PUT_VOTE = `
  INSERT INTO vote (tenant, id, person, at, vote, platform, reason, question, article, paragraph)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT (tenant, id) DO UPDATE SET
    at = excluded.at, vote = excluded.vote, reason = excluded.reason,
    question = excluded.question, article = excluded.article, paragraph = excluded.paragraph
    WHERE vote.at <= excluded.at
`;
const PUT_UNMET = `
  INSERT INTO unmet_question (tenant, at, question, why, nearest_place, nearest_text)
  SELECT $1, $2, $3, $4, $5, $6 WHERE NOT EXISTS (
    SELECT FROM unmet_question WHERE tenant = $1 AND at = $2 AND question = $3
  )
`;
const PUT_KEY = `
  INSERT INTO secret (tenant, name, value) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
`;

/** Records that were moved, each once however often they are moved. */
export interface MovedRecords {
  readonly votes: number;
  readonly unmet: number;
}

/** Copies the votes, their key and the unmet questions of a state folder into the database. */
export async function recordsToDatabase(
  database: Database,
  stateDir: string,
  days: number,
): Promise<MovedRecords> {
  const { tenant } = database;
  const linesOf = (file: string) => createLineFile(join(stateDir, file), days).all();
  const votes = (await linesOf(VOTES_FILE)).flatMap((line) => VOTE.safeParse(line).data ?? []);
  const unmet = (await linesOf(UNMET_FILE)).flatMap((line) => UNMET.safeParse(line).data ?? []);
  const key = await readFile(join(stateDir, KEY_FILE), 'utf8').catch(() => undefined);
  await database.transaction(async (query) => {
    if (key !== undefined) await query(PUT_KEY, [tenant, KEY, key]);
    for (const { id, by, at, vote, platform, reason, question, article, paragraph } of votes)
      await query(PUT_VOTE, [
        ...[tenant, id, by, at, vote, platform, reason ?? null],
        ...[stored(question), stored(article), paragraph ?? null],
      ]);
    for (const { at, question, why, nearest } of unmet)
      await query(PUT_UNMET, [
        ...[tenant, at, storable(question), why, stored(nearest?.place), stored(nearest?.text)],
      ]);
  });
  return { votes: new Set(votes.map(({ id }) => id)).size, unmet: unmet.length };
}

function stored(text: string | null | undefined): string | null {
  return text == null ? null : storable(text);
}

/** Writes the votes, their key and the unmet questions of the database into a state folder. */
export async function recordsToFolder(
  { tenant, query }: Database,
  stateDir: string,
): Promise<MovedRecords> {
  await mkdir(stateDir, { recursive: true, mode: 0o700 });
  const votes = await query(
    `SELECT at, id, person AS by, vote, platform, reason, question, article, paragraph
     FROM vote WHERE tenant = $1 ORDER BY at`,
    [tenant],
  );
  const unmet = await query<Unmet>(
    `SELECT at, question, why, nearest_place AS place, nearest_text AS text
     FROM unmet_question WHERE tenant = $1 ORDER BY at, id`,
    [tenant],
  );
  const [key] = await query<{ readonly value: string }>(
    'SELECT value FROM secret WHERE tenant = $1 AND name = $2',
    [tenant, KEY],
  );
  const options = { mode: 0o600 };
  if (key !== undefined) await writeFile(join(stateDir, KEY_FILE), key.value, options);
  await appendFile(join(stateDir, VOTES_FILE), votes.map(lineOf).join(''), options);
  const lines = unmet.map(({ place, text, ...one }) =>
    lineOf({ ...one, ...(place !== null && text !== null && { nearest: { place, text } }) }),
  );
  await appendFile(join(stateDir, UNMET_FILE), lines.join(''), options);
  return { votes: votes.length, unmet: unmet.length };
}

interface Unmet {
  readonly at: Date;
  readonly question: string;
  readonly why: string;
  readonly place: string | null;
  readonly text: string | null;
}

/** A JSON line without the fields that are null. */
function lineOf(fields: object): string {
  const set = Object.entries(fields).filter(([, value]) => value !== null);
  return `${JSON.stringify(Object.fromEntries(set))}\n`;
}
