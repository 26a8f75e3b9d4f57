import { decode } from '../encoding.ts';
import { frontMatter } from '../front-matter.ts';
import { splitLines } from '../lines.ts';
import { markTextTables } from './text-tables.ts';
import type { Reading, SourceFile } from './types.ts';

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
