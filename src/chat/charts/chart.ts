import type { Figure } from '../../figures/parts/figure.ts';

export const CHART_FORMS = ['line', 'bars'] as const;
export type ChartForm = (typeof CHART_FORMS)[number];

/** Figures of one measure, placed to be drawn: each mark is one of them. */
export interface Chart {
  readonly form: ChartForm;
  readonly measure: string;
  readonly direction?: string;
  readonly unit: string;
  readonly isPlanned: boolean;
  readonly axis: 'period' | 'actor';
  /** What all marks have in common beside the measure: the one period or the one actor. */
  readonly common: readonly string[];
  /** In the order of the axis. A gap stands between periods that do not follow one another. */
  readonly categories: readonly (string | typeof GAP)[];
  readonly series: readonly Series[];
  /** Figures that could not be placed: of no time and nobody, or of a range. */
  readonly leftOut: number;
}

/** Marks that belong together: those of one actor where the axis is of periods. */
export interface Series {
  /** '' where there is but one. */
  readonly name: string;
  /** As many as there are categories; undefined where no article gives a figure. */
  readonly marks: readonly (Figure | undefined)[];
}

/** Figures of one measure, direction and unit, whose periods are of one length. */
export interface FigureGroup {
  /** Names the group among those of the same figures. */
  readonly key: string;
  readonly measure: string;
  readonly direction?: string;
  readonly unit: string;
  /** What is planned is not drawn beside what came about. */
  readonly isPlanned: boolean;
  readonly figures: readonly Figure[];
}

/** Why figures are not drawn. */
export type ChartRefusal =
  /** There are none, or none that says of when or of whom it is. */
  | { readonly reason: 'nothing' }
  /** They are of several measures or units: each group can be drawn on its own. */
  | { readonly reason: 'mixed'; readonly groups: readonly FigureGroup[] }
  /** Articles say different values of the same. */
  | { readonly reason: 'differing'; readonly figures: readonly [Figure, Figure] }
  | { readonly reason: 'tooMany' };

export type ChartResult =
  | { readonly kind: 'chart'; readonly chart: Chart }
  | ({ readonly kind: 'refused' } & ChartRefusal);

/** A place on the axis that stands for the periods between two that do not follow one another. */
export const GAP = Symbol('gap');

/** Places on an axis: of more, none could be read. */
const MOST_CATEGORIES = 100;
const MOST_SERIES = 6;
/** Periods from which on a line tells more than bars. */
const ENOUGH_FOR_A_LINE = 4;

/** What of some figures is drawn, and how. */
export interface ChartChoice {
  /** Unset for the form that suits them. */
  readonly form?: ChartForm;
  /** The key of one group, where they are of several. */
  readonly group?: string;
}

/** Places figures of one measure on an axis of periods, or of those whom they are about. */
export function chartOf(
  figures: readonly Figure[],
  { form, group: chosen }: ChartChoice = {},
): ChartResult {
  const all = figureGroups(figures);
  const groups = chosen === undefined ? all : all.filter(({ key }) => key === chosen);
  const [group, other] = groups;
  if (group === undefined) return { kind: 'refused', reason: 'nothing' };
  if (other !== undefined) return { kind: 'refused', reason: 'mixed', groups };
  const { measure, direction, unit, isPlanned } = group;
  const placed = place(group.figures);
  if (placed === undefined) return { kind: 'refused', reason: 'nothing' };
  const { axis, seriesOf, categoryOf } = placed;

  const cells = new Map<string, Map<string, Figure>>();
  for (const figure of group.figures) {
    const category = categoryOf(figure);
    if (category === undefined) continue;
    const row = cells.get(seriesOf(figure)) ?? new Map<string, Figure>();
    const before = row.get(category);
    if (before !== undefined && !saysTheSame(before, figure))
      return { kind: 'refused', reason: 'differing', figures: [before, figure] };
    cells.set(seriesOf(figure), row.set(category, before ?? figure));
  }
  const found = [...new Set([...cells.values()].flatMap((row) => [...row.keys()]))];
  if (found.length > MOST_CATEGORIES || cells.size > MOST_SERIES)
    return { kind: 'refused', reason: 'tooMany' };
  const categories =
    axis === 'period' ? withGaps(found.sort()) : found.sort(byValue(cells.values().next().value));
  const isRange = found.some((category) => category.includes('/'));
  const suits = axis === 'period' && !isRange;
  const usual = suits && found.length >= ENOUGH_FOR_A_LINE ? 'line' : 'bars';
  return {
    kind: 'chart',
    chart: {
      form: suits ? (form ?? usual) : 'bars',
      measure,
      ...(direction !== undefined && { direction }),
      unit,
      isPlanned,
      axis,
      common: placed.common,
      categories,
      series: [...cells].map(([name, row]) => ({
        name,
        marks: categories.map((category) => (category === GAP ? undefined : row.get(category))),
      })),
      leftOut:
        figures.filter((figure) => !isPlaced(figure)).length +
        group.figures.filter((figure) => categoryOf(figure) === undefined).length,
    },
  };
}

