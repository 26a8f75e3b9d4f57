/**
 * Kinds of measures that are none of each other, over normalised text: who asks for 营业收入 is not
 * answered by 净利润. A bare 收入 may be any income.
 */
export const MEASURE_KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  [
    'revenue',
    /营业(?:总)?收入|营收|销售收入|主营收入|总收入|收入总额|(?<!可支配|财政|预算|税|居民|工资性)收入/,
  ],
  [
    'income',
    /可支配收入|居民收入|工资|薪[酬水资]|年薪|月薪|(?<!营业总?|销售|主营|财政|预算|税)收入/,
  ],
  ['budget', /(?:财政|预算|税)收入?|(?<!营业总?|销售|主营|可支配|居民|工资性)收入/],
  ['profit', /净利(?!润?率)|(?<!毛)利润(?!率)|[盈获]利|纯[利益]|税后盈余|亏损|净亏|赚(?!钱的)/],
  ['gross', /毛利/],
  ['margin', /(?:净利润?|(?<!毛)利润)率/],
  ['research', /(?:研发|科研|r&d)(?:经费)?(?:总)?(?:投入|费用|支出|经费)/],
  ['investment', /投资/],
  ['output', /产量/],
  ['sales', /销量|销售量|交付量|出货量/],
  ['turnover', /销售额|零售额|成交额|交易额/],
  ['added', /增加值/],
  ['product', /生产总值|gdp|经济总量/],
  ['market', /市值/],
  ['share', /股价/],
  ['dividend', /分红|股息|派息/],
  ['deposit', /存款/],
  ['loan', /贷款/],
  ['sown', /播种面积|种植面积/],
  ['built', /造价|建造(?:成本|费用?)|建设(?:成本|费用)/],
  ['ticket', /票价|门票|船票|车票|机票/],
  ['rent', /租金|房租/],
  ['parking', /停车费|停放费/],
  ['tuition', /学费/],
  ['deposited', /押金|保证金/],
  ['fine', /罚款|罚金/],
  ['price', /价值|售价|单价|原价|定价/],
  ['subsidy', /补[贴助]|津贴/],
  ['compensation', /赔[偿付]|补偿/],
  ['donation', /捐[款赠]/],
  ['stock', /保有量/],
  ['drivers', /驾驶人/],
];
