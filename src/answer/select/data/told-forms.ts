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
  { asked: howMany('秒'), told: amountOf('秒|分'), example: '快几秒' },
  { asked: howMany('分钟'), told: amountOf('分|小时|秒|刻|钟头'), example: '补时几分钟' },
  {
    asked: howMany('小时|钟头'),
    told: amountOf('小时|钟头|分钟|天|日|时|昼夜'),
    example: '要几个小时',
  },
];
