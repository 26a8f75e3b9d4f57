import { KIND_WORDS } from './data/stop-words.ts';
import type { Question } from './question.ts';
import type { AnswerSpan } from './spans.ts';

/** What stands before a name to say what it is: an office, or 一款 and its like. */
const INTRODUCED =
  /[^,，。;；:：“”"'()、\s]*(?:[员师长家者人手授士民星]|总监|主任|主管|助理|书记|主席|总统|首相|总裁|董事|经理|一[款种家个项位名座部])$/u;
/** What stands behind a name for the same, up to the end of its clause. */
const EXPLAINED =
  /^[,，]?(?:今年)?\d*岁?[,，]?(?:是|系|指|即|原为|担任|出任|现任)[^,，。;；]*|^\([^)]*\)(?:[,，]?是[^,，。;；]*)?/u;

/** Where normalised text says what a question's subject is: 财务总监张三, X是…, X(…)；undefined where it does not. */
export function findIntroduction(question: Question, text: string): AnswerSpan | undefined {
  for (const { text: subject } of question.content) {
    if (KIND_WORDS.has(subject)) continue;
    for (let at = text.indexOf(subject); at >= 0; at = text.indexOf(subject, at + 1)) {
      const end = at + subject.length;
      const before = INTRODUCED.exec(text.slice(0, at))?.[0];
      if (before !== undefined) return { start: at - before.length, end };
      const behind = EXPLAINED.exec(text.slice(end))?.[0];
      if (behind !== undefined) return { start: at, end: end + behind.length };
    }
  }
  return undefined;
}
