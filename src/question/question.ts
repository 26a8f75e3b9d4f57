import { normalize } from '../language/normalize.ts';
import { bigramTerms, wordTerms } from '../language/terms.ts';
import { isOrdinaryWord, segment, type Token, tag } from '../language/tokenizer.ts';
import { HEAD_NOUNS } from './data/head-nouns.ts';
import {
  type AnswerType,
  ASKED_COUNTER,
  COURTESIES,
  QUESTION_WORDS,
} from './data/question-words.ts';
import { ROLE_SOURCE } from './data/roles.ts';
import { KIND_WORDS, STOP_WORDS } from './data/stop-words.ts';

/** A text and the words that it is cut into. */
export interface CutText {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** What a question asks for and the terms that carry it. */
export interface Question {
  readonly source: string;
  /** Simplified, half width, lower case. */
  readonly normalized: string;
  readonly type: AnswerType;
  /** What `normalized` says besides asking, in its place. */
  readonly rest: CutText;
  /** The counter asked after: 项 in 多少项. */
  readonly counter?: string;
  /** The words that are left when question words, courtesies and stop words are taken out. */
  readonly content: readonly Token[];
  /** Terms with what each counts: 1, or less where an earlier turn lent it. */
  readonly words: ReadonlyMap<string, number>;
  readonly bigrams: ReadonlyMap<string, number>;
  /** Terms that say the same as a term of the question: synonyms, full names. */
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

/** UTF-16 units of a question that are read: nobody types a longer one, and every term costs time. */
export const QUESTION_LIMIT = 500;

const KIND_WORD_FACTOR = 0.3;

export function understand(source: string): Question {
  const normalized = normalize(source.slice(0, QUESTION_LIMIT)).text.trim();
  const { type: asked, typed, at, rest: text } = typedByHead(takeQuestionWords(normalized));
  const counter = ASKED_COUNTER.exec(normalized)?.[1];
  const tokens = segment(text);
  const content = tokens.filter(({ text }) => !STOP_WORDS.has(text) && text !== counter);
  const type = retyped(asked, content, normalized.slice(0, at));
  const kindBigrams = new Set(bigramTerms(content.filter(({ text }) => KIND_WORDS.has(text))));
  const focus = focusOf(content, at, normalized);
  const head = headOf(content, text, at);
  const attribute = attributeOf(type, focus, at, normalized);
  return {
    source,
    normalized,
    rest: { text, tokens },
    type,
    ...(counter === undefined ? {} : { counter }),
    said: [normalized],
    typed,
    bare: at === normalized.length && isNounPhrase(normalized, content),
    asksAt: at,
    names: content.filter(isName).map((token) => token.text),
    content,
    focus,
    ...(head === undefined ? {} : { head }),
    ...(attribute === undefined ? {} : { attribute }),
    words: new Map(
      wordTerms(content).map((term) => [term, KIND_WORDS.has(term) ? KIND_WORD_FACTOR : 1]),
    ),
    bigrams: new Map(
      bigramTerms(tokens).map((term) => [term, kindBigrams.has(term) ? KIND_WORD_FACTOR : 1]),
    ),
    alternatives: new Map(),
  };
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
function isNounPhrase(text: string, content: readonly Token[]): boolean {
  const phrase = text.replace(/[\s?!.。]+$/u, '');
  const last = content.at(-1);
  if (
    last === undefined ||
    last.end !== phrase.length ||
    /[,;:吗呢吧几哪谁何]|[那这]里|多少|什么/u.test(phrase)
  )
    return false;
  return isNoun(last) || HEAD_NOUNS.some(({ pattern }) => pattern.test(phrase));
}

/** Blanks out what only asks, so that offsets stay and neighbours do not grow together. */
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

/** All that an engine is asked for, each term once; words that tell little only where there are no others. */
export function searchTerms({ words, bigrams, alternatives }: Question): string[] {
  const own = [...words, ...bigrams];
  const telling = own.filter(([, factor]) => factor > KIND_WORD_FACTOR);
  const terms = (telling.length > 0 ? telling : own).map(([term]) => term);
  return [...new Set([...terms, ...[...alternatives.values()].flat()])];
}

/** Normalised text with question words and courtesies blanked out. */
export function withoutQuestionWords(text: string): string {
  return takeQuestionWords(text).rest;
}

function blank(match: string): string {
  return ' '.repeat(match.length);
}

/** The first words behind the question word, else the last one before it. */
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
 * The last of the nouns right behind the question word (哪位历史人物), or the first where something is
 * said of them at once: the last is then what is said (哪个城市人口最多).
 */
function headOf(content: readonly Token[], rest: string, at: number): Token | undefined {
  const behind = content.filter((token) => token.start >= at);
  const nouns: Token[] = [];
  for (const token of behind) {
    if (rest.slice(nouns.at(-1)?.end ?? at, token.start).trim() !== '') break;
    if (token.kind !== 'han' || !isNoun(token)) {
      if (DEGREE.test(token.text)) return nouns[0];
      break;
    }
    nouns.push(token);
  }
  return nouns.at(-1);
}

/** What says how much of something there is. */
const DEGREE = /^[最更很较]/;

/** jieba's tags of nouns, of short forms, and of words it has made up of neighbours. */
export function isNoun({ text }: Token): boolean {
  return /^(?:n|j|x)/.test(tag(text)[0]?.tag ?? '');
}

/** What stands before a noun that is asked of its owner. */
const OWNED = /的[^的,;:?!]{0,10}$/;
/** What people are called by what they do. */
const ROLE = new RegExp(`${ROLE_SOURCE}$`, 'u');
/** Types asked of an owner's attribute: whose holder, how much of it. */
const OWNED_TYPES: ReadonlySet<AnswerType> = new Set(['person', 'organisation', 'number', 'money']);

function attributeOf(
  type: AnswerType,
  focus: readonly Token[],
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
  return tag(word.text)[0]?.tag.startsWith('n') === true ? word.text : undefined;
}

/** 张三是谁 asks what he is; 宫殿的西边是什么 asks for what is there, and not what 西边 means. */
function retyped(asked: AnswerType, content: readonly Token[], before: string): AnswerType {
  if (asked === 'person' && isOnePerson(content)) return 'definition';
  return asked === 'definition' && OWNED.test(before) && !MEANING.test(before) ? 'thing' : asked;
}

const MEANING = /(?:定义|含义|意思|意义|身份|职务|职位|全称|简称)$/;

/** 张三是谁 asks what he is, and not for another name. */
function isOnePerson(content: readonly Token[]): boolean {
  const [only] = content;
  if (only === undefined || content.length > 1 || only.kind !== 'han') return false;
  return /^(?:nr|nrt|nrfg|x)$/.test(tag(only.text)[0]?.tag ?? '');
}

/** jieba's tags of names of people, organisations and products. */
const NAME_TAG = /^(?:nr|nrt|nrfg|nt|nz)$/;

function isName({ text, kind }: Token): boolean {
  if (kind === 'number' || KIND_WORDS.has(text) || isOrdinaryWord(text)) return false;
  if (kind === 'latin') return text.length > 1;
  return text.length > 1 && NAME_TAG.test(tag(text)[0]?.tag ?? '') && tag(text).length === 1;
}
