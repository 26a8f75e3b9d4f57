import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  getDocument,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Markup } from '../../text/lines.ts';
import { type Reading, type SourceFile, unreadable } from '../common/reading.ts';
import { TextBuilder } from '../common/reading-builder.ts';
import { addTable } from '../html/block-lines.ts';
import type { TableText } from '../html/html-table.ts';
import { type PageLine, readPageLines } from './lines.ts';
import { joinLines } from './paragraphs.ts';
import { openRecognizer, RECOGNIZER_PACKAGES } from './recognizer.ts';
import { splitRunningLines } from './running-heads.ts';
import { recognizePages, SCANNED_PAGES } from './scan.ts';

/** Pages of the longest file that is read. */
const PAGES = 2000;

/** The factor by which the letters of a heading exceed those of the text. */
const LARGER = 1.12;
const LEVELS = 6;

/**
 * Cells with gaps between, which `readPageLines` gives as two spaces. They are quoted as a row;
 * which header stands above which cell is not told, for a header that is set in two lines would be
 * wrong.
 */
const ROW = /\S {2,}\S/u;

const SCANNED = `holds no text, only pictures of pages (a scan); run OCR over it, e.g. ocrmypdf -l chi_sim, and put the result in, or have it read here by npm install --no-save ${RECOGNIZER_PACKAGES.join(' ')}`;
const EMPTY_SCAN =
  'holds only pictures of pages (a scan), on which no text was found; put its text in as .txt';

const VERTICAL =
  'is set in vertical lines, which are not read; save its text as .txt or .docx and put that in';

const home = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));

/**
 * Reads a PDF with a text layer. Running heads and page numbers are furniture; lines are joined.
 */
export async function readPdf({ bytes, front, progress }: SourceFile): Promise<Reading> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    // fonts that a file names and does not hold are read by these tables
    cMapUrl: `${join(home, 'cmaps')}/`,
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
    useSystemFonts: false,
  });
  try {
    return await readPages(await task.promise, front, progress);
  } catch (error) {
    return unreadable(faultOf(error));
  } finally {
    await task.destroy();
  }
}

async function readPages(
  document: PDFDocumentProxy,
  front: string,
  progress: () => void = () => {},
): Promise<Reading> {
  const { numPages } = document;
  if (numPages > PAGES)
    return unreadable(`has ${numPages} pages, more than ${PAGES}; split it into articles`);
  const lines: PageLine[] = [];
  let [vertical, horizontal] = [0, 0];
  for (let number = 1; number <= numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const [, bottom = 0, , top = 0] = page.view;
    for (const item of items) {
      if (!('dir' in item) || item.str.trim() === '') continue;
      if (item.dir === 'ttb') vertical++;
      else horizontal++;
    }
    lines.push(...readPageLines(items, { number, bottom, top }));
    page.cleanup();
  }
  if (vertical > horizontal) return unreadable(VERTICAL);
  if (lines.length > 0) return composed(lines, numPages, front).finish(false);
  return readScan(document, front, progress);
}

/** Reads the pictures of pages, where a recogniser is installed. */
async function readScan(
  document: PDFDocumentProxy,
  front: string,
  progress: () => void,
): Promise<Reading> {
  const { numPages } = document;
  const recognizer = await openRecognizer();
  if (recognizer === undefined) return unreadable(SCANNED);
  try {
    if (numPages > SCANNED_PAGES)
      return unreadable(
        `is a scan of ${numPages} pages, more than ${SCANNED_PAGES}; split it into articles`,
      );
    const lines = await recognizePages(document, recognizer, progress);
    if (lines.length === 0) return unreadable(EMPTY_SCAN);
    return composed(lines, numPages, front).finish(false, true);
  } finally {
    await recognizer.end();
  }
}

/** The text that lines make up. */
function composed(lines: readonly PageLine[], numPages: number, front: string): TextBuilder {
  const { body, running } = splitRunningLines(lines, numPages);
  const paragraphs = joinLines(body);
  const sizes = headingSizes(paragraphs);
  const builder = new TextBuilder(front);
  for (const { text, size, page, table } of paragraphs) {
    if (table === 'unread')
      builder.add(text, { page, markup: { kind: 'furniture', rule: 'unread-table' } });
    else if (table !== undefined) addTable(builder, toTable(table), { page });
    if (table !== undefined) continue;
    const level = sizes.indexOf(Math.round(size)) + 1;
    const markup: Markup | undefined = ROW.test(text)
      ? { kind: 'row' }
      : level > 0
        ? { kind: 'heading', level }
        : undefined;
    builder.add(text, { page, ...(markup && { markup }) });
  }
  for (const { text, page } of running)
    builder.add(text, { page, markup: { kind: 'furniture', rule: 'running-head' } });
  return builder;
}

function toTable(rows: readonly (readonly string[])[]): TableText {
  return { caption: '', rows: rows.map((row) => row.map((text) => ({ text, header: false }))) };
}

/** The sizes above that of most of the text, in points, largest first. */
function headingSizes(
  paragraphs: readonly { readonly text: string; readonly size: number }[],
): number[] {
  const counts = new Map<number, number>();
  for (const { text, size } of paragraphs) {
    const points = Math.round(size);
    counts.set(points, (counts.get(points) ?? 0) + text.length);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const text = most?.[0] ?? 0;
  const larger = [...counts.keys()].filter((points) => points > text * LARGER);
  return larger.sort((a, b) => b - a).slice(0, LEVELS);
}

function faultOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return 'is encrypted; save it without a password';
  return 'is no PDF that could be read, or broken; open it and print it to a PDF again';
}
