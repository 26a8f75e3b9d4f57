import type { AnalysedText } from '../../language/analysed-text.ts';
import { SURNAMES } from '../../language/data/surnames.ts';
import type { TaggedWord } from '../../language/jieba.ts';
import type { Tokenizer } from '../../language/tokenizer.ts';
import type { AnswerType } from '../../question/data/question-words.ts';
import type { Question } from '../../question/question.ts';
import { type AnswerSpan, BY_SOUND, spansOf } from './typed-spans.ts';

/** When and by which agency a report was sent: no date of what it reports. */
const DATELINE =
  /^[^。!?]{0,40}?(?:[0-9]{1,2}日(?:[电讯]|消息|报道|,?记者[^,。]{0,20}(?:获悉|了解到|看到))|[0-9]{1,2}日\([^)]{0,12}(?:记者|通讯员|特派员|编译|编辑|实习生)[^)]{0,20}\))|[a-z]{3} [0-9]{1,2}, [12][0-9]{3}/gu;
/** When something was told, 12月4日，轨道集团介绍，which is asked for by the same word only. */
const TELLING = /介绍|表示|透露|宣布|通报|公布|披露|获悉|消息|公告|发布/u;
const TOLD_ON = new RegExp(
  `^(?:[0-9]{1,2}月)?[0-9]{1,2}日,[^,。]{0,16}(?:${TELLING.source})(?:称|说)?,`,
  'u',
);
/** Spans of times but those of a dateline, which say when a report was sent. */
export function besideDateline(
  spans: readonly AnswerSpan[],
  { normalized: { text } }: AnalysedText,
): readonly AnswerSpan[] {
  const lines = [...text.matchAll(DATELINE)].map(({ 0: line, index }) => index + line.length);
  return lines.length === 0
    ? spans
    : spans.filter(({ start, end }) => !lines.some((until) => end <= until && start >= until - 60));
}

/** What tells when something is, however loosely. */
const WHEN =
  /[0-9一二三四五六七八九十]{1,4}\s?(?:年|月|日|号|点|时|世纪|周岁|岁|天|周|小时|分钟)|[0-9]{1,2}:[0-9]{2}|(?<![0-9./-])(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12][0-9]|3[01])(?![0-9./%])|(?<![0-9.,])[12][0-9]{3}(?![0-9.,]|\s?[个名位人条座处家户辆台件项次例公米吨余多])|世纪|年代|[今明昨当次前后翌]天|[今去前明当次同]年|(?:周|星期)[一二三四五六日天末]|[上下本]个?[周月]|[上下]半年|季度|[春夏秋冬][季天]|凌晨|[上中下早晚]午|早上|晚上|傍晚|夜|时期|时代|朝(?![鲜着向阳野])|[秦汉晋隋唐宋辽金元明清][代初末]|年间|[初末前后]期|之?[前后]|(?<![细环情章季调])节(?![目约能点奏省制])|元旦|期间/gu;

/** A day, an hour or a year, as a notice gives the time of something. */
const WHEN_EXACTLY =
  /[0-9一二三四五六七八九十]{1,4}\s?(?:年|月|日|号|点|时|世纪)|[0-9]{1,2}:[0-9]{2}|(?<![0-9./-])(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12][0-9]|3[01])(?![0-9./%])|(?<![0-9.,])[12][0-9]{3}(?![0-9.,]|\s?[个名位人条座处家户辆台件项次例公米吨余多])|年代|[今明昨当次前后翌]天|(?:周|星期)[一二三四五六日天末]|[上下]半年|季度|[春夏秋冬][季天]|凌晨|[上中下早晚]午|早上|晚上|傍晚|朝|[秦汉晋隋唐宋辽金元明清][代初末]|年间|[上下本]周|[上下本]月|于近[期日]|不日|即日起?|[年月日]内|[^\p{P}]{2}后(?:正式)?(?:生效|[施实]行|实施|开[放始])/gu;

/** 5500万年前, 6亿年前. */
const LONG_AGO = /[0-9][万亿]年/u;
/** 5/4, as minutes and notices write a day. */
const MONTH_AND_DAY = /(?<![0-9./])(?:0?[1-9]|1[0-2])\/(?:[12][0-9]|3[01]|0?[1-9])(?![0-9./%])/u;

/** Whether a normalised text gives a day, an hour, a year or an age of the earth. */
export function tellsWhenExactly(text: string): boolean {
  return (
    text.replace(DATELINE, ' ').search(WHEN_EXACTLY) >= 0 ||
    LONG_AGO.test(text) ||
    MONTH_AND_DAY.test(text)
  );
}

