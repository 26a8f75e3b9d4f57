import type { AnalysedText } from '../../../language/analysed-text.ts';
import { SURNAMES } from '../../../language/data/surnames.ts';
import type { AnswerType } from '../../../question/data/question-words.ts';
import type { Question } from '../../../question/question.ts';
import { spansOf } from '../../spans/typed-spans.ts';
import type { Fails } from './reading.ts';

/** What tells of a cause, an aim or a hindrance, however loosely. */
const CAUSE =
  /因|由于|为了|为[^\p{P}]{2,14}[,]|导致|从而|使|致|旨在|以(?=[便免及防利求达保避减提满确示支应]|获得|获取|换取)|而得名|反映|遭|鉴于|出于|归功|得益|受[惠益]|引[起发]|造成|所以|避免|防止|便于|如果|若|影响|随[着著]|无奈|被迫|只[好得]|源于|缘于|来自|在于|取决|基于|不足|无法|不能|不得|没有|缺[乏少]|过[多高大低]|太|受[^,。]{2,16}(?:拖累|冲击|制约|提振|支撑|带动|拉动|刺激|困扰|限制|波及|打压)|必须|需要|令|让|促|据|考虑|认为|希望|目的|理由|作用|有利|保障|保护|满足|解决|应对|推动/u;

/** The same of what has brought a misfortune about. */
const BROUGHT_ABOUT = /因|由于|导致|引[起发]|造成|使|致|源于|被|遭|点[燃着]|不慎/u;

/** 俗称为什么, 更换为什么, 园区为何: 为 is a copula or belongs to the verb, and a name or a thing is asked for. */
const CALLED = /为(?:什么|何)[?。\s]*$/u;

/** 火是怎么烧起来的: how a misfortune came about is its cause. */
const BEFELL =
  /(?:怎么|怎样|如何|咋)(?:会)?(?:烧|着火|起火|失火|发生|出事|死|去世|受伤|塌|倒塌|爆炸|沉没|坠)/u;

/**
 * 后劲为什么这么强: where neither the sentence nor the one on either side tells of any cause, it tells
 * the fact alone, which who asks knows.
 */
export function tellsNoCause({ type, normalized, content }: Question): Fails | undefined {
  if (BEFELL.test(normalized)) return ({ beside }) => !BROUGHT_ABOUT.test(beside());
  if (type !== 'reason' || CALLED.test(normalized)) return undefined;
  const words = content.map(({ text }) => text).filter(({ length }) => length > 1);
  return ({ sentence, beside }) =>
    !CAUSE.test(beside()) || (isOnlyAim(words, sentence) && !BROUGHT_ABOUT.test(sentence));
}

/** 为减少停水的影响,公司将…: what is aimed at, and what is done for it. */
const AIM = /^(?:为了?|为着|旨在)(?!什么|何|啥|期|首|主|由|例|例行)[^,;。]{4,40},/u;

/** Whether a sentence has the words of a question in its aim alone: it tells why something else is done. */
function isOnlyAim(words: readonly string[], sentence: string): boolean {
  const aim = AIM.exec(sentence)?.[0] ?? '';
  const rest = sentence.slice(aim.length);
  const held = words.filter((word) => aim.includes(word));
  return held.length > 0 && !words.some((word) => rest.includes(word));
}

/** Questions for a name. */
const NAME_ASKED = /叫什么|叫啥|(?:姓名|名字)(?:是|叫|$)/u;
const SURNAME_ASKED = /姓(?:什么|啥)[?]?$/u;
/** 张某, 某负责人: somebody whose name is withheld. */
const WITHHELD = /某/u;

/** A name is asked of somebody whom the sentence calls 某, and names nobody beside; or a surname where nobody is named. */
export function withholdsName({ normalized }: Question): Fails | undefined {
  if (SURNAME_ASKED.test(normalized))
    return ({ sentence, cut }) => namesNobody(cut) && !givesSurname(sentence);
  if (!NAME_ASKED.test(normalized)) return undefined;
  return ({ sentence, cut }) => WITHHELD.test(sentence) && namesNobody(cut);
}

/** 驾驶人叶某 says what his surname is. */
function givesSurname(sentence: string): boolean {
  return [...sentence.matchAll(/(\p{Script=Han})某/gu)].some(([, one = '']) => SURNAMES.has(one));
}

