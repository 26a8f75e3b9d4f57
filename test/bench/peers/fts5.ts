import Sqlite from 'better-sqlite3';
import { anyOf, tokenOf } from './fts5-terms.ts';
import { documentTerms, questionTerms } from './our-terms.ts';
import type { CreatePeer } from './types.ts';

/** SQLite's FTS5 with our terms, all of them in each question, in memory. */
export const createFts5: CreatePeer = (documents) => {
  const database = new Sqlite(':memory:');
  database.exec(
    "CREATE VIRTUAL TABLE posting USING fts5(terms, content='', tokenize='ascii tokenchars _')",
  );
  const insert = database.prepare('INSERT INTO posting (rowid, terms) VALUES (?, ?)');
  database.transaction(() => {
    for (const { id, text } of documents)
      insert.run(id, documentTerms(text).map(tokenOf).join(' '));
  })();
  database.exec("INSERT INTO posting (posting) VALUES ('optimize')");
  const search = database
    .prepare<[string, number], number>(
      'SELECT rowid FROM posting WHERE posting MATCH ? ORDER BY rank LIMIT ?',
    )
    .pluck();
  return {
    search(question, limit) {
      const terms = questionTerms(question);
      return terms.length === 0 ? [] : search.all(anyOf(terms), limit);
    },
    tokens: documentTerms,
  };
};
