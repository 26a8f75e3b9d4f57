import { extname } from 'node:path';
import type { Reader } from './common/reading.ts';

export interface Format {
  /** Files of more bytes are left out unread. */
  readonly limit: number;
  /** Plain text, which reading makes no larger; anything else is read in a process of its own. */
  readonly isText?: boolean;
  load(): Promise<Reader>;
}

const MEGABYTE = 1024 * 1024;

/** Bytes of the largest text file: two million characters are a library and no article. */
const TEXT_LIMIT = 8 * MEGABYTE;

const html: Format = {
  limit: TEXT_LIMIT,
  load: async () => (await import('./html/read-html.ts')).readHtml,
};

/** The formats by extension. To read another, add a file to this folder and a line here. */
const FORMATS: Readonly<Record<string, Format>> = {
  '.txt': {
    limit: TEXT_LIMIT,
    isText: true,
    load: async () => (await import('./text.ts')).readText,
  },
  '.md': {
    limit: TEXT_LIMIT,
    isText: true,
    load: async () => (await import('./markdown.ts')).readMarkdown,
  },
  '.html': html,
  '.htm': html,
  // pictures make the larger part of these two
  '.docx': {
    limit: 32 * MEGABYTE,
    load: async () => (await import('./docx/read-docx.ts')).readDocx,
  },
  '.pdf': { limit: 64 * MEGABYTE, load: async () => (await import('./pdf/read-pdf.ts')).readPdf },
};

/** The endings of the files that are read. */
export const FORMAT_NAMES: readonly string[] = Object.keys(FORMATS);

/** What a spreadsheet needs: a table is told by the row that names its columns. */
const TABLES =
  'copy its tables, each with the row that names the columns, into a document and save that as .docx';

/** Formats that people have and that are not read, each with the remedy. */
const FOREIGN: Readonly<Record<string, string>> = {
  '.doc': 'save it as .docx',
  '.wps': 'save it as .docx',
  '.rtf': 'save it as .docx',
  '.odt': 'save it as .docx',
  '.pages': 'export it as .docx',
  '.epub': 'convert it to .html',
  '.mht': 'save the page as .html',
  '.mhtml': 'save the page as .html',
  '.xls': TABLES,
  '.xlsx': TABLES,
  '.ods': TABLES,
  '.csv': TABLES,
  '.tsv': TABLES,
  '.ppt': 'export it as .pdf',
  '.pptx': 'export it as .pdf',
};

/** How the file of that name is read; undefined where its extension names no format. */
export function formatOf(file: string): Format | undefined {
  const extension = extensionOf(file);
  return Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
}

/** What to do with a document of a format that is not read; undefined for any other file. */
export function foreignRemedy(file: string): string | undefined {
  const extension = extensionOf(file);
  return Object.hasOwn(FOREIGN, extension) ? FOREIGN[extension] : undefined;
}

function extensionOf(file: string): string {
  return extname(file).toLowerCase();
}
