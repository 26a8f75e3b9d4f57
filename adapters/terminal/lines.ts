import type { Readable } from 'node:stream';

/** A longer line is cut here, so that input without line ends cannot fill the memory. */
export const LINE_LIMIT = 1_000_000;

export interface Line {
  readonly text: string;
  /** What was wrong with the bytes; `text` then holds what could be read of them. */
  readonly fault?: string;
}

const LF = 0x0a;

function decode(parts: readonly Buffer[], cut: boolean): Line {
  const bytes = Buffer.concat(parts);
  let text: string;
  let fault = cut ? `longer than ${LINE_LIMIT} bytes` : undefined;
  try {
    text = new TextDecoder('utf-8', { fatal: !cut, ignoreBOM: true }).decode(bytes);
  } catch {
    text = bytes.toString('utf8');
    fault = 'not UTF-8';
  }
  text = text.replace(/\r$/, '');
  return fault === undefined ? { text } : { text, fault };
}

/**
 * The lines of a byte stream, LF or CRLF, without a byte order mark; the last may lack its end.
 * Not node:readline, which also breaks at U+2028, a legal character inside a JSON string.
 */
export async function* readLines(input: Readable): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let length = 0;
  let first = true;

  function take(bytes: Buffer): void {
    const room = LINE_LIMIT - length;
    if (room > 0) parts.push(bytes.subarray(0, room));
    length += bytes.length;
  }
  function finish(): Line {
    const line = decode(parts, length > LINE_LIMIT);
    parts = [];
    length = 0;
    if (!first) return line;
    first = false;
    return { ...line, text: line.text.replace(/^\uFEFF/, '') };
  }

  for await (const chunk of input) {
    const bytes = Buffer.from(chunk as Uint8Array | string);
    let from = 0;
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, from)) {
      take(bytes.subarray(from, end));
      yield finish();
      from = end + 1;
    }
    if (from < bytes.length) take(bytes.subarray(from));
  }
  if (length > 0) yield finish();
}
