import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The first row is the head; all columns but the first are numbers. */
export function markdownTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  const rule = head.map((_, place) => (place === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');
}

/**
 * A page with what stands between `<!-- name -->` and `<!-- /name -->` replaced. A page without
 * these marks gets them at its end. What people wrote around the marks stays.
 */
export function withSection(page: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = page.indexOf(open);
  const to = page.indexOf(close, from);
  const section = `${open}\n\n${content.trim()}\n\n${close}`;
  if (from < 0 || to < 0) return `${page.trimEnd()}\n\n${section}\n`.trimStart();
  return page.slice(0, from) + section + page.slice(to + close.length);
}

/**
 * A page whose section is a table, with one row put in place of the row of the same first cell, or
 * behind the others. A table with other columns is begun anew.
 */
export function withRow(
  page: string,
  name: string,
  head: readonly string[],
  row: readonly string[],
): string {
  const [heading = [], , ...rows] = rowsOf(page, name);
  const left = heading.join('|') === head.join('|') ? rows : [];
  const place = left.findIndex(([first]) => first === row[0]);
  const all = place < 0 ? [...left, row] : left.with(place, row);
  return withSection(page, name, markdownTable([head, ...all]));
}

function rowsOf(page: string, name: string): (readonly string[])[] {
  const [, section = ''] = page.split(new RegExp(`<!-- /?${name} -->`));
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

/** Changes a page on disk; a page that is not there is begun. */
export function rewritePage(file: string, change: (page: string) => string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, change(existsSync(file) ? readFileSync(file, 'utf8') : ''));
}
