import { decode } from '../text/decode.ts';
import { frontMatter } from '../text/front-matter.ts';
import { splitLines } from '../text/lines.ts';
import type { Reading, SourceFile } from './common/reading.ts';
import { markTextTables } from './common/text-tables.ts';

/** Reads plain text in any encoding of Chinese. */
export function readText({ bytes, front }: SourceFile): Reading {
  const decoded = decode(bytes);
  return decoded.ok ? readPlain(front + decoded.text) : decoded;
}

/** Reads plain text that is decoded. */
export function readPlain(text: string): Reading & { ok: true } {
  const front = frontMatter(text);
  const start = front.kind === 'bad' ? text.length : front.end;
  return {
    ok: true,
    text,
    lines: markTextTables(text, splitLines(text, start)),
    front,
    marked: false,
  };
}
