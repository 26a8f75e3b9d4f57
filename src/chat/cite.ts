import type { Article } from '../article/article.ts';
import type { Messages } from '../reply/messages/index.ts';
import type { OtherPlace } from '../reply/reply.ts';
import type { ArticleDigests } from './article-digests.ts';
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

/** What `cite` says of a paragraph, as a block that leads there. */
export function citation(
  article: Article,
  paragraph: number,
  say: Messages,
  { linkTo }: ArticleDigests,
): Block {
  return citationBlock(cite(article, paragraph, say), linkTo(article, { paragraph }));
}

/** A citation, and the address that it leads to where there is one. */
export function citationBlock(text: string, url: string | undefined): Block {
  return { kind: 'citation', text, ...(url !== undefined && { url }) };
}
