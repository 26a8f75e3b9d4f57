import { init } from 'echarts';
import type { Figure } from '../../figures/parts/figure.ts';
import { type Chart, GAP, type Series } from './chart.ts';

/** What stands around the marks, in the reader's language. */
export interface ChartWords {
  readonly title: string;
  /** Unit, and what all marks have in common. */
  readonly about: string;
  /** Where the figures are from, a line each. */
  readonly sources: readonly string[];
  /** BCP 47, for the numbers of the axis. */
  readonly language: string;
  category(category: string): string;
}

/** Pixels: the width of a phone, so that nothing is made smaller there. */
const WIDTH = 480;
const TITLE_HEIGHT = 76;
const LEGEND_HEIGHT = 28;
const SOURCE_LINE = 18;
const PLOT_HEIGHT = 300;
/** Of a horizontal bar with its name, and of a line of a name. */
const BAR_HEIGHT = 34;
const NAME_LINE = 16;
/** Widest name beside a bar, and how many characters a line of it holds. */
const NAME_WIDTH = 130;
const NAME_CHARACTERS = 10;
const GAP_NAME = '…';
const NEGATIVE_MARGIN = '25%';
/** Marks of a line that all have a label: of more, those are labelled that tell its course. */
const ALL_LABELLED = 10;

/** Told apart by those who see few colours, too: after Okabe and Ito. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#a6761d', '#56b4e9'];
const INK = '#222';
const FAINT = '#bbb';
const FONT = "'Noto Sans SC Variable', 'Noto Sans SC', sans-serif";

/**
 * A chart as SVG. Each mark is one figure, labelled with its own words in the article: no other value
 * is drawn, no line leads over a gap, bars begin at zero.
 */
export function drawChart(chart: Chart, words: ChartWords): string {
  const { form, series, categories } = chart;
  const names = categories.map((one) => (one === GAP ? GAP_NAME : words.category(one)));
  const isBars = form === 'bars';
  const legend = series.length > 1 ? LEGEND_HEIGHT : 0;
  const foot = words.sources.length * SOURCE_LINE + 16;
  const plot = isBars ? barsHeight(names, series.length) : PLOT_HEIGHT;
  const height = TITLE_HEIGHT + legend + plot + foot;
  const number = new Intl.NumberFormat(words.language, {
    notation: 'compact',
    maximumFractionDigits: 2,
  });
  const value = {
    type: 'value' as const,
    axisLabel: {
      color: INK,
      fontSize: 12,
      hideOverlap: true,
      formatter: (at: number) => number.format(at),
    },
    splitLine: { lineStyle: { color: '#e4e4e4' } },
    splitNumber: 4,
    // a value below zero has its label before its bar, where the names would stand
    ...(isBars && hasNegative(chart) && { boundaryGap: [NEGATIVE_MARGIN, 0] }),
  };
  const category = {
    type: 'category' as const,
    data: names,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: FAINT } },
    axisLabel: {
      color: INK,
      fontSize: 13,
      ...(isBars
        ? { interval: 0, width: NAME_WIDTH, overflow: 'break' as const }
        : { hideOverlap: true }),
    },
  };
  const view = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  view.setOption({
    animation: false,
    backgroundColor: '#fff',
    color: COLOURS,
    textStyle: { fontFamily: FONT },
    title: [
      {
        text: words.title,
        subtext: words.about,
        left: 12,
        top: 8,
        itemGap: 6,
        textStyle: { color: INK, fontSize: 17, width: WIDTH - 24, overflow: 'truncate' },
        subtextStyle: { color: '#555', fontSize: 13, width: WIDTH - 24, overflow: 'truncate' },
      },
      {
        text: words.sources.join('\n'),
        left: 12,
        bottom: 6,
        padding: 0,
        textStyle: {
          color: '#555',
          fontSize: 12,
          fontWeight: 'normal',
          lineHeight: SOURCE_LINE,
          width: WIDTH - 24,
          overflow: 'truncate',
        },
      },
    ],
    ...(legend > 0 && { legend: { top: TITLE_HEIGHT - 6, left: 12, textStyle: { color: INK } } }),
    grid: {
      left: 16,
      right: isBars ? 96 : 34,
      top: TITLE_HEIGHT + legend,
      bottom: foot + 8,
      containLabel: true,
    },
    xAxis: isBars ? value : category,
    // the first bar stands above
    yAxis: isBars ? { ...category, inverse: true } : value,
    series: series.map((one, i) => (isBars ? bars(one, i) : line(one, i))),
  });
  const svg = view.renderToSVGString();
  view.dispose();
  return withAttributes(svg);
}