const NAMED: readonly AnswerType[] = ['person', 'organisation', 'place'];
/** Who asks 谁 may be answered by 学生们, who asks for a 主演 or which firm not. */
const NAMED_ALWAYS: ReadonlySet<AnswerType> = new Set(['place', 'organisation']);
/** What may be where something is: a direction, a place, a body that sits there, and any foreign name. */
const MAY_PLACE = /^(?:f|s|ns|nt|nrt|nrfg|j)$/;
/** 在街边, 往河的对岸: where something is, without a name; and an address, of which jieba makes 路66号. */
const WHEREABOUTS =
  /[在于至到往从赴自向由经](?![此前后今当这那同]|[0-9一二两三四五六七八九十半数几]{1,4}个?(?:[年月日天周时]|小时|分钟|工作日|季度))[^,。;]{1,20}?(?<!(?:温度?|情况|条件|前提|背景|形势|帮助|影响|支持|指导|压力|状态|环境))[上里内外旁边近间处中下地侧岸面部端口]|[路街巷弄道段村]\s?[0-9一二三四五六七八九十]{1,5}\s?号/u;
/** How words for places end that jieba knows as other words. */
const PLACE_END = /[陵墓宫殿塔亭阁楼街道路口滩湾坡沟谷洞利兰亚]$/u;

/** How words for organisations end, whatever words jieba makes of them. */
const BODY =
  /公司|集团|企业|[局厅委署办院校司社队厂店团站]|部(?!分)|[协学商总工联妇理董监]会|所(?![有以在])|银行|中心|机构|政府|大学|法庭|组织|联盟|处(?!理|罚|于|在|置|境|方|分)|科室|[前柜服]台|窗口/u;
