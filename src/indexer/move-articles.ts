import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { moveOut, removedPath } from '../corpus/change-folder.ts';
import type { Database, Query } from '../postgres/database.ts';

/** Bytes of the largest file that is moved: a statement holds it whole, in hexadecimal digits. */
const LARGEST = 128 * 1024 * 1024;

const PUT = `
  INSERT INTO article_file (tenant, name, content) VALUES ($1, $2, $3)
  ON CONFLICT (tenant, name) DO UPDATE
    SET content = excluded.content, removed = false, changed = clock_timestamp()
    WHERE article_file.content IS DISTINCT FROM excluded.content OR article_file.removed
  RETURNING name
`;

/** What became of the files of a folder. */
export interface MovedArticles {
  /** Files that were copied. */
  readonly moved: number;
  /** Names of files that are too large. */
  readonly left: readonly string[];
}

/** Copies the files of a folder into the database; one that is there already stays as it is. */
export async function articlesToDatabase(database: Database, dir: string): Promise<MovedArticles> {
  const left: string[] = [];
  let moved = 0;
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const path = join(dir, entry.name);
    if (lstatSync(path).size > LARGEST) {
      left.push(entry.name);
      continue;
    }
    const put = await database.query(PUT, [database.tenant, entry.name, readFileSync(path)]);
    moved += put.length;
  }
  return { moved, left };
}

/**
 * Writes the files of the database into a folder. What is there under the name of another content, or
 * was taken out, is moved to `removed`, and so is what the database held before.
 * @returns how many files were written
 */
export async function articlesToFolder(
  { tenant, query }: Database,
  dir: string,
  removed: string,
): Promise<number> {
  await mkdir(dir, { recursive: true });
  const files = await query<{ readonly name: string; readonly removed: boolean }>(
    'SELECT name, removed FROM article_file WHERE tenant = $1 ORDER BY name',
    [tenant],
  );
  let moved = 0;
  for (const { name, removed: isOut } of files) {
    const path = join(dir, name);
    if (isOut) {
      await moveOut(path, removed);
      continue;
    }
    const [file] = await query<{ readonly content: Buffer }>(
      'SELECT content FROM article_file WHERE tenant = $1 AND name = $2',
      [tenant, name],
    );
    if (file === undefined) continue;
    const there = await readFile(path).catch(() => undefined);
    if (there?.equals(file.content) !== true) {
      await moveOut(path, removed);
      await writeFile(path, file.content);
    }
    moved += 1;
  }
  await beforeToFolder(query, tenant, removed);
  return moved;
}

/** Writes what files held before they were replaced or taken out, each by its name and that time. */
async function beforeToFolder(query: Query, tenant: string, removed: string): Promise<void> {
  const before = await query<{ readonly id: number; readonly name: string; readonly until: Date }>(
    'SELECT id, name, until FROM article_file_before WHERE tenant = $1 ORDER BY id',
    [tenant],
  );
  if (before.length > 0) await mkdir(removed, { recursive: true });
  for (const { id, name, until } of before) {
    const [file] = await query<{ readonly content: Buffer }>(
      'SELECT content FROM article_file_before WHERE tenant = $1 AND id = $2',
      [tenant, id],
    );
    if (file !== undefined) await writeFile(removedPath(removed, name, until), file.content);
  }
}
