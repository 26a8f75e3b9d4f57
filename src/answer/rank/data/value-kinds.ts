/** A kind of value by how it is asked for and how it is told. */
export interface ValueKind {
  /** Over the normalised question. */
  readonly asks: RegExp;
  /** Over a normalised sentence; global, since what the question writes itself is no value. */
  readonly tells: RegExp;
  readonly example: string;
}

/** Counters of the same things, as far as questions and reports change one for the other. */
export const COUNTED_ALIKE: readonly string[] = [
  '人名位口',
  '起例件宗',
  '个家所座',
  '天日',
  '种类款项',
  '次回趟',
  '艘架辆台',
];

/** A share, or by how much something has grown, which is told in percent or in multiples. */
export const RATE: ValueKind = {
  asks: /百分之|百分比|率|比例|占比|比重|[增涨降升减跌][^,?]{0,4}(?:多少|几)/u,
  tells: /[0-9]%|百分之|百分点|[0-9]成|倍|分之/gu,
  example: '出口金额增长了多少',
};

/** How long: not by a date, which is taken out before. */
export const LENGTH_OF_TIME =
  /(?:[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十百]+|半)[多余来几]?个?半?(?:小时|星期|季度|世纪|个月|工作日)|(?:[0-9]+|[一二两三四五六七八九十百]+|半)[多余来几]?(?:年|天|周|日|分钟|秒|载)|[多数]年/gu;

/** Dates and hours: numbers that neither count nor measure anything. */
export const DATES =
  /[0-9]{4}年(?:代|初|底|末)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}[日号])?|[0-9]{1,2}月(?:[0-9]{1,2}[日号])?|(?<![0-9.])[0-9]{1,2}[日号](?![0-9])|[0-9]{1,2}[时点:](?:[0-9]{1,2}分?)?|第[0-9零一二三四五六七八九十百]+/gu;

/** When something is as reports tell it, in whose dates year and month go without saying: 4日下午, 下周. */
export const TOLD_WHEN =
  /(?<![0-9])[0-9]{1,2}[日号](?!报|电|讯)|[上下本]周|[次翌本当]日|周[一二三四五六日]|[0-9]{1,2}[时点:][0-9]{0,2}|近日|日前|[上下中]午|凌晨/gu;

/** What is asked for to the day, the year or the hour, or of one kind of place or body. The first that fits. */
export const VALUE_KINDS: readonly ValueKind[] = [
  {
    asks: /哪一?天|几号|几日|哪日|日期|何日|几月几/u,
    tells: /[0-9]{1,2}[日号]|[一二三四五六七八九十]+[日号]/gu,
    example: '哪一天举行',
  },
  {
    asks: /哪一?年|何年|什么年|年份/u,
    tells: /[0-9]{2,4}年|[今去前明]年/gu,
    example: '哪一年成立',
  },
  {
    asks: /几点|几时|具体时间/u,
    tells: /[0-9]{1,2}[时点:]|[上下]午|凌晨/gu,
    example: '几点开门',
  },
  {
    asks: /哪[一几些两]?个?国家?|什么国家|国籍/u,
    tells:
      /\p{Script=Han}国(?![家际内务有防会王])|日本|俄罗斯|印度|加拿大|澳大利亚|巴西|意大利|西班牙|葡萄牙|荷兰|比利时|瑞[士典]|波兰|乌克兰|土耳其|伊朗|伊拉克|以色列|埃及|南非|墨西哥|阿根廷|越南|菲律宾|新加坡|马来西亚|印尼|巴基斯坦|阿富汗|奥地利|匈牙利|希腊|挪威|芬兰|丹麦|朝鲜|蒙古|缅甸|柬埔寨|老挝|智利|古巴|叙利亚|沙特|卡塔尔|阿联酋|捷克|罗马尼亚|新西兰|爱尔兰|肯尼亚|尼日利亚|苏丹|利比亚|摩洛哥|哈萨克斯坦/gu,
    example: '在哪个国家举行',
  },
  {
    asks: /哪[一几些两]?[个座]?(?:城市|市)|什么城市/u,
    tells:
      /\p{Script=Han}{2}市|北京|上海|天津|重庆|广州|深圳|成都|武汉|杭州|南京|西安|东京|纽约|伦敦|巴黎|柏林|莫斯科|首尔|华盛顿|洛杉矶/gu,
    example: '在哪个城市举行',
  },
  {
    asks: /哪[一几些两]?个?(?:省|州|自治区)/u,
    tells: /\p{Script=Han}[省州]|自治区|北京|上海|天津|重庆|河北|山东|四川|广东|浙江|江苏/gu,
    example: '在哪个省',
  },
  {
    asks: /哪[一几些]?条?[河江]/u,
    tells: /\p{Script=Han}[河江]/gu,
    example: '流入哪条河',
  },
  {
    asks: /哪[一几些两]?[所间]|哪[一几些]?个?(?:大学|学校|学院|高校|中学)/u,
    tells: /大学|学院|学校|[中小]学|高中/gu,
    example: '毕业于哪所大学',
  },
  {
    asks: /哪[一几些两]?[家个]?(?:公司|企业|银行|集团|媒体|报纸|俱乐部)/u,
    tells: /公司|企业|银行|集团|[报社]|股份|俱乐部|[a-z]{2,}/gu,
    example: '由哪家公司生产',
  },
  {
    asks: /哪[一几些两]?[支只]?(?:球队|队伍|队)/u,
    tells: /队|\p{Script=Han}国/gu,
    example: '哪支球队夺冠',
  },
];
