import type { Token } from '../language/tokenizer.ts';
import { OWNED } from './asked-type.ts';
import { HEAD_NOUNS } from './data/head-nouns.ts';
import type { AnswerType } from './data/question-words.ts';
import { ROLE_SOURCE } from './data/roles.ts';
import { KIND_WORDS } from './data/stop-words.ts';

/** Jieba's part of speech of each word. */
type Tags = ReadonlyMap<string, string>;

/** A phrase that ends in a noun, in one clause: neither 螭头的功能是 nor 经济增长了吗. */
export function isNounPhrase(text: string, content: readonly Token[], tags: Tags): boolean {
  const phrase = text.replace(/[\s?!.。]+$/u, '');
  const last = content.at(-1);
  if (
    last === undefined ||
    last.end !== phrase.length ||
    /[,;:吗呢吧几哪谁何]|[那这]里|多少|什么|还是/u.test(phrase)
  )
    return false;
  return isNoun(last, tags) || HEAD_NOUNS.some(({ pattern }) => pattern.test(phrase));
}

/** The first one or two words behind the question word; where there are none, the last word before it. */
export function focusOf(content: readonly Token[], at: number, text: string): readonly Token[] {
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
export function headOf(
  content: readonly Token[],
  tags: Tags,
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
export function isNoun({ text }: Token, tags: Tags): boolean {
  return /^(?:n|j|x)/.test(tags.get(text) ?? '');
}

/** Nouns that name people by what they do or are to others. */
const ROLE = new RegExp(`${ROLE_SOURCE}$`, 'u');
/** Types of answer that an owner's attribute has: a holder or an amount. */
const OWNED_TYPES: ReadonlySet<AnswerType> = new Set(['person', 'organisation', 'number', 'money']);

/** The noun asked of its owner, where a question has that form. */
export function attributeOf(
  type: AnswerType,
  focus: readonly Token[],
  tags: Tags,
  at: number,
  text: string,
): string | undefined {
  const [word] = focus;
  if (word === undefined || word.end > at || word.kind !== 'han' || word.text.length < 2)
    return undefined;
  if (!OWNED_TYPES.has(type) || KIND_WORDS.has(word.text)) return undefined;
  // 占灾区面积的几分之几 asks for a share of the area
  if (text.startsWith('的', word.end)) return undefined;
  const owned =
    OWNED.test(text.slice(0, word.start)) || (type === 'person' && ROLE.test(word.text));
  if (!owned) return undefined;
  return tags.get(word.text)?.startsWith('n') === true ? word.text : undefined;
}
