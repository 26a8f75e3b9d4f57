import type { Database } from 'better-sqlite3';
import { seal, unseal } from '../../sqlite/sealed-file.ts';
import type { DocumentPlace, HeldArticle, SearchEngine, SearchHit } from '../engine.ts';
import { rarestTerms } from '../rarest-terms.ts';
import { Scorer, type SearchedTerm } from './bm25.ts';
import { DocumentLengths } from './document-lengths.ts';
import { documentsInARow } from './phrase.ts';
import { createNames } from './sqlite-names.ts';
import { LAST, prepareStatements, type Statements } from './sqlite-tables.ts';
import { IndexUpdate } from './sqlite-update.ts';

/** Postings read for one search. */
export const POSTINGS_READ = 20_000;
/** Terms whose document frequency is kept: ranking and spelling ask for hundreds a question. */
const FREQUENCIES = 20_000;

/** Thrown where another process wrote to the file after this one read it. */
class IndexChanged extends Error {
  readonly code = 'SQLITE_BUSY';
}

/**
 * Postings in a SQLite database of their own, scored here: BM25 with k1 1.2 and b 0.75. Another
 * process may write to the same file: what it has changed counts here from the next call of `held`
 * on, and until then its articles' versions tell.
 * @param file where the database stands, when it is to be used again
 */
export function createSqlite(database: Database, file?: string): SearchEngine {
  const statements = prepareStatements(database);
  const names = createNames(statements);
  const lengths = new DocumentLengths(statements);
  const placeOf = placeReader(statements);
  const scorer = new Scorer();
  const frequencies = new Map<string, number>();
  const characterFrequencies = new Map<string, number>();
  let articles: ReadonlyMap<string, HeldArticle> = new Map();
  let state = { corpus: null as string | null, next: 1, documents: 0, terms: 0 };
  let size = 0;
  /** The versions of the file that was read, and that documents were found in last. */
  let version: unknown;
  let searched: unknown;

  /** SQLite's own number, which other connections' writes change. */
  const versionNow = () => database.pragma('data_version', { simple: true });

  function read(): void {
    version = versionNow();
    refresh();
    size = state.documents;
    frequencies.clear();
    characterFrequencies.clear();
    names.forget();
  }

  /** Sees to it that documents which have come or gone by another process are known. */
  function refresh(): void {
    searched = versionNow();
    state = statements.state.get() ?? { corpus: null, next: 1, documents: 0, terms: 0 };
    lengths.forget();
  }

  function documentFrequency(term: string): number {
    let count = frequencies.get(term);
    if (count === undefined) {
      count = statements.frequency.get(term) ?? 0;
      // finding out which was used last would cost each of hundreds of look-ups a question
      if (frequencies.size >= FREQUENCIES) frequencies.clear();
      frequencies.set(unsliced(term), count);
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

  function termAt(term: string): SearchedTerm | undefined {
    const found = statements.postings.get(term);
    if (found === undefined) return undefined;
    const [id, documents, chunks, postings] = found;
    const before = chunks === 0 ? [] : statements.chunks.all(id);
    return { documents, postings: [...before, postings] };
  }

  function termsAt(terms: readonly string[]): SearchedTerm[] {
    if (searched !== versionNow()) refresh();
    return terms.flatMap((term) => termAt(term) ?? []);
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
        const names = () => JSON.parse(statements.names.get(id) ?? '[]') as string[];
        now.set(id, known?.version === version ? known : { version, names: names() });
      }
      articles = now;
      return articles;
    },
    async heldState() {
      if (versionNow() !== version) read();
      return state.corpus ?? undefined;
    },
    async update(removed, added, { state: corpus, isPart = false } = {}) {
      const before = version;
      try {
        database.exec('BEGIN IMMEDIATE');
        if (versionNow() !== before) throw new IndexChanged();
        refresh();
        const update = new IndexUpdate(statements, lengths, state);
        for (const id of removed) update.remove(id);
        for (const article of added) update.add(article);
        update.write(corpus);
        if (file !== undefined) unseal(file);
        database.exec('COMMIT');
        if (file !== undefined && !isPart) seal(database, file);
      } finally {
        if (database.inTransaction) database.exec('ROLLBACK');
        read();
      }
    },
    async search(asked, limit): Promise<SearchHit[]> {
      const telling = rarestTerms(asked, documentFrequency, POSTINGS_READ);
      if (telling.length === 0 || limit <= 0) return [];
      const terms = termsAt(telling);
      const documents = {
        end: state.next,
        size: state.documents,
        terms: state.terms,
        lengthOf: (document: number) => lengths.of(document),
      };
      return scorer.search(terms, documents, limit).flatMap(({ document, score }) => {
        const place = placeOf(document);
        return place === undefined ? [] : [{ ...place, score }];
      });
    },
    async searchPhrase(asked, limit) {
      if (asked.length === 0 || limit <= 0) return [];
      const terms = termsAt(asked);
      if (terms.length < asked.length) return [];
      const places: DocumentPlace[] = [];
      for (const document of documentsInARow(asked, terms, lengths, statements)) {
        const place = placeOf(document);
        if (place !== undefined) places.push(place);
        if (places.length === limit) break;
      }
      return places;
    },
    names,
    terms: (prefix) => statements.terms.all(prefix, prefix + LAST),
    characters: () => statements.characters.all(),
    documentFrequency,
    characterFrequency,
    close: () => database.close(),
  };
}

/** Characters from which on V8 holds a part of a text by holding all of the text. */
const SLICED = 13;

/** The same string without the text that it was cut out of, which may have megabytes. */
function unsliced(text: string): string {
  return text.length < SLICED ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}

/** Reads where a document stands; undefined where it has gone. */
export function placeReader(
  statements: Statements,
): (document: number) => DocumentPlace | undefined {
  return (document) => {
    const [article, version, first = 0, documents = 0] = statements.articleAt.get(document) ?? [];
    if (article === undefined || version === undefined || document >= first + documents)
      return undefined;
    return { article, version, place: document - first };
  };
}
