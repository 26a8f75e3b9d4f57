import type { SearchedTerm } from './bm25.ts';
import { type DocumentContent, termsOf, unpackContent } from './content.ts';
import type { DocumentLengths } from './document-lengths.ts';
import { readPostings } from './postings.ts';
import type { Statements } from './sqlite-tables.ts';

/**
 * The documents that hold the terms one right behind the other, in order. Which hold all of them is
 * told by the postings, and where they stand by what was indexed.
 */
export function* documentsInARow(
  asked: readonly string[],
  terms: readonly SearchedTerm[],
  lengths: DocumentLengths,
  statements: Statements,
): Generator<number> {
  const [rarest, ...others] = [...terms].sort((a, b) => a.documents - b.documents);
  if (rarest === undefined) return;
  let holding = documentsOf(rarest).filter((document) => lengths.of(document) > 0);
  for (const other of others) {
    const held = new Set(documentsOf(other));
    holding = holding.filter((document) => held.has(document));
  }
  if (asked.length === 1) {
    yield* holding;
    return;
  }
  const phrase = ` ${asked.join(' ')} `;
  let first = 0;
  let documents: readonly DocumentContent[] = [];
  for (const document of holding) {
    if (document >= first + documents.length) {
      const [id, , begins] = statements.articleAt.get(document) ?? [];
      if (id === undefined || begins === undefined) continue;
      const article = statements.article.get(id);
      first = begins;
      documents = article === undefined ? [] : unpackContent(article.content).documents;
    }
    const content = documents[document - first];
    if (content !== undefined && ` ${termsOf(content).join(' ')} `.includes(phrase)) yield document;
  }
}

function documentsOf({ postings }: SearchedTerm): number[] {
  const documents: number[] = [];
  for (const bytes of postings) readPostings(bytes, (document) => documents.push(document));
  return documents;
}
