import { AsyncLocalStorage } from 'node:async_hooks';
import { isAway } from './away.ts';
import type { Database, Query } from './database.ts';

/** A statement that changes rows, with its values. */
export interface Write {
  readonly text: string;
  readonly values: readonly unknown[];
}

interface Unit {
  readonly writes: Write[];
  /** Given where the work is to go on without what cannot be read while the database is away. */
  readonly isThere?: (() => boolean) | undefined;
}

const underWay = new AsyncLocalStorage<Unit>();

/**
 * Does some work whose writes are one commit with what it ends in: `write` keeps them back, in their
 * order, and hands them out here. What the work reads meanwhile does not hold them yet.
 * @param isThere whether the database answers: given where work finds nothing, rather than fail, while
 *   it does not
 */
export async function collectWrites<T>(
  work: () => Promise<T>,
  isThere?: () => boolean,
): Promise<{ readonly result: T; readonly writes: readonly Write[] }> {
  const writes: Write[] = [];
  const result = await underWay.run({ writes, isThere }, work);
  return { result, writes };
}

/** Reads rows; none while the database is away, for work that goes on without. */
export async function read<R extends Readonly<Record<string, unknown>>>(
  database: Database,
  text: string,
  values: readonly unknown[],
): Promise<readonly R[]> {
  const isThere = underWay.getStore()?.isThere;
  if (isThere?.() === false) return [];
  try {
    return await database.query<R>(text, values);
  } catch (error) {
    if (isThere === undefined || !isAway(error)) throw error;
    return [];
  }
}

/** Changes rows with the commit of the work that is under way; at once where there is none. */
export async function write(
  database: Database,
  text: string,
  values: readonly unknown[],
): Promise<void> {
  const unit = underWay.getStore();
  if (unit) unit.writes.push({ text, values });
  else await database.query(text, values);
}

/** Runs writes in their order. */
export async function runWrites(query: Query, writes: readonly Write[]): Promise<void> {
  for (const { text, values } of writes) await query(text, values);
}

/** Makes writes one commit. */
export async function commit(database: Database, writes: readonly Write[]): Promise<void> {
  const [only] = writes;
  if (only && writes.length === 1) await database.query(only.text, only.values);
  else if (writes.length > 1) await database.transaction((query) => runWrites(query, writes));
}
