import type { Article, Paragraph } from '../../article/article.ts';
import { type Clause, openingNouns } from './clauses.ts';
import { around, question } from './cloze.ts';
import type { MadeQuestion } from './made-question.ts';

/** A question of a clause, and what it asks for, in UTF-16 units of the clause. */
interface Made {
  readonly question: string | undefined;
  readonly asked: readonly [start: number, end: number];
}
type Kind = (article: Article, clause: Clause) => Made | undefined;

const DATE = String.raw`(?:\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|\d{1,2}月|\d{4}年)`;
/** A date within a clause, with the words that put it into the sentence. */
const DATED = new RegExp(
  `(?:将|拟|计划|已)?(?:定?于|自|从|在)?(${DATE}(?:[上下中]午|晚上?|凌晨)?(?:\\d{1,2}[时点:]\\d{0,2}分?)?)起?`,
  'u',
);
const PART_OF_DAY = '(?:[上下中]午|晚上?|凌晨|傍晚|清晨)?';
const ONLY_DATE = new RegExp(`^${DATE}${PART_OF_DAY}$`, 'u');
const OPENING_DATE = new RegExp(`^${DATE}${PART_OF_DAY}`, 'u');

/** 工厂于6月18日投产 → 工厂什么时候投产. */
const whenWithin: Kind = (article, clause) => {
  const match = DATED.exec(clause.text);
  const [all = '', date = ''] = match ?? [];
  if (match === null || match.index === 0) return undefined;
  const [start, end] = [match.index, match.index + all.length];
  if (openingNouns(clause.wordsIn(0, start)) !== start || !happens(clause, end)) return undefined;
  const halves = around(article, clause, [start, end]);
  const at = start + all.indexOf(date);
  return (
    halves && {
      question: question(halves.before, '什么时候', halves.after),
      asked: [at, at + date.length],
    }
  );
};

/** 6月18日上午工厂投产 → 工厂什么时候投产. */
const whenOpening: Kind = (article, clause) => {
  const [date = ''] = OPENING_DATE.exec(clause.text) ?? [];
  if (!date.includes('日')) return undefined;
  const start = openingNouns(clause.wordsIn(date.length, clause.text.length));
  if (start <= date.length || start === clause.text.length || !happens(clause, start))
    return undefined;
  const halves = around(article, clause, [start, start]);
  return (
    halves && {
      question: question(halves.before, '什么时候', halves.after),
      asked: [0, date.length],
    }
  );
};

/** Within what time something is to be done. */
const WITHIN = /(\d{1,3})(个?工作日|日|天|小时|个月)(?:之|以)?内(?=\p{Script=Han}{2,})/u;

/** 停车人应当在驶离后7日内缴纳停车费 → 停车人应当在驶离后多少日内缴纳停车费. */
const withinWhat: Kind = (article, clause) => {
  const match = WITHIN.exec(clause.text);
  const [all = '', number = '', unit = ''] = match ?? [];
  if (match === null) return undefined;
  const [start, end] = [match.index, match.index + all.length];
  const isDue = /[应須须需]|可|得/u.test(clause.text.slice(0, start));
  const halves = isDue ? around(article, clause, [start, end]) : undefined;
  return (
    halves && {
      question: question(halves.before, `多少${unit}内`, halves.after),
      asked: [start, start + number.length + unit.length],
    }
  );
};

/** Whether a verb follows, and so what happens on the day. */
function happens(clause: Clause, from: number): boolean {
  const [next] = clause
    .wordsIn(from, clause.text.length)
    .filter(({ tag }, at) => at > 0 || !/^(?:d|ad)$/.test(tag));
  const behind = clause.wordsIn(from, clause.text.length);
  // 退役军人服务中心开展活动: the verb that stands first is of a name
  const actsLater = behind.some(
    ({ tag }, at) => at > 0 && /^v(?!n)/.test(tag) && BODY.test(behind[at - 1]?.text ?? ''),
  );
  const isTold = /(?:[的时后前称说]|显示|表示|指出|介绍|强调|报道|通报|消息)$/u.test(clause.text);
  const isSaid = /^(?:表示|称|稱|说|說|认为|指出|介绍|回应|透露|强调|宣布|超)/u.test(
    next?.text ?? '',
  );
  return !isTold && !isSaid && next !== undefined && /^v(?!n)/.test(next.tag) && !actsLater;
}

/** The kind of a body at the end of its name. */
const BODY =
  /(?:会|會|局|厅|廳|院|所|部|处|處|公司|集团|集團|中心|学校|學校|大学|大學|社|队|隊|厂|廠|馆|館|负责人|負責人|部门|部門|人员|人員|人士|民警|警方|官员|官員)$/u;

/** 由 and who did it. */
const BY =
  /由([^由,、]{2,16}?)((?:承办|主办|协办|设计|建造|打造|制作|执导|主演|导演|编剧|牵头|负责|担任|接任|兼任|兼管|主持|捐赠|捐建|创办|创立|研制|研发|出品|运营|管理|组织|提供|供应|发起|审定|签发|解释)(?!转为|轉為|部门|部門|局|处|機構|机构|人员|單位|单位|中心|公司|办|站|所|者)[^,]{0,8})$/u;

/** 仓库由伊藤设计 → 仓库由谁设计. */
const byWhom: Kind = (article, clause) => {
  const match = BY.exec(clause.text);
  const [, doer = ''] = match ?? [];
  // 世界上最大的由工程师组成的组织 tells what it is, and not who made it
  if (match === null || /[的是]$/u.test(clause.text.slice(0, match.index))) return undefined;
  const asked: Made['asked'] = [match.index + 1, match.index + 1 + doer.length];
  const halves = around(article, clause, asked);
  return halves && { question: question(halves.before, '谁', halves.after), asked };
};

