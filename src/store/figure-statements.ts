import type { Database } from 'better-sqlite3';
import type { Figure } from '../figures/parts/figure.ts';
import { simplify } from '../language/simplify.ts';

/**
 * The figures of an article stand at the rows `first` … `first + figures − 1`. `named` indexes what
 * names each of them by its characters, simplified, so that any run of them is found as a phrase;
 * `measure` has each measure once, with what it is completed by and the number of its figures.
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
  CREATE INDEX IF NOT EXISTS period ON figure (period);
  CREATE INDEX IF NOT EXISTS actor ON figure (actor);
  CREATE TABLE IF NOT EXISTS measure (
    measure TEXT PRIMARY KEY, simple TEXT NOT NULL, initials TEXT NOT NULL,
    length INTEGER NOT NULL, figures INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS shortest ON measure (length, figures DESC);
  CREATE VIRTUAL TABLE IF NOT EXISTS named USING fts5(
    measure, direction, actor, unit, said, sentence,
    content='', contentless_delete=1, tokenize='ascii'
  );
`;

/** Of some rows, the figures of the latest periods, in the order of the rows. */
const latestOf = (rows: string) => `
  SELECT value FROM (${rows} ORDER BY figure.last DESC, figure.row LIMIT ?) ORDER BY row
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
    putMeasure: database.prepare('INSERT INTO measure VALUES (?, ?, ?, ?, 1)'),
    countMeasure: database.prepare('UPDATE measure SET figures = figures + ? WHERE measure = ?'),
    dropMeasures: database.prepare('DELETE FROM measure WHERE figures <= 0'),
    firstMeasures: one<[number], string>('SELECT measure FROM measure ORDER BY measure LIMIT ?'),
    measureHolding: one<[string], number>(
      'SELECT 1 FROM measure WHERE instr(simple, ?) > 0 LIMIT 1',
    ),
    shortest: rows<[number], [string, number]>(
      'SELECT measure, figures FROM measure ORDER BY length, figures DESC LIMIT ?',
    ),
    completing: rows<
      [{ in: string; initials: string; typed: string; most: number }],
      [string, number]
    >(`
      SELECT measure, figures FROM measure
      WHERE simple LIKE @in ESCAPE '!' OR (@initials <> '' AND instr(initials, @initials) > 0)
      ORDER BY instr(simple, @typed) = 1 DESC, instr(simple, @typed) > 0 DESC,
        instr(initials, @initials) = 1 DESC, length, figures DESC
      LIMIT @most
    `),
    periods: one<[], string>('SELECT DISTINCT period FROM figure WHERE period IS NOT NULL'),
    actors: one<[], string>('SELECT DISTINCT actor FROM figure WHERE actor IS NOT NULL'),
    latest: one<[number], string>(latestOf('SELECT row, value FROM figure')),
    byPeriod: one<[string, number], string>(
      latestOf('SELECT row, value FROM figure WHERE period IN (SELECT value FROM json_each(?))'),
    ),
    byActor: one<[string, number], string>(
      latestOf('SELECT row, value FROM figure WHERE actor IN (SELECT value FROM json_each(?))'),
    ),
    matching: one<[string, number], string>(
      latestOf(
        'SELECT figure.row AS row, value FROM named JOIN figure ON figure.row = named.rowid WHERE named MATCH ?',
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

/** The columns that a figure is stored in. */
export function valuesOf(figure: Figure) {
  const { measure, direction = '', actor, unit, text, sentence, period } = figure;
  return {
    figure: [
      period ?? null,
      (period ?? '').split('/').at(-1) ?? '',
      actor ?? null,
      measure,
      JSON.stringify(figure),
    ],
    named: [measure, direction, actor ?? '', unit, text, sentence].map(charactersOf),
  };
}
