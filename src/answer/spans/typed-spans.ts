import type { AnalysedText } from '../../language/analysed-text.ts';
import { COMPOUND_SURNAMES, SURNAMES } from '../../language/data/surnames.ts';
import { NUMERAL_SOURCE } from '../../language/numerals.ts';
import type { AnswerType } from '../../question/data/question-words.ts';
import { ROLE_SOURCE } from '../../question/data/roles.ts';
import { memoByObject } from '../../util/memo-by-object.ts';

/** A run of a normalised sentence that could be the answer itself, in UTF-16 units, half-open. */
export interface AnswerSpan {
  readonly start: number;
  readonly end: number;
}

const QUALIFIER = '(?:超过|超出|超|突破|近|约|大约|逾|达到|达|至少|不足|不到)?';
/** Not from the middle of a number, which would be read again from each of its digits. */
const NUMERAL = `(?<![0-9.,])(?:${NUMERAL_SOURCE})[多余来几]?(?:[万亿])?`;
const MONEY =
  '(?:多|余)?(?:元|块|美元|欧元|英镑|日元|港元|港币|人民币|韩元|卢布|法郎|马克|台币|新台币|美金|镑)';
/** What somebody pays where the text names no sum: 老人半价, 现役军人免票, 团体票八折. */
export const WITHOUT_SUM =
  '半[价票]|免费|免[票收缴交]|不收(?:取)?(?:任何)?费用?|[1-9一二三四五六七八九](?:\\.?[1-9五])?折(?![扣合算射叠旧断])';
const TIME = '(?:多|余)?(?:年|个月|周|天|日|个?小时|分钟|秒|季度|世纪|个?星期|载)';
/** What a number of four digits is no year before: 1812个台区. */
const COUNTERS_BEHIND = '个名位人条座处家户辆台件项次例公米吨余多';
/** No hour at which something opens or closes: 急诊24小时开放. */
export const ALL_DAY = '24小时(?=营业|开放|服务|开门|接待|值班)|全天(?=营业|开放|候)';
const COUNTED = String.raw`[\p{Script=Han}%a-z°/]{0,3}`;

const PATTERNS: Partial<Record<AnswerType, RegExp>> = {
  number: new RegExp(`${QUALIFIER}(?:百分之|[第])?${NUMERAL}(?:分之${NUMERAL})?${COUNTED}`, 'gu'),
  money: new RegExp(
    `${QUALIFIER}(?:[$€£¥]\\s?)?${NUMERAL}\\s?${MONEY}|[$€£¥]\\s?${NUMERAL}|${WITHOUT_SUM}`,
    'gu',
  ),
  ordinal: new RegExp(
    `第\\s?${NUMERAL}[\\p{Script=Han}]?|(?:首|末)[位届次个名]|(?:最|倒数)[大小多少高低长第].?`,
    'gu',
  ),
  duration: new RegExp(`${QUALIFIER}${NUMERAL}\\s?${TIME}`, 'gu'),
  date: new RegExp(
    String.raw`(?:公元前?|西元前?)?\s?(?:(?<!\d)\d{1,4}|[零〇一二三四五六七八九]{2,4})\s?年(?:代|初|底|末|中)?(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?[日号])?` +
      String.raw`|(?:每个?|[当本上下次])月\s?\d{1,2}\s?[日号]|(?<!\d)\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号])?|[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}[日号])?|(?<![\d.,])[12]\d{3}(?:[-/.]\d{1,2}){0,2}(?![\d.,万亿千元%]|\s?[${COUNTERS_BEHIND}])|(?<![\d./-])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])(?![\d./%])` +
      String.raw`|(?:上|本|\d{1,2}\s?|[一二三四五六七八九十]{1,3})个?世纪(?:\s?[\d一二三四五六七八九]+0?\s?年代)?|[今去前明]年(?:年?[初底末中])?|近年来?|目前|当天|昨天|今天|(?:上|下)半年|[一二三四]季度|周[一二三四五六日]|星期.|春天|夏天|秋天|冬天|[春夏秋冬]季|${ALL_DAY}|(?:年间|时期|时代|朝|[秦汉晋隋唐宋辽金元明清][代初末]|[上中下早晚]午|凌晨|夜间)`,
    'gu',
  ),
  reason:
    /因为|由于|原因|因此|所以|为了|导致|从而|使得|致使|以致|旨在|以便|鉴于|出于|归因|归功|得益|受[惠益](?!人)|引起|造成|因[^素此为]|为[^\p{P}]{2,12}(?:而|,)/gu,
  method:
    /通过|采用|利用|使用|借助|依靠|以[^\p{P}]{1,12}(?:方式|形式|方法|手段)|方法|方式|先[^\p{P}]{1,12}再/gu,
  list: /[^、,;:。\s]{1,20}(?:、[^、,;:。\s]{1,20})+(?:(?:和|及|以及|与|等)[^,;:。\s]{0,12})?|[^,;:。、\s]{1,12}[和与及][^,;:。、\s]{1,12}/gu,
  definition: /(?:是|指|即|叫做?|称为|属于|意指|意思)[^\p{P}]{2,40}/gu,
};

/** Words tagged as places that answer no question of where. */
const WHOLE_COUNTRY = new Set(['全国', '我国', '全省', '全市', '国家']);
const PLACE_SUFFIX = /[国省市县区州镇乡村岛洲湾港山河江湖海峡街路城堡府寺庙站馆院园场]$/u;
const ORGANISATION_SUFFIX =
  /(?:公司|集团|企业|银行|大学|学院|学校|中学|小学|研究院|研究所|实验室|中心|医院|协会|学会|联盟|委员会|委|部|局|厅|处|署|院|社|报|台|队|党|军|团|会|组织|机构|政府|法院|工厂|厂|基金|俱乐部|乐团|乐队|联合会|组)$/u;
