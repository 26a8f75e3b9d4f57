import { keyOf, PATIENCE, WAITING, type WaitingFiles } from '../corpus/waiting-files.ts';
import type { Database } from '../postgres/database.ts';

const ADD = `
  INSERT INTO waiting_file (tenant, key, name, front, digest, content)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (tenant, key) DO UPDATE SET at = excluded.at
`;
/** Forgets what waited too long, and the oldest of too many. */
const CLEAR = `
  DELETE FROM waiting_file WHERE tenant = $1 AND (
    at < clock_timestamp() - $2 * interval '1 millisecond'
    OR key NOT IN (SELECT key FROM waiting_file WHERE tenant = $1 ORDER BY at DESC LIMIT $3)
  )
`;
const FIND = `
  SELECT name, front, digest, content FROM waiting_file WHERE tenant = $1 AND key = $2
`;

interface Row {
  readonly name: string;
  readonly front: string | null;
  readonly digest: string;
  readonly content: Buffer;
}

/** Files that wait in the database: who says that one is to be taken in may reach another worker. */
export function createPostgresWaitingFiles({ tenant, query }: Database): WaitingFiles {
  return {
    async add(file) {
      const key = keyOf(file);
      const { name, front, digest, bytes } = file;
      await query(ADD, [tenant, key, name, front ?? null, digest, Buffer.from(bytes)]);
      await query(CLEAR, [tenant, PATIENCE, WAITING]);
      return key;
    },
    async find(key) {
      const [row] = await query<Row>(FIND, [tenant, key]);
      if (row === undefined) return undefined;
      const { name, front, digest, content } = row;
      return { name, front: front ?? undefined, digest, bytes: content };
    },
    async drop(key) {
      await query('DELETE FROM waiting_file WHERE tenant = $1 AND key = $2', [tenant, key]);
    },
  };
}
