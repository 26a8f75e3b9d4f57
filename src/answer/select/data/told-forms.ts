/** How something is asked, and how a text that tells it writes it, over normalised text. */
export interface ToldForm {
  readonly asked: RegExp;
  readonly told: RegExp;
  readonly example: string;
}

const AMOUNT =
  '(?:[0-9一二两三四五六七八九十百千半几数多整]\\s?(?:余|多|来)?|半个?|一?整个?)\\s?个?';
const amountOf = (units: string) => new RegExp(`${AMOUNT}(?:${units})`, 'u');
const howMany = (units: string) => new RegExp(`(?:几|多少)个?(?:${units})`, 'u');

/** How deaths, injuries and the missing are told, however gently. */
const DEATH =
  '死|亡|遇难|丧生|罹难|丧命|殉|牺牲|毙|遇害|致命|夺[走去]|逝|不治|杀|送命|[条人]命|遗体|尸|阵亡|离世|去世|诛|斩首|溺';

/** Who somebody's relative is, by name. */
const whoIs = (relative: string) =>
  new RegExp(`(?:${relative})(?:的(?:名字|姓名))?(?:是|叫|的)?(?:谁|什么|啥|哪位|名字)`, 'u');

/** The first entry that fits a question holds for it. */
export const TOLD_FORMS: readonly ToldForm[] = [
  {
    // 几点要求 asks for points, and no time
    asked:
      /(?<![哪有这那第])几点(?:钟|(?!\p{Script=Han}{0,2}(?:要求|意见|建议|原因|希望|看法|理由|体会|启示|不足)))/u,
    told: /[0-9]{1,2}:[0-9]{2}|[0-9一二三四五六七八九十两]{1,3}[点时](?![候间代期尚空])|正午|中午|午夜|零点|凌晨/u,
    example: '几点开门',
  },
  {
    asked:
      /(?:多久|多长时间|几年|几天|几个月|几周|多少(?:年|天|个月|周))[^,?]{0,6}一次|每(?:年|月|周|天|日|季度|场|次)[^,?]{0,8}几次|频率|频次/u,
    told: /每|一次|定期|隔|逐[年月日]|按[年月日季]|[年月季]度|年[检审会]|[0-9一两二三四五六七八九十][年月周天日][0-9一两二三四五六七八九十][次检届]|[0-9一两二三四五六七八九十多]+次|频|赫/u,
    example: '多久检修一次',
  },
  {
    asked: /电话|热线|手机号|联系方式/u,
    told: /[0-9]{3,}|@/u,
    example: '咨询电话',
  },
  {
    asked: /比分|几比几/u,
    told: /[0-9零一二三四五六七八九十] ?[-比:∶‐–—−] ?[0-9零一二三四五六七八九十]|[战打踢]平|平局|平手/u,
    example: '最终比分',
  },
  { asked: /邮箱|电子邮件/u, told: /@|信箱|邮编/u, example: '投稿邮箱' },
  {
    asked: /哪一?年|何年|哪个年[份头]/u,
    told: /[0-9〇零一二三四五六七八九十]\s?年|(?<![0-9.,])[12][0-9]{3}(?![0-9.,])|[今去前明后当次同翌隔本每]年|年[代间初中底末前后]|元年|世纪|周?岁|时[期代]|朝/u,
    example: '哪年建成',
  },
  {
    asked: /哪一?[天日]|[几哪]号(?!楼|线|馆|院|店|门|厅)|几月几/u,
    told: /[0-9一二三四五六七八九十]\s?[日号天]|[今昨明当次翌前后每同即隔][天日]|日前|近日|(?:周|星期|礼拜)[一二三四五六日天末]|[0-9]{1,2}[/.-][0-9]{1,2}|[一-鿿]节|除夕|元旦|初[一二三四五六七八九十]|生日|国庆|五一|十一|周年/u,
    example: '哪天开学',
  },
  {
    asked: /(?:几|哪一?个?)月(?!几|前|后|内)/u,
    told: /月|[0-9]{4}[/.-][0-9]{1,2}|[春夏秋冬]|季|腊|节/u,
    example: '几月开学',
  },
  {
    asked: /哪一?[间家座个处所]\p{Script=Han}{0,4}(?:酒店|宾馆|饭店|旅馆|旅店)/u,
    told: /酒店|宾馆|饭店|旅馆|旅店|客栈|民宿|招待所|大厦|公寓|[a-z]{2,}/u,
    example: '住在哪间酒店',
  },
  {
    asked: /哪一?[间家座个处所]\p{Script=Han}{0,2}(?:餐厅|餐馆|饭馆|饭店|食堂)/u,
    told: /餐厅|餐馆|饭[馆店]|酒[店家楼]|食堂|食府|[楼馆轩居阁]|[a-z]{2,}/u,
    example: '晚宴在哪家餐厅',
  },
  {
    asked: /哪一?[间家座个所]\p{Script=Han}{0,4}(?:医院|诊所)/u,
    told: /医院|诊所|卫生院|卫生所|医学院|医疗中心|[协同仁]和|[a-z]{2,}/u,
    example: '送往哪家医院',
  },
  {
    asked: /哪一?[家个]\p{Script=Han}{0,4}银行/u,
    told: /银行|[工农中建交招]行|央行|信用社|[a-z]{2,}/u,
    example: '在哪家银行缴费',
  },
  {
    asked: /哪一?[个座]机场/u,
    told: /机场|空港|[a-z]{3,}/u,
    example: '在哪个机场降落',
  },
  {
    asked:
      /(?:多少|几)\p{Script=Han}{0,8}(?:死|亡|遇难|丧生|罹难)|(?:死|亡|遇难|丧生|罹难)\p{Script=Han}{0,3}(?:多少|几)|死亡人数|遇难人数/u,
    told: new RegExp(DEATH, 'u'),
    example: '多少人遇难',
  },
  {
    asked:
      /(?:多少|几)\p{Script=Han}{0,8}(?:受伤|伤者|轻伤|重伤)|(?:受|轻|重)伤\p{Script=Han}{0,3}(?:多少|几)|受伤人数/u,
    told: /伤|送医|送院|住院|烧|骨折|残/u,
    example: '多少人受伤',
  },
  {
    asked:
      /(?:多少|几)\p{Script=Han}{0,8}(?:失踪|失联)|(?:失踪|失联)\p{Script=Han}{0,3}(?:多少|几)|失踪人数/u,
    told: /失踪|失联|下落不明|被困|失去联[系络]/u,
    example: '多少人失踪',
  },
  {
    asked: whoIs('妻子|太太|老婆|夫人'),
    told: /妻|夫人|太太|配偶|娶|嫁|婚|爱人|老婆|媳妇|[王皇]后|妃|夫妇|伴侣/u,
    example: '他的妻子叫什么',
  },
  {
    asked: whoIs('丈夫|老公'),
    told: /夫|配偶|嫁|娶|婚|爱人|老公|伴侣/u,
    example: '她的丈夫是谁',
  },
  {
    asked: whoIs('父亲|爸爸'),
    told: /父|爸|爹|子|儿|之后|后裔|生于|出身|女/u,
    example: '他的父亲是谁',
  },
  {
    asked: whoIs('母亲|妈妈'),
    told: /母|妈|娘|子|儿|妃|后|生|女/u,
    example: '他的母亲是谁',
  },
  { asked: howMany('秒'), told: amountOf('秒|分'), example: '快几秒' },
  { asked: howMany('分钟'), told: amountOf('分|小时|秒|刻|钟头'), example: '补时几分钟' },
  {
    asked: howMany('小时|钟头'),
    told: amountOf('小时|钟头|分钟|天|日|时|昼夜'),
    example: '要几个小时',
  },
];
