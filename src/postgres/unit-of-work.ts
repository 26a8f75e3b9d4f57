import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database, Query } from './database.ts';

/** A statement that changes rows, with its values. */
export interface Write {
  readonly text: string;
  readonly values: readonly unknown[];
}

const underWay = new AsyncLocalStorage<Write[]>();

/**
 * Does some work whose writes are one commit with what it ends in: `write` keeps them back, in their
 * order, and hands them out here. What the work reads meanwhile does not hold them yet.
 */
export async function collectWrites<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly writes: readonly Write[] }> {
  const writes: Write[] = [];
  const result = await underWay.run(writes, work);
  return { result, writes };
}

/** Changes rows with the commit of the work that is under way; at once where there is none. */
export async function write(
  database: Database,
  text: string,
  values: readonly unknown[],
): Promise<void> {
  const writes = underWay.getStore();
  if (writes) writes.push({ text, values });
  else await database.query(text, values);
}

/** Runs writes in their order. */
export async function runWrites(query: Query, writes: readonly Write[]): Promise<void> {
  for (const { text, values } of writes) await query(text, values);
}

/** Does some work, and then makes all that it wrote one commit. */
export async function asOneCommit<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const { result, writes } = await collectWrites(work);
  const [only] = writes;
  if (only && writes.length === 1) await database.query(only.text, only.values);
  else if (writes.length > 1) await database.transaction((query) => runWrites(query, writes));
  return result;
}
