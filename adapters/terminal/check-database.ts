import { type DatabaseSettings, openDatabase } from '../../src/postgres/database.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { reasonOf } from '../../src/util/errors.ts';
import type { Finding } from '../common/finding.ts';

const ABOUT = 'database';
/** The first version whose statements ours are, as PostgreSQL numbers it. */
const LEAST = 150_000;

/** Whether the database can be reached, is new enough, and lets the bot make and use its tables. */
export async function checkDatabase(settings: DatabaseSettings): Promise<Finding> {
  const database = openDatabase(settings);
  try {
    const [found] = await database.query<{ number: string; version: string; standby: boolean }>(
      `SELECT current_setting('server_version_num') AS number,
         current_setting('server_version') AS version, pg_is_in_recovery() AS standby`,
    );
    const { number = '0', version = '', standby = false } = found ?? {};
    if (Number(number) < LEAST)
      return {
        about: ABOUT,
        state: 'bad',
        said: `PostgreSQL ${version}`,
        remedy: 'use version 15 or newer',
      };
    if (standby)
      return {
        about: ABOUT,
        state: 'bad',
        said: 'DATABASE_URL leads to a standby, which cannot be written',
        remedy: 'name the address that always leads to the primary',
      };
    await migrate(settings.url);
    return {
      about: ABOUT,
      state: 'good',
      said: `PostgreSQL ${version}, tables of tenant ${settings.tenant}`,
    };
  } catch (error) {
    return {
      about: ABOUT,
      state: 'bad',
      said: reasonOf(error),
      remedy: 'set DATABASE_URL to a server that is reached from here, and a role that may log in',
    };
  } finally {
    await database.close();
  }
}
