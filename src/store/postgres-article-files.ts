import { type ArticleFiles, type FolderFault, faultOf } from '../corpus/change-folder.ts';
import { BESIDE } from '../corpus/file-kinds.ts';
import type { Database } from '../postgres/database.ts';

const PUT = `
  INSERT INTO article_file (tenant, name, content) VALUES ($1, $2, $3)
  ON CONFLICT (tenant, name) DO UPDATE
    SET content = excluded.content, removed = false, changed = clock_timestamp()
    WHERE article_file.removed
  RETURNING name
`;
const REMOVE = `
  UPDATE article_file SET removed = true, changed = clock_timestamp()
  WHERE tenant = $1 AND name IN ($2, $3) AND NOT removed RETURNING name
`;
const MARK = `
  INSERT INTO article_file (tenant, name, removed) VALUES ($1, $2, true)
  ON CONFLICT DO NOTHING RETURNING name
`;

/**
 * Files in the database, over those of the builder's folder, which no other worker need see. A file
 * that is taken out stays in its row, or in the folder, and is answered from no more.
 * @param isServed whether an article in service is of the file
 */
export function createPostgresArticleFiles(
  { tenant, query }: Database,
  isServed: (name: string) => boolean,
): ArticleFiles {
  async function marked(name: string): Promise<boolean> {
    const rows = await query(
      'SELECT name FROM article_file WHERE tenant = $1 AND name = $2 AND removed',
      [tenant, name],
    );
    return rows.length > 0;
  }

  return {
    async put(name, bytes): Promise<FolderFault | undefined> {
      const fault = faultOf(name, bytes);
      if (fault !== undefined) return fault;
      if (isServed(name) && !(await marked(name))) return 'exists';
      const put = await query(PUT, [tenant, name, Buffer.from(bytes)]);
      return put.length > 0 ? undefined : 'exists';
    },
    async remove(name): Promise<FolderFault | undefined> {
      // a byte stands for what is not looked at when a file is taken out
      const fault = faultOf(name, new Uint8Array(1));
      if (fault !== undefined) return fault;
      const out = await query<{ readonly name: string }>(REMOVE, [tenant, name, name + BESIDE]);
      if (out.some((row) => row.name === name)) return undefined;
      if (!isServed(name)) return 'missing';
      return (await query(MARK, [tenant, name])).length > 0 ? undefined : 'missing';
    },
  };
}
