export { YEARS } from '../../helpers/charts.ts';

/** Figures in a table, in an article of many parts. */
export const TABLE = `# 各市经济情况

2024-03-05 来源：统计年鉴

## 一、总量

各市产值如下。

| 地区 | 2022年产值（亿元） | 2023年产值（亿元） |
| --- | --- | --- |
| 东山市 | 310 | 342 |
| 西河市 | 120.5 | 131 |

## 二、分县

分县数字另行公布。

## 三、说明

以上为初步数。
`;

/** A hundred paragraphs with three figures each. */
export const LONG = `云岭省数字经济公报

2024-02-01 来源：云岭统计

${Array.from(
  { length: 100 },
  (_, i) =>
    `${2014 + Math.floor(i / 10)}年，云岭省第${(i % 10) + 1}批项目投资${100 + i * 7}亿元，企业${200 + i * 3}家，从业人员约${30 + i}万人。`,
).join('\n\n')}
`;

/** What would run, were an article's characters taken for a page's. */
export const HOSTILE = `<script>alert(1)</script>“><img src=x onerror=alert(2)>公报

2023-05-01 来源：<b>东城</b>

2023年，东城区新建学校<script>alert(3)</script>12所，总投资=1+1亿元。
`;
