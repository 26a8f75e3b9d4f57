import type { Database } from 'better-sqlite3';

/**
 * The documents of an article stand at the numbers `first` … `first + documents − 1`, which no other
 * document is ever given. `content` is what was indexed of them: to take an article out,
 * the terms that it held are counted down. `term` has the number of documents of each term and its
 * last postings, `chunk` the ones before these, the earliest first; postings of documents that have
 * gone stay, and `length` tells them. `name` has the articles' names, each once with the number of
 * articles that hold it, found by their beginnings and last characters. `state` says of the whole
 * which corpus is held, the next number of a document, and how many documents and terms there are.
 */
const TABLES = `
  CREATE TABLE IF NOT EXISTS article (
    id TEXT PRIMARY KEY, version TEXT NOT NULL, names TEXT NOT NULL,
    first INTEGER NOT NULL UNIQUE, documents INTEGER NOT NULL, content TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS version ON article (id, version, documents);
  CREATE TABLE IF NOT EXISTS character (
    character TEXT PRIMARY KEY, documents INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS name (
    name TEXT PRIMARY KEY, first TEXT NOT NULL, last TEXT NOT NULL, articles INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS first ON name (first);
  CREATE INDEX IF NOT EXISTS last ON name (last);
  CREATE TABLE IF NOT EXISTS term (
    id INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE, documents INTEGER NOT NULL,
    chunks INTEGER NOT NULL, last INTEGER NOT NULL, postings BLOB NOT NULL
  );
  CREATE TABLE IF NOT EXISTS chunk (
    term INTEGER NOT NULL, place INTEGER NOT NULL, postings BLOB NOT NULL
  );
  CREATE UNIQUE INDEX IF NOT EXISTS place ON chunk (term, place);
  CREATE TABLE IF NOT EXISTS length (page INTEGER PRIMARY KEY, lengths BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS state (
    only INTEGER PRIMARY KEY CHECK (only = 0),
    corpus TEXT, next INTEGER NOT NULL, documents INTEGER NOT NULL, terms INTEGER NOT NULL
  );
`;

/** Unicode's last code point, which is no character: it sorts behind whatever a text goes on with. */
export const LAST = '\u{10ffff}';

/** The row of `state`. */
export interface State {
  readonly corpus: string | null;
  readonly next: number;
  readonly documents: number;
  readonly terms: number;
}

/** What is written of a term. */
export interface TermRow {
  readonly id: number;
  readonly chunks: number;
  readonly last: number;
  /** Bytes of its last postings. */
  readonly size: number;
}

/**
 * Every statement of the engine, over tables made when missing.
 * @internal no declaration can name the statements' types
 */
export function prepareStatements(database: Database) {
  database.exec(TABLES);
  const one = <P extends unknown[], R>(sql: string) => database.prepare<P, R>(sql).pluck();
  const rows = <P extends unknown[], R>(sql: string) => database.prepare<P, R>(sql).raw();
  const run = <P extends unknown[]>(sql: string) => database.prepare<P>(sql);
  return {
    state: database.prepare<[], State>('SELECT corpus, next, documents, terms FROM state'),
    setState: run<[State]>(
      'INSERT OR REPLACE INTO state VALUES (0, @corpus, @next, @documents, @terms)',
    ),
    versions: rows<[], [string, string]>('SELECT id, version FROM article INDEXED BY version'),
    names: one<[string], string>('SELECT names FROM article WHERE id = ?'),
    article: database.prepare<[string], { readonly first: number; readonly content: string }>(
      'SELECT first, content FROM article WHERE id = ?',
    ),
    articleAt: rows<[number], [id: string, version: string, first: number, documents: number]>(
      'SELECT id, version, first, documents FROM article WHERE first <= ? ORDER BY first DESC LIMIT 1',
    ),
    articles: one<[], string>('SELECT id FROM article ORDER BY first'),
    moveArticle: run<[number, string]>('UPDATE article SET first = ? WHERE id = ?'),
    insertArticle: run('INSERT INTO article VALUES (?, ?, ?, ?, ?, ?)'),
    deleteArticle: run<[string]>('DELETE FROM article WHERE id = ?'),
    frequency: one<[string], number>('SELECT documents FROM term WHERE term = ?'),
    terms: one<[string, string], string>('SELECT term FROM term WHERE term >= ? AND term < ?'),
    postings: rows<[string], [id: number, documents: number, chunks: number, postings: Buffer]>(
      'SELECT id, documents, chunks, postings FROM term WHERE term = ?',
    ),
    everyTerm: rows<[], [id: number, term: string, chunks: number, postings: Buffer]>(
      'SELECT id, term, chunks, postings FROM term ORDER BY id',
    ),
    chunks: one<[number], Buffer>('SELECT postings FROM chunk WHERE term = ? ORDER BY place'),
    term: database.prepare<[string], TermRow>(
      'SELECT id, chunks, last, length(postings) AS size FROM term WHERE term = ?',
    ),
    insertTerm: run<[string, number, number, Uint8Array]>(
      'INSERT INTO term (term, documents, chunks, last, postings) VALUES (?, ?, 0, ?, ?)',
    ),
    extendTerm: run<[number, number, Uint8Array, number]>(
      'UPDATE term SET documents = documents + ?, last = ?, postings = CAST(postings || ? AS BLOB) WHERE id = ?',
    ),
    closeChunk: run<[number]>(
      'INSERT INTO chunk SELECT id, chunks, postings FROM term WHERE id = ?',
    ),
    renewTerm: run<[number, number, Uint8Array, number]>(
      'UPDATE term SET documents = documents + ?, last = ?, postings = ?, chunks = chunks + 1 WHERE id = ?',
    ),
    uncountTerm: run<[number, string]>('UPDATE term SET documents = documents - ? WHERE term = ?'),
    dropChunks: run<[string]>(
      'DELETE FROM chunk WHERE term = (SELECT id FROM term WHERE term = ? AND documents = 0)',
    ),
    dropTerm: run<[string]>('DELETE FROM term WHERE term = ? AND documents = 0'),
    dropAllTerms: run('DELETE FROM term'),
    dropAllChunks: run('DELETE FROM chunk'),
    dropAllLengths: run('DELETE FROM length'),
    lengths: one<[number], Buffer>('SELECT lengths FROM length WHERE page = ?'),
    setLengths: run<[number, Uint8Array]>('INSERT OR REPLACE INTO length VALUES (?, ?)'),
    isName: one<[string], number>('SELECT 1 FROM name WHERE name = ?'),
    nameBeginnings: one<[], string>('SELECT DISTINCT first FROM name'),
    namesFrom: one<[string, string], string>(
      'SELECT name FROM name WHERE first >= ? AND first < ?',
    ),
    namesTo: one<[string], string>('SELECT name FROM name WHERE last = ?'),
    countName: run<[string, string, string, number]>(`
      INSERT INTO name VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET articles = articles + excluded.articles
    `),
    dropNames: run('DELETE FROM name WHERE articles = 0'),
    characters: one<[], string>('SELECT character FROM character'),
    characterFrequency: one<[string], number>(
      'SELECT documents FROM character WHERE character = ?',
    ),
    countCharacter: run<[string, number]>(`
      INSERT INTO character VALUES (?, ?)
      ON CONFLICT DO UPDATE SET documents = documents + excluded.documents
    `),
    dropCharacters: run('DELETE FROM character WHERE documents = 0'),
  };
}

export type Statements = ReturnType<typeof prepareStatements>;
