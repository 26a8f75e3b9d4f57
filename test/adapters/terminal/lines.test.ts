import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINE_LIMIT, type Line, readLines } from '../../../adapters/terminal/lines.ts';

async function lines(...chunks: (string | Buffer)[]) {
  const all: Line[] = [];
  const input = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  for await (const line of readLines(input)) all.push(line);
  return all;
}

describe('readLines', () => {
  it('takes LF, CRLF, a byte order mark and a last line without end', async () => {
    expect(await lines('\uFEFF甲\r\n\n乙\n丙')).toEqual(
      ['甲', '', '乙', '丙'].map((text) => ({ text })),
    );
  });

  it('keeps U+2028 inside a line', async () => {
    expect(await lines('甲\u2028乙\n')).toEqual([{ text: '甲\u2028乙' }]);
  });

  it('says which line is not UTF-8 and reads on', async () => {
    expect(await lines(Buffer.from([0xff, 0xfe, 0x0a]), '乙')).toEqual([
      { text: '\uFFFD\uFFFD', fault: 'not UTF-8' },
      { text: '乙' },
    ]);
  });

  it('cuts a line without end and reads on', async () => {
    const [long, next] = await lines('一'.repeat(LINE_LIMIT), 'x', '\n乙\n');
    expect(long?.fault).toMatch(/longer than/);
    expect(long?.text.length).toBeLessThanOrEqual(LINE_LIMIT);
    expect(next).toEqual({ text: '乙' });
  });

  it('reads the same however the bytes are cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('甲', '\u{20BB7}', 'a', '\n', '\r\n', ' ')),
        fc.integer({ min: 1, max: 5 }),
        async (parts, size) => {
          const bytes = Buffer.from(parts.join(''));
          const chunks: Buffer[] = [];
          for (let at = 0; at < bytes.length; at += size)
            chunks.push(bytes.subarray(at, at + size));
          expect(await lines(...chunks)).toEqual(await lines(bytes));
        },
      ),
    );
  });
});
