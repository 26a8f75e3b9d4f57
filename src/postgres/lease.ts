import { randomUUID } from 'node:crypto';
import type { Database, Query } from './database.ts';

/** A right that one worker at a time holds, and that ends by itself where its worker does not renew it. */
export interface Lease {
  readonly name: string;
  /** Another each time that a lease is taken, so that what was held before is told from what is held now. */
  readonly holder: string;
}

const TAKE = `
  INSERT INTO lease (tenant, name, holder, until)
  VALUES ($1, $2, $3, clock_timestamp() + $4 * interval '1 second')
  ON CONFLICT (tenant, name) DO UPDATE SET holder = excluded.holder, until = excluded.until
  WHERE lease.until < clock_timestamp()
  RETURNING name
`;
const RENEW = `
  UPDATE lease SET until = clock_timestamp() + $4 * interval '1 second'
  WHERE tenant = $1 AND name = $2 AND holder = $3 AND until > clock_timestamp()
  RETURNING name
`;
const HOLDS = `
  SELECT name FROM lease
  WHERE tenant = $1 AND name = $2 AND holder = $3 AND until > clock_timestamp() FOR UPDATE
`;

/**
 * Takes a lease for so many seconds by the database's clock; undefined where another worker holds it.
 */
export async function takeLease(
  database: Database,
  name: string,
  seconds: number,
): Promise<Lease | undefined> {
  const holder = randomUUID();
  const taken = await database.query(TAKE, [database.tenant, name, holder, seconds]);
  return taken.length > 0 ? { name, holder } : undefined;
}

/** Prolongs a lease; false where it ended before, and another worker may hold it. */
export async function renewLease(
  database: Database,
  { name, holder }: Lease,
  seconds: number,
): Promise<boolean> {
  const held = await database.query(RENEW, [database.tenant, name, holder, seconds]);
  return held.length > 0;
}

/**
 * Whether a lease is held still, asked within a transaction, which nobody can take it from before that
 * ends: to be asked last, as its renewal waits for the transaction.
 */
export async function holdsLease(
  query: Query,
  tenant: string,
  { name, holder }: Lease,
): Promise<boolean> {
  return (await query(HOLDS, [tenant, name, holder])).length > 0;
}

/** Gives a lease back, so that others need not wait for its end. */
export async function endLease(database: Database, { name, holder }: Lease): Promise<void> {
  await database.query('DELETE FROM lease WHERE tenant = $1 AND name = $2 AND holder = $3', [
    database.tenant,
    name,
    holder,
  ]);
}
