import Sqlite from 'better-sqlite3';
import { packEach } from '../../src/language/packed-terms.ts';
import type { SearchArticle, SearchEngine } from '../../src/search/engine.ts';
import { createMiniSearch } from '../../src/search/engines/minisearch.ts';
import { createSqlite } from '../../src/search/engines/sqlite.ts';
import { IndexedDocument } from '../../src/search/indexed-document.ts';

/** Every engine, empty: what `src/search/types.ts` promises is tested on all. */
export const ENGINES: readonly (readonly [name: string, create: () => SearchEngine])[] = [
  ['minisearch', createMiniSearch],
  ['sqlite', () => createSqlite(new Sqlite(':memory:'))],
];

/** An article of documents written as terms with spaces between; its characters are those of the terms. */
export function articleOf(id: string, documents: readonly string[], version = '1'): SearchArticle {
  return {
    id,
    version,
    names: [`${id}公司`],
    documents: documents.map(
      (text) => new IndexedDocument('', packEach(text.split(' ')), text.replaceAll(' ', '')),
    ),
  };
}
