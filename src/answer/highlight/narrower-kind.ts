import type { AnalysedText } from '../../language/analysed-text.ts';
import { hasSurname } from '../../language/data/surnames.ts';
import { ROLE_SOURCE } from '../../question/data/roles.ts';
import type { Question } from '../../question/question.ts';
import { findIntroduction } from '../spans/introduction.ts';
import { entitiesOf } from '../spans/named-entities.ts';
import { ALL_DAY, type AnswerSpan } from '../spans/typed-spans.ts';
import { typedSpans } from '../spans/unsaid-spans.ts';

/** A kind of answer that is narrower than the type of its question, and how a text writes it. */
interface NarrowerKind {
  readonly asked: RegExp;
  readonly told: RegExp;
}

const HOUR =
  '(?:凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上?|夜间|深夜)?(?<![0-9.])[0-9]{1,2}(?:[时点](?!间|候|代|期)(?:[0-9]{1,2}分|半|[一三]刻)?|:[0-9]{2})';
/** An hour, or from which hour until which; regex source. */
const HOUR_SPAN = `${HOUR}(?:\\s?[-—–~至到]{1,2}\\s?(?:次日|当[天日]|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}日)?${HOUR})?`;
const KINDS: readonly NarrowerKind[] = [
  {
    asked: /(?<![哪有这那第])几点(?:钟|(?!\p{Script=Han}{0,2}(?:要求|意见|建议|原因|希望|看法)))/u,
    told: new RegExp(`${HOUR_SPAN}|${ALL_DAY}`, 'gu'),
  },
  {
    asked: /为什么|为何|(?:原因|缘故)(?:是什么)?[?\s]*$/u,
    told: /(?:主要(?:是因为?|是由于|因为?|由于|系|受)|系(?:因|由于|受))[^,;。]{4,60}/gu,
  },
  {
    asked: /哪[一几]?[天日]|几[月号](?!楼|线|馆|院|店|门|厅)/u,
    told: /(?:[12][0-9]{3}年|[今去明]年)?(?:[0-9]{1,2}月|[本上下当]月)?[0-9]{1,2}[日号](?!楼|线|馆|院|店|门|厅|电|讯|令|文)(?:[上下]午|晚|凌晨)?|农历[正腊一二三四五六七八九十]{1,2}月[初廿一二三四五六七八九十]{2,3}/gu,
  },
  {
    asked: /哪一?年(?!级)|哪个年份/u,
    told: /(?<![0-9])(?:1[0-9]|20)[0-9]{2}年|[今去前明]年(?!度|级)/gu,
  },
  {
    asked: /(?:怎[么样]|如何|咋)(?:收[费钱]|算[钱费]|计费)|收费标准/u,
    told: /[^,;。:]{0,16}[0-9.]\s?元[^,;。]{0,8}/gu,
  },
  {
    asked: /(?:什么|啥|哪[些种个]?)(?:有效)?证(?:件|明)?(?!券)/u,
    told: /(?:本人)?(?:有效)?(?:居民|二代)?(?:身份证|户口[簿本]|护照|(?:学生|军官|士兵|驾驶|居住|通行|准考|老年|优待|残疾人?|出生|毕业|结婚)证|社会?保障?卡|医保卡|证件)(?:明|书|件|原件|复印件)*/gu,
  },
  {
    asked: /(?:电话|热线|专线|手机|传真)(?:号码?)?(?:是|为)?(?:多少|什么|几号|呢|[?\s]*$)/u,
    told: /(?<![0-9-])(?:[48]00-?[0-9]{3,4}-?[0-9]{3,4}|\(?0[0-9]{1,3}\)?[-—–]{0,2}[0-9]{5,8}|1[0-9]{10}|[0-9]{7,8}|[19][0-9]{4})(?![0-9])/gu,
  },
];

/** A thing that is asked for by its kind, 哪家公司, 哪个县, and what the names of such things end in. */
const WHICH =
  /哪(?:[一二两三四五几些]?[个所座条间家支]|[一两三些])?(?<kind>公司|企业|社区|街道|派出所|村|镇|乡|县|大学|学院|中学|小学|医院|酒店|法院|队)(?!\p{Script=Han}{0,2}[长民])/u;
const FIRM = '公司|集团|企业|股份|控股|科技|证券|汽车|航空';
const ENDINGS: Readonly<Record<string, string>> = {
  公司: FIRM,
  企业: FIRM,
  大学: '大学|学院',
  村: '(?<![乡农])村',
};

/** A name right behind an office, and what may stand behind it: 市长杜明远将会旗交给. */
const NAME =
  '(?:\\p{Script=Han}{2,3}?|\\p{Script=Han}{1,8}(?:·\\p{Script=Han}{1,8})+)(?=[将把在对向说称与和等于就率曾也还出,、。;:()"\\s]|表示|介绍|宣布|主持|指出|强调|透露|认为|$)';
/** 何立新什么职务, 何立新担任什么职务. */
const OFFICE_OF =
  /^(?<name>\p{Script=Han}{2,4}?)(?:现在|目前)?(?:是|担?任|当)?(?:什么|啥|哪个)(?:职务|职位|官|头衔|身份)/u;
