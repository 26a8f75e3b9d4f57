import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { Database, Query } from '../postgres/database.ts';
import { holdsLease } from '../postgres/lease.ts';
import { YuanwenError } from '../util/errors.ts';
import type { Generation, GenerationStore } from './generation-store.ts';

/** Bytes of a file in one row, before they are deflated. */
const CHUNK = 1 << 20;
/** Rows that are deleted by one statement, well within its time: of postings, and of a megabyte each. */
const POSTINGS_DELETED = 20_000;
const CHUNKS_DELETED = 100;
/** Hours that a generation of another version of the code stays, for workers that are still to be updated. */
const OTHER_CODE_STAYS = 24;

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

const NEWEST = `
  SELECT number, content, paragraphs, remote FROM generation
  WHERE tenant = $1 AND code = $2 AND NOT retired ORDER BY number DESC LIMIT 1
`;
const INSERT = `
  INSERT INTO generation (tenant, number, code, content, paragraphs, remote)
  SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5 FROM generation WHERE tenant = $1
  RETURNING number
`;
const HOLD = `
  INSERT INTO generation_hold (tenant, generation, worker, until)
  SELECT tenant, number, $3, now() + $4 * interval '1 second' FROM generation
  WHERE tenant = $1 AND number = $2 AND NOT retired FOR KEY SHARE
  ON CONFLICT (tenant, generation, worker) DO UPDATE SET until = excluded.until
  RETURNING generation
`;
/** Outlived by another of its code and held by no worker; those of other code after some hours. */
const RETIRE = `
  UPDATE generation SET retired = true
  WHERE tenant = $1 AND NOT retired AND number < (
    SELECT max(number) FROM generation WHERE tenant = $1 AND code = $2 AND NOT retired
  )
  AND (code = $2 OR published < now() - $3 * interval '1 hour')
  AND NOT EXISTS (
    SELECT FROM generation_hold AS hold
    WHERE hold.tenant = generation.tenant AND hold.generation = number AND hold.until > now()
  )
`;
const deleteFrom = (table: 'posting' | 'generation_chunk') => `
  DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM ${table} WHERE tenant = $1 AND generation = $2 LIMIT $3
  )) RETURNING 1
`;

interface FileRow {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Generations in PostgreSQL.
 * @param code a hash of the versions of all that reads them: workers of another take none of these
 */
export function createGenerationStore(database: Database, code: string): GenerationStore {
  const { tenant, query } = database;

  async function deleteAll(
    table: Parameters<typeof deleteFrom>[0],
    generation: number,
    rows: number,
  ): Promise<void> {
    let deleted = rows;
    while (deleted === rows)
      deleted = (await query(deleteFrom(table), [tenant, generation, rows])).length;
  }

  return {
    async newest() {
      return (await query<Generation>(NEWEST, [tenant, code]))[0];
    },
    publish: ({ content, paragraphs, remote, files, writeRows }, lease) =>
      database
        .transaction(async (write) => {
          const [row] = await write<{ readonly number: number }>(INSERT, [
            ...[tenant, code, content, paragraphs, remote],
          ]);
          const number = row?.number ?? 0;
          await writeRows?.({ query: write, tenant, generation: number });
          for (const [name, path] of Object.entries(files))
            await writeFile(write, [tenant, number, name], path);
          // last, as its renewal waits from here on
          if (await holdsLease(write, tenant, lease()))
            return { number, content, paragraphs, remote };
          throw new LeaseLost();
        })
        .catch((error: unknown) => {
          if (error instanceof LeaseLost) return undefined;
          throw error;
        }),
    async hold(worker, generation, seconds) {
      const held = await query(HOLD, [tenant, generation, worker, seconds]);
      await query(
        'DELETE FROM generation_hold WHERE tenant = $1 AND worker = $2 AND generation <> $3',
        [tenant, worker, generation],
      );
      return held.length > 0;
    },
    async release(worker) {
      await query('DELETE FROM generation_hold WHERE tenant = $1 AND worker = $2', [
        tenant,
        worker,
      ]);
    },
    async fetch(generation, folder) {
      const files = await query<FileRow>(
        'SELECT name, bytes, sha256 FROM generation_file WHERE tenant = $1 AND generation = $2',
        [tenant, generation],
      );
      if (files.length === 0) throw goneOf(generation);
      for (const file of files) await fetchFile(query, tenant, generation, file, folder);
    },
    async prune() {
      await query(RETIRE, [tenant, code, OTHER_CODE_STAYS]);
      const retired = await query<{ readonly number: number }>(
        'SELECT number FROM generation WHERE tenant = $1 AND retired ORDER BY number',
        [tenant],
      );
      for (const { number } of retired) {
        await deleteAll('posting', number, POSTINGS_DELETED);
        await deleteAll('generation_chunk', number, CHUNKS_DELETED);
        await query('DELETE FROM generation WHERE tenant = $1 AND number = $2', [tenant, number]);
      }
      return retired.map(({ number }) => number);
    },
  };
}

/** Thrown to roll a publication back whose builder another one has followed. */
class LeaseLost extends Error {}

function goneOf(generation: number): YuanwenError {
  return new YuanwenError('corpus', `generation ${generation} is not in the database any more`);
}

async function writeFile(
  write: Query,
  at: readonly [tenant: string, generation: number, name: string],
  path: string,
): Promise<void> {
  const hash = createHash('sha256');
  const file = await open(path);
  try {
    await write('INSERT INTO generation_file VALUES ($1, $2, $3, 0, $4)', [...at, '']);
    let bytes = 0;
    for (let position = 0; ; position += 1) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, bytes);
      if (bytesRead === 0) break;
      const own = buffer.subarray(0, bytesRead);
      hash.update(own);
      bytes += bytesRead;
      const content = await deflate(own, { level: 1 });
      await write('INSERT INTO generation_chunk VALUES ($1, $2, $3, $4, $5)', [
        ...at,
        position,
        content,
      ]);
    }
    await write(
      `UPDATE generation_file SET bytes = $4, sha256 = $5
       WHERE tenant = $1 AND generation = $2 AND name = $3`,
      [...at, bytes, hash.digest('hex')],
    );
  } finally {
    await file.close();
  }
}

async function fetchFile(
  query: Query,
  tenant: string,
  generation: number,
  { name, bytes, sha256 }: FileRow,
  folder: string,
): Promise<void> {
  const hash = createHash('sha256');
  const file = await open(join(folder, name), 'wx', 0o600);
  try {
    let fetched = 0;
    for (let position = 0; fetched < bytes; position += 1) {
      const [row] = await query<{ readonly content: Buffer }>(
        `SELECT content FROM generation_chunk
         WHERE tenant = $1 AND generation = $2 AND name = $3 AND position = $4`,
        [tenant, generation, name, position],
      );
      if (row === undefined) throw goneOf(generation);
      const own = await inflate(row.content);
      hash.update(own);
      fetched += own.length;
      await file.write(own);
    }
  } finally {
    await file.close();
  }
  if (hash.digest('hex') !== sha256)
    throw new YuanwenError('corpus', `${name} of generation ${generation} arrived damaged`);
}
