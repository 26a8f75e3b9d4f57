import type { Database as SqliteDatabase } from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { Database } from '../../postgres/database.ts';
import { YuanwenError } from '../../util/errors.ts';
import type { DocumentPlace, SearchEngine, SearchHit } from '../engine.ts';
import { rarestTerms } from '../rarest-terms.ts';
import { bestDocuments, type Statistics, weightOf } from './bm25.ts';
import { type PostingBlock, type Postings, unpackPlaces, unpackPostings } from './posting-block.ts';
import { POSTINGS_READ } from './sqlite.ts';
import { readCounts, type SqliteCounts } from './sqlite-counts.ts';
import { DocumentLengths } from './sqlite-postings.ts';
import { prepareCounts } from './sqlite-tables.ts';
import { tokenOf } from './sqlite-terms.ts';

/** Documents of postings held in memory, eight bytes each; a generation's never change. */
const POSTINGS_HELD = 2_000_000;

const POSTINGS = `
  SELECT term, block, documents FROM posting
  WHERE tenant = $1 AND generation = $2 AND term = ANY($3) ORDER BY block
`;
/** Of the blocks that hold all of the terms alone: no other can hold them in a row. */
const PLACES = `
  SELECT term, block, documents, positions FROM posting
  WHERE tenant = $1 AND generation = $2 AND term = ANY($3) AND block IN (
    SELECT block FROM posting WHERE tenant = $1 AND generation = $2 AND term = ANY($3)
    GROUP BY block HAVING count(*) = $4
  )
  ORDER BY block
`;

/** Documents whose postings stand in PostgreSQL, and whose counts stand in a file at hand. */
export interface PostgresShard {
  readonly database: Database;
  /** Under which number the postings stand. */
  readonly generation: number;
  /** As `writeCounts` writes it. */
  readonly counts: SqliteDatabase;
}

/**
 * Postings in PostgreSQL, fetched by the terms of a question in one statement a shard and scored here:
 * as FTS5's bm25() scores them, to the last bit, so that the replies are those of the engine in SQLite.
 * The documents of one shard stand before those of the next; their statistics are summed, so that the
 * best of all shards are the best of one that held all. What it holds is never changed: another state
 * is another generation.
 */
export function createPostgres(shards: readonly PostgresShard[]): SearchEngine {
  const opened = shards.map(openShard);
  const sum = (of: (shard: Shard) => number) =>
    opened.reduce((total, shard) => total + of(shard), 0);
  const documentFrequency = (term: string) => sum(({ counts }) => counts.documentFrequency(term));

  return {
    name: 'postgres',
    get size() {
      return sum(({ counts }) => counts.size);
    },
    held: async () => new Map(opened.flatMap(({ counts }) => [...counts.held()])),
    async update(removed, added) {
      const [first] = [...removed, ...[...added].map(({ id }) => id)];
      if (first !== undefined)
        throw new YuanwenError(
          'config',
          `the generation in the database was made by another version (${first} differs): start the workers of this version again.`,
        );
    },
    async search(asked, limit): Promise<SearchHit[]> {
      const telling = rarestTerms(asked, documentFrequency, POSTINGS_READ);
      if (telling.length === 0 || limit <= 0) return [];
      const statistics: Statistics = {
        documents: sum(({ counts }) => counts.size),
        terms: sum(({ terms }) => terms),
      };
      const found = await Promise.all(
        opened.map(async (shard, at) => {
          const postings = await shard.postings(telling);
          const weighted = telling.map((term, place) => ({
            postings: postings[place] ?? NONE,
            weight: weightOf(statistics, documentFrequency(term), shard.ln),
          }));
          return bestDocuments(weighted, statistics, shard.lengthOf, limit).map((hit) => ({
            ...hit,
            at,
          }));
        }),
      );
      return found
        .flat()
        .sort((a, b) => b.score - a.score || a.at - b.at || a.document - b.document)
        .slice(0, limit)
        .flatMap(({ document, score, at }) => {
          const place = opened[at]?.placeOf(document);
          return place === undefined ? [] : [{ ...place, score }];
        });
    },
    async searchPhrase(asked, limit) {
      if (asked.length === 0 || limit <= 0) return [];
      const found = await Promise.all(
        opened.map(async (shard) => (await shard.phrase(asked)).flatMap(shard.placeOf)),
      );
      return found.flat().slice(0, limit);
    },
    terms(prefix) {
      if (opened.length === 1) return opened[0]?.counts.terms(prefix) ?? [];
      return [...new Set(opened.flatMap(({ counts }) => counts.terms(prefix)))];
    },
    characters: () => new Set(opened.flatMap(({ counts }) => [...counts.characters()])),
    documentFrequency,
    characterFrequency: (character) => sum(({ counts }) => counts.characterFrequency(character)),
    close() {
      for (const { close } of opened) close();
    },
  };
}

