import type { AnalysedText } from '../../../language/analysed-text.ts';
import type { Token, Tokenizer } from '../../../language/tokenizer.ts';
import { ROLE_SOURCE } from '../../../question/data/roles.ts';
import type { Question } from '../../../question/question.ts';
import { holdersIn } from '../../spans/asked-kind.ts';
import { wordForms } from '../word-forms.ts';

/** A sentence, normalised, and as it is cut. */
interface Reading {
  readonly sentence: string;
  readonly cut: AnalysedText;
  /** The sentence with what stands around it. */
  near(): string;
}

/** How words for an office or a trade end. */
const HOLDER = new RegExp(
  `(?:(?<!对(?=手))${ROLE_SOURCE}|驾驶|司机|护士|乘客|船员|选手|导演|编剧|主演|长|代表|冠军|得主|首奖|大奖|帅|评审|评委|嘉宾|艺人|明星)$`,
  'u',
);
/** What makes another office of the one behind it: 副馆长 is not 馆长, nor is who once was. */
const OTHER_OFFICE =
  /(?:副|(?<![目此之以先])前任?|(?<![中平草])原任?|代理?|候任|准|荣誉|名誉|卸任|离任)$/u;
/** What makes another office of the one before it: 主任助理 is not 主任, nor is who wants to be. */
const OTHER_OFFICE_BEHIND =
  /^(?:团|助理|秘书|候选人|提名人|副|特[别使]|顾问|馆|府(?!上)|办公[室厅]|职[位务]|选举|大选|竞选|任期|夫人|的?(?:\p{Script=Han}{0,3}(?:秘书|助理|顾问|发言人)|儿子|女儿|妻子|丈夫|司机|职[位务]|人选))/u;
/** 校长叫什么, 裁判叫什么名字 ask for somebody as 校长是谁 does. */
const NAME_ASKED = /^(?:叫)?(?:什么|啥)(?:名字)?[\s?。!]*$/u;
/** What may stand between an office and the question word. */
const BETWEEN = /^(?:的?(?:名字|姓名))?(?:现在|目前|分别|都)?(?:是|为|叫|由)?\s*$/u;
/** What a holder does, or how one comes to be it: 由丁某某执导 names a 导演. */
const TELLS_OTHERWISE =
  /执[导教掌笔行]|掌[门管舵]|主[持编掌演]|[出接就上现历]任|担任|任命|当选|[率带]领|领导|指挥|创[办立建作]|撰写|编著|拍摄/u;
