import { normalize } from '../language/normalize.ts';
import { bigramTerms, wordTerms } from '../language/terms.ts';
import type { Token, Tokenizer } from '../language/tokenizer.ts';
import { blank, retyped, takeQuestionWords, typedByHead } from './asked-type.ts';
import { type AnswerType, ASKED_COUNTER } from './data/question-words.ts';
import { KIND_WORDS, STOP_WORDS } from './data/stop-words.ts';
import { takenApart } from './glued-words.ts';
import { attributeOf, focusOf, headOf, isNounPhrase } from './question-nouns.ts';
import { endsInWhether } from './whether.ts';

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

/** What a question asks, by its words alone. */
export function understand(source: string, tokenizer: Tokenizer): Question {
  const normalized = normalize(source.slice(0, QUESTION_LIMIT))
    .text.replace(WHAT_OF_OLD, '什么')
    .trim();
  const taken = takeQuestionWords(normalized);
  const {
    type: asked,
    typed,
    at,
    rest: said,
  } = endsInWhether(normalized) ? taken : typedByHead(taken);
  const counted = ASKED_COUNTER.exec(normalized);
  const counter = counted?.[1];
  const text = withoutCounter(said, counted, tokenizer);
  const tokens = takenApart(tokenizer.cut(text), tokenizer);
  const content = tokens.filter(
    (token) =>
      !STOP_WORDS.has(token.text) &&
      (token.text !== counter || THING_COUNTED.test(counter)) &&
      !isLimit(token, asked, at),
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
  const from = counted?.index ?? 0;
  const end = from + whole.length;
  // 几个月大: a part of it may be gone with the question word
  if (counter === '' || THING_COUNTED.test(counter)) return text;
  if (text.slice(end - counter.length, end).trim() === '') return text;
  const next = text.slice(end, end + 1);
  return /\p{Script=Han}/u.test(next) && isWord(counter.slice(-1) + next)
    ? text
    : text.slice(0, from) + blank(whole) + text.slice(end);
}

/** Counters that are what is counted, and say of the matter what no other word does: 多少人口. */
const THING_COUNTED = /^(?:人口|部门|岗位|社区|[床车席工]位)$/u;

/** Types of an answer of which the most or the least may be asked. */
const LIMITED: ReadonlySet<AnswerType> = new Set(['number', 'money', 'duration']);
const LIMIT = /^(?:最[长短多少高低大小快慢]|至[多少])$/u;

/** 最长 in 见习最长几个月: asks for the end of a range, which the text gives without saying so. */
function isLimit({ text, end }: Token, type: AnswerType, at: number): boolean {
  return end === at && LIMITED.has(type) && LIMIT.test(text);
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

/** jieba's tags of names of people, organisations and products. */
const NAME_TAG = /^(?:nr|nrt|nrfg|nt|nz)$/;

function isName({ text, kind }: Token, { tag, isOrdinaryWord }: Tokenizer): boolean {
  if (kind === 'number' || KIND_WORDS.has(text) || isOrdinaryWord(text)) return false;
  if (kind === 'latin') return text.length > 1;
  const [word, ...further] = tag(text);
  return text.length > 1 && NAME_TAG.test(word?.tag ?? '') && further.length === 0;
}