const FOREIGN_NAME = /\p{Script=Han}{1,8}(?:[·・‧•]\p{Script=Han}{1,10})+/gu;
const LATIN_NAME = /[a-z][a-z.'-]+(?: [a-z][a-z.'-]+)+/gu;

/** Upper limit of the spans of a sentence: one with more is no sentence, and each is compared with each word. */
const SPAN_LIMIT = 100;

/**
 * Where a sentence holds something of a type, in order; [] where it cannot be told. Found once a type, as
 * many questions look at the same sentence.
 */
export function spansOf(type: AnswerType, sentence: AnalysedText): readonly AnswerSpan[] {
  const held = heldSpans(sentence);
  let spans = held.get(type);
  if (spans === undefined) {
    spans = allSpans(type, sentence).slice(0, SPAN_LIMIT);
    held.set(type, spans);
  }
  return spans;
}

const heldSpans = memoByObject((_: AnalysedText) => new Map<AnswerType, readonly AnswerSpan[]>());

function allSpans(type: AnswerType, sentence: AnalysedText): AnswerSpan[] {
  if (type === 'person') return tagged(sentence, isPerson, [FOREIGN_NAME, LATIN_NAME]);
  if (type === 'place')
    return tagged(
      sentence,
      ({ word, tag: pos }) =>
        (pos === 'ns' && !WHOLE_COUNTRY.has(word)) || (word.length > 1 && PLACE_SUFFIX.test(word)),
      [FOREIGN_NAME],
    );
  if (type === 'organisation')
    return tagged(
      sentence,
      ({ word, tag: pos }) => pos === 'nt' || (word.length > 1 && ORGANISATION_SUFFIX.test(word)),
      [],
    );
  const pattern = PATTERNS[type];
  return pattern === undefined ? [] : matches(pattern, sentence.normalized.text);
}

function matches(pattern: RegExp, text: string): AnswerSpan[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const HAN_RUN = /\p{Script=Han}+/gu;

/** A word of a Han run with its neighbours, as jieba tags them. */
interface TaggedWord {
  readonly word: string;
  readonly tag: string;
  readonly before: string;
  readonly after: string;
}

function tagged(
  { normalized: { text }, tag }: AnalysedText,
  accept: (word: TaggedWord) => boolean,
  extra: readonly RegExp[],
): AnswerSpan[] {
  const spans = extra.flatMap((pattern) => matches(pattern, text));
  for (const run of text.matchAll(HAN_RUN)) {
    let at = run.index;
    const words = tag(run[0]);
    for (const [place, { word, tag: pos }] of words.entries()) {
      const before = words[place - 1]?.word ?? '';
      const after = words[place + 1]?.word ?? '';
      const behind = words[place + 2]?.word ?? '';
      if (accept({ word, tag: pos, before, after })) {
        spans.push({ start: at, end: at + word.length });
      } else if (
        isSurname(word, after) &&
        accept({ word: word + after, tag: 'x', before, after: behind })
      ) {
        // 周/明远: a name that jieba does not know beyond its surname
        spans.push({ start: at, end: at + word.length + after.length });
      }
      at += word.length;
    }
  }
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

function isSurname(word: string, given: string): boolean {
  return word.length === 1 && SURNAMES.has(word) && given.length > 0 && given.length < 3;
}

/** What people are called before their names, and what they are said to do, or with whom, where and to what. */
const ROLE = new RegExp(`${ROLE_SOURCE}$`, 'u');
const SAYS =
  /^(?:说|称|表示|告诉|介绍|指出|认为|担任|出任|任|出生|生于|获|率|带领|在|于|把|将|被|与|和|从|向)/u;
/** Characters that write foreign names by sound; a word of these alone is one. */
export const BY_SOUND =
  /^[阿埃艾安昂奥巴拜班贝本比彼博布查茨达丹德登迪蒂丁杜顿多恩尔法范菲费夫弗福盖冈戈格古哈海汉赫亨胡霍基吉加贾杰金卡凯坎康考科克肯库夸拉莱赖兰朗劳勒雷黎李里利莉列林琳留隆卢鲁路伦罗洛马玛迈曼芒梅门蒙米密摩莫姆穆纳奈南内尼涅宁诺欧帕派潘佩皮平珀普奇齐恰乔切琼让热日荣瑞若萨塞赛桑森莎珊尚什圣施史斯苏索塔泰坦汤唐特提图托瓦万威韦维温文沃乌武西希夏肖谢辛休许雅亚扬耶叶伊易因英尤于约泽扎詹珍朱兹佐]{2,6}$/u;

/** jieba tags the names it knows `nr`, and words it has made up of neighbours `x`. */
function isPerson({ word, tag: pos, before, after }: TaggedWord): boolean {
  // 这些不明智的指控: jieba has 明智 for a name
  if (pos.startsWith('nr')) return word.length > 1 && before !== '不';
  if (pos !== 'x' || word.length < 2) return false;
  if (BY_SOUND.test(word)) return true;
  const surnamed =
    (word.length < 4 && SURNAMES.has(word.slice(0, 1))) || COMPOUND_SURNAMES.has(word.slice(0, 2));
  return surnamed && (ROLE.test(before) || SAYS.test(after));
}