const NONE: Postings = { documents: new Uint32Array(), counts: new Uint32Array() };

interface Shard {
  readonly counts: SqliteCounts;
  /** Number of terms in all documents, with repetitions. */
  readonly terms: number;
  readonly lengthOf: (document: number) => number;
  /** SQLite's natural logarithm. */
  readonly ln: (value: number) => number;
  readonly placeOf: (document: number) => DocumentPlace;
  readonly close: () => void;
  /** The postings of each term, in order. */
  postings(terms: readonly string[]): Promise<readonly Postings[]>;
  /** The documents that hold the terms one right behind the other, in order. */
  phrase(terms: readonly string[]): Promise<readonly number[]>;
}

function openShard({ database, generation, counts: file }: PostgresShard): Shard {
  const counts = readCounts(file, prepareCounts(file));
  const lengths = DocumentLengths.read(file);
  const logarithm = file.prepare<[number], number>('SELECT ln(?)').pluck();
  const article = file.prepare<[number], { id: string; version: string; first: number }>(
    'SELECT id, version, first FROM article WHERE first <= ? ORDER BY first DESC LIMIT 1',
  );
  const held = new LRUCache<string, Postings>({
    maxSize: POSTINGS_HELD,
    sizeCalculation: ({ documents }) => documents.length + 1,
  });
  const at = [database.tenant, generation] as const;

  /** @throws YuanwenError where postings that are counted are not there any more */
  function check(term: string, postings: Postings): Postings {
    if (postings.documents.length === counts.documentFrequency(term)) return postings;
    throw new YuanwenError('corpus', `generation ${generation} is not in the database any more`);
  }

  async function postings(terms: readonly string[]): Promise<readonly Postings[]> {
    // taken before anything is waited for, as another question may push them out
    const known = new Map(terms.map((term) => [term, held.get(term)]));
    const missing = terms.filter(
      (term) => known.get(term) === undefined && counts.documentFrequency(term) > 0,
    );
    if (missing.length > 0) {
      const rows = await database.query<Omit<PostingBlock, 'positions'>>(POSTINGS, [
        ...at,
        missing.map(tokenOf),
      ]);
      const byTerm = groupByTerm(rows);
      for (const term of missing) {
        const own = check(term, unpackPostings(byTerm.get(tokenOf(term)) ?? []));
        held.set(term, own);
        known.set(term, own);
      }
    }
    return terms.map((term) => known.get(term) ?? NONE);
  }

  return {
    counts,
    terms: lengths.total,
    lengthOf: (document) => lengths.of(document),
    ln: (value) => logarithm.get(value) ?? 0,
    postings,
    placeOf(document) {
      const found = article.get(document);
      return {
        article: found?.id ?? '',
        version: found?.version ?? '',
        place: document - (found?.first ?? 0),
      };
    },
    async phrase(terms) {
      const [first = '', ...more] = terms;
      if (terms.some((term) => counts.documentFrequency(term) === 0)) return [];
      if (more.length === 0) return [...((await postings([first]))[0] ?? NONE).documents];
      const tokens = [...new Set(terms.map(tokenOf))];
      const rows = await database.query<PostingBlock>(PLACES, [...at, tokens, tokens.length]);
      return documentsInARow(terms.map(tokenOf), rows);
    },
    close: () => file.close(),
  };
}

function groupByTerm<R extends { readonly term: string }>(rows: readonly R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.term);
    if (group === undefined) groups.set(row.term, [row]);
    else group.push(row);
  }
  return groups;
}

/** The documents of these blocks in which the tokens stand one right behind the other. */
function documentsInARow(tokens: readonly string[], rows: readonly PostingBlock[]): number[] {
  const found: number[] = [];
  const blocks = new Map<number, PostingBlock[]>();
  for (const row of rows) blocks.set(row.block, [...(blocks.get(row.block) ?? []), row]);
  for (const own of blocks.values()) {
    const places = new Map(own.map((row) => [row.term, unpackPlaces(row)]));
    const [first = '', ...more] = tokens;
    const following = more.map((token) => places.get(token));
    for (const [document, starts] of places.get(first) ?? []) {
      const sets = following.map((one) => new Set(one?.get(document)));
      if (starts.some((start) => sets.every((set, at) => set.has(start + at + 1))))
        found.push(document);
    }
  }
  return found;
}
