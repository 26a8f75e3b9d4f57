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
      readonly svg: string;
      /** All that is drawn as text: each mark with its place on the axis. */
      readonly description: string;
    }
  | ({ readonly kind: 'refused' } & ChartRefusal);

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
  const drawn = marksOf(chart);
  const articles = [...new Set(drawn.map(({ figure }) => figure.article))];
  const named = articles.slice(0, SOURCES_NAMED).map((id) => {
    const { title = id, date } = articleOf(id) ?? {};
    return texts.sourceIs(title, date);
  });
  const more = articles.length > SOURCES_NAMED ? [texts.moreSources(articles.length)] : [];
  const { drawChart } = await import('./draw-chart.ts');
  const svg = drawChart(chart, {
    title,
    about,
    sources: [...named, ...more],
    language: texts.language,
    category,
  });
  const marks = drawn.map(({ series, place, figure }) =>
    [series, category(place), figure.text].filter(Boolean).join(' '),
  );
  return {
    kind: 'chart',
    chart,
    title,
    svg,
    description: `${title} (${about}): ${marks.join('; ')}`,
  };
}

/** The marks of a chart, each with its place: the numbers of its series and of its category as `0-3`. */
export function marksOf({ series, categories }: Chart) {
  return series.flatMap(({ name, marks }, of) =>
    marks.flatMap((figure, i) => {
      const place = categories[i];
      return figure === undefined || typeof place !== 'string'
        ? []
        : [{ series: name, place, figure, at: `${of}-${i}` }];
    }),
  );
}
