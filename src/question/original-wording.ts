import type { Question } from './question.ts';

/** A Chinese term as the question calls it; 江苏 also where it was put down as 江苏省. */
export function asAsked({ english }: Question, term: string): string {
  const like = [...(english ?? [])].find(([text]) => text.startsWith(term));
  return english?.get(term) ?? like?.[1] ?? term;
}

/** A name of a question, which is half width and lower case, as it was typed. */
export function asTyped(question: Question, name: string): string {
  const { source, normalized } = question;
  const at = source.toLowerCase().indexOf(name);
  if (at >= 0) return source.slice(at, at + name.length);
  // in traditional characters it stands at the same place
  const typed = source.trim();
  const place = typed.length === normalized.length ? normalized.indexOf(name) : -1;
  return place < 0 ? asAsked(question, name) : typed.slice(place, place + name.length);
}
