import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { seal, unseal } from '../../sqlite/sealed-file.ts';
import { Counts } from '../counts.ts';
import type { SearchArticle, SearchEngine, SearchHit } from '../engine.ts';
import { rarestTerms } from '../rarest-terms.ts';
import { readCounts } from './sqlite-counts.ts';
import { prepareStatements } from './sqlite-tables.ts';
import { anyOf, inARow, tokenOf } from './sqlite-terms.ts';

/** The documents of an article as FTS5 has them, which it must be given again to remove them. */
interface Content {
  readonly documents: readonly string[];
  /** Each character with the number of documents that hold it. */
  readonly characters: readonly (readonly [character: string, documents: number])[];
}

/** Postings read for one search. */
export const POSTINGS_READ = 20_000;
/** Share of the documents that an update changes above which FTS5's segments are merged. */
const MERGE_ABOVE = 0.1;

/**
 * Terms of an update that are counted one by one; of more, all terms are counted anew, which takes
 * some tenths of a second for 10,000 documents.
 */
const TERMS_COUNTED = 50_000;

/** By term or character, the change in the number of documents that hold it. */
type Changes = Map<string, number>;

function change(counts: Changes, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** The changes of an update, `terms` until there are too many. */
interface Counted {
  readonly characters: Changes;
  terms: Changes | undefined;
}

/** Thrown where another process wrote to the file after this one read it. */
class IndexChanged extends Error {
  readonly code = 'SQLITE_BUSY';
}

/**
 * SQLite's FTS5 over ready-made terms, in a database of its own: BM25 with k1 1.2 and b 0.75, which
 * FTS5 has built in. Another process may write to the same file: what it has changed counts here
 * from the next call of `held` on, and until then its articles' versions tell.
 * @param file where the database stands, when it is to be used again
 */
export function createSqlite(database: Database, file?: string): SearchEngine {
  const statements = prepareStatements(database);
  const counts = readCounts(database, statements);

  function countTerms(text: string, by: number, counted: Counted): void {
    const { terms } = counted;
    if (terms === undefined) return;
    for (const token of new Set(text.split(' '))) if (token !== '') change(terms, token, by);
    if (terms.size > TERMS_COUNTED) counted.terms = undefined;
  }

  function writeTerms(terms: Changes | undefined): void {
    if (terms === undefined) {
      statements.dropAllTerms.run();
      statements.countAllTerms.run();
      return;
    }
    for (const [term, by] of terms) {
      if (by === 0) continue;
      statements.countTerm.run(term, by);
      if (by < 0) statements.dropTerm.run(term);
    }
  }

  function remove(id: string, counted: Counted): number {
    const held = statements.article.get(id);
    if (held === undefined) return 0;
    const content: Content = JSON.parse(inflateRawSync(held.content).toString());
    for (const [character, documents] of content.characters)
      change(counted.characters, character, -documents);
    for (const [place, terms] of content.documents.entries()) {
      statements.deletePosting.run(held.first + place, terms);
      countTerms(terms, -1, counted);
    }
    statements.deleteArticle.run(id);
    return content.documents.length;
  }

  function add({ id, version, names, documents }: SearchArticle, counted: Counted): number {
    const first = statements.next.get() ?? 1;
    const all: string[] = [];
    const own = new Counts();
    for (const { terms, characters: held } of documents) {
      const text = terms.map(tokenOf).join(' ');
      statements.insertPosting.run(first + all.length, text);
      countTerms(text, 1, counted);
      all.push(text);
      for (const character of held) own.add(character, 1);
    }
    const content: Content = { documents: all, characters: [...own.entries()] };
    for (const [character, documents] of content.characters)
      change(counted.characters, character, documents);
    const kept = deflateRawSync(JSON.stringify(content), { level: 1 });
    statements.insertArticle.run(id, version, JSON.stringify(names), first, all.length, kept);
    return all.length;
  }

  return {
    name: 'sqlite',
    get size() {
      return counts.size;
    },
    held: async () => counts.held(),
    async update(removed, added) {
      const before = counts.version;
      try {
        database.exec('BEGIN IMMEDIATE');
        if (counts.versionNow() !== before) throw new IndexChanged();
        let changed = 0;
        const counted: Counted = { characters: new Map(), terms: new Map() };
        for (const id of removed) changed += remove(id, counted);
        for (const article of added) changed += add(article, counted);
        writeTerms(counted.terms);
        for (const entry of counted.characters) statements.countCharacter.run(...entry);
        statements.dropUncounted.run();
        if (changed > MERGE_ABOVE * (statements.size.get() ?? 0)) statements.merge.run();
        if (file !== undefined) unseal(file);
        database.exec('COMMIT');
        if (file !== undefined) seal(database, file);
      } finally {
        if (database.inTransaction) database.exec('ROLLBACK');
        counts.read();
      }
    },
    async search(asked, limit): Promise<SearchHit[]> {
      const telling = rarestTerms(asked, counts.documentFrequency, POSTINGS_READ);
      if (telling.length === 0 || limit <= 0) return [];
      return statements.search
        .all(anyOf(telling), limit)
        .map(([article, version, place, score]) => ({
          article,
          version,
          place,
          score,
        }));
    },
    async searchPhrase(asked, limit) {
      if (asked.length === 0 || limit <= 0) return [];
      return statements.searchPhrase
        .all(inARow(asked), limit)
        .map(([article, version, place]) => ({ article, version, place }));
    },
    terms: counts.terms,
    characters: counts.characters,
    documentFrequency: counts.documentFrequency,
    characterFrequency: counts.characterFrequency,
    close: () => database.close(),
  };
}