function barsHeight(names: readonly string[], series: number): number {
  const lines = names.map((name) => Math.ceil(name.length / NAME_CHARACTERS));
  const rows = lines.map((count) => Math.max(BAR_HEIGHT, 24 * series + 8, count * NAME_LINE + 8));
  return rows.reduce((all, row) => Math.max(all, row), 0) * names.length + 36;
}

const LABEL = {
  show: true,
  fontSize: 13,
  color: INK,
  textBorderColor: '#fff',
  textBorderWidth: 3,
} as const;

function bars({ name, marks }: Series, index: number) {
  return {
    name,
    type: 'bar' as const,
    barMaxWidth: 22,
    emphasis: { disabled: true },
    data: marks.map((figure) =>
      figure === undefined
        ? null
        : {
            value: figure.value,
            label: {
              ...LABEL,
              position: figure.value < 0 ? ('left' as const) : ('right' as const),
              formatter: () => figure.text,
            },
            itemStyle: { color: `${colourOf(index)}${isExact(figure) ? '' : PALER}` },
          },
    ),
  };
}

function line({ name, marks }: Series, index: number) {
  const labelled = labelledOf(marks);
  return {
    name,
    type: 'line' as const,
    connectNulls: false,
    showAllSymbol: true,
    symbolSize: labelled.size < marks.length - 2 ? 5 : 9,
    emphasis: { disabled: true },
    // each label stays, but not in the way of another
    labelLayout: { moveOverlap: 'shiftY' as const },
    itemStyle: { color: colourOf(index) },
    data: marks.map((figure) =>
      figure === undefined
        ? null
        : {
            value: figure.value,
            symbol: isExact(figure) ? 'circle' : 'emptyCircle',
            label: {
              ...LABEL,
              show: labelled.has(figure),
              // the labels of two lines keep out of each other's way
              position: index % 2 === 0 ? ('top' as const) : ('bottom' as const),
              formatter: () => figure.text,
            },
          },
    ),
  };
}

/** All marks; of many, the first, the last, the highest and the lowest. */
function labelledOf(marks: Series['marks']): ReadonlySet<Figure> {
  const figures = marks.filter((figure) => figure !== undefined);
  if (figures.length <= ALL_LABELLED) return new Set(figures);
  const byValue = figures.toSorted((a, b) => a.value - b.value);
  return new Set(
    [figures.slice(0, 1), figures.slice(-1), byValue.slice(0, 1), byValue.slice(-1)].flat(),
  );
}

function hasNegative({ series }: Chart): boolean {
  return series.some(({ marks }) =>
    marks.some((figure) => figure !== undefined && figure.value < 0),
  );
}

/** How the colour of what is over, under or about its value differs. */
const PALER = '99';

function isExact({ qualifier }: Figure): boolean {
  return qualifier === 'exact' || qualifier === 'reaches';
}

function colourOf(index: number): string {
  return COLOURS[index % COLOURS.length] ?? INK;
}

/**
 * Style attributes become attributes of their own, which all readers of SVG know and which a page
 * allows that forbids styles beside its own.
 */
function withAttributes(svg: string): string {
  // the one rule is for a pointer that hovers over what cannot be chosen
  const marks = svg.replace(/<style\s*>[\s\S]*?<\/style>/g, '');
  return marks.replace(/ style="([^"]*)"/g, (_, style: string) =>
    style
      .split(';')
      .flatMap((rule) => {
        const [name = '', ...value] = rule.split(':');
        return value.length > 0 ? [` ${name.trim()}="${value.join(':').trim()}"`] : [];
      })
      .filter((attribute) => !attribute.startsWith(' white-space'))
      .join(''),
  );
}
