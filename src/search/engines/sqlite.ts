import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { BEGINNING } from '../../language/name-list.ts';
import { seal, unseal } from '../../sqlite/sealed-file.ts';
import { Counts } from '../counts.ts';
import type { HeldArticle, SearchArticle, SearchEngine, SearchHit } from '../engine.ts';
import { rarestTerms } from '../rarest-terms.ts';
import { createNames } from './sqlite-names.ts';
import { prepareStatements } from './sqlite-tables.ts';
import { anyOf, inARow, termOf, tokenOf, tokensFrom } from './sqlite-terms.ts';

/** The documents of an article as FTS5 has them, which it must be given again to remove them. */
interface Content {
  readonly documents: readonly string[];
  /** Each character with the number of documents that hold it. */
  readonly characters: readonly (readonly [character: string, documents: number])[];
}

/** Postings read for one search. */
const POSTINGS = 20_000;
/** Terms whose document frequency is kept: counting a common term takes milliseconds. */
const FREQUENCIES = 50_000;
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
  readonly names: Changes;
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
  const names = createNames(statements);
  const frequencies = new Map<string, number>();
  const characterFrequencies = new Map<string, number>();
  let articles: ReadonlyMap<string, HeldArticle> = new Map();
  let size = 0;
  /** Documents changed since FTS5's segments were merged. */
  let unmerged = 0;
  let version: unknown;

  /** SQLite's own number, which other connections' writes change. */
  const versionNow = () => database.pragma('data_version', { simple: true });

  function read(): void {
    size = statements.size.get() ?? 0;
    version = versionNow();
    frequencies.clear();
    characterFrequencies.clear();
    names.forget();
  }

  function namesOf(id: string): string[] {
    return JSON.parse(statements.names.get(id) ?? '[]') as string[];
  }

  function documentFrequency(term: string): number {
    let count = frequencies.get(term);
    if (count === undefined) {
      count = statements.frequency.get(tokenOf(term)) ?? 0;
      // finding out which was used last would cost each of hundreds of look-ups a question
      if (frequencies.size >= FREQUENCIES) frequencies.clear();
      frequencies.set(term, count);
    }
    return count;
  }

  function characterFrequency(character: string): number {
    let count = characterFrequencies.get(character);
    if (count === undefined) {
      count = statements.characterFrequency.get(character) ?? 0;
      characterFrequencies.set(character, count);
    }
    return count;
  }

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
    for (const name of new Set(namesOf(id))) change(counted.names, name, -1);
    for (const [place, terms] of content.documents.entries()) {
      statements.deletePosting.run(held.first + place, terms);
      countTerms(terms, -1, counted);
    }
    statements.deleteArticle.run(id);
    return content.documents.length;
  }

  function add({ id, version, names, documents }: SearchArticle, counted: Counted): number {
    for (const name of new Set(names)) change(counted.names, name, 1);
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

  read();
  return {
    name: 'sqlite',
    get size() {
      return size;
    },
    async held() {
      if (versionNow() !== version) read();
      const now = new Map<string, HeldArticle>();
      for (const [id, version] of statements.versions.iterate()) {
        const known = articles.get(id);
        now.set(id, known?.version === version ? known : { version, names: namesOf(id) });
      }
      articles = now;
      return articles;
    },
    async update(removed, added, { state, isPart = false } = {}) {
      const before = version;
      try {
        database.exec('BEGIN IMMEDIATE');
        if (versionNow() !== before) throw new IndexChanged();
        let changed = 0;
        const counted: Counted = { characters: new Map(), names: new Map(), terms: new Map() };
        for (const id of removed) changed += remove(id, counted);
        for (const article of added) changed += add(article, counted);
        writeTerms(counted.terms);
        for (const entry of counted.characters) statements.countCharacter.run(...entry);
        statements.dropUncounted.run();
        for (const [name, by] of counted.names)
          statements.countName.run(name, name.slice(0, BEGINNING), name.slice(-1), by);
        statements.dropNames.run();
        statements.setState.run(state ?? null);
        unmerged += changed;
        if (!isPart && unmerged > MERGE_ABOVE * (statements.size.get() ?? 0)) {
          statements.merge.run();
          unmerged = 0;
        }
        if (file !== undefined) unseal(file);
        database.exec('COMMIT');
        if (file !== undefined && !isPart) seal(database, file);
      } finally {
        if (database.inTransaction) database.exec('ROLLBACK');
        read();
      }
    },
    async search(asked, limit): Promise<SearchHit[]> {
      const telling = rarestTerms(asked, documentFrequency, POSTINGS);
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
    async heldState() {
      if (versionNow() !== version) read();
      return statements.state.get() ?? undefined;
    },
    names,
    terms: (prefix) => statements.terms.all(...tokensFrom(prefix)).map(termOf),
    characters: () => statements.characters.all(),
    documentFrequency,
    characterFrequency,
    close: () => database.close(),
  };
}
