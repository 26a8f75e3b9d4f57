import type { Token } from '../language/tokenizer.ts';
import { HEAD_NOUNS } from './data/head-nouns.ts';
import { type AnswerType, COURTESIES, QUESTION_WORDS } from './data/question-words.ts';

/** What a question asks for, and what it says besides asking. */
export interface Asked {
  readonly type: AnswerType;
  /** Whether it says its type: otherwise that is `thing`. */
  readonly typed: boolean;
  /** Where the question word stands; the text's length where there is none. */
  readonly at: number;
  /** The text with question words and courtesies blanked out. */
  readonly rest: string;
}

/** 主场馆开放时间 asks without a question word, …时间是什么 with one that leaves it open: what the last noun says. */
export function typedByHead(asked: Asked): Asked {
  const before = asked.rest.slice(0, asked.at);
  // of a noun by itself what it means is asked, of somebody's or something's what it is
  const open = asked.type === 'thing' || (asked.type === 'definition' && OWNED.test(before));
  if (asked.typed && !(open && asked.rest.slice(asked.at).trim().length < 2)) return asked;
  const phrase = before.replace(/[\s?!.,。:、]*[是为]?[\s?!.,。:、]*$/u, '');
  const noun = HEAD_NOUNS.find(({ pattern }) => pattern.test(phrase));
  return noun === undefined ? asked : { ...asked, type: noun.type, typed: true };
}

/** An owner and 的, right before the noun that is asked for. */
export const OWNED = /的[^的,;:?!]{0,10}$/;

/**
 * Reads what the question words ask for, and blanks them and courtesies out: offsets stay, and what
 * stood on both sides does not become neighbours.
 */
export function takeQuestionWords(text: string): Asked {
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
 * The type of a question for a person or a definition, by the words beside the question word: 张三是谁
 * asks for a definition; 宫殿的西边是什么 asks for a thing, and not for what 西边 means.
 */
export function retyped(
  asked: AnswerType,
  content: readonly Token[],
  tags: ReadonlyMap<string, string>,
  before: string,
): AnswerType {
  if (asked === 'person' && isOnePerson(content, tags)) return 'definition';
  return asked === 'definition' && OWNED.test(before) && !MEANING.test(before) ? 'thing' : asked;
}

/** Nouns that do ask what something is: X的含义是什么. */
const MEANING = /(?:定义|含义|意思|意义|身份|职务|职位|全称|简称)$/;

/** Whether one person's name is all that the question says, as in 张三是谁. */
function isOnePerson(content: readonly Token[], tags: ReadonlyMap<string, string>): boolean {
  const [only] = content;
  if (only === undefined || content.length > 1 || only.kind !== 'han') return false;
  return /^(?:nr|nrt|nrfg|x)$/.test(tags.get(only.text) ?? '');
}

/** Normalised text with question words and courtesies blanked out. */
export function withoutQuestionWords(text: string): string {
  return takeQuestionWords(text).rest;
}

/** White space of a match's length, so that offsets stay. */
export function blank(match: string): string {
  return ' '.repeat(match.length);
}
