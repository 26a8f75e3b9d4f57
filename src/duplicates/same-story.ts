import type { Article } from '../article/article.ts';
import type { PrintedArticles } from './article-prints.ts';

/** Letters and digits of a sentence below which many articles share it by chance: 记者张三报道. */
const SENTENCE_LENGTH = 10;
/** Share of the shorter article's text that two articles of one story have in common at least. */
const SHARED_PART = 0.5;
/** Letters and digits that two articles of one story share at least: one set phrase is no story. */
const SHARED_LENGTH = 40;
/** Articles compared of those that hold a sentence: the first ones, so that time stays linear. */
const HOLDERS = 8;

/**
 * The earlier articles that tell the same story as each article, those that share most text first.
 * Two articles tell one story where they share half of the shorter one's text, sentence by sentence
 * (containment, after Broder 1997, over hashes of whole sentences). `articles` come earliest first.
 */
export function findSameStories(
  articles: readonly Article[],
  prints: PrintedArticles,
): ReadonlyMap<Article, readonly Article[]> {
  const holders = new Map<number, number[]>();
  const totals: number[] = [];
  const stories = new Map<Article, readonly Article[]>();
  for (const [at, article] of articles.entries()) {
    const shared = new Map<number, number>();
    let total = 0;
    for (const [hash, length] of sentencesOf(article, prints)) {
      total += length;
      const held = holders.get(hash);
      if (held === undefined) holders.set(hash, [at]);
      else {
        for (const other of held) shared.set(other, (shared.get(other) ?? 0) + length);
        if (held.length < HOLDERS) held.push(at);
      }
    }
    totals.push(total);
    const earlier = [...shared]
      .filter(([other, length]) => {
        const shorter = Math.min(total, totals[other] ?? 0);
        return length >= SHARED_LENGTH && length >= SHARED_PART * shorter;
      })
      .sort(([a, some], [b, more]) => more - some || a - b)
      .flatMap(([other]) => articles[other] ?? []);
    if (earlier.length > 0) stories.set(article, earlier);
  }
  return stories;
}

/** Hashes of an article's sentences, each once, with the number of their letters and digits. */
function sentencesOf(article: Article, prints: PrintedArticles): ReadonlyMap<number, number> {
  const { sentences, lengths } = prints.of(article);
  const found = new Map<number, number>();
  for (const [at, length] of lengths.entries())
    if (length >= SENTENCE_LENGTH) found.set(sentences[at] as number, length);
  return found;
}
