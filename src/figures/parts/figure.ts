/** How exact the article says a figure is: 超/多/余/以上 | 不足/以内 | 约/近/左右 | 达/达到. */
export type Qualifier = 'exact' | 'over' | 'under' | 'about' | 'reaches';

/** A statistic of an article. Offsets are UTF-16 units into the article's text. */
export interface Figure {
  /** Verbatim, with its qualifier and unit, e.g. `超307亿元`. */
  readonly text: string;
  /** The number in the base scale of its unit, e.g. 30700000000. */
  readonly value: number;
  /** The base unit, e.g. `元`, `项`, `%`; '' where the article gives none. */
  readonly unit: string;
  /** The same in SI or the plain counter, where a scale was folded in. */
  readonly base: { readonly value: number; readonly unit: string };
  readonly qualifier: Qualifier;
  /** What is counted or measured, in the article's words, e.g. `技术合同成交额`. */
  readonly measure: string;
  /** E.g. 输出, 吸纳, 增长, 下降. */
  readonly direction?: string;
  /** Whom the figure is about, e.g. 江苏. */
  readonly actor?: string;
  /** ISO 8601: `2022`, `2023-06`, `2021/2025`. */
  readonly period?: string;
  /** The upper end of a range (3—12个月), in the scale of `value`, which is its lower end. */
  readonly high?: number;
  /** The article plans, aims at or expects it; absent of what came about. */
  readonly planned?: true;
  /** Id of the article. */
  readonly article: string;
  /** Number of the paragraph, from 1. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  /** The whole sentence, verbatim. */
  readonly sentence: string;
}
