import type { Database } from '../../postgres/database.ts';
import { storable } from '../../postgres/plain-text.ts';
import { read, write } from '../../postgres/unit-of-work.ts';
import type { Notes } from './notes.ts';

const GET = `
  SELECT value FROM note
  WHERE tenant = $1 AND kind = $2 AND key = $3 AND until > clock_timestamp()
`;
const PUT = `
  INSERT INTO note (tenant, kind, key, value, until)
  VALUES ($1, $2, $3, $4, clock_timestamp() + $5 * interval '1 millisecond')
  ON CONFLICT (tenant, kind, key) DO UPDATE SET value = excluded.value, until = excluded.until
`;
const KEYS = 'SELECT key FROM note WHERE tenant = $1 AND kind = $2';
const FORGET = 'DELETE FROM note WHERE tenant = $1 AND kind = $2 AND key = ANY($3)';

/** Notes in the database, for all workers. @param lifetime milliseconds after which one is forgotten */
export function createPostgresNotes(database: Database, kind: string, lifetime: number): Notes {
  const own = [database.tenant, kind] as const;
  return {
    async get(key) {
      const [found] = await read<{ value: string }>(database, GET, [...own, storable(key)]);
      return found?.value;
    },
    put: (key, value) => write(database, PUT, [...own, storable(key), storable(value), lifetime]),
    async forget(fits) {
      const keys = (await database.query<{ key: string }>(KEYS, own)).map(({ key }) => key);
      const theirs = keys.filter(fits);
      if (theirs.length > 0) await write(database, FORGET, [...own, theirs]);
    },
  };
}
