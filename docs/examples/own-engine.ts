/**
 * A search engine of your own: it is given terms, never text, so that all of the language stays with
 * the core, and counts what it holds. This one keeps everything in memory and reads all of it for
 * each question; a real one asks an index. `node dist/docs/examples/own-engine.js [FOLDER]`
 */
import {
  createBot,
  type DocumentPlace,
  type HeldArticle,
  loadCorpus,
  type SearchArticle,
  type SearchDocument,
  type SearchEngine,
  type SearchHit,
} from '../../src/index.ts';

/** BM25's usual constants. */
const K1 = 1.2;
const B = 0.75;

interface Held extends DocumentPlace {
  readonly terms: readonly string[];
  readonly characters: ReadonlySet<string>;
}

function createPlainEngine(): SearchEngine {
  const articles = new Map<string, SearchArticle>();
  let documents: readonly Held[] = [];

  async function held(): Promise<ReadonlyMap<string, HeldArticle>> {
    return articles;
  }

  const holding = (term: string) => documents.filter(({ terms }) => terms.includes(term));

  async function update(removed: Iterable<string>, added: Iterable<SearchArticle>): Promise<void> {
    for (const id of removed) articles.delete(id);
    const left = documents.filter(({ article }) => articles.has(article));
    const taken: Held[] = [];
    for (const article of added) {
      articles.set(article.id, article);
      let place = 0;
      for (const document of article.documents) taken.push(heldOf(article, place++, document));
    }
    documents = [...left, ...taken];
  }

  async function search(terms: readonly string[], limit: number): Promise<SearchHit[]> {
    const mean = documents.reduce((sum, one) => sum + one.terms.length, 0) / documents.length;
    const scores = new Map<Held, number>();
    for (const term of new Set(terms)) {
      const found = holding(term);
      const idf = Math.log(1 + (documents.length - found.length + 0.5) / (found.length + 0.5));
      for (const one of found) {
        const count = one.terms.filter((each) => each === term).length;
        const length = 1 - B + (B * one.terms.length) / mean;
        const gained = (idf * count * (K1 + 1)) / (count + K1 * length);
        scores.set(one, (scores.get(one) ?? 0) + gained);
      }
    }
    // ties stay in the order taken in
    return documents
      .flatMap((one) => {
        const score = scores.get(one);
        return score === undefined ? [] : [{ ...placeOf(one), score }];
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, Math.max(0, limit));
  }

  async function searchPhrase(terms: readonly string[], limit: number): Promise<DocumentPlace[]> {
    if (terms.length === 0) return [];
    return documents
      .filter((one) =>
        one.terms.some((_, from) => terms.every((t, i) => one.terms[from + i] === t)),
      )
      .slice(0, Math.max(0, limit))
      .map(placeOf);
  }

  return {
    name: 'plain',
    get size() {
      return documents.length;
    },
    held,
    update,
    search,
    searchPhrase,
    terms(prefix) {
      const all = new Set(documents.flatMap(({ terms }) => terms));
      return [...all].filter((term) => term.startsWith(prefix)).sort();
    },
    characters: () => new Set(documents.flatMap(({ characters }) => [...characters])),
    documentFrequency: (term) => holding(term).length,
    characterFrequency: (character) =>
      documents.filter(({ characters }) => characters.has(character)).length,
    close() {},
  };
}

function heldOf({ id, version }: SearchArticle, place: number, document: SearchDocument): Held {
  return { article: id, version, place, terms: document.terms, characters: document.characters };
}

function placeOf({ article, version, place }: Held): DocumentPlace {
  return { article, version, place };
}

const bot = await createBot(await loadCorpus(process.argv[2] ?? 'corpus'), {
  engine: createPlainEngine,
});
const reply = await bot.ask('大会举办了几场国别专场交流对接活动？');
console.log(`${reply.outcome}: ${reply.lead}`);
