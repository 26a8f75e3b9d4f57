import { lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { removeFile } from '../corpus/change-folder.ts';
import type { Database } from '../postgres/database.ts';

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
 * Writes the files of the database into a folder, in the place of those of the same names, and moves
 * those out that were taken out.
 * @param removed the folder that those go to
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
    if (isOut) {
      await removeFile(dir, name, removed);
      continue;
    }
    const [file] = await query<{ readonly content: Buffer }>(
      'SELECT content FROM article_file WHERE tenant = $1 AND name = $2',
      [tenant, name],
    );
    if (file === undefined) continue;
    writeFileSync(join(dir, name), file.content);
    moved += 1;
  }
  return moved;
}
