import { ROLE_SOURCE } from '../../question/data/roles.ts';
import { KIND_WORDS } from '../../question/data/stop-words.ts';
import type { Question } from '../../question/question.ts';
import type { AnswerSpan } from './typed-spans.ts';

/** An apposition before a name that says what it is: an office, or 一款 and its like. */
const INTRODUCED = new RegExp(
  `[^,，。;；:：“”"'()、\\s]*(?:${ROLE_SOURCE}|一[款种家个项位名座部])$`,
  'u',
);
/** Characters before a name in which its apposition is looked for. */
const REACH = 40;
/** Upper limit of the places of a name that are looked at: a sentence introduces nobody at the hundredth. */
const PLACES = 20;
/** A predicate or a bracket behind a name that says what it is, up to the end of its clause. */
const EXPLAINED =
  /^[,，]?(?:今年)?\d*岁?[,，]?(?:是|系|指|即|原为|担任|出任|现任)[^,，。;；]*|^\([^)]*\)(?:[,，]?是[^,，。;；]*)?/u;

/** Where normalised text says what a question's subject is: 财务总监张三, X是…, X(…)；undefined where it does not. */
export function findIntroduction(question: Question, text: string): AnswerSpan | undefined {
  for (const { text: subject } of question.content) {
    if (KIND_WORDS.has(subject)) continue;
    let at = text.indexOf(subject);
    for (let place = 0; place < PLACES && at >= 0; place += 1) {
      const end = at + subject.length;
      const before = INTRODUCED.exec(text.slice(Math.max(0, at - REACH), at))?.[0];
      if (before !== undefined) return { start: at - before.length, end };
      const behind = EXPLAINED.exec(text.slice(end))?.[0];
      if (behind !== undefined) return { start: at, end: end + behind.length };
      at = text.indexOf(subject, end);
    }
  }
  return undefined;
}