const LIES = /(?:位于|坐落于|坐落在|地处)([^,、]{2,16})$/u;
const HELD =
  /在([^,、在]{2,16}?)(?:举行|召开|开幕|闭幕|落幕|打响|揭幕|成立|揭牌|启动|发布|逝世|出生|去世|上映|首映|开业|打捞出水)$/u;

/** 大会在滨江举行 → 大会在哪里举行. */
const where: Kind = (article, clause) => {
  const match = HELD.exec(clause.text) ?? LIES.exec(clause.text);
  const [all = '', place = ''] = match ?? [];
  if (match === null) return undefined;
  // 空袭了位于北部的村庄 tells not where what stands first lies
  const isLying = !all.startsWith('在');
  if (isLying && openingNouns(clause.wordsIn(0, match.index)) !== match.index) return undefined;
  const start = match.index + all.indexOf(place);
  const asked: Made['asked'] = [start, start + place.length];
  const halves = around(article, clause, asked);
  return halves && { question: question(halves.before, '哪里', halves.after), asked };
};

/** 因 with its cause, and what came of it. */
const BECAUSE =
  /(?<!原)因(?![此为而素子果特人地])((?:原因|[^,、因]){2,14}?)而?((?:被|辞职|停|取消|推迟|延期|缺席|缺阵|退|去世|逝世|受伤|无法|未|不能|不再|关闭|暂停|中断|受阻|离)[^,的]{0,12})$/u;

/** 队长因伤病缺席决赛 → 队长为什么缺席决赛. */
const why: Kind = (article, clause) => {
  const match = BECAUSE.exec(clause.text);
  const [all = '', cause = '', effect = ''] = match ?? [];
  if (match === null) return undefined;
  const end = match.index + all.length - effect.length;
  const halves = around(article, clause, [match.index, end]);
  return (
    halves && {
      question: question(halves.before, '为什么', halves.after),
      asked: [match.index + 1, match.index + 1 + cause.length],
    }
  );
};

/** Verbs behind which things are listed that are counted then. */
const LISTED =
  /(?:包括|分为|设有?|提供|调集|涵盖|含|包含|涉及|推出)((?:[^、,]{1,10}、)+[^、,]{1,10}?)((?:[二两三四五六七八九十]|\d{1,2})(?:个|种|类|项|款|大|家|所|部分)[^、,的]{1,8})$/u;

/** 语音机提供国、台、英三种语言 → 语音机提供哪三种语言. */
const which: Kind = (article, clause) => {
  const match = LISTED.exec(clause.text);
  const [all = '', list = '', counted = ''] = match ?? [];
  if (match === null) return undefined;
  const start = match.index + all.indexOf(list);
  const asked: Made['asked'] = [start, start + list.length];
  const halves = around(article, clause, [start, clause.text.length]);
  return halves && { question: question(halves.before, `哪${counted}`), asked };
};

/** What a thing is, where a clause tells it at some length: FSD是特斯拉研发的自动驾驶解决方案. */
const IS =
  /^([\p{L}\p{N}·-]{2,12}?)是((?:一|我国|我國|中国|中國|全国|全國|全球|世界|目前|由|[\p{L}\p{N}]{2,12}的)[^,]{6,40})$/u;
/** jieba's tags of names that a reader may not know, people's apart, who are asked for by 谁. */
const UNKNOWN = /^(?:x|eng|nz)/;

/** FSD是特斯拉研发的自动驾驶解决方案 → FSD是什么. */
const whatIs: Kind = (article, clause) => {
  const [all, name = '', told = ''] = IS.exec(clause.text) ?? [];
  if (all === undefined || openingNouns(clause.wordsIn(0, name.length)) !== name.length)
    return undefined;
  const words = clause.words.filter(({ start }) => start < name.length);
  if (!words.every(({ tag }) => UNKNOWN.test(tag))) return undefined;
  const asked: Made['asked'] = [name.length + 1, name.length + 1 + told.length];
  const halves = around(article, clause, asked);
  return halves && { question: question(halves.before, '什么'), asked };
};

const KINDS = [whenWithin, whenOpening, withinWhat, byWhom, where, why, which, whatIs];

/** Questions for when, by whom, where, why and which of the clauses of a sentence. */
export function clauseQuestions(
  article: Article,
  paragraph: Paragraph,
  clauses: readonly Clause[],
): MadeQuestion[] {
  const made = clauses.flatMap((clause) =>
    KINDS.flatMap((kind): MadeQuestion[] => {
      const one = kind(article, clause);
      if (one?.question === undefined) return [];
      const answer = clause.spanOf(...one.asked);
      return [{ question: one.question, paragraph: paragraph.number, answer }];
    }),
  );
  return [...made, ...whenBefore(article, paragraph, clauses)];
}

/** 1999年，温诗铸当选院士 → 温诗铸什么时候当选院士: the day stands in a clause of its own. */
function whenBefore(
  article: Article,
  paragraph: Paragraph,
  clauses: readonly Clause[],
): MadeQuestion[] {
  return clauses.flatMap((clause, at): MadeQuestion[] => {
    const date = clauses[at - 1];
    // a month by itself may be one of any year
    if (date === undefined || !ONLY_DATE.test(date.text) || !/[年日]/u.test(date.text)) return [];
    const start = openingNouns(clause.words);
    if (start === 0 || start === clause.text.length || !happens(clause, start)) return [];
    const halves = around(article, clause, [start, start]);
    const asked = halves && question(halves.before, '什么时候', halves.after);
    if (asked === undefined) return [];
    const answer = date.spanOf(0, date.text.length);
    return [{ question: asked, paragraph: paragraph.number, answer }];
  });
}
