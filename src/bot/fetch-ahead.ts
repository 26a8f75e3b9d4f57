import type { Article } from '../article/article.ts';
import type { CorpusKnowledge } from '../knowledge/corpus-knowledge.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { bigramsOf } from '../language/terms.ts';
import type { PlannedSearch } from '../search/engine.ts';
import { memoByObject } from '../util/memo-by-object.ts';

/** Receives the searches of a rehearsal. */
type Plan = (search: PlannedSearch) => void;

/**
 * Does some work whose searches reach far away, in a database: rehearses it first with searches that
 * find nothing and are only noted, so that all that they will read comes in one statement instead of
 * one each. A rehearsal takes the question for well spelt; where it looks that up it is done once more
 * as if the corpus wrote every correction. What both have missed is fetched when the work asks for it.
 * Where all is at hand the work is simply done.
 * @param work gives the same for the same knowledge, and changes nothing but what it is given
 */
export async function fetchingAhead<T>(
  knowledge: CorpusKnowledge,
  work: (knowledge: CorpusKnowledge, isRehearsal: boolean) => Promise<T>,
): Promise<T> {
  const { fetchFor } = knowledge.search;
  if (fetchFor === undefined) return work(knowledge, false);
  const searches: PlannedSearch[] = [];
  const plan: Plan = (search) => searches.push(search);
  let looksUpSpelling = false;
  const noting: Plan = (search) => {
    looksUpSpelling = true;
    plan(search);
  };
  await work(rehearsed(knowledge, plan, spelling(knowledge.vocabulary, noting, false)), true);
  if (looksUpSpelling)
    await work(rehearsed(knowledge, plan, spelling(knowledge.vocabulary, plan, true)), true);
  await fetchFor(searches);
  return work(knowledge, false);
}

/** The knowledge of a corpus in which every search is noted and finds nothing. */
function rehearsed(
  knowledge: CorpusKnowledge,
  plan: Plan,
  vocabulary: Vocabulary,
): CorpusKnowledge {
  const suggested = suggestedOf(knowledge);
  return {
    ...knowledge,
    vocabulary,
    search: {
      async search(terms) {
        plan({ terms, isPhrase: false });
        return [];
      },
      async searchPhrase(terms) {
        plan({ terms, isPhrase: true });
        return [];
      },
      async fetchFor(searches) {
        for (const search of searches) plan(search);
      },
      within: knowledge.search.within,
    },
    // found once, and kept with the article from then on
    async suggestionsOf(article, suggest) {
      if (suggested.has(article)) return [];
      suggested.add(article);
      return suggest();
    },
  };
}

/** The articles whose suggested questions were rehearsed. */
const suggestedOf = memoByObject((_: CorpusKnowledge) => new WeakSet<Article>());

/**
 * The spelling of a corpus as far as it is at hand.
 * @param writes whether it is taken to write all that is asked, near the question, too; or nothing
 */
function spelling(vocabulary: Vocabulary, plan: Plan, writes: boolean): Vocabulary {
  return {
    ...vocabulary,
    async writes(run) {
      if (vocabulary.frequency(run) > 0) return true;
      plan({ terms: bigramsOf(run), isPhrase: true });
      return writes;
    },
    async asWritten(word) {
      plan({ terms: [word], isPhrase: true });
      return word;
    },
    async about(terms) {
      plan({ terms, isPhrase: false });
      // no text decides nothing, and one without a word decides against whatever is looked for
      return writes ? '' : '\n';
    },
  };
}
