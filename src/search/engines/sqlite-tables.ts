import type { Database } from 'better-sqlite3';

/**
 * The documents of an article stand at the rows `first` … `first + documents − 1`. The index keeps no
 * text (`content=''`), and the `ascii` tokenizer leaves whatever is not ASCII alone. To take a
 * document out, FTS5 must be told what was in it, so `content` keeps that, deflated: with
 * `contentless_delete` it need not be told, but goes on counting the document in its BM25. FTS5 counts
 * the documents of a term by reading all its postings, so `term` has their number beside.
 */
const COUNTS = `
  CREATE TABLE IF NOT EXISTS article (
    id TEXT PRIMARY KEY, version TEXT NOT NULL, names TEXT NOT NULL,
    first INTEGER NOT NULL UNIQUE, documents INTEGER NOT NULL, content BLOB NOT NULL
  );
  CREATE INDEX IF NOT EXISTS version ON article (id, version, documents);
  CREATE TABLE IF NOT EXISTS character (
    character TEXT PRIMARY KEY, documents INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS term (
    term TEXT PRIMARY KEY, documents INTEGER NOT NULL
  ) WITHOUT ROWID;
`;
const POSTINGS = `
  CREATE VIRTUAL TABLE IF NOT EXISTS posting USING fts5(
    terms, content='', tokenize='ascii tokenchars _'
  );
  CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, posting, row);
`;

/** Joins to each `hit.row` the article that it belongs to. */
const ITS_ARTICLE = `
  JOIN article ON article.first = (
    SELECT first FROM article WHERE first <= hit.row ORDER BY first DESC LIMIT 1
  )
`;

/**
 * What reads the counts, over tables made when missing.
 * @internal no declaration can name the statements' types
 */
export function prepareCounts(database: Database) {
  database.exec(COUNTS);
  const { one, rows } = preparing(database);
  return {
    size: one<[], number>('SELECT coalesce(sum(documents), 0) FROM article'),
    frequency: one<[string], number>('SELECT documents FROM term WHERE term = ?'),
    terms: one<[string, string], string>('SELECT term FROM term WHERE term >= ? AND term < ?'),
    versions: rows<[], [string, string]>('SELECT id, version FROM article INDEXED BY version'),
    names: one<[string], string>('SELECT names FROM article WHERE id = ?'),
    characters: one<[], string>('SELECT character FROM character'),
    characterFrequency: one<[string], number>(
      'SELECT documents FROM character WHERE character = ?',
    ),
  };
}

function preparing(database: Database) {
  return {
    one: <P extends unknown[], R>(sql: string) => database.prepare<P, R>(sql).pluck(),
    rows: <P extends unknown[], R>(sql: string) => database.prepare<P, R>(sql).raw(),
  };
}

/**
 * Every statement of the engine, over tables made when missing.
 * @internal no declaration can name the statements' types
 */
export function prepareStatements(database: Database) {
  const counts = prepareCounts(database);
  database.exec(POSTINGS);
  const { one, rows } = preparing(database);
  return {
    ...counts,
    next: one<[], number>('SELECT first + documents FROM article ORDER BY first DESC LIMIT 1'),
    countTerm: database.prepare(`
      INSERT INTO term VALUES (?, ?)
      ON CONFLICT DO UPDATE SET documents = documents + excluded.documents
    `),
    dropAllTerms: database.prepare('DELETE FROM term'),
    countAllTerms: database.prepare('INSERT INTO term SELECT term, doc FROM vocabulary'),
    dropTerm: database.prepare('DELETE FROM term WHERE term = ? AND documents = 0'),
    article: database.prepare<[string], { readonly first: number; readonly content: Buffer }>(
      'SELECT first, content FROM article WHERE id = ?',
    ),
    insertArticle: database.prepare('INSERT INTO article VALUES (?, ?, ?, ?, ?, ?)'),
    deleteArticle: database.prepare('DELETE FROM article WHERE id = ?'),
    insertPosting: database.prepare('INSERT INTO posting (rowid, terms) VALUES (?, ?)'),
    deletePosting: database.prepare(
      "INSERT INTO posting (posting, rowid, terms) VALUES ('delete', ?, ?)",
    ),
    merge: database.prepare("INSERT INTO posting (posting) VALUES ('optimize')"),
    countCharacter: database.prepare(`
      INSERT INTO character VALUES (?, ?)
      ON CONFLICT DO UPDATE SET documents = documents + excluded.documents
    `),
    dropUncounted: database.prepare('DELETE FROM character WHERE documents = 0'),
    searchPhrase: rows<[string, number], [string, string, number]>(`
      SELECT article.id, article.version, hit.row - article.first
      FROM (SELECT rowid AS row FROM posting WHERE posting MATCH ? ORDER BY row LIMIT ?) AS hit
      ${ITS_ARTICLE}
      ORDER BY hit.row
    `),
    search: rows<[string, number], [string, string, number, number]>(`
      SELECT article.id, article.version, hit.row - article.first, -hit.score
      FROM (
        SELECT rowid AS row, bm25(posting) AS score FROM posting WHERE posting MATCH ?
        ORDER BY score, row LIMIT ?
      ) AS hit
      ${ITS_ARTICLE}
      ORDER BY hit.score, hit.row
    `),
  };
}
