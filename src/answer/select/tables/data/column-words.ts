/**
 * What people ask with, and the heads and labels of tables that answer it: `asked … > head …`. Only
 * tables are read by it, where the head alone says what a column holds; running text has the verb itself.
 */
const LINES = `
赢 打赢 获胜 取胜 战胜 > 胜 胜场 胜场数 获胜 获胜场次 胜局
输 打输 输掉 败 落败 > 负 败 负场 负场数 败场 失利
打平 平 战平 > 平 平局 平场 平场数
丢球 丢 失 被进 被进球 > 失球 失球数
进球 打进 踢进 > 进球 进球数 总进球
踢 打 赛 比赛 > 场次 场数 赛 已赛 比赛场次 轮次
分 得分 拿分 积分 > 积分 总分 得分 分数
助攻 传 > 助攻 助攻数
金牌 金 > 金牌 金
银牌 银 > 银牌 银
铜牌 铜 > 铜牌 铜
到 去 开往 前往 > 终到站 终点站 终点 到达站 目的地
从 > 始发站 起点站 出发地 出发站
下雨 下雪 雨 雪 晴天 阴天 多云 > 天气 天气状况
热 冷 > 气温
来回 双程 > 往返
单程 单边 > 单程
床 病床 床位 > 床位 床位数 病床
员工 职工 > 员工人数 职工人数 员工数
人 > 人数 名额
学生 > 学生数 学生人数 在校生
床铺 > 床位
本 册 > 册数 本数
次 趟 > 次数
亩 地 > 面积
管 负责 主管 牵头 > 负责人 责任人 责任单位 主管单位 牵头单位 负责单位 责任部门 经办人 联系人
带 教 > 班主任 任课教师 教师 老师 辅导员 教练
讲 主讲 讲课 > 主讲人 主讲 授课教师 讲师
住 > 住址 地址
看病 坐诊 出诊 看诊 > 门诊时间 出诊时间 坐诊时间
上班 营业 开门 开放 关门 下班 > 营业时间 开放时间 办公时间 服务时间 上班时间 工作时间
截止 到期 结束 > 截止时间 截止日期 结束时间
完工 竣工 建成 > 完工时间 竣工时间 建成时间 完成时间
开工 动工 > 开工时间 开工日期
出发 发车 开车 > 发车时间 出发时间 开车时间
到达 到站 > 到达时间 到站时间
发电 > 发电量
用电 > 用电量 全社会用电量
种 播种 > 播种面积 种植面积
收 打 > 产量 总产量
出口 > 出口 出口额
进口 > 进口 进口额
卖 售 销 > 销量 销售量 销售额 售价
赚 挣 盈利 > 净利润 利润 利润总额
亏 亏损 > 净利润 亏损
营收 收入 进账 > 营业收入 收入 营业总收入
研发 > 研发投入 研发费用
花 投 投入 > 预算金额 投资额 投资 金额 费用 总投资
拨 拨款 > 财政拨款 拨款
补 补贴 补助 > 补贴标准 补助标准 补贴金额 补助金额
罚 > 罚款 处罚标准 罚款金额
屏 屏幕 > 屏幕尺寸 屏幕
电池 > 电池容量 电池
续航 跑 > 续航 续航里程
摄像头 相机 拍照 > 摄像头 后置摄像头 主摄 像素
内存 > 内存 运行内存
芯片 cpu > 处理器 芯片
防水 > 防水等级 防水
咨询 联系 打 > 联系电话 咨询电话 电话
报名 > 报名方式 报名时间 报名地点 报名条件
要求 条件 资格 > 条件 要求 报名条件 申请条件 任职要求 资格
`;

function read(lines: string): ReadonlyMap<string, readonly string[]> {
  const heads = new Map<string, readonly string[]>();
  for (const line of lines.trim().split('\n')) {
    const [asked = '', written = ''] = line.split(' > ');
    for (const word of asked.split(' '))
      heads.set(word, [...(heads.get(word) ?? []), ...written.split(' ')]);
  }
  return heads;
}

/** The heads that answer what is asked with a word. */
export const COLUMN_WORDS: ReadonlyMap<string, readonly string[]> = read(LINES);

/** A kind of answer: how it is asked for, and what the heads end in that give it, the nearest first. */
interface AskedKind {
  /** Over a normalised question. */
  readonly asked: RegExp;
  readonly heads: readonly RegExp[];
  /** Words that belong to asking so, and name nothing else: 举行 of 在哪里举行. */
  readonly words?: RegExp;
}

const PLACE =
  /(?:地点|地址|位置|场所|场地|教室|房间|楼层|考场|会场|场馆|地方|集合点|停车场|门牌)$/u;
const MONEY =
  /(?:价|价格|价钱|费|费用|金额|收费|收费标准|票价|售价|预算|款|工资|薪|月薪|租金|标准|学费)$/u;

