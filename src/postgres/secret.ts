import type { Database } from './database.ts';

const ADD = `
  INSERT INTO secret (tenant, name, value) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
`;
const READ = 'SELECT value FROM secret WHERE tenant = $1 AND name = $2';

/** The secret that all workers of a tenant share by a name; `made` where there is none yet. */
export async function sharedSecret(
  database: Database,
  name: string,
  made: () => string,
): Promise<string> {
  const key = [database.tenant, name];
  const [held] = await database.query<{ value: string }>(READ, key);
  if (held) return held.value;
  const own = made();
  await database.query(ADD, [...key, own]);
  const [first] = await database.query<{ value: string }>(READ, key);
  return first?.value ?? own;
}
