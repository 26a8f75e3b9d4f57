import type { Article } from './article.ts';

/** What every chat platform takes for a link, in UTF-16 units. */
const LENGTH = 512;

/**
 * Where an article was published on the web, as its head, its front matter or its page says;
 * undefined where that is no address that somebody else could open.
 */
export function sourceUrl({ head }: Article): string | undefined {
  for (const { field, value } of head) {
    if (field !== 'url' || !URL.canParse(value)) continue;
    const url = new URL(value);
    const isPublic = /^https?:$/.test(url.protocol) && /\w\.\w/.test(url.hostname);
    if (isPublic && url.username === '' && url.href.length <= LENGTH) return url.href;
  }
  return undefined;
}
