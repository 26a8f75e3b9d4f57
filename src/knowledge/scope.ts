import type { Article } from '../article/article.ts';
import { memoByObject } from '../util/memo-by-object.ts';
import type { CorpusKnowledge } from './corpus-knowledge.ts';
import { createVocabulary } from './vocabulary.ts';

/** Some of the articles, which a question is answered from as if there were no others. */
export interface Scope {
  holds(article: Article): boolean;
}

/**
 * What is known of the articles of a scope: what is found, quoted, listed, counted and spelt is theirs
 * alone. Only how a name is cut and shortened is known from the other articles too. Made at the first
 * call; rejects where an article cannot be opened.
 */
export function scopedKnowledge(scope: Scope, whole: CorpusKnowledge): Promise<CorpusKnowledge> {
  const known = knownOf(scope);
  const made = known.get(whole) ?? within(scope, whole);
  known.set(whole, made);
  made.catch(() => known.delete(whole));
  return made;
}

const knownOf = memoByObject(
  (_: Scope) => new WeakMap<CorpusKnowledge, Promise<CorpusKnowledge>>(),
);

async function within({ holds }: Scope, whole: CorpusKnowledge): Promise<CorpusKnowledge> {
  const { corpus, tokenizer, pinyin, lexicon } = whole;
  const copies = whole.copies.within(holds);
  const search = whole.search.within(holds, copies.isCopy);
  const index = await whole.index.within(holds);
  const suggested = new WeakMap<Article, Promise<readonly string[]>>();
  return {
    ...whole,
    corpus: { articles: corpus.articles.filter(holds), problems: corpus.problems },
    copies,
    search,
    index,
    vocabulary: createVocabulary(index, search, tokenizer, pinyin),
    lexicon: {
      ...lexicon,
      seen: (term) => index.documentFrequency(term) > 0,
      terms: index.terms,
      characters: index.characters,
    },
    suggestionsOf(article, suggest) {
      const known = suggested.get(article) ?? suggest();
      suggested.set(article, known);
      known.catch(() => suggested.delete(article));
      return known;
    },
  };
}
