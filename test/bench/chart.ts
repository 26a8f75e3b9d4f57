import { init } from 'echarts';
import type { Row } from './many-articles.ts';

const PANELS = [
  { title: 'median', value: (row: Row) => row.measured.median },
  { title: '99th percentile', value: (row: Row) => row.measured.p99 },
] as const;

const axis = { type: 'log' as const, nameLocation: 'middle' as const, nameGap: 28 };

/** Milliseconds a question over the number of paragraphs, both on logarithmic axes, as SVG. */
export function chartOf(rows: readonly Row[]): string {
  const names = [...new Set(rows.map(({ peer }) => peer))];
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 960, height: 420 });
  chart.setOption({
    animation: false,
    backgroundColor: '#fff',
    title: PANELS.map(({ title }, panel) => ({
      text: `Milliseconds a question, ${title}`,
      left: panel === 0 ? '6%' : '55%',
      textStyle: { fontSize: 14 },
    })),
    legend: { bottom: 0 },
    grid: [
      { left: '6%', width: '40%', top: 40, bottom: 90 },
      { left: '55%', width: '40%', top: 40, bottom: 90 },
    ],
    xAxis: PANELS.map((_, gridIndex) => ({ ...axis, gridIndex, name: 'paragraphs' })),
    yAxis: PANELS.map((_, gridIndex) => ({ type: 'log' as const, gridIndex })),
    series: PANELS.flatMap(({ value }, panel) =>
      names.map((name) => ({
        name,
        type: 'line' as const,
        xAxisIndex: panel,
        yAxisIndex: panel,
        data: rows.filter(({ peer }) => peer === name).map((row) => [row.size, value(row)]),
      })),
    ),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return `${svg}\n`;
}
