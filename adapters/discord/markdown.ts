/** Backslashes before whatever Discord would read as a mark, a mention or a link. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\*_~`|[\]<>#@]/g, '\\$&')
      // an address unfolds into a preview, and an invitation into a card
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/(discord(?:app)?\.(?:gg|com))\//gi, '$1\\/')
      // lists, which would be numbered anew
      .replace(/^(\s*)([-+])(?=\s)/gm, '$1\\$2')
      .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2')
  );
}

/** Escaped text with some runs of it in bold, which must be in order and not overlap. */
export function withBold(
  text: string,
  bold: readonly (readonly [start: number, end: number])[],
): string {
  let out = '';
  let at = 0;
  for (const [start, end] of bold) {
    const run = text.slice(start, end);
    // marks around white space alone are no bold to Discord
    if (start < at || run.trim() === '') continue;
    out += `${escapeMarkdown(text.slice(at, start))}**${escapeMarkdown(run)}**`;
    at = end;
  }
  return out + escapeMarkdown(text.slice(at));
}
