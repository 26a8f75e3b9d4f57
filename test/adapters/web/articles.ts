export { YEARS } from '../../helpers/charts.ts';

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
