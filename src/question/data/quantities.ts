import type { Dimension } from '../../figures/data/units.ts';

/** Counters that count the same things: a number of 户 or 所 answers a question for 几家. */
export const LIKE_COUNTERS: readonly ReadonlySet<string>[] = [
  new Set('人 名 位 口 人次'.split(' ')),
  new Set('家 所 间 户 座 处 基'.split(' ')),
  new Set('次 场 届 回 趟'.split(' ')),
  new Set('项 件 种 类 宗 份 笔'.split(' ')),
  new Set('年 岁 载'.split(' ')),
  new Set('辆 台 架 艘 列'.split(' ')),
  new Set('本 册 部'.split(' ')),
  new Set('块 枚'.split(' ')),
  new Set('栋 幢'.split(' ')),
  new Set('床位 张床位 张床 床'.split(' ')),
];

/** Measures that are a number of things by their name: 合同数, 企业数量; 指数 and 分数 are not. */
export const COUNT_MEASURE = /(?<![指系倍分基参函常岁少多无])数量?(?=是|有|为|达|呢|[?,]|$)/;

/** Wordings of a question with the dimension that the figure must have; the first that matches decides. */
export const MEASURE_DIMENSIONS: readonly (readonly [pattern: RegExp, dimension: Dimension])[] = [
  [
    /多大(?:年纪|岁数|年龄|了(?=$|[?!,。]))|(?:[者人某士童孩娃父母爸妈兄弟姐妹他她]|[男女儿妻]子|学生|老师)多大(?=$|[?!,。])|年龄|几岁|多少岁/,
    'age',
  ],
  [/(?:几|多少)倍/, 'ratio'],
  // 占地多少亩 asks for an area, 占地球雨林的多少 for a share
  [
    /(?:几|多少)(?:成|分之)|占(?!地(?:面|多|约|达|共|几|是|为|有)|用|有|据).{1,12}的(?:多少|几成)/,
    'percent',
  ],
  // 占耕地面积的比例 asks for a share, whatever it is a share of
  [/百分之(?:几|多少)|(?:百分比|比[例重率]|占比|份额)(?=是|为|有|达|多|呢|[?,]|$)/, 'percent'],
  [/面积|占地(?!球)/, 'area'],
  // how large a place is, without a word for it: 公园多大
  [
    /(?:公园|园区|景区|湿地|保护区|校[园区]|[^场]馆|广场|停车场|球场|基地|房[子间]|[展大]厅|厂[房区]|湖|岛)(?:总共|大概|大约|到底)?(?:有|是)?多大(?=$|[?呢啊])/,
    'area',
  ],
  [
    /百分之|百分比|占比|比重|比例|比率|份额|增速|增幅|升幅|涨幅|降幅|跌幅|利率|税率|(?<!频|功|效)率(?=是|为|有|达|多|$)/,
    'percent',
  ],
  [/(?:[期年时]限|[时期]间|学制|期|寿命)(?:是|有|要|为|会)?多长/, 'time'],
  [
    /全长|里程|海拔|身高|(?:长|宽|高|深|厚)度|距离|多长(?!时)|(?<![压糖脂温价率分度资入薪利费酸量])(?:有|是|要|达)?多高(?!学)|多宽|多深|多远|多厚/,
    'length',
  ],
  [
    /(?:下|降)了?多少(?:[雨雪]|$|[?])|(?:降[雨水雪]|雨|积雪)量?(?:是|有|达)?多(?:少|大)(?:毫米|厘米)?(?:$|[?呢啊])/,
    'length',
  ],
  [/重量|体重|多重/, 'weight'],
  [/气温|温度|水温|体温/, 'temperature'],
  [/多长时间|多久|时长|寿命|年限|周期/, 'time'],
  [/多少钱|(?:经济|财产)损失|票房|市值|售价|单价|票价|造价|多少元/, 'money'],
  [/占(?:了|有|公司)?(?:多少|几成)的?(?:股|份)|占股(?:比例)?(?:是|为|有)?多少/, 'percent'],
  // a growth of 2.3% is not what a product comes to
  [
    /(?:gdp|生产总值|经济|销售|收入|支出|投资|进出口|贸易|资产|零售|交易|成交)(?:的)?总[量额值](?![^,?]{0,8}[增涨降跌变升减])/,
    'money',
  ],
  [COUNT_MEASURE, 'count'],
];

/** Units by which a text writes quantities of a dimension, for numbers that no recogniser reads whole: 长三百余英尺, 一半以上. */
export const WRITTEN_UNITS: Partial<Record<Dimension, RegExp>> = {
  area: /平方|亩|公顷|英亩|km2/,
  percent: /%|百分之|分之|成|一半|过半/,
  length: /米|公里|里|英尺|英寸|海里|码|km|cm/,
  weight: /吨|克|斤|磅|盎司|kg/,
  age: /岁|(?:个月|周|天)大|(?:出生|满)[^,;]{0,6}[月周天日]/,
  temperature: /度|℃|°/,
  time: /年|月|周|天|日|时|分钟|秒|世纪|季|代|春秋|寒暑/,
  money: /元|块|镑|币|美金|法郎|马克|卢布|[$€£¥]/,
};

/** Measures whose figures are amounts of money, where no growth is asked. */
export const MONEY_MEASURE =
  /(?:收入|利润|净利|营收|额|投入|投资|成本|总值|gdp|支出|预算|赤字|市值|资金|经费|费用?|价|盈利|收益|分红|奖金|工资|薪资|租金|押金|罚款|亏损)$/;

/** Questions for a number of people, whatever their counter. */
export const COUNTS_PEOPLE =
  /(?:有?多少|几)(?:位|名|个)?[^,?]{0,8}?(?:员工|职工|人员|人口|学员|学生|教师|老师|居民|观众|游客|旅客|乘客|顾客|球迷|用户|患者|志愿者|成员|会员|队员|选手|人)(?:$|[?,参报就])|(?:员工|职工|人员|(?:小学|[初高大]中?|中学|研究|毕业|在校|[学新师考])生|教师|老师|医生|护士|居民|观众|游客|旅客|患者|用户|会员)(?:一共|总共|共|总数|相?差|多|少)?(?:有|是|达)?多少(?:人|名|个|位)?(?:$|[?呢啊])|(?:人口|人数)(?:总数|总量|规模)?(?:(?:是|有|为|达)?多少|(?=$|[?]))|(?:嫌疑人|嫌犯|逃犯|毒贩|骗子|官员|干部|队员|球员|员工|学生|老师|医生|患者|志愿者)(?:被?[抓捕逮救派裁招录判]|来|走|离职|入选|获救)了?(?:多少|几)个?(?:$|[?])/;

/** Dimensions of how large something is, whose changes are told in percent as well. */
export const EXTENTS: ReadonlySet<Dimension | undefined> = new Set(['area', 'length', 'weight']);