/** How one comes to win a prize: 以一盆墨兰摘下金奖. */
const WINNER = /(?:冠军|得主|首奖|大奖)$/u;
const WINS = /[摘夺获捧斩][得下取获走]|拿[下到走]|[荣喜]获|折桂|登顶|问鼎|加冕|荣膺/u;
/** Offices whose holders are called by their names, and never by what stands in marks. */
const GOVERNS = /(?:[局院校市县部处科所州省镇乡厅]长|书记|主任|主席|总裁|经理)$/u;
const QUOTED = /[“"《]/u;
/** Who writes of an office does not hold it: 记者 李某, 李某 云岭日报记者. */
const REPORTS = /(?:记者|通讯员|实习生|编辑|责编)[\s:]*$/u;
const REPORTS_BEHIND = /^\s+\p{Script=Han}{0,8}(?:记者|通讯员|实习生|编辑)/u;
/** Words that jieba may take for names. */
const NOBODY = /^(?:令人|这[一两]|那一|有人|众人)$/u;
/** 从迈阿密起飞, 迫降在巴拿马的托库门: foreign places sound like people. */
const COMES_FROM =
  /(?:从|自|飞往|前往|飞抵|抵达|途经|降在|落在|停在|位于)(?:\p{Script=Han}{2,5}的)?$/u;
/** Where an office is held: 云安市 of 云安市第三中学校长 names nobody. */
const SEAT = /[省市县区]$/u;
/** Between an office and whom its holder turns to, 校长也对李某表示感谢: somebody else. */
const TURNS_TO = /^(?:[也还则便都]|(?:今天|当天|昨天)){0,2}[对向跟与和给为把被将]/u;
/** Characters between an office and who holds it: 编剧王某某, 导演是王某某, 王某某担任本片的导演. */
const HOLDER_REACH = 14;

/** Who holds an office is told beside it: a sentence in which nobody is named near the office names no holder. */
export function namesNoHolder(
  question: Question,
  tokenizer: Tokenizer,
): ((reading: Reading) => boolean) | undefined {
  const { normalized } = question;
  const office = officeAsked(question);
  if (office === undefined) return undefined;
  const forms = wordForms(office.text, question);
  const isWon = WINNER.test(office.text);
  return ({ sentence, cut, near }) => {
    const places = forms.flatMap((form) =>
      [...sentence.matchAll(new RegExp(form, 'gu'))].map(({ index: start }) => ({
        start,
        end: start + form.length,
      })),
    );
    const named = holdersIn(cut, tokenizer).filter(
      ({ start, end }) =>
        !normalized.includes(sentence.slice(start, end)) &&
        !NOBODY.test(sentence.slice(start, end)) &&
        !COMES_FROM.test(sentence.slice(0, start)) &&
        !(GOVERNS.test(office.text) && QUOTED.test(sentence[start] ?? '')) &&
        // 《晚报》 is nobody
        (isWon || sentence[start] !== '《') &&
        !REPORTS.test(sentence.slice(0, start)) &&
        !REPORTS_BEHIND.test(sentence.slice(end)),
    );
    // by what other words a sentence tells it is not known, but it names somebody, near the office
    if (places.length === 0 && (TELLS_OTHERWISE.test(sentence) || (isWon && WINS.test(sentence))))
      return false;
    if (places.length === 0)
      return named.length === 0 || !forms.some((form) => near().includes(form));
    const owner = namesIn(ownerBefore(question.rest.tokens, office.start), tokenizer);
    const isOthers = (place: number) => {
      const other = namesIn(ownerBefore(cut.tokens, place), tokenizer);
      return owner.length > 0 && other.length > 0 && !sharesCharacter(owner, other);
    };
    const isOther = OTHER_OFFICE.test(normalized.slice(0, office.start));
    const told = places.filter(
      ({ start, end }) =>
        !isOthers(start) &&
        (isOther ||
          !(
            OTHER_OFFICE.test(sentence.slice(0, start)) ||
            OTHER_OFFICE_BEHIND.test(sentence.slice(end))
          )),
    );
    return !named.some(({ start, end }) =>
      told.some(
        (place) =>
          start - place.end <= HOLDER_REACH &&
          place.start - end <= HOLDER_REACH &&
          !SEAT.test(sentence.slice(start, end)) &&
          !(start >= place.end && TURNS_TO.test(sentence.slice(place.end, start))),
      ),
    );
  };
}

/** 由谁当总裁, 有哪个歌手: the office stands behind who is asked for. */
const BEHIND =
  /(?:由谁来?(?:当|任|担任|出任|接任|做)了?|(?:谁|哪一?[个位些名])(?=歌手|嘉宾|主持人|评委|评审|演员|明星|艺人))/u;

/** 谁是这家馆的馆长: the office stands last. */
const WHO_IS = /^(?:请问)?谁是/u;

/** The office whose holder is asked for, whose question word stands right behind it or before it. */
function officeAsked({
  type,
  normalized,
  content,
  asksAt,
  attribute,
}: Question): Token | undefined {
  const behind = BEHIND.exec(normalized);
  if (behind !== null) {
    const from = behind.index + behind[0].length;
    return content.find(({ text, start }) => start >= from && text.length > 1 && HOLDER.test(text));
  }
  if (WHO_IS.test(normalized)) {
    const last = content.at(-1);
    const isOffice = last !== undefined && last.text.length > 1 && HOLDER.test(last.text);
    return isOffice && /^[\s?。!]*$/u.test(normalized.slice(last.end)) ? last : undefined;
  }
  if (type !== 'person' && !NAME_ASKED.test(normalized.slice(asksAt))) return undefined;
  const office =
    content.findLast(
      ({ text, end }) =>
        end <= asksAt && text.length > 1 && (HOLDER.test(text) || text === attribute),
    ) ?? cutOffice(content, asksAt);
  return office !== undefined && BETWEEN.test(normalized.slice(office.end, asksAt))
    ? office
    : undefined;
}

/** 人社局 and 长: an office that jieba cuts in two. */
function cutOffice(content: readonly Token[], asksAt: number): Token | undefined {
  const at = content.findLastIndex(({ text, end }) => text === '长' && end <= asksAt);
  const [body, end] = [content[at - 1], content[at]];
  if (body === undefined || end === undefined || body.end !== end.start) return undefined;
  return { ...end, text: `${body.text.slice(-1)}长`, start: end.start - 1 };
}

/** Words that an owner of an office has at most: 阿富汗东部加兹尼省政府. */
const OWNER_WORDS = 5;
/** jieba's tags of the words that an owner is named by. */
const OWNER = /^(?:n|[jbfs]|eng|vn)/u;
/** The same of those that tell one owner from another. */
const OWN_NAME = /^n[st]/u;
/** What names of owners end in, whatever they are. */
const GENERAL_ENDING = /[国省市县区州镇乡村会部府院局]/gu;

/** The words right before a place in a text, 的 between or not. */
function ownerBefore(tokens: readonly Token[], place: number): readonly Token[] {
  const words: Token[] = [];
  let from = place;
  for (const token of tokens.filter(({ end }) => end <= place).toReversed()) {
    // 的 is left out of the words that a question is cut into, or stands as a word itself
    if (from - token.end > 1 || words.length >= OWNER_WORDS) break;
    from = token.start;
    if (token.text !== '的') words.push(token);
  }
  return words;
}

/** The names among the words up to the first that names no owner, without what their endings share. */
function namesIn(words: readonly Token[], { tag }: Tokenizer): readonly string[] {
  const tags = words.map(({ text }) => tag(text)[0]?.tag ?? '');
  const until = tags.findIndex((one) => !OWNER.test(one));
  return words
    .slice(0, until < 0 ? words.length : until)
    .filter((_, place) => OWN_NAME.test(tags[place] ?? ''))
    .map(({ text }) => text.replace(GENERAL_ENDING, ''))
    .filter((name) => name !== '');
}

function sharesCharacter(some: readonly string[], others: readonly string[]): boolean {
  const written = others.join('');
  return some.some((name) => [...name].some((character) => written.includes(character)));
}
