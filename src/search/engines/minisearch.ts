import MiniSearch from 'minisearch';
import { Counts } from '../counts.ts';
import type {
  DocumentPlace,
  HeldArticle,
  SearchArticle,
  SearchEngine,
  SearchHit,
} from '../engine.ts';
import { rarestTerms } from '../rarest-terms.ts';
import { PrefixMap } from './prefix-map.ts';

/** Stands between terms in the one string MiniSearch wants; no term holds white space. */
const SEPARATOR = ' ';

/** Postings read for one search, which takes a millisecond or two. */
const POSTINGS = 5000;

interface Entry {
  readonly id: number;
  readonly article: string;
  readonly place: number;
  readonly terms: string;
  readonly characters: string;
}

/**
 * MiniSearch over ready-made terms, all in one field: BM25 with the usual k1 and b, and without
 * BM25+'s floor, which favours long paragraphs. Kept in memory only.
 */
export function createMiniSearch(): SearchEngine {
  const index = new MiniSearch<Entry>({
    fields: ['terms'],
    tokenize: (text) => text.split(SEPARATOR),
    processTerm: (term) => term,
    searchOptions: { bm25: { k: 1.2, b: 0.75, d: 0 }, prefix: false, fuzzy: false },
  });
  const articles = new Map<string, HeldArticle & { readonly entries: readonly Entry[] }>();
  const entries = new Map<number, Entry>();
  const terms = new Counts();
  const prefixes = new PrefixMap();
  const characters = new Counts();
  let next = 0;

  function count(entry: Entry, by: 1 | -1): void {
    for (const term of new Set(entry.terms.split(SEPARATOR))) {
      terms.add(term, by);
      if (terms.get(term) > 0) prefixes.add(term);
      else prefixes.delete(term);
    }
    for (const character of entry.characters) characters.add(character, by);
  }

  function remove(id: string): void {
    for (const entry of articles.get(id)?.entries ?? []) {
      index.remove(entry);
      entries.delete(entry.id);
      count(entry, -1);
    }
    articles.delete(id);
  }

  function add({ id: article, version, names, documents }: SearchArticle): void {
    const own: Entry[] = [];
    for (const document of documents) {
      const entry = {
        id: next++,
        article,
        place: own.length,
        terms: document.terms.join(SEPARATOR),
        characters: [...document.characters].join(''),
      };
      own.push(entry);
      entries.set(entry.id, entry);
      index.add(entry);
      count(entry, 1);
    }
    articles.set(article, { version, names, entries: own });
  }

  function placeOf({ article, place }: Entry): DocumentPlace {
    return { article, version: articles.get(article)?.version ?? '', place };
  }

  return {
    name: 'minisearch',
    get size() {
      return index.documentCount;
    },
    held: async () => articles,
    async update(removed, added) {
      for (const id of removed) remove(id);
      for (const article of added) add(article);
    },
    async search(asked, limit): Promise<SearchHit[]> {
      const telling = rarestTerms(asked, (term) => terms.get(term), POSTINGS);
      if (telling.length === 0 || limit <= 0) return [];
      return (
        index
          .search(telling.join(SEPARATOR))
          // MiniSearch multiplies its sum by the number of matched terms, which favours long
          // paragraphs and compares with nothing: undo it
          .map(({ id, score, queryTerms }) => ({ id, score: score / queryTerms.length }))
          .sort((a, b) => b.score - a.score || a.id - b.id)
          .slice(0, limit)
          .flatMap(({ id, score }) => {
            const entry = entries.get(id);
            return entry === undefined ? [] : [{ ...placeOf(entry), score }];
          })
      );
    },
    async searchPhrase(asked, limit) {
      const [rarest] = rarestTerms(asked, (term) => terms.get(term), 0);
      if (rarest === undefined) return [];
      return index
        .search(rarest)
        .flatMap(({ id }) => entries.get(id) ?? [])
        .filter((entry) => padded(entry.terms).includes(padded(asked.join(SEPARATOR))))
        .sort((a, b) => a.id - b.id)
        .slice(0, Math.max(0, limit))
        .map(placeOf);
    },
    terms: (prefix) => prefixes.startingWith(prefix),
    characters: () => characters.keys(),
    documentFrequency: (term) => terms.get(term),
    characterFrequency: (character) => characters.get(character),
    close() {},
  };
}

/** Terms in one string, each with a separator on both sides. */
function padded(terms: string): string {
  return SEPARATOR + terms + SEPARATOR;
}
