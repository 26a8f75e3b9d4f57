import type { Article } from '../article/article.ts';
import { sourceUrl } from '../article/source-url.ts';
import type { Messages } from '../reply/messages/index.ts';
import type { OtherPlace } from '../reply/reply.ts';
import type { Block } from './card.ts';
import { shorten } from './split.ts';

/** A title or a heading is no answer: a citation names it, at most this long. */
const NAME_LIMIT = 120;

/** Where a paragraph stands: article, date, number and heading, and where else it is said. */
export function cite(
  article: Article,
  paragraph: number,
  say: Messages,
  also: readonly OtherPlace[] = [],
): string {
  const { heading, page } = article.paragraphs.find(({ number }) => number === paragraph) ?? {};
  return say.citation(
    {
      title: shorten(article.title, NAME_LIMIT),
      paragraph,
      ...(page !== undefined && { page }),
      ...(heading !== undefined && { heading: shorten(heading, NAME_LIMIT) }),
      also: also.map((place) => ({
        ...place,
        title: shorten(place.title, NAME_LIMIT),
        ...(place.source !== undefined && { source: shorten(place.source, NAME_LIMIT) }),
      })),
    },
    article.date,
    article.source && shorten(article.source, NAME_LIMIT),
  );
}

/** What `cite` says, as a block. */
export function citation(...of: Parameters<typeof cite>): Block {
  return citationBlock(of[0], cite(...of));
}

/** A citation of an article, which leads to where the article was published on the web. */
export function citationBlock(article: Article, text: string): Block {
  const url = sourceUrl(article);
  return { kind: 'citation', text, ...(url !== undefined && { url }) };
}
