import type { Query } from '../../postgres/database.ts';
import type { PostingBlock } from './sqlite-postings.ts';

/** Rows written by one statement, and bytes of postings in them at most. */
const ROWS = 4000;
const BYTES = 1 << 20;

const INSERT = `
  INSERT INTO posting (tenant, generation, term, block, postings)
  SELECT $1, $2, * FROM unnest($3::text[], $4::integer[], $5::bytea[])
`;

/** Writes postings to the database, some thousands of rows a statement. */
export async function writePostings(
  query: Query,
  tenant: string,
  generation: number,
  blocks: Iterable<PostingBlock>,
): Promise<void> {
  let batch: PostingBlock[] = [];
  let bytes = 0;
  const write = async () => {
    await query(INSERT, [
      tenant,
      generation,
      batch.map(({ term }) => storedTerm(term)),
      batch.map(({ block }) => block),
      batch.map(({ postings }) => postings),
    ]);
    batch = [];
    bytes = 0;
  };
  for (const block of blocks) {
    batch.push(block);
    bytes += block.postings.length;
    if (batch.length >= ROWS || bytes >= BYTES) await write();
  }
  if (batch.length > 0) await write();
}

/** A term as it stands in the database, whose text holds no U+0000: another character of no text stands for it. */
export function storedTerm(term: string): string {
  return term.replaceAll('\u0000', '\uf8ff');
}
