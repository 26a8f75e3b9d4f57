import type { Question } from './question.ts';

/** A Chinese term in the words of the question, English where that is; 江苏 also stands for the question's 江苏省. */
export function asAsked({ english }: Question, term: string): string {
  const like = [...(english ?? [])].find(([text]) => text.startsWith(term));
  return english?.get(term) ?? like?.[1] ?? term;
}

/** A name of a question, given half width and lower case, with the characters as they were typed. */
export function asTyped(question: Question, name: string): string {
  const { source } = question;
  const at = source.toLowerCase().indexOf(name);
  return at < 0 ? asAsked(question, name) : source.slice(at, at + name.length);
}
