import type { Lexicon } from '../knowledge/lexicon.ts';
import type { Tokenizer } from '../language/tokenizer.ts';
import { type Question, understand } from './question.ts';

/** Characters of either part of a foreign name that a dot stands between. */
const SHORTEST = 2;
const LONGEST = 5;
/** Characters of the shortest name that is read so. */
const SHORTEST_NAME = 4;

/**
 * A question with the dot put into a foreign name that was typed without it, where the corpus writes
 * both parts and not the words that jieba cuts it into: 玛丽亚洛佩斯 as 玛丽亚·洛佩斯.
 */
export function withDottedNames(
  question: Question,
  lexicon: Lexicon,
  tokenizer: Tokenizer,
): Question {
  const { normalized } = question;
  const isPart = (part: string) =>
    part.length >= SHORTEST && !tokenizer.isOrdinaryWord(part) && lexicon.seen(part);
  for (const { text, start, kind } of question.content) {
    if (kind !== 'han' || lexicon.seen(text) || tokenizer.isOrdinaryWord(text)) continue;
    const [run = ''] = /^\p{Script=Han}+/u.exec(normalized.slice(start)) ?? [];
    for (let cut = Math.min(LONGEST, run.length - SHORTEST); cut >= SHORTEST; cut -= 1) {
      if (!isPart(run.slice(0, cut))) continue;
      for (let end = Math.min(run.length, cut + LONGEST); end >= cut + SHORTEST; end -= 1) {
        if (end < SHORTEST_NAME || !isPart(run.slice(cut, end))) continue;
        const at = start + cut;
        const dotted = `${normalized.slice(0, at)}·${normalized.slice(at)}`;
        return { ...understand(dotted, tokenizer), source: question.source };
      }
    }
  }
  return question;
}
