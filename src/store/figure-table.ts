import type { Article } from '../article/article.ts';
import { articleById } from '../article/article-by-id.ts';
import { byLength, measureInitials, rankMeasures } from '../figures/complete-measure.ts';
import type { FigureLookup } from '../figures/figure-lookup.ts';
import {
  actorAsked,
  type FigureMatches,
  type FigureNames,
  isNamedBy,
  lookupFigures,
  noneByWords,
  partedBy,
  wantedOf,
} from '../figures/lookup.ts';
import type { Figure } from '../figures/parts/figure.ts';
import { periodsCompatible } from '../figures/parts/periods.ts';
import { simplify } from '../language/simplify.ts';
import { loadSqlite, openFile, seal, unseal } from '../sqlite/sealed-file.ts';
import { memoByObject } from '../util/memo-by-object.ts';
import {
  completedBy,
  completionsOf,
  endOf,
  idsOf,
  phrasesOf,
  prepareFigureStatements,
  valuesOf,
} from './figure-statements.ts';

/** The figures of a folder's articles in a file, each found by its words, its period and its actor. */
export interface FigureTable {
  /** Whether the figures of an article are in the table. */
  holds(article: Article): boolean;
  /** Puts an article's figures in place of those that the table has of its id. */
  put(article: Article, figures: readonly Figure[]): void;
  /** Drops the figures of all articles but these. */
  retain(articles: readonly Article[]): void;
  /** Writes what was put, and seals the file. */
  write(): void;
  /** The figures of these articles alone, as far as the table has them. */
  of(articles: readonly Article[]): FigureLookup;
  close(): void;
}

/** Measures named where no figure fits the words; more of them are not shown. */
const MEASURES_NAMED = 50;
/** Measures of each kind of likeness among which the best ones are chosen for what is typed. */
const MEASURES_RANKED = 300;
/** Measures that hold a word but for its capitals, among which one with them is looked for. */
const MEASURES_COMPARED = 20;
/** Articles whose figures are written in one transaction. */
const BATCH = 500;

/** The place of each article, by its id: the rows of one that has changed stand behind all others. */
const placesOf = memoByObject(
  (articles: readonly Article[]) => new Map(articles.map(({ id }, place) => [id, place])),
);

/**
 * Opens the figure table in `file`, which is made when missing.
 * @param isSound whether another process writes the file, so that it is not checked here
 * @throws SqliteError, or a file system's error, where the place cannot be used
 */
