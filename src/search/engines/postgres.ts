import type { Database as SqliteDatabase } from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { NameList } from '../../language/name-list.ts';
import type { Database } from '../../postgres/database.ts';
import { compareStrings } from '../../util/compare-strings.ts';
import { YuanwenError } from '../../util/errors.ts';
import type { DocumentPlace, SearchEngine, SearchHit } from '../engine.ts';
import { rarestTerms } from '../rarest-terms.ts';
import { Scorer, type SearchedTerm } from './bm25.ts';
import { DocumentLengths } from './document-lengths.ts';
import { documentsInARow } from './phrase.ts';
import { createSqlite, POSTINGS_READ, placeReader } from './sqlite.ts';
import { prepareStatements } from './sqlite-tables.ts';
import { storedTerm } from './write-postings.ts';

/** Bytes of postings held in memory; a generation's never change. */
const BYTES_HELD = 16 * 2 ** 20;

const POSTINGS = `
  SELECT term, postings FROM posting
  WHERE tenant = $1 AND generation = $2 AND term = ANY($3) ORDER BY block
`;

/** Documents whose postings stand in PostgreSQL, and all else in a file at hand. */
export interface PostgresShard {
  readonly database: Database;
  /** Under which number the postings stand. */
  readonly generation: number;
  /** As `writeCounts` writes it. */
  readonly counts: SqliteDatabase;
}

/**
 * Postings in PostgreSQL, fetched by the terms of a question in one statement a shard and scored here,
 * as the engine in SQLite scores its own, so that the replies are the same. The documents of one shard
 * stand before those of the next; their statistics are summed, so that the best of all shards are the
 * best of one that held all. What it holds is never changed: another state is another generation.
 */
export function createPostgres(shards: readonly PostgresShard[]): SearchEngine {
  const opened = shards.map(openShard);
  const sum = (of: (shard: Shard) => number) =>
    opened.reduce((total, shard) => total + of(shard), 0);
  const documentFrequency = (term: string) => sum(({ local }) => local.documentFrequency(term));
  const locals = opened.map(({ local }) => local);
  const tellingOf = (asked: readonly string[]) =>
    rarestTerms(asked, documentFrequency, POSTINGS_READ);
  const isHeld = (term: string) => documentFrequency(term) > 0;

  return {
    name: 'postgres',
    get size() {
      return sum(({ local }) => local.size);
    },
    async held() {
      const held = await Promise.all(locals.map((local) => local.held()));
      return new Map(held.flatMap((one) => [...one]));
    },
    async update(removed, added) {
      const [first] = [...removed, ...[...added].map(({ id }) => id)];
      if (first !== undefined)
        throw new YuanwenError(
          'config',
          `the generation in the database was made by another version (${first} differs): start the workers of this version again.`,
        );
    },
    async search(asked, limit): Promise<SearchHit[]> {
      const telling = tellingOf(asked);
      if (telling.length === 0 || limit <= 0) return [];
      const all = { size: sum(({ local }) => local.size), terms: sum(({ terms }) => terms) };
      const found = await Promise.all(
        opened.map(async ({ postings, scorer, end, lengths, placeOf }, at) => {
          const terms = await postings(telling);
          const weighed = terms.map((term, nth) => ({
            ...term,
            documents: documentFrequency(telling[nth] ?? ''),
          }));
          const lengthOf = (document: number) => lengths.of(document);
          return scorer
            .search(weighed, { ...all, end, lengthOf }, limit)
            .map((hit) => ({ ...hit, at, place: placeOf(hit.document) }));
        }),
      );
      return found
        .flat()
        .sort((a, b) => b.score - a.score || a.at - b.at || a.document - b.document)
        .slice(0, limit)
        .flatMap(({ score, place }) => (place === undefined ? [] : [{ ...place, score }]));
    },
    async searchPhrase(asked, limit) {
      if (asked.length === 0 || limit <= 0 || !asked.every(isHeld)) return [];
      // which of them hold all is told by what was indexed, which is at hand: the rarest are enough to look there
      const telling = tellingOf(asked);
      const found = await Promise.all(opened.map(({ phrase }) => phrase(asked, telling)));
      return found.flat().slice(0, limit);
    },
    async fetchFor(searches) {
      const wanted = searches.flatMap(({ terms, isPhrase }) =>
        isPhrase && !terms.every(isHeld) ? [] : tellingOf(terms),
      );
      const terms = [...new Set(wanted)];
      if (terms.length > 0) await Promise.all(opened.map(({ postings }) => postings(terms)));
    },
    names: allNames(locals.flatMap(({ names }) => names ?? [])),
    terms: (prefix) => union(locals.map((local) => local.terms(prefix))),
    characters: () => union(locals.map((local) => local.characters())),
    documentFrequency,
    characterFrequency: (character) => sum(({ local }) => local.characterFrequency(character)),
    close() {
      for (const { local } of opened) local.close();
    },
  };
}