const ROLE = new RegExp(`${ROLE_SOURCE}$`, 'u');

/**
 * Where a sentence has what is of the narrower kind that a question asks for, beyond what the question says: the
 * hour of 几点, the number of a hotline, the firm of 哪家公司, who is named behind the office asked for. Empty where
 * it asks for none, or the sentence has none.
 */
export function narrowerSpans(question: Question, sentence: AnalysedText): readonly AnswerSpan[] {
  const { normalized } = question;
  const { text } = sentence.normalized;
  const kind = KINDS.find(({ asked }) => asked.test(normalized));
  if (kind !== undefined)
    return asLabelled(matchesOf(kind.told, text, normalized), text, normalized);
  const which = WHICH.exec(normalized)?.groups?.['kind'];
  if (which !== undefined) {
    const ending = new RegExp(`(?:${ENDINGS[which] ?? which})$`, 'u');
    return entitiesOf(sentence).filter(
      ({ name, start, end }) => ending.test(text.slice(start, end)) && !normalized.includes(name),
    );
  }
  const holder = OFFICE_OF.exec(normalized)?.groups?.['name'];
  if (holder !== undefined && hasSurname(holder)) return calledBefore(holder, text);
  return question.type === 'person' ? namedBehind(question, text) : [];
}

/** Numbers of which only who asks for one by its label is told: 监督电话, 传真. */
const OF_THEIR_OWN: readonly RegExp[] = [/监督|投诉|举报|维权/u, /传真/u];
const LABEL_REACH = 8;

/** Those of some numbers that stand behind such a label as the question has, and where it has none the others. */
function asLabelled(
  spans: readonly AnswerSpan[],
  text: string,
  asked: string,
): readonly AnswerSpan[] {
  if (spans.length < 2) return spans;
  const labelIn = (said: string) => OF_THEIR_OWN.find((label) => label.test(said));
  const wanted = labelIn(asked);
  const fitting = spans.filter(
    ({ start }) => labelIn(text.slice(Math.max(0, start - LABEL_REACH), start)) === wanted,
  );
  return fitting.length > 0 ? fitting : spans;
}

function matchesOf(pattern: RegExp, text: string, said: string): readonly AnswerSpan[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: match, index }) =>
    said.includes(match) ? [] : [{ start: index, end: index + match.length }],
  );
}

/** What somebody is called before his name: 云岭大学校长何立新. */
function calledBefore(name: string, text: string): readonly AnswerSpan[] {
  return matchesOf(new RegExp(`\\p{Script=Han}{2,20}(?=${name})`, 'gu'), text, '').filter(
    ({ start, end }) => ROLE.test(text.slice(start, end)),
  );
}

/** Who is named right behind an office that the question names, whose owner it names too where any is: 松岭市长. */
function namedBehind({ content, normalized }: Question, text: string): readonly AnswerSpan[] {
  const named = content
    .filter((word) => word.text.length > 1 && ROLE.test(word.text))
    .flatMap((word) => matchesOf(new RegExp(`(?<=${word.text})${NAME}`, 'gu'), text, normalized))
    .filter(
      ({ start, end }) =>
        hasSurname(text.slice(start, end)) || text.slice(start, end).includes('·'),
    );
  const shared = named.map(({ start }) =>
    Math.max(
      ...content.map(({ end }) => sharedAtEnd(text.slice(0, start), normalized.slice(0, end))),
    ),
  );
  return named.filter((_, place) => shared[place] === Math.max(...shared));
}

/** How many characters two texts share at their ends. */
function sharedAtEnd(one: string, other: string): number {
  let length = 0;
  while (length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}

/** 自治县, 全市: places without a name. */
const NAMELESS = /^(?:自治[区州县旗]|[全大本该各我]\p{Script=Han}|[省市县区州镇乡村]区?)$/u;
/** 云岭县 is no news to who asks of 云岭. */
const KIND_OF_PLACE = /(?<=\p{Script=Han}{2})[省市县区州镇乡村]$/u;

/** Those of some places that have a name, and one that the question does not name without its kind; all where none has. */
function newPlaces(
  places: readonly AnswerSpan[],
  text: string,
  said: string,
): readonly AnswerSpan[] {
  const named = places.filter(({ start, end }) => {
    const place = text.slice(start, end);
    return !NAMELESS.test(place) && !said.includes(place.replace(KIND_OF_PLACE, ''));
  });
  return named.length > 0 ? named : places;
}

/** Spans of what is asked for, as narrowly as the question says it, that the question does not say itself. */
export function wantedSpans(question: Question, sentence: AnalysedText): readonly AnswerSpan[] {
  const { text } = sentence.normalized;
  const narrower = narrowerSpans(question, sentence);
  if (narrower.length > 0) return narrower;
  const introduction =
    question.type === 'definition' ? findIntroduction(question, text) : undefined;
  const { fresh } = typedSpans(question, sentence);
  if (question.type === 'place') return newPlaces(fresh, text, question.normalized);
  return introduction === undefined ? fresh : [introduction, ...fresh];
}