/** The figures that can be placed on an axis, by measure, direction, unit and length of period. */
export function figureGroups(figures: readonly Figure[]): FigureGroup[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (!isPlaced(figure)) continue;
    const key = groupKey(figure);
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups].flatMap(([key, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    const { measure, direction, unit, planned } = first;
    return [
      {
        key,
        measure,
        ...(direction !== undefined && { direction }),
        unit,
        isPlanned: planned ?? false,
        figures: group,
      },
    ];
  });
}

/** Names the group of figures that one can share a chart with. */
export function groupKey({ measure, direction = '', unit, period, planned }: Figure): string {
  const isPlanned = planned ?? false;
  return JSON.stringify([measure, direction, unit, isPlanned, period && lengthOf(period)]);
}

/**
 * Those of some figures that share a chart with one of them: of its measure and, where that is of
 * too many or they differ, of its actor. Fewer than two make no chart.
 */
export function seriesOf(figure: Figure, figures: readonly Figure[]): readonly Figure[] {
  if (!isPlaced(figure)) return [];
  const key = groupKey(figure);
  const group = figures.filter((one) => isPlaced(one) && groupKey(one) === key);
  const ofActor = group.filter(({ actor }) => actor === figure.actor);
  return [group, ofActor].find((some) => isDrawable(some)) ?? [];
}

/** Whether figures make a chart of two marks or more. */
export function isDrawable(figures: readonly Figure[]): boolean {
  const result = chartOf(figures);
  return result.kind === 'chart' && markCount(result.chart) > 1;
}

function markCount({ series }: Chart): number {
  return series.flatMap(({ marks }) => marks.filter((mark) => mark !== undefined)).length;
}

/** A year, a month or a day, or a run of them that ends: of these, lengths can be compared. */
const PLAIN_PERIOD = /^\d{4}(?:-\d\d){0,2}(?:\/\d{4}(?:-\d\d){0,2})?$/;

/** Whether a figure is one value, of a time or of somebody: a range has two. */
function isPlaced({ period, actor, high }: Figure): boolean {
  if (high !== undefined) return false;
  return period === undefined ? actor !== undefined : PLAIN_PERIOD.test(period);
}

/** Periods of one length have values that can be compared: a year's with a year's. */
function lengthOf(period: string): string {
  const [first = '', last = first] = period.split('/');
  const [from, to] = [dateOf(first), dateOf(last)];
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return [first.length, last.length, months, to.day - from.day].join(' ');
}

function dateOf(text: string) {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return { year, month, day };
}

interface Placing {
  readonly axis: Chart['axis'];
  readonly common: readonly string[];
  seriesOf(figure: Figure): string;
  categoryOf(figure: Figure): string | undefined;
}

function place(figures: readonly Figure[]): Placing | undefined {
  const periods = new Set(figures.map(({ period }) => period));
  const actors = new Set(figures.map(({ actor }) => actor));
  const [period] = periods;
  const [actor] = actors;
  const isOverTime = periods.size > 1 || (actors.size === 1 && actor === undefined);
  if (isOverTime) {
    if (period === undefined && periods.size === 1) return undefined;
    const isOne = actors.size === 1;
    return {
      axis: 'period',
      common: isOne && actor !== undefined ? [actor] : [],
      seriesOf: (figure) => (isOne ? '' : (figure.actor ?? '')),
      categoryOf: (figure) => figure.period,
    };
  }
  return {
    axis: 'actor',
    common: period === undefined ? [] : [period],
    seriesOf: () => '',
    categoryOf: (figure) => figure.actor,
  };
}

function saysTheSame(a: Figure, b: Figure): boolean {
  return a.value === b.value && a.qualifier === b.qualifier;
}

function byValue(row: ReadonlyMap<string, Figure> = new Map()) {
  const value = (category: string) => row.get(category)?.value ?? 0;
  return (a: string, b: string) => value(b) - value(a);
}

function withGaps(periods: readonly string[]): (string | typeof GAP)[] {
  return periods.flatMap((period, i) => {
    const before = periods[i - 1];
    return before !== undefined && !follows(before, period) ? [GAP, period] : [period];
  });
}

/** Whether a year, month or day is the next one. */
function follows(before: string, after: string): boolean {
  const { year, month, day } = dateOf(before.split('/').at(-1) ?? before);
  const { length } = before.split('/').at(-1) ?? before;
  const next =
    length === 4
      ? new Date(Date.UTC(year + 1, 0, 1))
      : length === 7
        ? new Date(Date.UTC(year, month, 1))
        : new Date(Date.UTC(year, month - 1, day + 1));
  const wanted = dateOf(after.split('/')[0] ?? after);
  return next.getTime() === Date.UTC(wanted.year, wanted.month - 1, wanted.day);
}
