import { normalize } from '../language/normalize.ts';
import { bigramTerms, wordTerms } from '../language/terms.ts';
import type { Token, Tokenizer } from '../language/tokenizer.ts';
import { HEAD_NOUNS } from './data/head-nouns.ts';
import {
  type AnswerType,
  ASKED_COUNTER,
  COURTESIES,
  QUESTION_WORDS,
} from './data/question-words.ts';
import { ROLE_SOURCE } from './data/roles.ts';
import { KIND_WORDS, STOP_WORDS } from './data/stop-words.ts';

/** A text and the words that it is cut into, without punctuation. */
export interface TokenizedText {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** A question as it is understood: what it asks for, and the terms that are searched for. */
export interface Question {
  /** The text as typed. */
  readonly source: string;
  /** The text in simplified characters, half width and lower case; offsets below are into it, in UTF-16 units. */
  readonly normalized: string;
  /** The kind of thing asked for. */
  readonly type: AnswerType;
  /** `normalized` with question words and courtesies blanked out, so that offsets stay. */
  readonly rest: TokenizedText;
  /** The counter asked after: 项 in 多少项. */
  readonly counter?: string;
  /** The words that are left when question words, courtesies and stop words are taken out. */
  readonly content: readonly Token[];
  /** Jieba's part of speech of each word of `content`, of its first part where jieba cuts it further. */
  readonly tags: ReadonlyMap<string, string>;
  /** Word terms with their weights: 1, or less for words that tell little and those of an earlier turn. */
  readonly words: ReadonlyMap<string, number>;
  /** Terms of two neighbouring characters with their weights. */
  readonly bigrams: ReadonlyMap<string, number>;
  /** Synonyms and full names that the corpus has for terms of the question. */
  readonly alternatives: ReadonlyMap<string, readonly string[]>;
  /** The words beside the question word, which name what is asked of the subject: 校长 in X的校长是谁. */
  readonly focus: readonly Token[];
  /** The noun behind the question word that names what is asked for: 城市 in 哪个城市人口最多. */
  readonly head?: Token;
  /** The noun asked of its owner, where the question has that form: 校长 in X的校长是谁. */
  readonly attribute?: string;
  /** Names in the question, as terms: of people, organisations, products; places apart. */
  readonly names: readonly string[];
  /** Where the question word stands in `normalized`; its length where there is none. */
  readonly asksAt: number;
  /** Normalised texts that may name period, place and direction: this turn's, then those it follows. */
  readonly said: readonly string[];
  /** Whether a question word says what is asked for; where none does, `type` is `thing`. */
  readonly typed: boolean;
  /** It is a noun phrase, without a question word: its last noun is what is asked. */
  readonly bare: boolean;
  /** The English behind each term, where the question is in English. */
  readonly english?: ReadonlyMap<string, string>;
}

/** UTF-16 units of a question that are read at most: nobody types a longer one, and every term costs time. */
export const QUESTION_LIMIT = 500;

/** 甚麼, as many write 什麼 in Hong Kong and Taiwan; each character has its own simplified form. */
const WHAT_OF_OLD = /甚[么麽麼]/gu;

/** Weight of words that name only the kind of answer (KIND_WORDS); other words have 1. */
const KIND_WORD_FACTOR = 0.3;

export function understand(source: string, tokenizer: Tokenizer): Question {
  const normalized = normalize(source.slice(0, QUESTION_LIMIT))
    .text.replace(WHAT_OF_OLD, '什么')
    .trim();
  const { type: asked, typed, at, rest: said } = typedByHead(takeQuestionWords(normalized));
  const counted = ASKED_COUNTER.exec(normalized);
  const counter = counted?.[1];
  const text = withoutCounter(said, counted, tokenizer);
  const tokens = tokenizer.cut(text);
  const content = tokens.filter(
    (token) => !STOP_WORDS.has(token.text) && token.text !== counter && !isLimit(token, asked, at),
  );
  const tags = new Map(content.map(({ text }) => [text, tokenizer.tag(text)[0]?.tag ?? '']));
  const type = retyped(asked, content, tags, normalized.slice(0, at));
  const kindBigrams = new Set(bigramTerms(content.filter(({ text }) => KIND_WORDS.has(text))));
  const focus = focusOf(content, at, normalized);
  const head = headOf(content, tags, text, at);
  const attribute = attributeOf(type, focus, tags, at, normalized);
  return {
    source,
    normalized,
    rest: { text, tokens },
    type,
    ...(counter === undefined ? {} : { counter }),
    said: [normalized],
    typed,
    bare: at === normalized.length && isNounPhrase(normalized, content, tags),
    asksAt: at,
    names: content.filter((token) => isName(token, tokenizer)).map((token) => token.text),
    content,
    tags,
    focus,
    ...(head === undefined ? {} : { head }),
    ...(attribute === undefined ? {} : { attribute }),
    words: new Map(
      wordTerms(content, tokenizer).map((term) => [
        term,
        KIND_WORDS.has(term) ? KIND_WORD_FACTOR : 1,
      ]),
    ),
    bigrams: new Map(
      bigramTerms(tokens).map((term) => [term, kindBigrams.has(term) ? KIND_WORD_FACTOR : 1]),
    ),
    alternatives: new Map(),
  };
}

/**
 * A text with the counter behind its question word blanked out, so that 分 of 积多少分平了几场 makes no
 * word with what follows; it stays where it does begin a word, as 人 of 多少人口.
 */
function withoutCounter(
  text: string,
  counted: RegExpExecArray | null,
  { isWord }: Tokenizer,
): string {
  const [whole = '', counter = ''] = counted ?? [];
  const end = (counted?.index ?? 0) + whole.length;
  const start = end - counter.length;
  // 几个月大: a part of it may be gone with the question word
  if (counter === '' || text.slice(start, end).trim() === '') return text;
  const next = text.slice(end, end + 1);
  return isWord(counter.slice(-1) + next)
    ? text
    : text.slice(0, start) + blank(counter) + text.slice(end);
}

/** Types of an answer of which the most or the least may be asked. */
const LIMITED: ReadonlySet<AnswerType> = new Set(['number', 'money', 'duration']);
const LIMIT = /^(?:最[长短多少高低大小快慢]|至[多少])$/u;

/** 最长 in 见习最长几个月: asks for the end of a range, which the text gives without saying so. */
function isLimit({ text, end }: Token, type: AnswerType, at: number): boolean {
  return end === at && LIMITED.has(type) && LIMIT.test(text);
}

/** What a question asks for, and what it says besides asking. */
interface Asked {
  readonly type: AnswerType;
  readonly typed: boolean;
  readonly at: number;
  readonly rest: string;
}

/** 主场馆开放时间 asks without a question word, …时间是什么 with one that leaves it open: what the last noun says. */
function typedByHead(asked: Asked): Asked {
  const before = asked.rest.slice(0, asked.at);
  // of a noun by itself what it means is asked, of somebody's or something's what it is
  const open = asked.type === 'thing' || (asked.type === 'definition' && OWNED.test(before));
  if (asked.typed && !(open && asked.rest.slice(asked.at).trim().length < 2)) return asked;
  const phrase = before.replace(/[\s?!.,。:、]*[是为]?[\s?!.,。:、]*$/u, '');
  const noun = HEAD_NOUNS.find(({ pattern }) => pattern.test(phrase));
  return noun === undefined ? asked : { ...asked, type: noun.type, typed: true };
}

/** A phrase that ends in a noun, in one clause: neither 螭头的功能是 nor 经济增长了吗. */
function isNounPhrase(
  text: string,
  content: readonly Token[],
  tags: ReadonlyMap<string, string>,
): boolean {
  const phrase = text.replace(/[\s?!.。]+$/u, '');
  const last = content.at(-1);
  if (
    last === undefined ||
    last.end !== phrase.length ||
    /[,;:吗呢吧几哪谁何]|[那这]里|多少|什么/u.test(phrase)
  )
    return false;
  return isNoun(last, tags) || HEAD_NOUNS.some(({ pattern }) => pattern.test(phrase));
}

/**
 * Reads what the question words ask for, and blanks them and courtesies out: offsets stay, and what
 * stood on both sides does not become neighbours.
 */
function takeQuestionWords(text: string): Asked {
  let type: AnswerType | undefined;
  let at = text.length;
  let rest = text;
  for (const courtesy of COURTESIES) rest = rest.replace(courtesy, blank);
  for (const entry of QUESTION_WORDS) {
    const without = rest.replace(entry.pattern, blank);
    if (without !== rest && type === undefined) {
      type = entry.type;
      at = rest.search(entry.pattern);
    }
    rest = without;
  }
  return { type: type ?? 'thing', typed: type !== undefined, at, rest };
}

/**
 * The terms that the search engine is asked for, each once; words of little weight only where none of the
 * others is written: 问题 of 有问题找谁.
 */
export function searchTerms(
  { words, bigrams, alternatives }: Question,
  isWritten: (term: string) => boolean = () => true,
): string[] {
  const own = [...words, ...bigrams];
  const others = [...alternatives.values()].flat();
  const telling = own.filter(([, factor]) => factor > KIND_WORD_FACTOR).map(([term]) => term);
  const isEnough = telling.length > 0 && [...telling, ...others].some(isWritten);
  const terms = isEnough ? telling : own.map(([term]) => term);
  return [...new Set([...terms, ...others])];
}

/** Normalised text with question words and courtesies blanked out. */
export function withoutQuestionWords(text: string): string {
  return takeQuestionWords(text).rest;
}

function blank(match: string): string {
  return ' '.repeat(match.length);
}

/** The first one or two words behind the question word; where there are none, the last word before it. */
function focusOf(content: readonly Token[], at: number, text: string): readonly Token[] {
  const behind = content.filter((token) => token.start >= at);
  const next = behind[0];
  if (next !== undefined && !/[,;:?!。]/.test(text.slice(at, next.start))) {
    const second = behind[1];
    return second !== undefined && second.start === next.end ? [next, second] : [next];
  }
  return content.filter((token) => token.end <= at).slice(-1);
}

/**
 * The last of the nouns right behind the question word (哪位历史人物), or the first of them where a
 * word of degree follows: the last noun then belongs to what is said of the first (哪个城市人口最多).
 */
function headOf(
  content: readonly Token[],
  tags: Question['tags'],
  rest: string,
  at: number,
): Token | undefined {
  const behind = content.filter((token) => token.start >= at);
  const nouns: Token[] = [];
  for (const token of behind) {
    if (rest.slice(nouns.at(-1)?.end ?? at, token.start).trim() !== '') break;
    if (token.kind !== 'han' || !isNoun(token, tags)) {
      if (DEGREE.test(token.text)) return nouns[0];
      break;
    }
    nouns.push(token);
  }
  return nouns.at(-1);
}

/** Words of degree. */
const DEGREE = /^[最更很较]/;

/** Whether a word is a noun by jieba's tags: a noun, a short form, or a word made up of neighbouring characters. */
export function isNoun({ text }: Token, tags: Question['tags']): boolean {
  return /^(?:n|j|x)/.test(tags.get(text) ?? '');
}

/** An owner and 的, right before the noun that is asked for. */
const OWNED = /的[^的,;:?!]{0,10}$/;
/** Nouns that name people by what they do or are to others. */
const ROLE = new RegExp(`${ROLE_SOURCE}$`, 'u');
/** Types of answer that an owner's attribute has: a holder or an amount. */
const OWNED_TYPES: ReadonlySet<AnswerType> = new Set(['person', 'organisation', 'number', 'money']);

function attributeOf(
  type: AnswerType,
  focus: readonly Token[],
  tags: Question['tags'],
  at: number,
  text: string,
): string | undefined {
  const [word] = focus;
  if (word === undefined || word.end > at || word.kind !== 'han' || word.text.length < 2)
    return undefined;
  if (!OWNED_TYPES.has(type) || KIND_WORDS.has(word.text)) return undefined;
  const owned =
    OWNED.test(text.slice(0, word.start)) || (type === 'person' && ROLE.test(word.text));
  if (!owned) return undefined;
  return tags.get(word.text)?.startsWith('n') === true ? word.text : undefined;
}

/**
 * The type of a question for a person or a definition, by the words beside the question word: 张三是谁
 * asks for a definition; 宫殿的西边是什么 asks for a thing, and not for what 西边 means.
 */
function retyped(
  asked: AnswerType,
  content: readonly Token[],
  tags: Question['tags'],
  before: string,
): AnswerType {
  if (asked === 'person' && isOnePerson(content, tags)) return 'definition';
  return asked === 'definition' && OWNED.test(before) && !MEANING.test(before) ? 'thing' : asked;
}

/** Nouns that do ask what something is: X的含义是什么. */
const MEANING = /(?:定义|含义|意思|意义|身份|职务|职位|全称|简称)$/;

/** Whether one person's name is all that the question says, as in 张三是谁. */
function isOnePerson(content: readonly Token[], tags: Question['tags']): boolean {
  const [only] = content;
  if (only === undefined || content.length > 1 || only.kind !== 'han') return false;
  return /^(?:nr|nrt|nrfg|x)$/.test(tags.get(only.text) ?? '');
}

/** jieba's tags of names of people, organisations and products. */
const NAME_TAG = /^(?:nr|nrt|nrfg|nt|nz)$/;

function isName({ text, kind }: Token, { tag, isOrdinaryWord }: Tokenizer): boolean {
  if (kind === 'number' || KIND_WORDS.has(text) || isOrdinaryWord(text)) return false;
  if (kind === 'latin') return text.length > 1;
  const [word, ...further] = tag(text);
  return text.length > 1 && NAME_TAG.test(word?.tag ?? '') && further.length === 0;
}
