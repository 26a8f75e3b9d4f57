import { asWritten } from '../language/as-written.ts';
import type { Question } from './question.ts';

/** What a question was typed as, and the English behind its terms where it is in English. */
export type Wording = Pick<Question, 'source' | 'english'>;

/**
 * A normalised Chinese term as the question calls it: in its English, or in the characters typed;
 * 江苏 also where it was put down as 江苏省. The term itself where the question does not write it.
 */
export function asAsked({ source, english }: Wording, term: string): string {
  const like = [...(english ?? [])].find(([text]) => text.startsWith(term));
  return english?.get(term) ?? like?.[1] ?? typedFor(source, term);
}

/** 中国 and 我国 where the question says one of them for 全国. */
function typedFor(source: string, term: string): string {
  const written = asWritten(source, term);
  if (term !== WHOLE_COUNTRY || source.includes(written)) return written;
  return WHOLE_COUNTRY_NAMES.exec(source)?.[0] ?? written;
}

const WHOLE_COUNTRY = '全国';
const WHOLE_COUNTRY_NAMES = /中华人民共和国|中華人民共和國|[中我]国|[中我]國|国内|國內/u;

/** A name of a question, which is half width and lower case, as it was typed. */
export function asTyped(question: Wording, name: string): string {
  const { source } = question;
  const at = source.toLowerCase().indexOf(name);
  return at < 0 ? asAsked(question, name) : source.slice(at, at + name.length);
}
