import { isCounter } from '../../../figures/parts/units.ts';
import { SYNONYMS } from '../../../knowledge/data/synonyms.ts';
import { KIND_WORDS } from '../../../question/data/stop-words.ts';
import type { Question } from '../../../question/question.ts';
import { ANSWER_KINDS } from '../data/answer-kinds.ts';
import { wordForms } from '../word-forms.ts';

/** Nouns that only say of what kind the answer is: 闭幕时间 asks for 闭幕. */
const OPEN_NOUN =
  /^(?:时间|日期|地点|地址|原因|结果|成绩|情况|名单|人数|数量|金额|总|年|是|量|数|率|价)$/u;

/**
 * The noun that a bare noun phrase ends in, before what only says the kind of the answer, and what
 * else it may be called: 主题 of 大会主题. Undefined where the question is no such phrase.
 */
export function nounAsked(question: Question): readonly [string, ...string[]] | undefined {
  const { bare, content } = question;
  if (!bare || content.length < 2) return undefined;
  const asked = content.findLast(
    ({ text, kind }) =>
      kind === 'han' &&
      text.length > 1 &&
      !OPEN_NOUN.test(text) &&
      !KIND_WORDS.has(text) &&
      !ANSWER_KINDS.has(text),
  );
  return asked && [...wordForms(asked.text, question), ...countedOrColoured(asked.text)];
}

/**
 * The noun of which kind something is asked for, and what else it may be called: 协议 in 签了什么协议.
 * Undefined where a question has no such noun.
 */
export function ownedAsked({ head }: Question): readonly [string, ...string[]] | undefined {
  const asked = head?.text;
  if (asked === undefined || asked.length < 2 || OPEN_NOUN.test(asked)) return undefined;
  if (KIND_WORDS.has(asked) || ANSWER_KINDS.has(asked)) return undefined;
  // an everyday word may mean another thing in the next sentence: 孩子, 学生
  return [asked, ...(SYNONYMS.get(asked) ?? [])];
}

/** What is counted, by its counter, or coloured: 24页 tells the 总页数, 蓝底 the 底色. */
function countedOrColoured(noun: string): readonly string[] {
  const coloured = /^(\p{Script=Han}{1,2})色$/u.exec(noun)?.[1];
  if (coloured !== undefined) return [coloured];
  const counter = noun.replace(/^总/u, '').replace(/数量?$/u, '');
  return counter !== noun && isCounter(counter) ? [counter] : [];
}
