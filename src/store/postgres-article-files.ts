import type { Article } from '../article/article.ts';
import { publicUrl, sourceUrl } from '../article/source-url.ts';
import {
  type ArticleFiles,
  addressLine,
  type FolderFault,
  faultOf,
  namesAddress,
} from '../corpus/change-folder.ts';
import { BESIDE, WHOLE_CORPUS } from '../corpus/file-kinds.ts';
import type { Database, Query } from '../postgres/database.ts';

const STATE = 'SELECT removed FROM article_file WHERE tenant = $1 AND name = $2';
/** Takes the place of a file that is out, and of none that is there. */
const PUT = `
  INSERT INTO article_file (tenant, name, content) VALUES ($1, $2, $3)
  ON CONFLICT (tenant, name) DO UPDATE
    SET content = excluded.content, removed = false, changed = clock_timestamp()
    WHERE article_file.removed
  RETURNING name
`;
const REPLACE = `
  INSERT INTO article_file (tenant, name, content) VALUES ($1, $2, $3)
  ON CONFLICT (tenant, name) DO UPDATE
    SET content = excluded.content, removed = false, changed = clock_timestamp()
`;
const REMOVE = `
  INSERT INTO article_file (tenant, name, removed) VALUES ($1, $2, true)
  ON CONFLICT (tenant, name) DO UPDATE
    SET content = NULL, removed = true, changed = clock_timestamp()
    WHERE NOT article_file.removed
  RETURNING name
`;
const KEEP = `
  INSERT INTO article_file_before (tenant, name, content)
  SELECT tenant, name, content FROM article_file
  WHERE tenant = $1 AND name IN ($2, $3) AND content IS NOT NULL ORDER BY name FOR UPDATE
`;
const FRONTS = `
  SELECT name, content FROM article_file AS front
  WHERE tenant = $1 AND NOT removed AND name LIKE '%' || $2
    AND EXISTS (SELECT FROM unnest($3::text[]) AS line WHERE position(convert_to(line, 'UTF8') IN content) > 0)
    AND EXISTS (
      SELECT FROM article_file AS file
      WHERE file.tenant = $1 AND file.name || $2 = front.name AND NOT file.removed
    )
`;

/** An article in service, as far as it is asked which file it is of. */
export type ServedFile = Pick<Article, 'file' | 'head'>;

/**
 * Files in the database, over those of the builder's folder, which no other worker need see. A file
 * that is taken out is marked, so that one of the folder is answered from no more; what the database
 * held of it, and of one that is replaced, is kept in a table of its own.
 * @param served the articles in service
 */
export function createPostgresArticleFiles(
  database: Database,
  served: () => readonly ServedFile[],
): ArticleFiles {
  const { tenant } = database;

  async function has(name: string, query: Query = database.query): Promise<boolean> {
    const [row] = await query<{ readonly removed: boolean }>(STATE, [tenant, name]);
    return row === undefined ? served().some(({ file }) => file === name) : !row.removed;
  }

  /** Puts the front matter beside a file, or takes away what was said of another one of its name. */
  async function putBeside(query: Query, name: string, front: string | undefined): Promise<void> {
    const beside = name + BESIDE;
    if (front === undefined) await query(REMOVE, [tenant, beside]);
    else await query(REPLACE, [tenant, beside, Buffer.from(front)]);
  }

  return {
    async obstacle(addresses) {
      if (await has(WHOLE_CORPUS)) return { fault: 'whole' };
      if (addresses.length === 0) return undefined;
      const rows = await database.query<{ readonly name: string; readonly content: Buffer }>(
        FRONTS,
        [tenant, BESIDE, addresses.map(addressLine)],
      );
      const put = rows.find(({ content }) => namesAddress(content.toString('utf8'), addresses));
      if (put !== undefined) return { fault: 'known', detail: put.name.slice(0, -BESIDE.length) };
      const wanted = new Set(addresses.map(publicUrl));
      for (const article of served()) {
        const url = sourceUrl(article);
        if (url !== undefined && wanted.has(url) && (await has(article.file)))
          return { fault: 'known', detail: article.file };
      }
      return undefined;
    },
    has: (name) => has(name),
    async put(name, bytes, front): Promise<FolderFault | undefined> {
      const fault = faultOf(name, bytes);
      if (fault !== undefined) return fault;
      return database.transaction(async (query) => {
        if (await has(name, query)) return 'exists';
        const put = await query(PUT, [tenant, name, Buffer.from(bytes)]);
        if (put.length === 0) return 'exists';
        if (front !== undefined) await putBeside(query, name, front);
        return undefined;
      });
    },
    async replace(name, bytes, front): Promise<FolderFault | undefined> {
      const fault = faultOf(name, bytes);
      if (fault !== undefined) return fault;
      return database.transaction(async (query) => {
        if (!(await has(name, query))) return 'missing';
        await query(KEEP, [tenant, name, name + BESIDE]);
        await query(REPLACE, [tenant, name, Buffer.from(bytes)]);
        await putBeside(query, name, front);
        return undefined;
      });
    },
    async remove(name): Promise<FolderFault | undefined> {
      // a byte stands for what is not looked at when a file is taken out
      const fault = faultOf(name, new Uint8Array(1));
      if (fault !== undefined) return fault;
      return database.transaction(async (query) => {
        if (!(await has(name, query))) return 'missing';
        await query(KEEP, [tenant, name, name + BESIDE]);
        const out = await query(REMOVE, [tenant, name]);
        await query(REMOVE, [tenant, name + BESIDE]);
        return out.length > 0 ? undefined : 'missing';
      });
    },
  };
}
