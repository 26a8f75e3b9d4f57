import type { Article } from '../article/article.ts';
import { memoByObject } from '../util/memo-by-object.ts';
import type { CorpusKnowledge } from './corpus-knowledge.ts';

/** Some of the articles, which a question is answered from as if there were no others. */
export interface Scope {
  holds(article: Article): boolean;
}

/**
 * What is known of the articles of a scope. What is found, quoted, listed and read is theirs alone; how
 * much a word weighs and how it may be misspelt is counted over the whole corpus, whose index it is.
 */
export const scopedKnowledge = memoByObject(({ holds }: Scope) =>
  memoByObject((whole: CorpusKnowledge): CorpusKnowledge => {
    const copies = whole.copies.within(holds);
    const search = whole.search.within(holds, copies.isCopy);
    const { articles, problems } = whole.corpus;
    const suggested = new WeakMap<Article, Promise<readonly string[]>>();
    return {
      ...whole,
      corpus: { articles: articles.filter(holds), problems },
      copies,
      search,
      vocabulary: whole.vocabulary.within(search),
      suggestionsOf(article, suggest) {
        const known = suggested.get(article) ?? suggest(article, whole.figuresOf(article));
        suggested.set(article, known);
        known.catch(() => suggested.delete(article));
        return known;
      },
    };
  }),
);
