import { isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { type Language, languageOf } from '../../src/chat/language.ts';
import { PAGE_TEXTS, type PageTexts } from '../../src/chat/page-texts/index.ts';
import type { Library } from '../../src/chat/pages/library.ts';

/** What is at hand for every page. */
export interface Reader {
  readonly library: Library;
  readonly language: Language;
  readonly texts: PageTexts;
  /** Whether there is an operator's desk. */
  readonly hasDesk: boolean;
}

/** The language of the first of a browser's languages; simplified Chinese where it names none. */
export function languageOfRequest(context: Context): Language {
  const header = context.req.header('accept-language') ?? '';
  const wanted = header
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', quality = ''] = part.split(';');
      return { tag: tag.trim(), weight: Number(/q=([\d.]+)/.exec(quality)?.[1] ?? 1) };
    })
    .filter(({ tag, weight }) => /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i.test(tag) && weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  // of languages that the page does not speak, the next one counts
  const spoken = wanted.find(({ tag }) => /^(?:zh|en)\b/i.test(tag)) ?? wanted[0];
  return spoken === undefined ? 'simplified' : languageOf(spoken.tag);
}

export function textsOf(language: Language): PageTexts {
  return PAGE_TEXTS[language];
}

/** Addresses from which a proxy on the same machine passes requests on. */
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/**
 * Whom a request is counted for: the address it comes from. What a proxy on this machine passes on
 * is counted for the address that it saw last; of an IPv6 address the network counts, for a person
 * has all of it.
 */
export function personOf(context: Context): string {
  const remote = getConnInfo(context).remote.address ?? '';
  const passedOn = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  const address = passedOn && LOOPBACK.test(remote) ? passedOn.slice(0, 45) : remote;
  return isIPv6(address) ? `${expanded(address).slice(0, 4).join(':')}::/64` : address;
}

/** The eight groups of an IPv6 address. */
function expanded(address: string): string[] {
  const [left = '', right = ''] = address.split('::');
  const [before, after] = [left.split(':'), right.split(':')].map((part) => part.filter(Boolean));
  const missing = 8 - (before?.length ?? 0) - (after?.length ?? 0);
  return [...(before ?? []), ...Array<string>(Math.max(missing, 0)).fill('0'), ...(after ?? [])];
}
