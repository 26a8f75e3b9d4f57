import { normalize } from '../../language/normalize.ts';
import type { AnswerType } from '../data/question-words.ts';
import type { Question } from '../question.ts';
import { subjectOf } from './parallel.ts';

/** Answers that a pronoun of the next turn may stand for: who it is, and which. */
const NAMING: ReadonlySet<AnswerType> = new Set(['person', 'organisation']);
/** A name, without a mark in it. */
const NAME = /^[\p{L}\p{N}·.\- ]{2,16}$/u;

/**
 * Whom or what 他, 它 and 该公司 of the next turn stand for: the person or firm that answered, else the
 * name in the question, else what it asks of. Undefined where it has none.
 * @param answered the characters of the quotation that answer, where one stretch of them does
 */
export function aboutOf(
  question: Question,
  answered: string | undefined,
  before?: string,
): string | undefined {
  const { type, names, rest, said } = question;
  const named = answered === undefined ? '' : normalize(answered).text.trim();
  if (NAMING.has(type) && NAME.test(named)) return named;
  const [name] = names;
  const subject = subjectOf(question);
  const whole = subject === undefined ? '' : rest.text.slice(subject.start, subject.end);
  // 王某某所在公司 is more than its name
  if (name !== undefined) return whole.startsWith(name) ? whole : name;
  // 总部在哪里 names nobody, and is of whom the turn before was
  const isFollowing = said.length > 1 && normalize(question.source).text.includes(rest.text.trim());
  if (isFollowing && before !== undefined) return before;
  return whole.length < 2 ? undefined : whole;
}
