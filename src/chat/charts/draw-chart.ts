import { init } from 'echarts';
import { type Chart, GAP, type Series } from './chart.ts';
import { balanced, linesOf, linesOfSource, widestOf, widthOf } from './chart-labels.ts';
import {
  COLOURS,
  colourOf,
  INK,
  isExact,
  LABEL,
  PLOT_WIDTH,
  RIGHT,
  SIDE,
  VALUE,
  WIDTH,
} from './chart-style.ts';
import { joinNames, partNames, partNamesOf } from './inherited-names.ts';
import { line } from './line-series.ts';

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

const PLOT_HEIGHT = 280;
const LEGEND_LINE = 26;
/** Of a horizontal bar with its name. */
const BAR_HEIGHT = 36;
/** Widest name beside a bar. */
const NAME_WIDTH = 116;
const GAP_NAME = '…';
const NEGATIVE_MARGIN = '30%';

/** Pixels of each kind of text, and of a line of it. */
const TITLE = { size: 18, line: 26 } as const;
const ABOUT = { size: 14, line: 21 } as const;
const SOURCE = { size: 12, line: 18 } as const;
const NAME = { size: 14, line: 19 } as const;
const AXIS = 13;

const FAINT = '#bbb';
const FONT = "'Noto Sans SC Variable', 'Noto Sans SC', sans-serif";

/**
 * A chart as SVG. Each mark is one figure, labelled with its own words in the article: no other value
 * is drawn, no line leads over a gap, bars begin at zero.
 */
export function drawChart(chart: Chart, words: ChartWords): string {
  return joinNames(
    drawn(partNamesOf(chart), {
      ...words,
      title: partNames(words.title),
      about: partNames(words.about),
      sources: words.sources.map(partNames),
      category: (category) => partNames(words.category(joinNames(category))),
    }),
  );
}

function drawn(chart: Chart, words: ChartWords): string {
  const { form, series, categories } = chart;
  const names = categories.map((one) => (one === GAP ? GAP_NAME : words.category(one)));
  const isBars = form === 'bars';
  // where years stand close, what they are is plain
  const isCrowded = widthOf(names.join(' '), AXIS) > PLOT_WIDTH - AXIS;
  const room = WIDTH - 2 * SIDE;
  const titleHeight = linesOf(words.title, TITLE.size, room) * TITLE.line;
  const head = 10 + titleHeight + linesOf(words.about, ABOUT.size, room) * ABOUT.line + 14;
  const legend = series.length > 1 ? legendHeight(series, room) : 0;
  const sources = words.sources.flatMap((source) => linesOfSource(source, SOURCE.size, room));
  const foot =
    sources.reduce((all, source) => all + linesOf(source, SOURCE.size, room), 0) * SOURCE.line + 16;
  const plot = isBars ? barsHeight(names, series.length) : PLOT_HEIGHT;
  const height = head + legend + plot + foot;
  const number = new Intl.NumberFormat(words.language, {
    notation: 'compact',
    maximumFractionDigits: 2,
  });
  const value = {
    type: 'value' as const,
    axisLabel: {
      color: '#555',
      fontSize: AXIS,
      hideOverlap: true,
      formatter: (at: number) => number.format(at),
    },
    splitLine: { lineStyle: { color: '#e4e4e4' } },
    splitNumber: isBars ? 3 : 4,
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
      fontSize: isBars ? NAME.size : AXIS,
      ...(isBars
        ? {
            interval: 0,
            width: NAME_WIDTH,
            overflow: 'break' as const,
            lineHeight: NAME.line,
            formatter: (name: string) => balanced(name, NAME.size, NAME_WIDTH - 4),
          }
        : {
            hideOverlap: true,
            showMinLabel: true,
            showMaxLabel: true,
            formatter: (name: string) => (isCrowded ? name.replace(/^(\d{4})年$/, '$1') : name),
          }),
    },
  };
  const text = { width: room, overflow: 'break' as const, fontWeight: 'normal' as const };
  const view = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  view.setOption({
    animation: false,
    backgroundColor: '#fff',
    color: COLOURS,
    textStyle: { fontFamily: FONT },
    title: [
      {
        text: words.title,
        left: SIDE,
        top: 10,
        padding: 0,
        textStyle: {
          ...text,
          color: INK,
          fontSize: TITLE.size,
          lineHeight: TITLE.line,
          fontWeight: 'bold',
        },
      },
      {
        text: words.about,
        left: SIDE,
        top: 10 + titleHeight,
        padding: 0,
        textStyle: { ...text, color: '#555', fontSize: ABOUT.size, lineHeight: ABOUT.line },
      },
      {
        text: sources.join('\n'),
        left: SIDE,
        bottom: 8,
        padding: 0,
        textStyle: { ...text, color: '#555', fontSize: SOURCE.size, lineHeight: SOURCE.line },
      },
    ],
    ...(legend > 0 && {
      legend: {
        top: head - 6,
        left: SIDE,
        right: SIDE,
        padding: 0,
        itemGap: 14,
        textStyle: { color: INK, fontSize: ABOUT.size },
      },
    }),
    grid: {
      left: SIDE,
      right: isBars ? labelRoom(series) : RIGHT,
      top: head + legend + (isBars ? 0 : 16),
      bottom: foot + 4,
      containLabel: true,
    },
    xAxis: isBars ? value : category,
    // the first bar stands above
    yAxis: isBars ? { ...category, inverse: true } : value,
    series: series.map((one, i) => (isBars ? bars(one, i) : line(one, i, series.length))),
  });
  const svg = view.renderToSVGString();
  view.dispose();
  return withAttributes(svg);
}

function legendHeight(series: readonly Series[], room: number): number {
  const names = series.map(({ name }) => widthOf(name, ABOUT.size) + 44);
  return Math.ceil(names.reduce((all, width) => all + width, 0) / room) * LEGEND_LINE;
}

function barsHeight(names: readonly string[], series: number): number {
  const rows = names.map((name) =>
    Math.max(
      BAR_HEIGHT,
      24 * series + 8,
      linesOf(name, NAME.size, NAME_WIDTH - 4) * NAME.line + 10,
    ),
  );
  return rows.reduce((all, row) => Math.max(all, row), 0) * names.length + 36;
}

/** What the longest value takes beside its bar. */
function labelRoom(series: readonly Series[]): number {
  return Math.min(
    widestOf(
      series.flatMap(({ marks }) => marks),
      VALUE,
    ) + 12,
    WIDTH / 3,
  );
}

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

function hasNegative({ series }: Chart): boolean {
  return series.some(({ marks }) =>
    marks.some((figure) => figure !== undefined && figure.value < 0),
  );
}

/** How the colour of what is over, under or about its value differs. */
const PALER = '99';

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
