import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../postgres/database.ts';

/** A file of the database without its content. */
interface FileRow {
  readonly name: string;
  readonly removed: boolean;
  readonly changed: Date;
}

/**
 * Another text whenever articles in the database have changed: by the sum of all times, as what was
 * changed earlier may be committed later.
 */
export async function articleChanges({ tenant, query }: Database): Promise<string> {
  const [row] = await query<{ readonly state: string }>(
    "SELECT count(*) || ' ' || coalesce(sum(extract(epoch FROM changed)), 0) AS state FROM article_file WHERE tenant = $1",
    [tenant],
  );
  return row?.state ?? '';
}

/**
 * The folder to build from: `dir` itself, or a copy of it with the articles of the database put in and
 * those taken out left out, where there are such. What has not changed is not copied again.
 */
export async function gatherArticles(
  database: Database,
  dir: string,
  stateDir: string,
): Promise<string> {
  const folder = join(stateDir, 'gathered', database.tenant);
  const rows = await fetchFiles(database, folder);
  if (rows.length === 0) return dir;
  const inDatabase = new Set(rows.map(({ name }) => name));
  const wanted = new Set(rows.flatMap(({ name, removed }) => (removed ? [] : [name])));

  for (const name of namesIn(dir)) {
    if (inDatabase.has(name)) continue;
    const { size, mtime } = lstatSync(join(dir, name));
    wanted.add(name);
    if (isSame(join(folder, name), mtime, size)) continue;
    copyFileSync(join(dir, name), join(folder, name));
    utimesSync(join(folder, name), mtime, mtime);
  }
  for (const name of readdirSync(folder))
    if (!wanted.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
  return folder;
}

/** Writes the files of the database that have changed into a folder; @returns all of them. */
function fetchFiles(
  { tenant, transaction }: Database,
  folder: string,
): Promise<readonly FileRow[]> {
  return transaction(async (query) => {
    // a file and what is said of it beside it are of one moment
    await query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const rows = await query<FileRow>(
      'SELECT name, removed, changed FROM article_file WHERE tenant = $1',
      [tenant],
    );
    if (rows.length > 0) mkdirSync(folder, { recursive: true });
    for (const { name, removed, changed } of rows) {
      if (removed || isSame(join(folder, name), changed)) continue;
      const [row] = await query<{ readonly content: Buffer }>(
        'SELECT content FROM article_file WHERE tenant = $1 AND name = $2',
        [tenant, name],
      );
      if (row === undefined) continue;
      writeFileSync(join(folder, name), row.content);
      utimesSync(join(folder, name), changed, changed);
    }
    return rows;
  });
}

/** The files of a folder that may hold articles; none where there is no folder. */
function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
      entry.isFile() && !entry.name.startsWith('.') ? [entry.name] : [],
    );
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return [];
    throw error;
  }
}

/** Whether a copy has the time of what it was copied from, and its size where that is known. */
function isSame(path: string, time: Date, size?: number): boolean {
  const at = lstatSync(path, { throwIfNoEntry: false });
  // a copy's time is as fine as its file system has it
  const isOfTime = at !== undefined && Math.abs(at.mtimeMs - time.getTime()) < 2;
  return isOfTime && (size === undefined || at.size === size);
}
