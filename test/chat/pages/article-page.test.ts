import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { articlePage } from '../../../src/chat/pages/article-page.ts';
import { articlePath, placeOf, placePath, readAddress } from '../../../src/chat/place-link.ts';
import { articleOf } from '../../helpers/article.ts';
import { BULLETIN } from '../../helpers/chat.ts';

const ID = '滨江/公报 <2022>@1#?';
const bulletin = articleOf(ID, BULLETIN);

/** Opens an address as a server does, which is not sent its fragment. */
function open(path: string, article: Article) {
  const { pathname, searchParams } = new URL(path, 'http://127.0.0.1');
  const address = decodeURIComponent(pathname.slice('/a/'.length));
  const page = articlePage(
    (id) => (id === article.id ? article : undefined),
    address,
    searchParams.get('quote') ?? undefined,
  );
  const marked = page?.paragraphs.filter((paragraph) => paragraph.marked);
  return {
    state: page?.state,
    marked: marked?.map(({ number, text, marked: [start, end] = [0, 0] }) => [
      number,
      text.slice(start, end),
    ]),
  };
}

const QUOTE = '全年新建水厂4座，总投资超25亿元。';
const quoted = bulletin.text.indexOf(QUOTE);
const address = placePath(
  bulletin,
  placeOf(bulletin, { paragraph: 1, start: quoted, end: quoted + QUOTE.length }),
);

describe('a permanent address', () => {
  it('leads to the very characters, wherever they stand', () => {
    const paragraphs = fc.constantFrom(...bulletin.paragraphs);
    fc.assert(
      fc.property(paragraphs, fc.nat(), fc.nat(), ({ number, span }, from, length) => {
        const start = span.start + (from % (span.end - span.start));
        const end = start + 1 + (length % (span.end - start));
        const path = placePath(bulletin, placeOf(bulletin, { paragraph: number, start, end }));
        expect(path).toMatch(new RegExp(`#p${number},${start - span.start}-${end - span.start}$`));
        expect(open(path, bulletin)).toEqual({
          state: 'same',
          marked: [[number, bulletin.text.slice(start, end)]],
        });
      }),
    );
  });

  it.each([
    [
      'says nothing of an article without a version',
      articlePath(bulletin),
      BULLETIN,
      'unversioned',
      [],
    ],
    ['is of the text as it was', address, BULLETIN, 'same', [[1, QUOTE]]],
    [
      'says that something else was changed',
      address,
      BULLETIN.replace('36万只', '37万只'),
      'changedElsewhere',
      [[1, QUOTE]],
    ],
    [
      'finds the words in another paragraph',
      address,
      BULLETIN.replace('一、供水\n', '一、供水\n\n2022年雨水充足。\n'),
      'moved',
      [[2, QUOTE]],
    ],
    ['marks nothing where they are gone', address, BULLETIN.replace('4座', '5座'), 'changed', []],
  ])('%s', (_, path, text, state, marked) => {
    expect(open(path, articleOf(ID, text))).toEqual({ state, marked });
  });

  it('of an article that there is not leads nowhere', () => {
    expect(open('/a/other', bulletin).state).toBeUndefined();
    expect(open('/a/..%2F..%2Fetc%2Fpasswd', bulletin).state).toBeUndefined();
  });

  it('tells an id with an @ from a version', () => {
    expect(readAddress('a@b')).toEqual({ id: 'a@b' });
    expect(readAddress('a@b@0123456789abcdef')).toEqual({ id: 'a@b', version: '0123456789abcdef' });
  });

  it.each([
    '',
    '1',
    '1-5-2-abc',
    '1-2-3-ABC',
    '1-2-3-abc-4',
    '-1-2-3-a',
  ])('marks nothing for a query that it did not write: %s', (quote) => {
    expect(open(`${articlePath(bulletin)}?quote=${encodeURIComponent(quote)}`, bulletin)).toEqual({
      state: 'unversioned',
      marked: [],
    });
  });
});
