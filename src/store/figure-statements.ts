import type { Database } from 'better-sqlite3';
import type { Figure } from '../figures/parts/figure.ts';
import { simplify } from '../language/simplify.ts';

/**
 * The figures of an article stand at the rows `first` … `first + figures − 1`. `named` indexes what
 * names each of them by its characters, simplified, so that any run of them is found as a phrase.
 * `measure` has each measure once with the number of its figures; its ids are in the order of the
 * lengths, for `completed`, which finds measures by their characters and initials, gives them by id.
 * `recent` tells how recent a row's figure is without reading the figure.
 */
const TABLES = `
  CREATE TABLE IF NOT EXISTS article (
    id TEXT PRIMARY KEY, digest TEXT NOT NULL, first INTEGER NOT NULL, figures INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS figure (
    row INTEGER PRIMARY KEY, period TEXT, last TEXT NOT NULL, actor TEXT, measure TEXT NOT NULL,
    value TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS latest ON figure (last);
  CREATE INDEX IF NOT EXISTS recent ON figure (row, last);
  CREATE INDEX IF NOT EXISTS period ON figure (period);
  CREATE INDEX IF NOT EXISTS actor ON figure (actor);
  CREATE TABLE IF NOT EXISTS measure (
    id INTEGER PRIMARY KEY, measure TEXT NOT NULL UNIQUE,
    length INTEGER NOT NULL, figures INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS shortest ON measure (length, figures DESC);
  CREATE INDEX IF NOT EXISTS unused ON measure (id) WHERE figures <= 0;
  CREATE VIRTUAL TABLE IF NOT EXISTS completed USING fts5(
    simple, initials, content='', contentless_delete=1, tokenize='ascii'
  );
  CREATE VIRTUAL TABLE IF NOT EXISTS named USING fts5(
    measure, direction, actor, unit, said, sentence,
    content='', contentless_delete=1, tokenize='ascii'
  );
`;

/** Of some rows, the figures of the latest periods, in the order of the rows. */
const latestOf = (rows: string) => `
  SELECT value FROM figure
  WHERE row IN (${rows} ORDER BY figure.last DESC, figure.row LIMIT ?) ORDER BY row
`;

/** The values of a column of an index, each once: each is sought behind the one before. */
const distinct = (column: string) => `
  WITH RECURSIVE held (value) AS (
    SELECT min(${column}) FROM figure
    UNION ALL
    SELECT (SELECT min(${column}) FROM figure WHERE ${column} > held.value) FROM held
    WHERE held.value IS NOT NULL
  )
  SELECT value FROM held WHERE value IS NOT NULL
`;

/**
 * Every statement of the table, over tables made when missing.
 * @internal no declaration can name the statements' types
 */
