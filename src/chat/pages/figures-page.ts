import type { Article } from '../../article/article.ts';
import { articleById } from '../../article/article-by-id.ts';
import type { FigureLookup } from '../../figures/figure-lookup.ts';
import { type FigureMatches, type FigureQuery, lookupFigures } from '../../figures/lookup.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import { groupKey, seriesOf } from '../charts/chart.ts';

/** The columns that a table of figures can be sorted by. */
export const SORT_KEYS = ['value', 'unit', 'measure', 'direction', 'actor', 'period'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface FiguresQuery extends FigureQuery {
  /** The id of the one article whose figures are wanted. */
  readonly article?: string;
  /** Unset for the order of the look-up, best first. */
  readonly sort?: SortKey;
  readonly descending?: boolean;
}

/** What finds the figures that share a chart with one, and draws them. */
export interface SeriesQuery {
  readonly words: string;
  readonly article: string;
  readonly actor?: string;
  readonly group: string;
  readonly draw: 'auto';
}

/** The chart of a figure among its like in its article; undefined where there is none. */
export function seriesQuery(
  figure: Figure,
  {
    article: named,
    figuresOf,
  }: {
    article(id: string): Article | undefined;
    figuresOf(article: Article): readonly Figure[];
  },
): SeriesQuery | undefined {
  const article = named(figure.article);
  if (article === undefined) return undefined;
  const series = seriesOf(figure, figuresOf(article));
  if (series.length === 0) return undefined;
  const actors = new Set(series.map(({ actor }) => actor));
  const isOfOne = actors.size === 1 && figure.actor !== undefined;
  return {
    words: figure.measure,
    article: article.id,
    ...(isOfOne && { actor: figure.actor }),
    group: groupKey(figure),
    draw: 'auto',
  };
}

/** The figures that a query asks for, or why there are none, with the nearest. */
export function findFigures(
  bot: {
    readonly articles: readonly Article[];
    readonly figures: FigureLookup;
    figuresOf(article: Article): readonly Figure[];
  },
  { article, sort, descending = false, ...query }: FiguresQuery,
): FigureMatches {
  const one = article === undefined ? undefined : articleById(bot.articles, article);
  const found =
    article === undefined
      ? bot.figures.find(query)
      : lookupFigures(one === undefined ? [] : bot.figuresOf(one), query);
  if (sort === undefined) return found;
  return found.kind === 'found'
    ? { ...found, figures: sorted(found.figures, sort, descending) }
    : { ...found, nearest: sorted(found.nearest, sort, descending) };
}

/** Figures without the value that is sorted by stand last, whichever way it is sorted. */
function sorted(figures: readonly Figure[], key: SortKey, descending: boolean): Figure[] {
  const sign = descending ? -1 : 1;
  const of = (figure: Figure) => figure[key] ?? '';
  return figures.toSorted((a, b) => {
    const [left, right] = [of(a), of(b)];
    if (left === '' || right === '') return Number(left === '') - Number(right === '');
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * String(left).localeCompare(String(right), 'zh');
  });
}

const COLUMNS = [
  'text',
  'value',
  'high',
  'unit',
  'qualifier',
  'planned',
  'measure',
  'direction',
  'actor',
  'period',
  'article',
  'paragraph',
  'start',
  'end',
  'sentence',
] as const satisfies readonly (keyof Figure)[];

/** Figures as RFC 4180 has it, with a first line that names the columns. */
export function figuresCsv(figures: readonly Figure[]): string {
  const lines = [
    COLUMNS.join(','),
    ...figures.map((figure) => COLUMNS.map((column) => cell(figure[column] ?? '')).join(',')),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

/**
 * A table calculates what begins with one of these, unless it is a plain number: such a text is told
 * to be one by an apostrophe.
 */
const FORMULA = /^(?:[=@\t\r]|[+-](?![\d.,]+[%％‰℃\p{Script=Han}]*$))/u;

function cell(value: string | number | boolean): string {
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
