import type { Operation } from '../../../figures/arithmetic.ts';

export interface ComparisonWords {
  readonly operation: Operation;
  /** Over normalised text. */
  readonly pattern: RegExp;
  readonly example: string;
}

/** How people ask to compare two figures. In order: the first that matches. */
export const COMPARISONS: readonly ComparisonWords[] = [
  { operation: 'ratio', pattern: /(?:几|多少)倍/, example: '吸纳额是输出额的几倍' },
  {
    operation: 'difference',
    pattern:
      /相差|差(?:了|距|额|值)?(?:是|有)?(?:多少|几)|差距|(?:多|少|高|低|大|快|慢)(?:出|了)?(?:多少|几)/,
    example: '出口比进口多多少',
  },
  {
    operation: 'sum',
    pattern: /合计|总共|一共|总计|加起来|加在一起|之和|总和/,
    example: '输出和吸纳合计多少',
  },
  {
    operation: 'greater',
    pattern:
      /(?:哪(?:个|一个|方|边|家|一?年|里|类|种)?|谁)的?[^,?]{0,8}?(?:(?:更|比较|最)(?:高|多|大|低|少|快|慢|强)|(?:高|多|(?<!加拿)大|低|少|快|慢|强)(?:些|一些)?(?=$|[?!,.]))|(?:更|比较)(?:高|多|大|低|少|快|慢)(?:的是|$|[?])|(?:高|多|大|低|少)(?:吗|还是)/,
    example: '输出和吸纳的成交额哪个更高',
  },
];

/** Words of a question that asks for the smaller side. */
export const LESSER = /低|少|小|慢/;
