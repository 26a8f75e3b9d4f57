import type { Lexicon } from '../../knowledge/lexicon.ts';
import type { Tokenizer } from '../../language/tokenizer.ts';
import { type Question, understand } from '../question.ts';

/** Characters of either part of a foreign name that a dot stands between. */
const SHORTEST = 2;
const LONGEST = 5;
/** Characters by which a name may begin before the first word that the corpus does not write: 伊 of 伊|莲娜. */
const BEFORE = 2;

/**
 * A question with the dot put into a foreign name that was typed without it, where the corpus writes
 * both parts and not the words that jieba cuts it into: 玛丽亚洛佩斯 as 玛丽亚·洛佩斯.
 */
export function withDottedNames(
  question: Question,
  lexicon: Lexicon,
  tokenizer: Tokenizer,
): Question {
  const { normalized, source } = question;
  const isPart = (part: string) => !tokenizer.isOrdinaryWord(part) && lexicon.seen(part);
  const isUnknown = (text: string) => !lexicon.seen(text) && !tokenizer.isOrdinaryWord(text);
  for (const { text, start, kind } of question.content) {
    if (kind !== 'han' || !isUnknown(text)) continue;
    for (let from = Math.max(0, start - BEFORE); from <= start; from += 1) {
      const at = placeOfDot(normalized.slice(from), isPart);
      if (at === undefined) continue;
      const dotted = `${normalized.slice(0, from + at)}·${normalized.slice(from + at)}`;
      return { ...understand(dotted, tokenizer), source };
    }
  }
  return question;
}

/** Where a text that begins with a name of two parts has the second; the longest parts win. */
function placeOfDot(text: string, isPart: (part: string) => boolean): number | undefined {
  const [run = ''] = /^\p{Script=Han}+/u.exec(text) ?? [];
  for (let cut = Math.min(LONGEST, run.length - SHORTEST); cut >= SHORTEST; cut -= 1) {
    if (!isPart(run.slice(0, cut))) continue;
    for (let end = Math.min(run.length, cut + LONGEST); end >= cut + SHORTEST; end -= 1)
      if (isPart(run.slice(cut, end))) return cut;
  }
  return undefined;
}