/** In order: the first that matches a question is what it asks for. */
export const ASKED_KINDS: readonly AskedKind[] = [
  { asked: /[几哪][个一些]?年级/u, heads: [/(?:年级|对象|范围)$/u] },
  { asked: /最热|多热/u, heads: [/最高气温$|高温$/u, /气温$|温度$/u], words: /^热$/u },
  { asked: /最冷|多冷/u, heads: [/最低气温$|低温$/u, /气温$|温度$/u], words: /^冷$/u },
  { asked: /[到去往]哪/u, heads: [/(?:终到站|终点站?|到达站|目的地)$/u, PLACE] },
  { asked: /从哪/u, heads: [/(?:始发站|起点站?|出发地|出发站)$/u, PLACE] },
  {
    asked: /多重|最重|最轻|[更比].*重|重多少|轻多少/u,
    heads: [/重量$|体重$|净重$|质量$/u],
    words: /^[重轻]$/u,
  },
  { asked: /多高|高多少|最高|最矮/u, heads: [/^(?:高度|身高|海拔|高)$/u] },
  { asked: /多长(?!时间)|最长|最短/u, heads: [/^(?:长度|全长|长|里程|车长|机长)$/u] },
  { asked: /多宽|最宽/u, heads: [/宽度$|^宽$/u] },
  { asked: /多深|最深/u, heads: [/深度$|水深$/u] },
  { asked: /多远|最远/u, heads: [/距离$|里程$|公里数$/u] },
  { asked: /多快|最快|最慢/u, heads: [/速度$|时速$|车速$|成绩$|用时$/u] },
  { asked: /几岁|多大年[纪龄]|多大岁数|年纪|最年轻|最老/u, heads: [/年龄$|岁数$/u] },
  { asked: /多大/u, heads: [/尺寸$|大小$|面积$|容量$|年龄$/u] },
  {
    asked: /多久|多长时间|几[天年]|几个月/u,
    heads: [/时长$|期限$|工期$|周期$|学制$|有效期$|天数$|用时$|时间$/u],
  },
  {
    asked: /多少钱|多少元|几[元块]|多贵|贵|便宜|价钱|什么价|收费|要钱|交钱|花费|[花交付收]多少/u,
    heads: [/起售价$|售价$|票价$|价格$|价$/u, MONEY],
    words: /^(?:贵|便宜|卖|买|花|交|付|收|钱|收费|要|缴|票|购买|参加|坐|坐船|乘|坐车|起|用)$/u,
  },
  {
    asked: /几点|几时|什么时[候间刻段]|何时|啥时候|时间段/u,
    heads: [
      /^(?:时间|时刻|时段|活动时间|会议时间|上课时间|演出时间|开始时间)$/u,
      /(?:时间|时刻|时段)$/u,
      /(?:日期|日|期)$/u,
    ],
    words: /^(?:开始|举行|进行|召开|举办|开|办|开会|出发|到|去|能|可以|看病)$/u,
  },
  {
    asked: /哪一?[天日月年]|几[月号日]|哪个月|日期|星期几|周几/u,
    heads: [/(?:日期|日子|年份|月份|星期)$/u, /(?:时间|日|年)$/u],
    words: /^(?:开始|举行|进行|召开|举办|开|办|出发|去)$/u,
  },
  {
    asked: /哪里|哪儿|在哪|何处|什么地方|几楼|哪栋|哪层|地点|地址|位置/u,
    heads: [PLACE],
    words: /^(?:举行|进行|召开|举办|开|办|集合|去|到|楼|上课|位于|在)$/u,
  },
  {
    asked: /电话|号码|联系方式|怎么联系|手机/u,
    heads: [/(?:联系电话|咨询电话|电话|手机|联系方式|热线|号码)$/u],
    words: /^(?:咨询|联系|打|拨打|问|找|报名|拨)$/u,
  },
  {
    asked: /谁|哪位|什么人|何人|哪个人|找哪/u,
    heads: [
      /(?:负责人|责任人|联系人|主任|班主任|教师|老师|教练|主讲人|主讲|校长|院长|姓名|主管|人)$/u,
      /(?:单位|部门)$/u,
    ],
    words: /^(?:找|联系|姓|叫|是)$/u,
  },
  {
    asked: /多少[个名位]?人|几[个名位]?人|多少名|多少位|人数/u,
    heads: [/^(?:人数|名额|总人数|招聘人数|招生人数|员工人数|参加人数)$/u, /人数$/u],
    words: /^(?:招|招收|招聘|收|参加|有)$/u,
  },
];

/** Heads of columns that count what is named above or beside them: 女生 | 人数. */
export const COUNT_HEADS = /^(?:人数|数量|数|个数|总数|件数|台数|次数|户数|名额)$/u;
/** Heads of columns that give the place in an order. */
export const RANK_HEADS =
  /^(?:综合|总|最终|当前|全[国省市]|世界|本[期届年轮月])?(?:排名|名次|位次|排位|位置|序位|排行)$/u;

/** Words that ask, join and point, and that no table must hold: they tell no row and no column. */
export const SAYS_NOTHING =
  /^(?:几.|有|是|为|要|花|用|需要|需|得|到|从|在|各|各自|分别|大概|左右|多少|知道|给|又|都|能|可以|可|会|应该|哪|几|谁|什么|怎么|参加|安排|情况|数据|数字|结果|表|表格|表里|表中|列|行|一共|总共|合计|总计|共|全部|所有|目前|现在|今天|里面|其中|叫|名字|名称|那|那条|这|这个|那个|这些|那些|相比|比|和|跟|与|同|之间|差|相差|差距|差多少|高|低|多|少|大|小|最|更|超过|多于|少于|高于|低于|不到|不足|以上|以下|达到|至少|钱|个|名|位|人|次|场|支|项|款|家|种|张|条|年|月|日|号|天|元|分|具体|到底|究竟|总|请问|查|看|想|说|吗|呢|没有|有没有|是不是|是否|对|排|第一|第|前|后|倒数|最后|冠军|亚军|季军|榜首|垫底|名次|排名|多大|多重|真的|真|获|获得|拿|拿到|取得|得到|拥有|夺得|摘得|为|属于|属|发|发放|每)$/u;
