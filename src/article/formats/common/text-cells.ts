import { type Span, slice, span } from '../../../util/span.ts';
import { trimSpan } from '../../text/punctuation.ts';
import type { GridCell } from './table.ts';

/** How lines of plain text are cut into cells. */
export interface Cutting {
  /** The cells of a line; undefined where it is none of a table. */
  readonly cut: (text: string, line: Span) => readonly GridCell[] | undefined;
  /** Cells of a row at least. */
  readonly cells: number;
  /** An editor may have dropped the last cells of a row, where they are empty. */
  readonly mayEndEarly: boolean;
  /** Its mark stands in much else: only rows of figures in one column are a table. */
  readonly needsFigures: boolean;
}

const TAB = /\t/gu;
/** Two lines of two cells may be anything. */
const CELLS = 2;
/** Wide spaces set apart so much that two cells tell nothing. */
const SPACED_CELLS = 3;

/** A sentence, whose commas part no cells. */
const SENTENCE = /[。！？；，]|, /u;

/** The cells of comma-separated values: what stands in quotes is one, whatever it holds. */
const VALUE = /(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^",]*))(?:,|$)/gu;

/** Cells are set apart by tabs, as copied from a spreadsheet, by bars, by commas, or by wide spaces. */
export const CUTTINGS: readonly Cutting[] = [
  { ...at(TAB, edgesOf), mayEndEarly: true },
  at(/\t+/gu),
  at(/(?<=^|\s)[|｜](?=\s|$)|(?<=\S)[|｜](?=\S)/gu),
  { cut: cutValues, cells: CELLS, mayEndEarly: false, needsFigures: false },
  { ...at(/[ \u3000]{2,}/gu), cells: SPACED_CELLS, needsFigures: true },
];

/** What any of them finds: most lines hold none of it. */
export const ANY_MARK = /[\t|｜,]|[ \u3000]{2}/u;

/** Cuts at each match of `mark`. */
function at(mark: RegExp, reach = (_: string, line: Span) => line): Cutting {
  const cut = (text: string, line: Span) => {
    if (slice(text, line).search(mark) < 0) return undefined;
    const whole = reach(text, line);
    const cells: GridCell[] = [];
    let from: number = whole.start;
    for (const match of slice(text, whole).matchAll(mark)) {
      cells.push(cellOf(text, from, whole.start + match.index));
      from = whole.start + match.index + match[0].length;
    }
    return [...cells, cellOf(text, from, whole.end)];
  };
  return { cut, cells: CELLS, mayEndEarly: false, needsFigures: false };
}

/** A line with the tabs at its edges, which set apart cells that are empty. */
function edgesOf(text: string, { start, end }: Span): Span {
  let [from, to]: [number, number] = [start, end];
  while (text[from - 1] === '\t') from--;
  while (text[to] === '\t') to++;
  return span(from, to);
}

function cutValues(text: string, line: Span): GridCell[] | undefined {
  const words = slice(text, line);
  const cells: GridCell[] = [];
  let from = 0;
  for (const match of words.matchAll(VALUE)) {
    const { quoted, plain = '' } = match.groups ?? {};
    // a mark within quotes parts nothing, and what stands between two values is none
    if (match.index !== from || SENTENCE.test(plain)) return undefined;
    const start = line.start + from + (quoted === undefined ? 0 : 1);
    cells.push(cellOf(text, start, start + (quoted ?? plain).length));
    from += match[0].length;
    if (!match[0].endsWith(',')) break;
  }
  return from === words.length && cells.length >= CELLS ? cells : undefined;
}

function cellOf(text: string, from: number, to: number): GridCell {
  return { span: trimSpan(text, from, to), header: false };
}
