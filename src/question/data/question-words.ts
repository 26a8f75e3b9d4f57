import { COUNTERS } from '../../figures/data/counters.ts';
import { MEASURED_UNITS } from '../../figures/parts/units.ts';
import { ROLE_SOURCE } from './roles.ts';

/** The kind of thing that a question asks for. */
export type AnswerType =
  | 'number'
  | 'money'
  | 'ordinal'
  | 'date'
  | 'duration'
  | 'person'
  | 'organisation'
  | 'place'
  | 'reason'
  | 'method'
  | 'list'
  | 'definition'
  | 'yesno'
  | 'thing';

export interface QuestionWord {
  readonly type: AnswerType;
  /** Over normalised text: simplified, half width, lower case. */
  readonly pattern: RegExp;
  readonly example: string;
}

const literally = (text: string) => text.replace(/[()[\]{}|*+?.^$/\\]/g, '\\$&');
/**
 * All counters and units as regex source, the longest first, so that 平方公里 is not read as 平方; 国 is a
 * counter, but not in 国家.
 */
const GUARDED = COUNTERS.map(({ unit, not }) => [unit, not === '' ? '' : `(?![${not}])`] as const);
const UNITS = [...GUARDED, ...MEASURED_UNITS.map((unit) => [unit, ''] as const)]
  .sort(([a], [b]) => b.length - a.length)
  .map(([unit, not]) => literally(unit) + not)
  .join('|');

/** Counters behind 多少 that are no words of the matter, where they make no other word with what follows: 多少座位. */
const COUNTS = '个项家人次场名位种条座所件';
const COUNTED = GUARDED.filter(([unit]) => COUNTS.includes(unit))
  .map(([unit, not]) => unit + not)
  .join('|');

/** Counters behind 几 that figures have, too, and those by which articles count nothing, which are no words of the matter. */
const COUNTED_BY =
  '[栋幢根双对匹节门户页章册集封瓶杯碗盒箱袋包卷幅间株棵把组局股站段笔款班圈盘桶串排片尊顶副床滴桌窝群桩拨栏](?!化)';
const ONLY_ASKED_BY = '[扇句堂朵回趟遍顿]';
/** Units behind 几 that are no counters, too: 堵了几公里. */
const MEASURED_BY =
  '公里|千米|里[地路]|[厘毫分]米|平米|平方|立方|米|公?[吨斤顷]|[千毫]?克|毫?升|亩|摄氏度|毫安|瓦|千瓦|伏';

/**
 * Question words with the type of answer they ask for. The first entry that matches a question decides
 * its type; the matches of all entries are left out of the search terms.
 */
