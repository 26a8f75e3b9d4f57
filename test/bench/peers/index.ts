import { createFlexSearch } from './flexsearch.ts';
import { createFts5 } from './fts5.ts';
import { createReadmeMiniSearch } from './minisearch-readme.ts';
import { createTermsMiniSearch } from './minisearch-terms.ts';
import { createOrama } from './orama.ts';
import type { CreatePeer } from './types.ts';

/** Whole replies of our own, beside which the libraries stand. */
export const YUANWEN = 'Yuanwen, end to end';

export const FTS5 = 'SQLite FTS5, our terms';

export const PEERS: Readonly<Record<string, CreatePeer>> = {
  'MiniSearch, cutForSearch': createReadmeMiniSearch,
  'MiniSearch, our terms': createTermsMiniSearch,
  'MiniSearch over sentences, our terms': createTermsMiniSearch,
  [FTS5]: createFts5,
  'FlexSearch, our terms': createFlexSearch,
  'Orama, pairs of characters': createOrama,
};

/** Those that are given each sentence as a document, and whose best document is the lead. */
export const OVER_SENTENCES: ReadonlySet<string> = new Set([
  'MiniSearch over sentences, our terms',
]);
