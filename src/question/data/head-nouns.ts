import type { AnswerType } from './question-words.ts';

/** What a noun phrase asks for by the noun that it ends in. */
export interface HeadNoun {
  readonly type: AnswerType;
  /** Over the phrase, normalised, up to its end. */
  readonly pattern: RegExp;
  readonly example: string;
}

/**
 * How people type what they want to know without a question word, the first entry that fits: the noun
 * at the end of 主场馆开放时间 asks for a time. Nouns of things that are no value (通知, 影响) ask for
 * nothing in particular.
 */
export const HEAD_NOUNS: readonly HeadNoun[] = [
  {
    type: 'duration',
    pattern: /(?:时长|工期|片长|任期|保质期|有效期|期限|年限)$/,
    example: '工程工期',
  },
  {
    type: 'date',
    pattern: /(?:(?<!长)时间|日期|年份|日子|生日|截止|截稿|到期)$/,
    example: '主场馆开放时间',
  },
  {
    type: 'place',
    pattern:
      /(?:地点|地址|所在地|举办地|出生地|产地|举办国|主办国|东道主|主办城市|举办城市|(?<=[的最])(?:国家|城市|省份|地区))$/,
    example: '决赛举办城市',
  },
  {
    type: 'person',
    pattern:
      /(?:导演|编剧|主演|作者|主持人|首相|总统|总理|主席|市长|省长|州长|县长|区长|局长|校长|院长|馆长|议长|秘书长|董事长|行长|所长|部长|主任|书记|教练|总裁|首席执行官|ceo|总经理|负责人|联系人|创始人|发言人|陪同人员|法人代表|代表人|代言人|队长|会长|司令|指挥官?|大使|设计师|设计者|创办人|发明人|发明者|继任者|接班人|裁判|监制|制片人|控制人)$/,
    example: '新馆的馆长',
  },
  {
    type: 'money',
    pattern:
      /(?:售价|起售价|票价|单价|定价|造价|房价|票房|总投资|净利润?|利润|营收|罚款|奖金|(?<![免消收])费|费用|工资|薪资|[月年]薪|(?:成交|销售|交易|营业|总)额|(?:gdp|生产总值)(?:总量)?)$/,
    example: '新车的起售价',
  },
  {
    type: 'number',
    pattern:
      /(?:(?<![频效])率|占比|比重|份额|增速|增幅|涨幅|跌幅|降幅|产量|销量|出货量|交付量|吞吐量|保有量|客流量|流量|储量|排放量|降水量|用电量|出口量|进口量|数量|人数|件数|户数|例数|起数|病例数?|面积|海拔|高度|长度|宽度|深度|重量|体重|身高|容量|里程|温度|气温|年龄|震级|时速|人口|席位数?|(?:最[高低]|平均|录取)分|分数线)$/,
    example: '去年苹果产量',
  },
  { type: 'reason', pattern: /(?:原因|缘由|理由|起因)$/, example: '延期原因' },
];
