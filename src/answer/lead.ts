import type { Sentence } from '../article/types.ts';
import type { Figure } from '../figures/types.ts';
import { type Span, slice } from '../offset.ts';
import type { Question } from './question.ts';
import type { Ranked } from './rank.ts';

/** A sentence that opens so cannot be read without the one before. */
const LEANS_BACK =
  /^(?:因此|所以|因而|于是|对此|为此|这|此外|他|她|它|其(?!中|他|次|余|实)|该|此|前者|后者|同时,?他)/;
/** A sentence that ends so announces what follows. */
const LEANS_FORWARD = /(?:如下|以下|包括|分别是|有)?[:：]$/;
/** Items of an enumeration over several sentences. */
const ITEM =
  /^(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]|首先|其次|再次|最后|其[一二三四五]|[(（]?[\d一二三四五六七八九十]+[)）.、])/;
/** No run grows beyond this many UTF-16 units: a lead is to be read at a glance. */
const RUN_LIMIT = 320;

/**
 * The shortest run of whole sentences around the best one that can be read by itself and, as far as
 * it stays short, holds the other figures that answer.
 */
export function leadRun(
  question: Question,
  best: Ranked,
  figures: readonly Figure[],
): { first: number; last: number; span: Span } {
  const { paragraph, article } = best.found;
  const text = (sentence: Sentence | undefined) =>
    sentence === undefined ? '' : slice(article.text, sentence.span);
  const sentences = paragraph.sentences;
  let first = best.index;
  let last = best.index;
  const fits = (from: number, to: number) => {
    const start = sentences[from]?.span.start ?? 0;
    return (sentences[to]?.span.end ?? start) - start <= RUN_LIMIT;
  };

  for (const figure of figures) {
    const at = sentences.findIndex(
      ({ span }) => span.start <= figure.start && figure.end <= span.end,
    );
    const [from, to] = [Math.min(first, at), Math.max(last, at)];
    if (at >= 0 && figure.article === article.id && fits(from, to)) [first, last] = [from, to];
  }
  if (first > 0 && LEANS_BACK.test(text(sentences[first])) && fits(first - 1, last)) first -= 1;
  if (question.type === 'list' || question.type === 'reason' || question.type === 'method') {
    while (
      last + 1 < sentences.length &&
      (LEANS_FORWARD.test(text(sentences[last])) || ITEM.test(text(sentences[last + 1]))) &&
      fits(first, last + 1)
    ) {
      last += 1;
    }
  }
  const start = sentences[first]?.span.start ?? best.sentence.span.start;
  const end = sentences[last]?.span.end ?? best.sentence.span.end;
  return { first, last, span: { start, end } };
}
