import { markdownTable } from '../../src/evaluation/results-page.ts';
import type { Row } from './many-articles.ts';

const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
const mb = (value: number) => `${value.toFixed(0)} MB`;
const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`;
const percent = (share: number | null) => (share === null ? '–' : (100 * share).toFixed(1));

const COLUMNS: readonly (readonly [string, (row: Row) => string])[] = [
  ['', ({ peer }) => peer],
  ['median', ({ measured }) => ms(measured.median)],
  ['99 %', ({ measured }) => ms(measured.p99)],
  ['first time: median', ({ measured }) => ms(measured.first.median)],
  ['99 %', ({ measured }) => ms(measured.first.p99)],
  ['R@1', ({ measured }) => percent(measured.rightParagraph)],
  ['lead hit', ({ measured }) => percent(measured.leadHit)],
  ['build', ({ measured }) => seconds(measured.build)],
  ['memory added', ({ measured }) => mb(measured.added)],
  ['in all', ({ measured }) => mb(measured.resident)],
];

/** What is kept and what many ask at once, one row a size. */
export function ownMarkdown(rows: readonly Row[]): string {
  const cells = rows.flatMap(({ size, own }) =>
    own === undefined
      ? []
      : [
          [
            size.toLocaleString('en'),
            seconds(own.restart),
            ms(own.lookedUp.open),
            ms(own.lookedUp.stat),
            ms(own.lookedUp.completion),
            seconds(own.making),
            own.load.questionsPerSecond.toFixed(0),
            ms(own.load.p99),
            ms(own.load.p999),
            ms(own.load.longest),
            ms(own.load.taking),
          ],
        ],
  );
  const head = [
    'paragraphs',
    '`ask`, all kept',
    'open',
    '`/stat`',
    'completion',
    'making the rest',
    'questions a second',
    'event loop held: 99 %',
    '99.9 %',
    'longest',
    'taking over a change',
  ];
  return markdownTable([head, ...cells]);
}

/** One table a size. */
export function peersMarkdown(rows: readonly Row[]): string {
  const sizes = [...new Set(rows.map(({ size }) => size))];
  return sizes
    .map((size) => {
      const lines = rows.filter((row) => row.size === size);
      const cells = lines.map((row) => COLUMNS.map(([, cell]) => cell(row)));
      return `#### ${size.toLocaleString('en')} paragraphs\n\n${markdownTable([COLUMNS.map(([name]) => name), ...cells])}`;
    })
    .join('\n');
}
