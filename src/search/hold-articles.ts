import type { Article } from '../article/article.ts';
import { normalize } from '../language/normalize.ts';
import { packTerms } from '../language/packed-terms.ts';
import type { Tokenizer } from '../language/tokenizer.ts';
import { slice } from '../util/span.ts';
import { packedContextReader } from './context.ts';
import type { HeldArticle, SearchArticle, SearchDocument, SearchEngine } from './engine.ts';
import { IndexedDocument } from './indexed-document.ts';

/** An article with what the engine holds of it by the side. */
export interface LearntArticle extends HeldArticle {
  readonly article: Article;
}

/** How articles are indexed. */
export interface HoldSettings {
  /** The name of the corpus, which the engine then holds; none unless given. */
  readonly state?: string | undefined;
  /** Told before each article that is indexed anew how many are already, of how many. */
  readonly progress?: ((done: number, of: number) => void) | undefined;
  /**
   * Told whenever some of many articles can be found while the others are still indexed; unless given,
   * all of them are taken at once.
   */
  readonly partly?: (() => void) | undefined;
}

/** Articles of the first part; each further part has as many as all before it together. */
const FIRST_PART = 1000;

/**
 * Has the engine hold these articles and no others; those that it holds already are not indexed
 * again. An article is cut into terms when the engine comes to it, so that one at a time is in memory.
 */
export async function holdArticles(
  learnt: readonly LearntArticle[],
  engine: SearchEngine,
  tokenizer: Tokenizer,
  { state, progress, partly }: HoldSettings = {},
): Promise<void> {
  const held = await engine.held();
  const versions = new Map(learnt.map(({ article, version }) => [article.id, version]));
  let removed: readonly string[] = [...held].flatMap(([id, { version }]) =>
    versions.get(id) === version ? [] : [id],
  );
  const added = learnt.filter(({ article, version }) => held.get(article.id)?.version !== version);
  const isNamed = state === undefined || (await engine.heldState?.()) === state;
  if (removed.length + added.length === 0 && isNamed) return;
  const documentsOf = documentReader(tokenizer);

  function* documentsAdded(from: number, to: number): Generator<SearchArticle> {
    for (let at = from; at < to; at += 1) {
      const { article, version, names } = added[at] as LearntArticle;
      progress?.(at, added.length);
      yield { id: article.id, version, names, documents: documentsOf(article) };
    }
  }
  let done = 0;
  while (partly !== undefined && added.length > 2 * Math.max(done, FIRST_PART)) {
    const until = Math.max(2 * done, FIRST_PART);
    await engine.update(removed, documentsAdded(done, until), { isPart: true });
    [removed, done] = [[], until];
    partly();
  }
  await engine.update(removed, documentsAdded(done, added.length), { state });
}

/** Reads the documents of an article, with the terms of its title and headings in each. */
export function documentReader(
  tokenizer: Tokenizer,
): (article: Article) => Iterable<SearchDocument> {
  const above = packedContextReader(tokenizer);
  return function* documentsOf(article) {
    for (const paragraph of article.paragraphs) {
      const { text } = normalize(slice(article.text, paragraph.span));
      const own = packTerms(tokenizer.cut(text), tokenizer);
      yield new IndexedDocument(above({ article, paragraph }), own, text);
    }
  };
}
