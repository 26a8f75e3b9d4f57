import type { Article } from '../../article/article.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import { messagesIn } from '../../reply/messages/index.ts';
import type { Language } from '../language.ts';
import { PAGE_TEXTS } from '../page-texts/index.ts';
import { type Chart, type ChartChoice, type ChartRefusal, chartOf } from './chart.ts';

/** A chart as drawn, and as words for those who do not see it. */
export type DrawnChart =
  | {
      readonly kind: 'chart';
      readonly chart: Chart;
      readonly title: string;
      /** The unit, and what all marks have in common. */
      readonly about: string;
      readonly svg: string;
      /** What is drawn, each mark with its place on the axis as it is named there. */
      readonly marks: readonly Mark[];
      /** The same as one text. */
      readonly description: string;
    }
  | ({ readonly kind: 'refused' } & ChartRefusal);

/** A figure of a chart. */
export interface Mark {
  /** The name of its series; '' where there is but one. */
  readonly series: string;
  readonly place: string;
  readonly figure: Figure;
  /** The numbers of its series and of its category: `0-3`. */
  readonly at: string;
}

/** Articles that a chart names; of more it says the number. */
const SOURCES_NAMED = 2;

/** Draws figures of one measure. What draws is loaded at the first call. */
export async function drawFigures(
  figures: readonly Figure[],
  articleOf: (id: string) => Article | undefined,
  language: Language,
  choice?: ChartChoice,
): Promise<DrawnChart> {
  const result = chartOf(figures, choice);
  if (result.kind === 'refused') return result;
  const { chart } = result;
  const texts = PAGE_TEXTS[language];
  const say = messagesIn(language);
  const category = (name: string) => (chart.axis === 'period' ? say.period(name) : name);
  const common = chart.common.map((name) => (chart.axis === 'actor' ? say.period(name) : name));
  const title = [chart.direction, chart.measure].filter(Boolean).join(' · ');
  const about = [
    texts.unitIs(chart.unit || texts.noUnit),
    ...(chart.isPlanned ? [texts.planned] : []),
    ...common,
  ].join(' · ');
  const marks = marksOf(chart).map((mark) => ({ ...mark, place: category(mark.place) }));
  const articles = [...new Set(marks.map(({ figure }) => figure.article))];
  const sources = articles.slice(0, SOURCES_NAMED).map((id) => {
    const { title = id, date } = articleOf(id) ?? {};
    return texts.sourceIs(title, date);
  });
  const more = articles.length > SOURCES_NAMED ? [texts.moreSources(articles.length)] : [];
  const { drawChart } = await import('./draw-chart.ts');
  const svg = drawChart(chart, {
    title,
    about,
    sources: [...sources, ...more],
    language: texts.language,
    category,
  });
  const named = marks.map(({ series, place, figure }) =>
    [series, place, figure.text].filter(Boolean).join(' '),
  );
  return {
    kind: 'chart',
    chart,
    title,
    about,
    svg,
    marks,
    description: `${title} (${about}): ${named.join('; ')}`,
  };
}

/** The marks of a chart, each with its category for a place. */
export function marksOf({ series, categories }: Chart): Mark[] {
  return series.flatMap(({ name, marks }, of) =>
    marks.flatMap((figure, i) => {
      const place = categories[i];
      return figure === undefined || typeof place !== 'string'
        ? []
        : [{ series: name, place, figure, at: `${of}-${i}` }];
    }),
  );
}
