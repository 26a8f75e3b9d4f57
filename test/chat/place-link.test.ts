import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { articlePage } from '../../src/chat/pages/article-page.ts';
import { linksTo, placeOf, quotedPlace } from '../../src/chat/place-link.ts';
import { articleOf } from '../helpers/article.ts';
import { BULLETIN, BULLETIN_URL, PUBLISHED_BULLETIN } from '../helpers/chat.ts';

const BASE = 'https://yuanwen.example.org';
const article = articleOf('bulletin', PUBLISHED_BULLETIN);
const QUOTED = '全年新建水厂4座，总投资超25亿元。';

function passageOf({ id, title, text, paragraphs }: Article, number: number) {
  const span = paragraphs[number - 1]!.span;
  const { start, end } = span;
  return { article: id, title, paragraph: number, start, end, text: text.slice(start, end) };
}
const quoted = quotedPlace(article, passageOf(article, 1), QUOTED);

/** What the page of an address marks. */
function markedBy(url: string): string | undefined {
  const { pathname, searchParams } = new URL(url);
  const address = decodeURIComponent(pathname.replace('/a/', ''));
  const page = articlePage(() => article, address, searchParams.get('quote') ?? undefined);
  const { text = '', marked = [0, 0] } =
    page?.paragraphs.find((paragraph) => paragraph.marked !== undefined) ?? {};
  return text.slice(...marked);
}

describe('a citation', () => {
  it('leads to the very characters on the page, where there is one', () => {
    const url = linksTo(BASE)(article, quoted) ?? '';
    expect(url).toMatch(
      /^https:\/\/yuanwen\.example\.org\/a\/bulletin@[0-9a-f]{16}\?quote=.*#p1,\d+-\d+$/,
    );
    expect(markedBy(url)).toBe(QUOTED);
  });

  it('of a line of the head, or of what a passage does not hold, leads to the paragraph', () => {
    expect(linksTo(BASE)(article, quotedPlace(article, passageOf(article, 1), '别的话'))).toMatch(
      /@[0-9a-f]{16}#p1$/,
    );
    expect(linksTo(BASE)(article, placeOf(article, { paragraph: 0, start: 0, end: 4 }))).toMatch(
      /#p0$/,
    );
  });

  it('leads to where the article was published without a page, or with one that is not for others', () => {
    expect(linksTo(undefined)(article, quoted)).toBe(BULLETIN_URL);
    expect(linksTo('http://localhost:8081')(article, quoted)).toBe(BULLETIN_URL);
    expect(linksTo('http://localhost:8081')(articleOf('own', BULLETIN), quoted)).toBeUndefined();
  });

  it('leads less closely where a long name leaves no room for the place', () => {
    const long = { ...article, id: '长'.repeat(40) };
    const url = linksTo(`${BASE}/${'a'.repeat(90)}`)(long, quoted) ?? '';
    expect(url).toMatch(/#p1$/);
    expect(url.length).toBeLessThanOrEqual(512);
    expect(linksTo(BASE)({ ...article, id: '长'.repeat(60) }, quoted)).toBe(BULLETIN_URL);
  });

  it('has no bracket that would end it where one is written between brackets', () => {
    const url = linksTo(BASE)({ ...article, id: '公报(修订)' }, quoted) ?? '';
    expect(url).toContain('%28%E4%BF%AE%E8%AE%A2%29@');
    expect(url).not.toMatch(/[()]/);
  });
});