/** Latin names, and titles or nicknames in marks. */
const MARKED = /[a-z]{2,}[a-z0-9.-]*|《[^》]+》|[“"][^”"]+[”"]/gu;
/** jieba's tags of directions and of words that it has made up, which may be names. */
const MAY_NAME = /^(?:x|f|s|nr|nrt|nrfg|ns|nt|nz|j)$/;

/**
 * Whether a sentence holds nothing at all of the kind asked for beyond what the question itself says:
 * no time for when, nobody and nothing named for who and where. Generous, for there are many ways to
 * name something, and one that names nothing is no answer in any of them.
 */
export function lacksKind(question: Question, sentence: AnalysedText): boolean {
  const { type, normalized } = question;
  const { text } = sentence.normalized;
  const isNews = (said: string) => !normalized.includes(said);
  if (type === 'date') {
    if (MONTH_AND_DAY.test(text)) return false;
    const reported = text.replace(DATELINE, ' ');
    const told = TELLING.test(normalized) ? reported : reported.replace(TOLD_ON, ' ');
    // with what stands before it: 西汉时期 is news to who asks in which 时期
    return ![...told.matchAll(question.bare ? WHEN_EXACTLY : WHEN)].some(({ 0: when, index }) =>
      isNews(told.slice(Math.max(0, index - 1), index + when.length)),
    );
  }
  if (asksForWork(question)) return ![...text.matchAll(MARKED)].some(([said]) => isNews(said));
  const named = NAMED_ALWAYS.has(type) || (question.bare && NAMED.includes(type));
  if (!named) return false;
  if (type === 'organisation' && BODY.test(text)) return false;
  if (asksForCity(question)) return !namesCity(sentence, isNews);
  if (type === 'place') return lacksPlace(sentence, isNews);
  const mayName = ({ word, tag: kind }: TaggedWord) =>
    word.length > 1 && MAY_NAME.test(kind) && isNews(word);
  return !(
    [...text.matchAll(MARKED)].some(([said]) => isNews(said)) ||
    NAMED.some((kind) =>
      spansOf(kind, sentence).some(({ start, end }) => isNews(text.slice(start, end))),
    ) ||
    sentence.tokens.some((token) => token.kind === 'han' && sentence.tag(token.text).some(mayName))
  );
}

/** A city is asked for, which texts name: no 在…中 and no 中部 tells which it is. */
const WHICH_CITY = /哪一?[个座些两]?城市|哪个市(?!场)/u;
/** A paper names its city, and no other thing's: 北京日报. */
const PAPER = /[“"《]?\p{Script=Han}{2,4}(?:日报|晚报|早报|时报|晨报|青年报|卫视|网|新闻)[”"》]?/gu;
/** Whether a question asks for a city by its name. */
export function asksForCity({ normalized }: Pick<Question, 'normalized'>): boolean {
  return WHICH_CITY.test(normalized);
}
/** What may be its name: a place, or a foreign one. */
const MAY_BE_CITY = /^(?:ns|nrt|nrfg)$/u;

/** 大区, 全省, 城区: places that have no name. */
const ANY_PLACE = /^(?:[大全本该各我]\p{Script=Han}|城[市区]|市[区场])$/u;

const LATIN = /[a-z]/u;
/** Whether a sentence says something new that may be the name of a city. */
function namesCity(sentence: AnalysedText, isNews: (said: string) => boolean): boolean {
  const { text } = sentence.normalized;
  const papers = [...text.matchAll(PAPER)].map(([name]) => name).join('');
  const mayBeCity = ({ word, tag: kind }: TaggedWord) =>
    word.length > 1 &&
    (MAY_BE_CITY.test(kind) || BY_SOUND.test(word)) &&
    word !== '全国' &&
    !papers.includes(word) &&
    // 缅甸语
    !text.includes(`${word}语`) &&
    isNews(word);
  return (
    [...text.matchAll(MARKED)].some(([said]) => LATIN.test(said) && isNews(said)) ||
    spansOf('place', sentence).some(({ start, end }) => {
      const place = text.slice(start, end);
      return (
        !ANY_PLACE.test(place) &&
        !papers.includes(place) &&
        !text.includes(`${place}语`) &&
        isNews(place)
      );
    }) ||
    sentence.tokens.some(
      ({ text: word, kind }) => kind === 'han' && sentence.tag(word).some(mayBeCity),
    )
  );
}

/** Bodies without a name, which are nowhere. */
const BARE_BODY =
  /^(?:政府|机构|公司|集团|部门|单位|组织|企业|委员会|协会|学会|联盟|团|队|党|军|社)$/u;

/** 入场 and 现场 end as places do, and are nowhere. */
const NO_PLACE = /^[入出进到离登在当现退]场$/u;

/** Whether a sentence says nothing new that may be a place; a person is none. */
function lacksPlace(sentence: AnalysedText, isNews: (said: string) => boolean): boolean {
  const { text } = sentence.normalized;
  const mayBePlace = ({ word, tag: kind }: TaggedWord) =>
    word.length > 1 &&
    (MAY_PLACE.test(kind) || BY_SOUND.test(word) || PLACE_END.test(word)) &&
    isNews(word);
  return !(
    WHEREABOUTS.test(text) ||
    [...text.matchAll(MARKED)].some(([said]) => isNews(said)) ||
    (['organisation', 'place'] as const).some((kind) =>
      spansOf(kind, sentence).some(({ start, end }) => {
        const said = text.slice(start, end);
        return !BARE_BODY.test(said) && !NO_PLACE.test(said) && isNews(said);
      }),
    ) ||
    sentence.tokens.some(
      (token) => token.kind === 'han' && sentence.tag(token.text).some(mayBePlace),
    )
  );
}

/** Works, which have their titles in marks. */
const WORK = /(?:影片|电影|故事片|电视剧|剧集|纪录片|动画片|图书|小说|歌曲|专辑)奖?$/u;
/** Not 哪一部分, 哪个部门. */
const WHICH_WORK =
  /哪(?:一|几)?(?:部(?![分门队委落位件族属级])|[本首])|哪些(?:影片|电影|电视剧|小说|歌曲)/u;

/** Whether a work is asked for by its kind: 最佳影片奖, 票房冠军是哪部电影. */
function asksForWork({ bare, normalized }: Question): boolean {
  return WHICH_WORK.test(normalized) || (bare && WORK.test(normalized.replace(/[\s?!.。]+$/u, '')));
}

/** 一职, 不愿, 改了, 全抓获: put together with a numeral, a no, a verb or what follows one. */
const NO_NAME = /^[一二三四五六七八九十两几多每不无]|[了过着得抓捕获杀]$/u;

/** 主任是何立新: a surname and a given name that are all behind 是, whatever words jieba makes of them. */
const PRESENTED = new RegExp(
  `(?<=[是为由:]\\s?)(?:${[...SURNAMES].join('|')})\\p{Script=Han}{1,2}(?=[,.;、!?()。]|$)`,
  'gu',
);
const NOBODY = /[人谁么]$/u;

/** What may name somebody in a sentence: a person, a word that is no ordinary one, a name of letters. */
export function holdersIn(
  sentence: AnalysedText,
  { isOrdinaryWord }: Pick<Tokenizer, 'isOrdinaryWord'>,
): readonly AnswerSpan[] {
  const marked = [...sentence.normalized.text.matchAll(MARKED)].map(({ 0: said, index }) => ({
    start: index,
    end: index + said.length,
  }));
  const presented = [...sentence.normalized.text.matchAll(PRESENTED)].flatMap(
    ({ 0: name, index }) => (NOBODY.test(name) ? [] : [{ start: index, end: index + name.length }]),
  );
  const unknown = sentence.tokens.filter(
    ({ text, kind }) =>
      kind === 'han' && text.length > 1 && !NO_NAME.test(text) && !isOrdinaryWord(text),
  );
  return [...spansOf('person', sentence), ...marked, ...presented, ...unknown];
}
