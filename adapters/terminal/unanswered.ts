import { groupQuestions } from '../../src/chat/records/alike-questions.ts';
import {
  createUnmetQuestions,
  type UnmetQuestion,
} from '../../src/chat/records/unmet-questions.ts';
import type { Config } from '../common/settings.ts';
import { type Io, print } from './io.ts';
import { oneLine } from './style.ts';

/** `npm run unanswered`: what people asked and did not get, those asked most often first. */
export async function listUnanswered(
  config: Pick<Config, 'stateDir' | 'retentionDays' | 'database'>,
  io: Io,
): Promise<void> {
  const { retentionDays } = config;
  const groups = groupQuestions(await unmetQuestions(config));
  if (groups.length === 0) return print(io.output, `nothing in the last ${retentionDays} days\n`);
  for (const { question, count, unsure, down, nearest } of groups) {
    const marks = [unsure > 0 && `${unsure} unsure`, down > 0 && `${down} voted down`];
    const votes = marks.some(Boolean) ? ` (${marks.filter(Boolean).join(', ')})` : '';
    await print(io.output, `${count}× ${oneLine(question)}${votes}\n`);
    if (nearest) await print(io.output, `    ${oneLine(`${nearest.place} ${nearest.text}`)}\n`);
  }
}

/** Those of the state folder, or of all workers where there is a database. */
async function unmetQuestions({
  stateDir,
  retentionDays,
  database: settings,
}: Pick<Config, 'stateDir' | 'retentionDays' | 'database'>): Promise<UnmetQuestion[]> {
  if (settings === undefined) return createUnmetQuestions(stateDir, retentionDays).all();
  const { openDatabase } = await import('../../src/postgres/database.ts');
  const { createPostgresUnmetQuestions } = await import(
    '../../src/chat/records/postgres-unmet-questions.ts'
  );
  const { migrate } = await import('../../src/postgres/migrate.ts');
  await migrate(settings.url);
  const database = openDatabase(settings);
  try {
    return await createPostgresUnmetQuestions(database, retentionDays).all();
  } finally {
    await database.close();
  }
}
