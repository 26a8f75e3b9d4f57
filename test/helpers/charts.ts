/** Six years of one measure, with a year that is not told and two figures that are not exact. */
export const YEARS = `青江市技术合同年报

2024-03-01 来源：青江统计

${[
  [2017, '180亿元'],
  [2018, '205.5亿元'],
  [2019, '231亿元'],
  [2020, '219.4亿元'],
  [2022, '超268亿元'],
  [2023, '约301亿元'],
]
  .map(([year, amount]) => `${year}年，青江市技术合同成交额${amount}。`)
  .join('\n\n')}
`;

/** Figures of three measures in two units, one of them alone. */
export const MIXED = `东山区经济年报

2024-02-01 来源：东山统计

${[
  [2021, 310, 0],
  [2022, 342, 52],
  [2023, 377, 61],
]
  .map(
    ([year, output, firms]) =>
      `${year}年，东山区产值${output}亿元。${firms ? `${year}年，东山区企业${firms}家。` : ''}`,
  )
  .join('\n\n')}

2023年，东山区从业人员4万人。
`;

/** Places with long names, two of which fell. */
export const WIDE = `各地进出口增速公报

2024-01-20 来源：商务统计

${[
  ['新疆维吾尔自治区', '12.5'],
  ['内蒙古自治区', '-3.2'],
  ['黑龙江省', '8'],
  ['广西壮族自治区', '-0.7'],
]
  .map(([place, rate]) => `2023年，${place}进出口增速为${rate}%。`)
  .join('\n\n')}
`;

/** Sixty years of one measure. */
export const LONG = `云岭省用电年报

2024-01-10 来源：云岭统计

${Array.from({ length: 60 }, (_, i) => `${1964 + i}年，云岭省用电量${20 + i * 3 + ((i * 7) % 11)}亿千瓦小时。`).join('\n\n')}
`;
