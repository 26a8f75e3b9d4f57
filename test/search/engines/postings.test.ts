import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packEach } from '../../../src/language/packed-terms.ts';
import { PostingWriter } from '../../../src/search/engines/posting-writer.ts';
import { postingsBehind, readPostings } from '../../../src/search/engines/postings.ts';

/** Documents of a few terms each, at rising numbers, some far apart. */
const DOCUMENTS = fc.array(
  fc.record({
    gap: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3_000_000 })),
    above: fc.constantFrom([], ['技术'], ['技术', '合同', '技术']),
    terms: fc.array(fc.constantFrom('技术', '合同', 'a', '_成交', '9300'), {
      minLength: 1,
      maxLength: 300,
    }),
  }),
  { minLength: 1, maxLength: 40 },
);

interface Posting {
  readonly document: number;
  readonly count: number;
}

function read(bytes: Uint8Array): Posting[] {
  const found: Posting[] = [];
  readPostings(bytes, (document, count) => found.push({ document, count }));
  return found;
}

describe('postings', () => {
  it('give back which documents hold each term, and how often', () => {
    fc.assert(
      fc.property(DOCUMENTS, (documents) => {
        const writer = new PostingWriter();
        const wanted = new Map<string, Posting[]>();
        let document = 0;
        for (const { gap, above, terms: own } of documents) {
          const terms = [...above, ...own];
          document += gap;
          expect(writer.add(document, [packEach(above), packEach(own)])).toBe(terms.length);
          for (const term of new Set(terms)) {
            const count = terms.filter((one) => one === term).length;
            wanted.set(term, [...(wanted.get(term) ?? []), { document, count }]);
          }
        }
        const taken = [...writer.take()];
        expect(taken.map(({ term }) => term)).toEqual([...wanted.keys()].sort());
        for (const { term, documents: number, last, bytes } of taken) {
          const own = wanted.get(term) ?? [];
          expect(read(bytes)).toEqual(own);
          expect([number, last]).toEqual([own.length, own.at(-1)?.document]);
        }
        expect([...writer.take()]).toEqual([]);
      }),
    );
  });

  it('are collected anew after they were taken, under what stood above before, too', () => {
    const writer = new PostingWriter();
    const taken = [1, 2].map((document) => {
      writer.add(document, [packEach(['技术']), packEach(['合同'])]);
      return [...writer.take()].map(({ term, bytes }) => [term, read(bytes)]);
    });
    expect(taken).toEqual(
      [1, 2].map((document) => ['合同', '技术'].map((term) => [term, [{ document, count: 1 }]])),
    );
  });

  it('are put behind others of the same term', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 9 }),
        (earlier, gap, count) => {
          const postingsOf = (document: number, times: number) => {
            const writer = new PostingWriter();
            writer.add(document, ['', packEach(Array.from({ length: times }, () => '技术'))]);
            return [...writer.take()][0]?.bytes ?? new Uint8Array();
          };
          const later = earlier + gap;
          const both = Buffer.concat([
            postingsOf(earlier, 1),
            postingsBehind(earlier, postingsOf(later, count)),
          ]);
          expect(read(both)).toEqual([
            { document: earlier, count: 1 },
            { document: later, count },
          ]);
        },
      ),
    );
  });
});