/** Who somebody's husband or boss is, by name. */
const RELATIVE_ASKED =
  /(?:丈夫|老公|妻子|老婆|太太|爱人|父亲|爸爸|母亲|妈妈|儿子|女儿|哥哥|弟弟|姐姐|妹妹|男友|女友|[男女]朋友|经纪人|室友|上司|领导|老板|司机|店主|业主|家长|当事人|[男女]子|学生|老师|医生|护士|记者|员工|嫌疑人|乘客|顾客|游客|邻居|同事|网友|博主|主播|老人|[男女]孩|律师|助理|秘书|翻译|教练|保镖|好友|朋友|同学|对手|搭档|前妻|前夫|未婚妻|未婚夫|女婿|儿媳)(?:的(?:名字|姓名))?(?:是|叫)?(?:谁|什么(?:名字)?|啥(?:名字?)?|哪位)[?。\s]*$/u;
/** What may name somebody whom jieba does not know: in marks, in letters, 某 and 氏. */
const MAY_NAME_SOMEBODY =
  /[“「『"][^”」』",。]{1,8}[”」』"]|[a-z]{2}|[某氏妃]|[皇王太]后|公主|[阿小老]\p{Script=Han}(?=[,。、;的和与是说])/u;

/** 她的丈夫叫什么: a sentence that names nobody but whom the question names tells no name. */
export function namesNoRelative({ normalized, content }: Question): Fails | undefined {
  if (!RELATIVE_ASKED.test(normalized)) return undefined;
  const withoutAsked = (sentence: string) =>
    content.reduce(
      (rest, { text }) => (text.length > 1 ? rest.replaceAll(text, ' ') : rest),
      sentence,
    );
  return ({ sentence, cut }) =>
    !MAY_NAME_SOMEBODY.test(withoutAsked(sentence)) &&
    spansOf('person', cut).every(({ start, end }) =>
      normalized.includes(sentence.slice(start, end)),
    );
}

function namesNobody(sentence: AnalysedText): boolean {
  const { text } = sentence.normalized;
  return spansOf('person', sentence).every(({ start, end }) =>
    WITHHELD.test(text.slice(start, end + 1)),
  );
}

/** Questions for what somebody or something is called so for, with the name at the end or before 这名字. */
const NAMED_FOR =
  /(?:为什么|为何|为啥|怎么|咋)[^,?]{0,6}?(?:取名|起名|得名|名为|叫做|叫作|称为|称作|叫|称)[为叫作做]?(?<name>\p{Script=Han}{2,8})[\s?]*$|^(?<owner>\p{Script=Han}{2,8}?)的?这?个?(?:名字|名称|得名)(?:是|的)?(?:怎么|咋|为什么|为何|由来|来历)/u;
/** 它叫什么: a pronoun or a question word is no name. */
const NO_NAME = /[他她它这那谁啥]|什么|怎么/u;

/** What tells what a name comes of, however loosely. */
const NAMED_BY =
  /因|由于|得名|源|取|意|寓|故|所以|由来|纪念|象征|来自|像|似|形|根据|为[^,。]{1,12}[,而]|以[^,。]{1,12}[命名称叫]/u;

/**
 * Why one house is called so is not why the house beside it is: the name stands in the sentence or
 * beside it. Nor is it told by a sentence that only uses the name: 俗称“接吻病”.
 */
export function namesAnother({ normalized }: Question): Fails | undefined {
  const { name, owner } = NAMED_FOR.exec(normalized)?.groups ?? {};
  const called = name ?? owner;
  if (called === undefined || NO_NAME.test(called)) return undefined;
  return ({ sentence, beside }) => !beside().includes(called) || !NAMED_BY.test(sentence);
}

/** Kinds of answers that are told of who does something, and not of who does not. */
const OF_DOERS: ReadonlySet<AnswerType> = new Set(['person', 'organisation', 'list', 'date']);
const NEGATION = /[不没未无非勿]|拒绝|禁止/u;
/** 逾期未报到者 tells what is to be done in time. */
const NEGATED = /(?<!逾期|过期)(?:不|没有?|未曾?|无|非|没有[^,。]{1,4})["“「『]?$/u;

/** What is told by denying its opposite. */
const BY_DENYING: Readonly<Record<string, RegExp>> = {
  反对: /不["“「『]?(?:支持|赞成|赞同|同意)/u,
  拒绝: /不["“「『]?(?:同意|接受|愿)/u,
  缺席: /[未没]有?(?:出席|到场|参加)/u,
};

/** 哪个部门反对: a sentence that has nothing but 不反对 and 没有反对 tells who does not. */
export function tellsOpposite({ type, normalized, content, tags }: Question): Fails | undefined {
  if (!OF_DOERS.has(type) || NEGATION.test(normalized)) return undefined;
  // jieba has 反对 as an adverb
  const doings = content.filter(
    ({ text }) => text.length > 1 && /^[vd]/u.test(tags.get(text) ?? ''),
  );
  return ({ sentence }) =>
    doings.some(({ text }) => {
      if (BY_DENYING[text]?.test(sentence)) return false;
      const said = [...sentence.matchAll(new RegExp(text, 'gu'))];
      return said.length > 0 && said.every(({ index }) => NEGATED.test(sentence.slice(0, index)));
    });
}

/** 余某某是哪里人, 籍贯: where somebody is from. */
const ORIGIN_ASKED = /是哪[里儿省市县]人|籍贯|老家(?:是|在)?哪/u;
/** How a clause tells it. */
const ORIGIN =
  /(?<![个法老等工责持导伤每有某])人(?![民员大士数才口物选事气工身均次力代])|籍|生[于在]|祖|家乡|老家|来自|故[乡里]|裔|原住|分布/u;

/** 青河白石人: a clause that is nothing else than where somebody is from. */
const OF_PLACE = /^\s?\p{Script=Han}{2,7}人$/u;

/** Where somebody is from is told by a clause that names a place and says so: not by where one worked. */
export function hasNoOrigin({ normalized }: Question): Fails | undefined {
  if (!ORIGIN_ASKED.test(normalized)) return undefined;
  return ({ cut }) => {
    const { text } = cut.normalized;
    const places = spansOf('place', cut).map(({ start, end }) => text.slice(start, end));
    return !text
      .split(/[,;。]/u)
      .some(
        (clause) =>
          OF_PLACE.test(clause) ||
          (ORIGIN.test(clause) && places.some((place) => clause.includes(place))),
      );
  };
}

/** How, why and whether are told by a sentence. */
const TOLD_BY_SENTENCE: ReadonlySet<AnswerType> = new Set(['method', 'reason', 'yesno']);
/** Characters of a line that is most likely a heading. */
const HEADING = 10;
/** A mark, a number or a verb of being, doing or having: more than a name of a thing. */
const TELLS = /[。!?;:,0-9]|[是有可能会要须请不先用按点选]/u;

/** A line of few words and without any mark, 聊天界面, names a thing and tells nothing of it. */
export function namesOnly({ type }: Question): Fails | undefined {
  return TOLD_BY_SENTENCE.has(type)
    ? ({ sentence }) => sentence.trim().length <= HEADING && !TELLS.test(sentence)
    : undefined;
}
/** 谁没有参加, 哪些人不能报名, 没有造成什么: what is asked is denied. */
const DENIAL_ASKED =
  /(?:谁|什么|哪\p{Script=Han}{0,6}?)(?:从来?|一直|都|也|还|最后|最终)*(?:没有?(?!关)|不(?:会|能|想|让|再|准|许|需要?|允许|可以|应|算|包括)|未(?!来))|(?:从没|没有|从来没|从未|不(?:会|能|想|让|再|准|许|需要|允许|可以|应))[^,?]{1,10}(?:什么|谁|哪)/u;
/** 有没有, 没有吗, and what is only supposed or asked the reason of. */
const NO_DENIAL = /有没有|是不是|能不能|为什么|为何|为啥|如果|要是|没有?(?:什么)?[?吗呢\s]*$/u;
/** What denies, excepts or restricts, however softly. */
const DENIES = /[不没未无非否拒免禁缺失止反莫勿别除仅只唯难避]|以外|很少|例外|停/u;

/** 哪些人不能报名 is not told by who can: a sentence without anything that denies. */
export function deniesNothing({ normalized }: Question): Fails | undefined {
  return DENIAL_ASKED.test(normalized) && !NO_DENIAL.test(normalized)
    ? ({ beside }) => !DENIES.test(beside())
    : undefined;
}

const WORK = /《([^》]+)》/gu;
const WHEN_OUT =
  /(?:哪一?年|何时|什么时候|何年)\p{Script=Han}{0,3}(?:出版|发表|上映|发行|问世|写|创作|首播)|(?:出版|发表|上映|发行|问世|首播)(?:的?(?:时间|年份|日期))/u;
const TIME = /[0-9一二三四五六七八九十]\s?[年月日]/u;

/** Of a list of works, and the year in which another came out: 著有《夜航》等,2001年出版《晚潮》. */
export function datesOtherWork({ normalized }: Question): Fails | undefined {
  const [work, ...more] = [...normalized.matchAll(WORK)].map(([written]) => written);
  if (work === undefined || more.length > 0 || !WHEN_OUT.test(normalized)) return undefined;
  return ({ sentence }) => {
    const dated = sentence.split(/[,;。]/u).filter((clause) => TIME.test(clause));
    return (
      sentence.includes(work) &&
      dated.length > 0 &&
      dated.every((clause) => clause.includes('《') && !clause.includes(work))
    );
  };
}
