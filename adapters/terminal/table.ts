/** Characters that take two columns of a terminal: Han, kana, hangul, full-width forms, emoji. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F900}-\u{1F9FF}\u{20000}-\u{3FFFD}]/u;

const NO_WIDTH = /[\p{M}\p{Cf}]/u;

/** Columns of a terminal that `text` takes. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text)
    if (!NO_WIDTH.test(character)) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

/** `text` filled up with spaces to `columns`; at its left when it is to stand at the right. */
export function pad(text: string, columns: number, side: 'left' | 'right' = 'left'): string {
  const fill = ' '.repeat(Math.max(0, columns - width(text)));
  return side === 'left' ? text + fill : fill + text;
}

/** Rows as aligned columns; `sides` says on which side the text of each column stands. */
export function table(
  rows: readonly (readonly string[])[],
  sides: readonly ('left' | 'right')[] = [],
): string {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, width(cell));
  return rows
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0, sides[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