interface Shard {
  /** The engine over the file at hand, which knows all but the postings. */
  readonly local: SearchEngine;
  readonly scorer: Scorer;
  readonly lengths: DocumentLengths;
  /** The number above those of all documents, and how many terms these have, with repetitions. */
  readonly end: number;
  readonly terms: number;
  placeOf(document: number): DocumentPlace | undefined;
  /** The postings of each term, in order. */
  postings(terms: readonly string[]): Promise<readonly SearchedTerm[]>;
  /** Where the terms stand one right behind the other, in order. @param telling those that are fetched */
  phrase(terms: readonly string[], telling: readonly string[]): Promise<readonly DocumentPlace[]>;
}

function openShard({ database, generation, counts: file }: PostgresShard): Shard {
  const statements = prepareStatements(file);
  const local = createSqlite(file);
  const lengths = new DocumentLengths(statements);
  const placeOf = placeReader(statements);
  const { next = 1, terms = 0 } = statements.state.get() ?? {};
  const held = new LRUCache<string, SearchedTerm>({
    maxSize: BYTES_HELD,
    sizeCalculation: ({ postings }) => postings.reduce((size, one) => size + one.length, 1),
  });

  async function fetch(missing: readonly string[]): Promise<ReadonlyMap<string, SearchedTerm>> {
    const rows = await database.query<{ readonly term: string; readonly postings: Buffer }>(
      POSTINGS,
      [database.tenant, generation, missing.map(storedTerm)],
    );
    const fetched = new Map<string, Uint8Array[]>();
    for (const { term, postings } of rows)
      fetched.set(term, [...(fetched.get(term) ?? []), postings]);
    return new Map(
      missing.map((term) => {
        const postings = fetched.get(storedTerm(term));
        if (postings === undefined)
          throw new YuanwenError(
            'corpus',
            `generation ${generation} is not in the database any more`,
          );
        return [term, { documents: local.documentFrequency(term), postings }];
      }),
    );
  }

  /** The postings of a rare term, which stand beside its counts. */
  function atHand(term: string): SearchedTerm | undefined {
    const [, documents = 0, , own] = statements.postings.get(term) ?? [];
    return own === undefined || own.length === 0 ? undefined : { documents, postings: [own] };
  }

  async function postings(asked: readonly string[]): Promise<readonly SearchedTerm[]> {
    // taken before anything is waited for, as another question may push them out
    const known = new Map(asked.map((term) => [term, atHand(term) ?? held.get(term)]));
    const missing = [...known].flatMap(([term, own]) =>
      own === undefined && local.documentFrequency(term) > 0 ? [term] : [],
    );
    if (missing.length > 0) {
      for (const [term, own] of await fetch(missing)) {
        held.set(term, own);
        known.set(term, own);
      }
    }
    return asked.map((term) => known.get(term) ?? { documents: 0, postings: [] });
  }

  return {
    ...{ local, lengths, terms, placeOf, postings },
    scorer: new Scorer(),
    end: next,
    async phrase(asked, telling) {
      if (asked.some((term) => local.documentFrequency(term) === 0)) return [];
      const found = documentsInARow(asked, await postings(telling), lengths, statements);
      return [...found].flatMap((document) => placeOf(document) ?? []);
    },
  };
}

function union(lists: readonly Iterable<string>[]): string[] {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return [...only];
  return [...new Set(lists.flatMap((list) => [...list]))];
}

/** The names of several shards as one list. */
function allNames(lists: readonly NameList[]): NameList {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  return {
    has: (name) => lists.some((list) => list.has(name)),
    beginnings: () => union(lists.map((list) => list.beginnings())),
    from: (beginning) => union(lists.map((list) => list.from(beginning))).sort(compareStrings),
    to: (last) => union(lists.map((list) => list.to(last))).sort(compareStrings),
  };
}
