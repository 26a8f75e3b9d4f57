import type { Article } from './article.ts';

/** What every chat platform takes for a link, in UTF-16 units. */
const LENGTH = 512;

/**
 * Where an article was published on the web, as its head, its front matter or its page says;
 * undefined where that is no address that somebody else could open.
 */
export function sourceUrl({ head }: Pick<Article, 'head'>): string | undefined {
  for (const { field, value } of head) {
    const url = field === 'url' ? publicUrl(value) : undefined;
    if (url !== undefined) return url;
  }
  return undefined;
}

/** An address as a browser writes it; undefined where it is none that somebody else could open. */
export function publicUrl(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isPublic = /^https?:$/.test(url.protocol) && /\w\.\w/.test(url.hostname);
  return isPublic && url.username === '' && url.href.length <= LENGTH ? url.href : undefined;
}
