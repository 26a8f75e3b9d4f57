import type { CorpusKnowledge } from '../../knowledge/corpus-knowledge.ts';
import { SURNAMES } from '../../language/data/surnames.ts';
import { bigramsOf } from '../../language/terms.ts';
import type { Token } from '../../language/tokenizer.ts';
import { KIND_WORDS, STOP_WORDS } from '../../question/data/stop-words.ts';
import type { Question } from '../../question/question.ts';
import { ANSWER_KINDS } from './data/answer-kinds.ts';

const HAN = /^\p{Script=Han}+$/u;
/** A numeral, or a character by which something is counted, begins no name: 一剂, 个球. */
const COUNTED = /^[0-9一二三四五六七八九十百千万亿两几多每个只条件位次场项年月日号期届批]/u;
/** A particle ends none: 进了. */
const PARTICLE = /[了着过得地的]$/u;
/** A number of things by its name, which a text gives as 82人: 人数. */
const COUNT_NOUN = /^.[数量]$|(?:人|次|件|户|项|场|家|个)数$|数量$/u;
/** What the asker calls the article itself: 新闻里说的, 报道中. */
const DOCUMENT =
  /^(?:新闻|报道|文章|消息|公告|通知|公报|文件|资料|材料|原文|正文|全文|稿件|帖子)$/u;
/** Characters of a Chinese person's name. */
const PERSON = /^\p{Script=Han}{2,4}$/u;

/**
 * Tells of a word of the question whether it can be told as what the corpus does not write: a word of
 * the dictionary or of the corpus's names, or a person's name, that stands in the question between
 * words, and that is more than the kind of the answer. jieba makes words up out of what it does not
 * know, 金要 of 领失业金要准备: of those one would say what nobody asked about.
 */
export function nameable(
  question: Question,
  { tokenizer, lexicon }: Pick<CorpusKnowledge, 'tokenizer' | 'lexicon'>,
): (name: string) => boolean {
  const { tokens } = question.rest;
  return (name) => {
    if (!HAN.test(name)) return true;
    if (name.length < 2 || isKind(name, question)) return false;
    // 保险金 stands in 失业保险金, which jieba cuts otherwise: each two neighbours of it are written
    if (bigramsOf(name).every(lexicon.seen)) return false;
    if (COUNTED.test(name) || PARTICLE.test(name)) return false;
    if (lexicon.isName(name)) return true;
    const at = tokens.findIndex(({ text }) => text === name);
    // a name of several words is cut apart; what is in marks stands by itself
    if (at < 0) return isQuoted(name, question) || tokenizer.isWord(name);
    if (isTorn(question.rest.text, tokens[at], tokenizer.isWord)) return false;
    if (isNumbered(question.rest.text, tokens[at])) return false;
    if (endsInAuxiliary(tokens[at], tokens[at + 1], question)) return false;
    if (tokenizer.isWord(name)) return true;
    return isPerson(name) && !isCutShort(tokens, at, tokenizer.isWord);
  };
}

/** 路车 of 7路车: begins with what the number before it numbers. */
function isNumbered(text: string, token: Token | undefined): boolean {
  return token !== undefined && /[0-9][路号楼层栋班]$/u.test(text.slice(0, token.start + 1));
}

function isKind(name: string, { head, content, asksAt }: Question): boolean {
  if (KIND_WORDS.has(name) || ANSWER_KINDS.has(name) || COUNT_NOUN.test(name)) return true;
  if (DOCUMENT.test(name)) return true;
  // 哪部电影, 哪个部门: what is asked for
  const behind = content.find(({ start }) => start >= asksAt);
  return head?.text === name && behind !== undefined;
}

function isQuoted(name: string, { normalized }: Question): boolean {
  return new RegExp(`[“"《「『]${name}[”"》」』]`, 'u').test(normalized);
}

function isPerson(name: string): boolean {
  const [surname = '', ...given] = name;
  return (
    PERSON.test(name) &&
    SURNAMES.has(surname) &&
    !given.some((character) => STOP_WORDS.has(character) || KIND_WORDS.has(character))
  );
}

/** 电能 of 充一次电能开多久: a word and the auxiliary of the verb behind it. */
function endsInAuxiliary(
  token: Token | undefined,
  next: Token | undefined,
  { tags }: Question,
): boolean {
  return (
    /[能会要可须]$/u.test(token?.text ?? '') &&
    next?.start === token?.end &&
    /^v/.test(tags.get(next?.text ?? '') ?? '')
  );
}

/** Whether a word shares a character with another of the dictionary, as 故里 does in 事故里. */
function isTorn(
  text: string,
  token: Token | undefined,
  isWord: (word: string) => boolean,
): boolean {
  if (token === undefined) return false;
  const { start, end } = token;
  return [text.slice(start - 1, start + 1), text.slice(end - 1, end + 1)].some(
    (pair) => HAN.test(pair) && pair.length === 2 && isWord(pair),
  );
}

/** Whether a word that jieba has made up goes on in a neighbour that is none either: 为洛劳敦 of a longer name. */
function isCutShort(
  tokens: readonly Token[],
  at: number,
  isWord: (word: string) => boolean,
): boolean {
  const [before, token, behind] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const isRest = (one: Token | undefined, touches: boolean) =>
    one !== undefined &&
    touches &&
    one.kind === 'han' &&
    !STOP_WORDS.has(one.text) &&
    (one.text.length === 1 || !isWord(one.text));
  return (
    isRest(before, before?.end === token?.start) || isRest(behind, behind?.start === token?.end)
  );
}
