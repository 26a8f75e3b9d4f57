import type { MessageEntity } from 'grammy/types';
import { badRequest } from './refusal.ts';
import { type Formatted, format } from './text.ts';

const HTML_TAGS = new Set(
  'b strong i em u ins s strike del span tg-spoiler a tg-emoji code pre blockquote'.split(' '),
);
const HTML_ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/**
 * A text with its formatting. Of HTML and MarkdownV2 only the well-formedness is checked and the markup taken out:
 * which entities it stands for is not worked out.
 */
export function formatted(
  text: string,
  mode: string | undefined,
  entities: readonly MessageEntity[] | undefined,
): Formatted {
  if (mode === undefined) return format(text, entities ?? []);
  const reader = { html: readHtml, markdownv2: readMarkdownV2, markdown: (t: string) => t }[
    mode.toLowerCase()
  ];
  if (reader === undefined) throw badRequest('unsupported parse_mode');
  return format(reader(text), []);
}

function cantParse(why: string): Error {
  return badRequest(`can't parse entities: ${why}`);
}

function readHtml(text: string): string {
  const open: string[] = [];
  const read = text.replace(
    /<(\/?)([^\s>]*)([^>]*)(>?)|&(#?\w+);/g,
    (whole, close: string, name: string | undefined, _rest, end: string, reference?: string) => {
      if (name === undefined) return HTML_ENTITIES[reference ?? ''] ?? whole;
      const tag = name.toLowerCase();
      if (!HTML_TAGS.has(tag))
        throw cantParse(
          `unsupported start tag "${name}" at byte offset ${bytesBefore(text, whole)}`,
        );
      if (end === '') throw cantParse('unclosed start tag');
      if (close === '') open.push(tag);
      else if (open.pop() !== tag) throw cantParse(`unmatched end tag "${name}"`);
      return '';
    },
  );
  if (open.length > 0)
    throw cantParse(`can't find end tag corresponding to start tag "${open.pop()}"`);
  return read;
}

const bytesBefore = (text: string, part: string): number =>
  Buffer.byteLength(text.slice(0, text.indexOf(part)));

function readMarkdownV2(text: string): string {
  const open: string[] = [];
  const read = text.replace(
    /\\([\s\S])|```|__|\|\||[*_~`]|\[|\]\([^)]*\)|[\]()>#+\-=|{}.!]/g,
    (mark, escaped?: string) => {
      if (escaped !== undefined) return escaped;
      if (mark === '>' || mark === '!') return '';
      if (mark === '[') open.push(mark);
      else if (mark.startsWith('](') && open.at(-1) === '[') open.pop();
      else if (!/^(```|__|\|\||[*_~`])$/.test(mark)) {
        throw cantParse(
          `character '${mark[0]}' is reserved and must be escaped with the preceding '\\'`,
        );
      } else if (open.at(-1) === mark) open.pop();
      else open.push(mark);
      return '';
    },
  );
  if (open.length > 0)
    throw cantParse(`can't find end of the entity starting with "${open.pop()}"`);
  return read;
}
