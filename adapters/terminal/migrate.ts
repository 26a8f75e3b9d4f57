import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { recordsToDatabase, recordsToFolder } from '../../src/chat/records/move-records.ts';
import { articlesToDatabase, articlesToFolder } from '../../src/indexer/move-articles.ts';
import { openDatabase } from '../../src/postgres/database.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { YuanwenError } from '../../src/util/errors.ts';
import type { Config } from '../common/settings.ts';
import { openJournal } from '../telegram/updates/journal.ts';
import { type Io, print } from './io.ts';

/** Where everything that is kept is moved to; `tables` brings the tables up to date alone. */
export type Move = 'tables' | 'to-database' | 'to-files';

/**
 * `npm run migrate`: brings the tables of the database up to date, and moves what is kept from files
 * to them or back. What is moved stays where it was.
 * @throws YuanwenError where there is no database, or messages wait for an answer where they are
 */
export async function runMigrate(dir: string, config: Config, move: Move, io: Io): Promise<void> {
  const { database: settings, stateDir, retentionDays } = config;
  if (settings === undefined)
    throw new YuanwenError('config', 'DATABASE_URL is not set: it says which database to move to.');
  const say = (line: string) => print(io.output, `${line}\n`);
  const run = await migrate(settings.url);
  await say(run.length === 0 ? 'the tables are up to date' : `tables made: ${run.join(', ')}`);
  if (move === 'tables') return;
  const database = openDatabase(settings);
  try {
    if (move === 'to-database') {
      refuseWaiting(waitingIn(stateDir), 'start the bot without DATABASE_URL');
      const { moved, left } = await articlesToDatabase(database, dir);
      const { votes, unmet } = await recordsToDatabase(database, stateDir, retentionDays);
      await say(`${moved} files of articles, ${votes} votes and ${unmet} questions are there now`);
      for (const name of left) await say(`${name} is too large, and stays in the folder`);
      return;
    }
    const [row] = await database.query<{ readonly waiting: number }>(
      'SELECT count(*)::int AS waiting FROM queued_update WHERE tenant = $1 AND done_at IS NULL',
      [database.tenant],
    );
    refuseWaiting(row?.waiting ?? 0, 'start a worker');
    refuseExisting(stateDir);
    const moved = await articlesToFolder(database, dir, join(stateDir, 'removed'));
    const { votes, unmet } = await recordsToFolder(database, stateDir);
    await say(`${moved} files of articles, ${votes} votes and ${unmet} questions are here now`);
  } finally {
    await database.close();
  }
}

/** Updates in the journals of a state folder, one a Telegram bot, that are not answered. */
function waitingIn(stateDir: string): number {
  const names = existsSync(stateDir) ? readdirSync(stateDir) : [];
  let waiting = 0;
  for (const name of names.filter((one) => /^telegram-\d+\.jsonl$/.test(one))) {
    const journal = openJournal(join(stateDir, name), () => {});
    waiting += journal.pending.length;
    journal.close();
  }
  return waiting;
}

function refuseWaiting(waiting: number, remedy: string): void {
  if (waiting > 0)
    throw new YuanwenError(
      'config',
      `${waiting} messages wait for an answer: ${remedy} until they have it, stop it, and move then.`,
    );
}

/** What a folder holds of its own would be mixed with what is moved into it. */
function refuseExisting(stateDir: string): void {
  for (const name of ['votes.jsonl', 'unanswered.jsonl', 'votes.key'])
    if (existsSync(join(stateDir, name)))
      throw new YuanwenError(
        'config',
        `${join(stateDir, name)} is there already: move it away, or choose another STATE_DIR.`,
      );
}