export function prepareFigureStatements(database: Database) {
  database.exec(TABLES);
  const one = <P extends unknown[], R>(sql: string) => database.prepare<P, R>(sql).pluck();
  const rows = <P extends unknown[], R>(sql: string) => database.prepare<P, R>(sql).raw();
  return {
    articles: one<[], number>('SELECT count(*) FROM article'),
    ids: one<[], string>('SELECT id FROM article'),
    digest: one<[string], string>('SELECT digest FROM article WHERE id = ?'),
    held: database.prepare<[string], { readonly first: number; readonly figures: number }>(
      'SELECT first, figures FROM article WHERE id = ?',
    ),
    putArticle: database.prepare('INSERT INTO article VALUES (?, ?, ?, ?)'),
    dropArticle: database.prepare('DELETE FROM article WHERE id = ?'),
    last: one<[], number>('SELECT max(row) FROM figure'),
    putFigure: database.prepare('INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?)'),
    dropFigure: database.prepare('DELETE FROM figure WHERE row = ?'),
    measureAt: one<[number], string>('SELECT measure FROM figure WHERE row = ?'),
    putNamed: database.prepare(
      'INSERT INTO named (rowid, measure, direction, actor, unit, said, sentence) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    dropNamed: database.prepare('DELETE FROM named WHERE rowid = ?'),
    lastMeasure: one<[number, number], number>(
      'SELECT max(id) FROM measure WHERE id BETWEEN ? AND ?',
    ),
    putMeasure: database.prepare('INSERT INTO measure VALUES (?, ?, ?, 1)'),
    putCompleted: database.prepare(
      'INSERT INTO completed (rowid, simple, initials) VALUES (?, ?, ?)',
    ),
    countMeasure: database.prepare('UPDATE measure SET figures = figures + ? WHERE measure = ?'),
    unusedMeasures: one<[], number>('SELECT id FROM measure WHERE figures <= 0'),
    dropMeasure: database.prepare('DELETE FROM measure WHERE id = ?'),
    dropCompleted: database.prepare('DELETE FROM completed WHERE rowid = ?'),
    firstMeasures: one<[number], string>('SELECT measure FROM measure ORDER BY measure LIMIT ?'),
    shortest: rows<[number], [string, number]>(
      'SELECT measure, figures FROM measure ORDER BY length, figures DESC LIMIT ?',
    ),
    completing: rows<[string, number], [string, number]>(`
      SELECT measure, figures FROM measure WHERE id IN (
        SELECT rowid FROM completed WHERE completed MATCH ? ORDER BY rowid LIMIT ?
      ) ORDER BY id
    `),
    periods: one<[], string>(distinct('period')),
    actors: one<[], string>(distinct('actor')),
    latest: one<[number], string>(latestOf('SELECT row FROM figure')),
    ofPeriods: rows<[string, number], [row: number, value: string]>(`
      SELECT row, value FROM figure WHERE period IN (SELECT value FROM json_each(?))
      ORDER BY row LIMIT ?
    `),
    byActor: one<[string, number], string>(
      latestOf('SELECT row FROM figure WHERE actor IN (SELECT value FROM json_each(?))'),
    ),
    matching: one<[string, number], string>(
      latestOf(
        'SELECT figure.row FROM named CROSS JOIN figure INDEXED BY recent ON figure.row = named.rowid WHERE named MATCH ?',
      ),
    ),
  };
}

/** What FTS5's `ascii` tokenizer keeps as it is. */
const PLAIN = /^[A-Za-z0-9\u0080-\uffff]+$/u;
/** Of Unicode's private use area, so in no article. */
const ESCAPE = '\uf8fe';

/** A text as one token a character, simplified: a run of its characters is then a phrase. */
function charactersOf(text: string): string {
  return [...simplify(text)]
    .map((one) => (PLAIN.test(one) ? one : ESCAPE + (one.codePointAt(0) ?? 0).toString(16)))
    .join(' ');
}

/** A query of `matching` for the figures in whose columns each of some words stands. */
export function phrasesOf(words: readonly string[]): string {
  return words.map((word) => `"${charactersOf(word)}"`).join(' AND ');
}

/** Queries of `completing` for what may be meant by what is typed, the better ones first. */
export interface Completions {
  /** Measures that begin with it, hold it, hold its characters. */
  readonly written: readonly string[];
  /** Of letters, measures whose pinyin initials begin with them or hold them. */
  readonly spelled: readonly string[];
}

/** The queries for what is typed, simplified. */
export function completionsOf(typed: string): Completions {
  const run = phrasesOf([typed]);
  const held = [`simple : ^ ${run}`, `simple : ${run}`];
  return /^[a-z]+$/i.test(typed)
    ? { written: held, spelled: [`initials : ^ ${run}`, `initials : ${run}`] }
    : { written: [...held, `simple : (${phrasesOf([...typed])})`], spelled: [] };
}

/** Ids of measures of one length at most. */
const IDS = 2 ** 25;
/** Measures of this length and longer ones share their ids. */
const LONGEST = 63;

/** The first and the last of the ids that measures of this length have. */
export function idsOf(measure: string): readonly [first: number, last: number] {
  const first = Math.min(measure.length, LONGEST) * IDS;
  return [first, first + IDS - 1];
}

/** What a measure is completed by, as `completed` has it. */
export function completedBy(measure: string, initials: string): readonly [string, string] {
  return [charactersOf(measure), charactersOf(initials)];
}

/** When a period ends, as ISO 8601 has it. */
export function endOf(period: string): string {
  return period.split('/').at(-1) ?? '';
}

/** The columns that a figure is stored in. */
export function valuesOf(figure: Figure) {
  const { measure, direction = '', actor, unit, text, sentence, period } = figure;
  return {
    figure: [period ?? null, endOf(period ?? ''), actor ?? null, measure, JSON.stringify(figure)],
    named: [measure, direction, actor ?? '', unit, text, sentence].map(charactersOf),
  };
}