export const QUESTION_WORDS: readonly QuestionWord[] = [
  {
    type: 'reason',
    pattern:
      /(?<![名称改叫命作成变译选当聘定评列视])为什么|为何|为啥|干嘛|干吗|何以|何故|怎么就|咋就|是?什么原因|(?<=原因)(?:是|有)(?:什么|哪些|啥)|怎么会|凭什么|(?:是)?因为什么|\bwhy\b/g,
    example: '为什么要建联盟',
  },
  {
    type: 'ordinal',
    pattern: /第几|第多少|(?:排名?|位居|位列|居)(?:在)?第?几(?:名|位)?/g,
    example: '是第几届',
  },
  {
    type: 'duration',
    pattern:
      /多长时间|多久|(?<![哪十])(?:几|多少)(?:年(?:头(?![一-十]))?|个月|周(?!岁)|天|小时|分钟|秒)(?!代|级|份)|(?<![哪十月在从自到至])(?:几|多少)日(?![发开截举启放]|之?前)|几日[之以]?内|\bhow long\b/g,
    example: '历时多久',
  },
  {
    type: 'thing',
    pattern:
      /(?<=电话|手机|热线|传真|邮编|账号|账户|邮箱|号码|微信|门牌|车牌|房间)(?:号码?)?(?:是|为)?(?:多少号?|几号)|几比几/g,
    example: '电话是多少',
  },
  {
    type: 'date',
    pattern:
      /(?:在|是?从|是|于|自|到)?(?:什么时候|什么时间|何时|啥时候|啥时|几时|哪(?:一)?(?:年|月|天|日|个月|个年份|个?年代|个?世纪|个时期|几[年天日]|几个月|段时间)|何年|何月|何日|(?:星期|礼拜|周)几(?![次天个节堂趟场回])|几(?:月|号|(?<!哪几|有几)点)(?:几[日号])?|(?<=[月在从自到至])几日(?![之以]?内)|几日(?=[发开截举启放]|之?前)|什么(?:日期|年份|年代|时期|日子)|(?<=日期|时间|年份)是(?:什么|多少|哪.))|\bwhen\b|\bwhat year\b/g,
    example: '哪一年成立',
  },
  {
    type: 'money',
    pattern:
      /多少(?:钱|元|美元|欧元|资金|投资|经费|人民币)|几(?:块(?![金银铜奖招]?[牌石地田屏板砖瓦表匾])|元)钱?|(?<![加产价市估净])值多少|(?<=[价款]|价格|价钱|成本|(?<![消免自公付收缴交])费|费用|金额|额|工资|薪水|票房|市值|经费|[资租押定订奖罚佣]金|年薪|月薪|补贴|补助|津贴|房租|投资|收入|利润)(?:平均|大概|大约|一般)?(?:是|为|有|达|达到)?(?:多少|几何|多高|多大)|花了?多少|多少(?=[一-鿿]{0,3}(?:费|押金|[订定奖]金|违约金|罚款|补[贴助]|津贴|工资|税)[?!。呢啊]*$)|(?<=[罚赔缴赚挣亏奖补]了?)多少(?=$|[?!,.])|\bhow much\b/g,
    example: '总投入多少钱',
  },
  {
    type: 'number',
    pattern: new RegExp(
      String.raw`百分之几|百分之多少|几块(?=[金银铜奖招]?[牌石地田屏板砖瓦表匾])|多少(?:万亿|[万亿])?(?:${COUNTED}|倍|公里|米|吨|斤|亩|岁|度)?(?:百分点|百分比)?|几(?:成|分之|倍)|(?:多大(?:岁数|年纪|年龄)?|多高|多长|多宽|多厚|多深|多远|多重|多快|多不多)|(?<![哪好])有?几个人(?=[参报出去来受死伤被在能会要])|(?<![哪好])有?几(?=[项个家场届部套人次条座所处名位种类件台辆列艘架只头支队批篇本份张层级期轮岁例剂针颗枚粒样款]|分(?![之钟])|${COUNTED_BY}|了?(?:$|[?]))|(?<![哪好])几(?:${ONLY_ASKED_BY}|${MEASURED_BY})|\bhow many\b`,
      'g',
    ),
    example: '有多少项',
  },
  {
    type: 'person',
    pattern: new RegExp(
      String.raw`[是为]?(?:谁|哪个人|啥人)|(?:是)?哪(?:一|几)?位|什么人|何人|哪(?:个|些)人(?!群|才|类)|(?:叫|是)(?:什么|啥)名字|叫啥名(?!堂)|(?<=${ROLE_SOURCE}|[局院校市县部处科所班队组店馆]长|经理)叫(?:什么|啥)|\bwho(?:m|se)?\b`,
      'g',
    ),
    example: '研发总监是谁',
  },
  {
    type: 'definition',
    pattern:
      /是?(?:干|做)(?:什么|啥)(?:工作|职业)?的|是?(?:什么|啥)(?:身份|来头|来历)|(?:担任|任)(?:什么|啥|何)(?:职务|职位|职)|是(?:一个|一家|一种|一款|一项|一所)?(?:什么|啥|何物)(?:意思|东西|样的|公司|机构|平台)?(?=$|[?!,.])|什么是|啥是|(?:指|意味着|代表)(?:的是)?什么|什么意思|(?<=定义|含义|意思)是什么|\bwhat(?:'s| is| are| was| were)\b/g,
    example: '量子芯片是什么',
  },
  {
    type: 'organisation',
    pattern:
      /哪(?:一|几|两|三)?(?:家|间|所)|(?:哪(?:一|几|个|些|两)个?|什么|何种|何)(?=(?:公司|企业|机构|组织|单位|大学|高校|学校|部门|医院|银行|媒体|球队|政党|乐队|团体|协会|工厂|厂|俱乐部|出版社|电视台))/g,
    example: '哪家公司',
  },
  {
    type: 'place',
    pattern:
      /(?:在|于|位于|去|到|从)?(?:哪里|哪(?:一)?[栋幢层](?:大楼|教学楼|楼)?|哪儿|哪边|何处|何地|啥地方|什么地方|哪个地方|哪些地方)|(?:在)?(?:哪(?:一|几|个|些|两|三)[个条座]?|哪[条座]|什么|何)(?=(?:国家|国|省|市|县|区|州|城市|地区|地方|地点|大洲|洲|岛|河|山|海|港口|街|村|镇|城(?!区)|位置|球场|体育[馆场]|公园|广场|车站|机场|酒店|剧院|路(?!线|径|由)))|(?:位于|在)哪(?![些个位家支条项种场次类款只一两几年月天届所座部本份间台张班篇首集期轮队科门块])|\bwhere\b/g,
    example: '在哪里成立',
  },
  {
    type: 'list',
    pattern:
      /哪(?:些|几(?:个|种|类|项|点|方面|大)?|两个?|三个?|四个?|五个?)|都?(?:(?<![拥具])有|包括|包含|含)(?:了)?(?:什么|啥)(?!样)|分别(?:是|为|有)?(?:什么|哪.)?/g,
    example: '获奖者有哪些',
  },
  {
    type: 'method',
    pattern:
      /(?:怎么|咋)办(?![一-鿿](?<![呢啊呀哦嘛了吧]))|怎么样?|怎样|如何|咋样?|通过什么(?:方式|方法|途径|手段)?|用什么(?:方式|方法|办法)|\bhow\b/g,
    example: '如何推动',
  },
  {
    type: 'thing',
    pattern:
      /什么(?:样的|类型的|种类的)?|哪(?:一|几|两|三)?(?:个|种|类|项|部|本|首|款|支|只|条|场|座|栋|幢|届|门|张|台|层|班|份|件|双|道|队|次|块|篇|期|轮|方面|国|省|派|族|人)?(?:个|种|类|项)?|(?<!任)何种|^何(?=[为谓])|(?<![任、和与跟及给被向对]|^)何(?!某)|啥|\bwhat\b|\bwhich\b/g,
    example: '什么服务',
  },
  {
    type: 'yesno',
    pattern:
      /是否|是不是|有没有|能不能|能否|可否|会否|会不会|可不可以|(?!时不时|动不动)(\p{Script=Han}{1,2})[不没](?=\1)|(?<=[了过])没(?=$|[?!])|(?<![都也还从并就无])没有(?=$|[?!])|(?<=[^\P{Script=Han}没也都还来就才么要得])不(?=$|[?!])|吗(?=$|[?!,.])|^(?:is|are|does|did|do|was|were|has|have|can)\b/gu,
    example: '是否完成',
  },
];

/** Courtesies and particles around a question, which are left out of the search terms. */
export const COURTESIES: readonly RegExp[] = [
  /^(?:请问(?:一下)?|请教|我?想(?:问|知道|了解)(?:一下)?|(?:你)?(?:能|可以|能不能|可否)?(?:告诉|帮)(?:我|一下)*(?:查|看|找)?(?:一下)?|(?:你)?知道|麻烦(?:问|查)?一下|那么?|所以|另外|还有)[,，:：]?/,
  /(?:呢|吗|呀|啊|吧|嘛|哦|哈)+(?=$|[?!,.。])/g,
  /^(?:(?:根据|按照|依据)(?:本|这篇|该)?(?:文章|文|报道|报告|新闻)(?:里面?|中|里)?|(?:本|这篇|该)?(?:文章|报道|报告|新闻)(?:里面?|中|里)|(?:本文|文中)|(?:本|这篇|该)(?:文章|文|报道|报告|新闻))(?:说|提到|写|讲)?(?:的|了|,)?/,
];

/** The counter or unit behind 多少 or 几, e.g. 项 in 多少项. */
export const ASKED_COUNTER = new RegExp(
  // 几个人 counts people
  `(?:多少|(?<![哪好])几)[万亿]{0,2}大?(?:个(?=人(?![次工体均才群类口])))?(${UNITS})`,
);
