import type { Range } from '../../src/chat/card.ts';

/** Backslashes before whatever Discord would read as a mark, a mention, an emoji or a link. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\*_~`|[\]<>#@]/g, '\\$&')
      // an address unfolds into a preview, and an invitation into a card
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/(discord\w*\.\w+)\//gi, '$1\\/')
      // :heart: becomes a picture
      .replace(/:(?=[\w+-]+:)/g, '\\:')
      // lists, which would be numbered anew
      .replace(/^(\s*)([-+])(?=\s)/gm, '$1\\$2')
      .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2')
  );
}

/** What Discord shows of escaped text. */
export function unescapeMarkdown(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** Escaped text with some runs of it in bold. */
export function withBold(text: string, bold: readonly Range[]): string {
  let out = '';
  let at = 0;
  for (const [start, end] of merged(bold)) {
    const run = text.slice(start, end);
    // marks around white space alone are no bold to Discord
    if (run.trim() === '') continue;
    out += `${escapeMarkdown(text.slice(at, start))}**${escapeMarkdown(run)}**`;
    at = end;
  }
  return out + escapeMarkdown(text.slice(at));
}

/** In order, with those that touch made one: `****` between two would be read as part of a word. */
function merged(ranges: readonly Range[]): Range[] {
  const all: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last && range[0] <= last[1]) all[all.length - 1] = [last[0], Math.max(last[1], range[1])];
    else all.push(range);
  }
  return all;
}
