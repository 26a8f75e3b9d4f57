import { normalize } from '../../language/normalize.ts';
import type { Token, Tokenizer } from '../../language/tokenizer.ts';
import { STOP_WORDS } from '../../question/data/stop-words.ts';
import type { Question } from '../../question/question.ts';
import { slice } from '../../util/span.ts';
import type { Ranked } from '../rank/rank.ts';
import { MEASURE } from '../suggest/clauses.ts';

/** UTF-16 units of a name that is told, in Chinese and in letters. */
const LONGEST = { han: 12, latin: 40 };
/** jieba's tags of names, and of what it has made up of characters that it does not know. */
const NAME_TAG = /^(?:nr|ns|nz|nt|x)/;
/** jieba's tags of what stands before a noun, or is one, names apart. */
const NOUN_TAG = /^(?:n(?![rstz])|vn|an|b|j|z|l)/;
/** jieba's tags of single characters that are words of their own beside a name: 停 of 摩托车停. */
const OWN_WORD = /^(?:v|d|p|c|r|m|q|u|f|t|a)/;
/** Characters that make a noun of the word before them, some of which jieba takes for verbs: 工本费. */
const SUFFIX = /^[费税金率额值价款证卡品机器车船店厂站馆院校员赛滑]$/u;
/** Nouns that say too little without the verb before them: 陪同人员, 主办单位. */
const OF_DOING = /^(?:人员|人士|人数|单位|机构|部门|方式|方法|费用|材料|设备|条件|程序|对象)$/u;
/** 关了, 能进: jieba makes a word of a verb and what is light beside it. */
const GLUED = /^[能要会可想在被没][\p{Script=Han}]$|^\p{Script=Han}[了过着没]$/u;
/** Paragraphs, best first, in which a name may be written with marks between its characters. */
const LOOKED_THROUGH = 6;

/**
 * A word that the corpus does not write, with what belongs to it in the question, for a piece of a name
 * is nobody's words: 吉普斯兰山 of 兰山, 工本费 of 工本, 红色预警 of 红色, Antonis Samaras of Antonis. What
 * lacks a part lacks the whole.
 */
export function wholeName(name: string, question: Question, tokenizer: Tokenizer): string {
  const { tokens, text } = question.rest;
  const at = tokens.findIndex((token) => token.text === name);
  const token = tokens[at];
  if (token === undefined) return name;
  const belongs = belongingTo(token, text, question, tokenizer);
  let [first, last] = [at, at];
  const lengthOf = (from: number, to: number) =>
    (tokens[to]?.end ?? 0) - (tokens[from]?.start ?? 0);
  const longest = token.kind === 'latin' ? LONGEST.latin : LONGEST.han;
  while (belongs(tokens[first - 1], tokens[first]) && lengthOf(first - 1, last) <= longest)
    first -= 1;
  while (belongs(tokens[last + 1], tokens[last]) && lengthOf(first, last + 1) <= longest) last += 1;
  if (first < at && isEnding(tokens[first], tokens[first - 1]))
    first += isEnded(tokens[first - 1], question.tags) ? -1 : 1;
  const whole = text.slice(tokens[first]?.start, tokens[last]?.end);
  return isTyped(whole, question) ? whole : name;
}

/** Whether a name was typed so, and has no word in it that the corpus has for another: 学生 for 孩子. */
function isTyped(name: string, { source, said, english }: Question): boolean {
  const typed = [normalize(source).text, ...said.slice(1)];
  return english !== undefined || typed.some((text) => text.includes(name));
}

function isDoing({ text }: Token, tag: string): boolean {
  return text.length > 1 && /^v/u.test(tag);
}

/** Whether a name would begin with a character that belongs to the word before it: 档票房 of 春节档票房. */
function isEnding(one: Token | undefined, before: Token | undefined): boolean {
  return one?.kind === 'han' && one.text.length === 1 && before?.end === one.start;
}

/** Whether a word is one that such a character makes a noun of: 春节档, and not 在档. */
function isEnded(word: Token | undefined, tags: Question['tags']): boolean {
  if (word?.kind !== 'han' || word.text.length === 1) return false;
  return /^(?:n|t|m|j)/u.test(tags.get(word.text) ?? '');
}

/** Whether a word of the question belongs to the name that its neighbour is a part of. */
function belongingTo(
  { text: name, kind }: Token,
  text: string,
  { tags }: Question,
  { isWord, tag }: Tokenizer,
): (one: Token | undefined, neighbour: Token | undefined) => boolean {
  const gap = (one: Token, other: Token) =>
    text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start));
  const tagOf = (word: string) => tags.get(word) ?? tag(word)[0]?.tag ?? '';
  const isCommon = isWord(name) && !NAME_TAG.test(tagOf(name));
  return (one, neighbour) => {
    if (one === undefined || neighbour === undefined) return false;
    const between = gap(one, neighbour);
    if (kind === 'latin') return one.kind === 'latin' && /^[ .'·-]$/u.test(between);
    if (one.kind !== 'han' || STOP_WORDS.has(one.text) || GLUED.test(one.text)) return false;
    // an ordinary noun goes with what it is said of, a name with the rest of the name alone
    const own = tagOf(one.text);
    if (isCommon) {
      if (between !== '') return false;
      const isBehind = one.start === neighbour.end;
      if (isBehind && SUFFIX.test(one.text)) return true;
      if (!isBehind && OF_DOING.test(neighbour.text) && isDoing(one, own)) return true;
      return NOUN_TAG.test(own) && !MEASURE.test(one.text);
    }
    if (/^[·-]$/u.test(between)) return true;
    if (between !== '') return false;
    return (
      /^z/.test(own) ||
      NAME_TAG.test(own) ||
      !(OWN_WORD.test(own) || isWord(one.text)) ||
      isTransliterated(one)
    );
  };
}

/** Characters by which foreign names are written, and hardly a word of one character. */
const TRANSLITERATING =
  /^[阿巴比伯布达德迪蒂多恩尔弗格哈基卡克拉莱兰朗勒里利林卢鲁伦罗洛马曼米姆纳内尼诺欧帕佩普奇琴萨森斯塔泰特廷托瓦维沃乌西希夏雅亚伊扎佐]$/u;

function isTransliterated({ text }: Token): boolean {
  return TRANSLITERATING.test(text);
}

/** Whether the nearest paragraphs write a name with marks in it: 县区 as 县（区）. */
export function isWrittenApart(name: string, ranked: readonly Ranked[]): boolean {
  const paragraphs = new Map(ranked.map(({ found }) => [found.id, found]));
  return [...paragraphs.values()].slice(0, LOOKED_THROUGH).some(({ article, paragraph }) =>
    normalize(slice(article.text, paragraph.span))
      .text.replace(/[^\p{L}\p{N}]+/gu, '')
      .includes(name.replace(/[^\p{L}\p{N}]+/gu, '')),
  );
}