export function openFigureTable(file: string, isSound = false): FigureTable {
  const database = openFile(file, loadSqlite(), isSound);
  const statements = prepareFigureStatements(database);
  let open = 0;

  const digestIn = (id: string) => statements.digest.get(id);
  const names: FigureNames = {
    isInMeasure: (word) =>
      statements.completing
        .all(`simple : ${phrasesOf([word])}`, MEASURES_COMPARED)
        // the table knows no capitals
        .some(([measure]) => simplify(measure).includes(word)),
    get actors() {
      return statements.actors.all();
    },
  };

  function drop(id: string): void {
    const held = statements.held.get(id);
    if (held === undefined) return;
    for (let at = held.first; at < held.first + held.figures; at += 1) {
      const measure = statements.measureAt.get(at);
      if (measure !== undefined) statements.countMeasure.run(-1, measure);
      statements.dropFigure.run(at);
      statements.dropNamed.run(at);
    }
    statements.dropArticle.run(id);
  }

  function count(measure: string): void {
    if (statements.countMeasure.run(1, measure).changes > 0) return;
    const [first, last] = idsOf(measure);
    const id = (statements.lastMeasure.get(first, last) ?? first) + 1;
    statements.putMeasure.run(id, measure, measure.length);
    statements.putCompleted.run(id, ...completedBy(measure, measureInitials(measure)));
  }

  function begin(): void {
    if (open === 0) {
      unseal(file);
      database.exec('BEGIN IMMEDIATE');
    }
    open += 1;
  }

  function commit(): void {
    if (open === 0) return;
    for (const id of statements.unusedMeasures.all()) {
      statements.dropMeasure.run(id);
      statements.dropCompleted.run(id);
    }
    database.exec('COMMIT');
    open = 0;
  }

  /** The figures in some rows, in the order of the articles, but those of articles that have gone or changed. */
  function figuresOf(values: readonly string[], articles: readonly Article[]): Figure[] {
    const current = new Map<string, boolean>();
    const places = placesOf(articles);
    const figures = values.flatMap((value) => {
      const figure = JSON.parse(value) as Figure;
      let isCurrent = current.get(figure.article);
      if (isCurrent === undefined) {
        isCurrent = articleById(articles, figure.article)?.digest === digestIn(figure.article);
        current.set(figure.article, isCurrent);
      }
      return isCurrent ? [figure] : [];
    });
    return figures.sort((a, b) => (places.get(a.article) ?? 0) - (places.get(b.article) ?? 0));
  }

  /** The figures of some periods, in the order of the rows; of more than `limit`, those of the latest. */
  function ofPeriods(periods: readonly string[], limit: number): string[] {
    const byEnd = new Map<string, string[]>();
    for (const period of periods)
      byEnd.set(endOf(period), [...(byEnd.get(endOf(period)) ?? []), period]);
    const found: (readonly [row: number, value: string])[] = [];
    for (const end of [...byEnd.keys()].sort().reverse()) {
      if (found.length >= limit) break;
      const left = Number.isFinite(limit) ? limit - found.length : -1;
      found.push(...statements.ofPeriods.all(JSON.stringify(byEnd.get(end)), left));
    }
    return found.sort(([a], [b]) => a - b).map(([, value]) => value);
  }

  /** The actors of the table that those asked about may be. */
  function heldActors(asked: readonly string[]): string[] {
    const isAsked = asked.map(actorAsked);
    return statements.actors.all().filter((held) => isAsked.some((isOne) => isOne(held)));
  }

  function of(articles: readonly Article[]): FigureLookup {
    return {
      find(query, limit = Number.POSITIVE_INFINITY): FigureMatches {
        const most = Number.isFinite(limit) ? limit : -1;
        const { words, periods, actors } = wantedOf(query);
        const cut = (found: FigureMatches, rows: readonly string[]): FigureMatches =>
          found.kind === 'found' && rows.length === limit ? { ...found, isCut: true } : found;
        if (words.length === 0) {
          const rows =
            periods.length > 0
              ? ofPeriods(
                  statements.periods
                    .all()
                    .filter((held) => periods.some((asked) => periodsCompatible(asked, held))),
                  limit,
                )
              : actors.length > 0
                ? statements.byActor.all(JSON.stringify(heldActors(actors)), most)
                : statements.latest.all(most);
          return cut(lookupFigures(figuresOf(rows, articles), query), rows);
        }
        const named = statements.matching.all(`- sentence : (${phrasesOf(words)})`, most);
        const byName = figuresOf(named, articles).filter((figure) => isNamedBy(words, figure));
        if (byName.length > 0) return cut(lookupFigures(byName, query), named);
        // 南京财政收入 is looked up as 财政收入, and `lookupFigures` asks for 南京 beside it
        const measures = words.map((word) => partedBy(word, () => names).word);
        const said = statements.matching.all(phrasesOf(measures), most);
        const found = lookupFigures(figuresOf(said, articles), query);
        return found.kind === 'none' && found.failed === 'words'
          ? noneByWords(words, statements.firstMeasures.all(MEASURES_NAMED))
          : cut(found, said);
      },
      async measures(typed, limit) {
        const wanted = simplify(typed.trim());
        if (wanted === '') {
          const shortest = statements.shortest.all(Math.min(limit, MEASURES_RANKED));
          return rankMeasures(new Map(shortest), typed, limit);
        }
        const found = (query: string) => new Map(statements.completing.all(query, MEASURES_RANKED));
        const { written, spelled } = completionsOf(wanted);
        const byName = new Map(written.flatMap((query) => [...found(query)]));
        // the table has their initials, so that those need not be made again to tell who fits
        const byInitials = spelled.map(found).flatMap((counts) => {
          return [...counts.keys()].sort(byLength(counts));
        });
        const fitting = new Set([...rankMeasures(byName, typed, limit), ...byInitials]);
        return [...fitting].slice(0, limit);
      },
      get unread() {
        return Math.max(0, articles.length - (statements.articles.get() ?? 0));
      },
    };
  }

  return {
    holds: ({ id, digest }) => digestIn(id) === digest,
    put(article, figures) {
      begin();
      drop(article.id);
      const first = (statements.last.get() ?? 0) + 1;
      for (const [place, figure] of figures.entries()) {
        const values = valuesOf(figure);
        statements.putFigure.run(first + place, ...values.figure);
        statements.putNamed.run(first + place, ...values.named);
        if (figure.measure !== '') count(figure.measure);
      }
      statements.putArticle.run(article.id, article.digest, first, figures.length);
      if (open >= BATCH) commit();
    },
    retain(articles) {
      const gone = statements.ids.all().filter((id) => articleById(articles, id) === undefined);
      if (gone.length === 0) return;
      begin();
      for (const id of gone) drop(id);
    },
    write() {
      if (open === 0) return;
      commit();
      seal(database, file);
    },
    of,
    close() {
      commit();
      database.close();
    },
  };
}
