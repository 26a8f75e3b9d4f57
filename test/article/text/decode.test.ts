import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/article/text/decode.ts';
import { fixture } from '../files.ts';

const SIMPLIFIED = fixture('formats/night-school.txt').toString();
const TRADITIONAL = fixture('pages/taiwan.txt').toString();

/** Encodes by asking the decoder of the platform for every pair of bytes; Node encodes none of these. */
function encoder(encoding: string): (text: string) => Buffer {
  const bytes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if ([...character].length === 1 && !bytes.has(character)) bytes.set(character, [high, low]);
    }
  return (text) =>
    Buffer.from(
      [...text].flatMap((character) => {
        if (character < '\u0080') return [character.charCodeAt(0)];
        const pair = bytes.get(character);
        if (pair === undefined) throw new Error(`${character} is not in ${encoding}`);
        return pair;
      }),
    );
}

const gb18030 = encoder('gb18030');
const big5 = encoder('big5');
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const utf8 = (text: string) => Buffer.from(text);

const ENCODERS = { gb18030, big5, 'utf-16le': utf16le, 'utf-16be': utf16be, 'utf-8': utf8 };

/** Pieces of a text from several places, without its line ends. */
function pieces(text: string, length: number): string[] {
  const line = text.replace(/\s+/gu, '');
  return [0, 0.2, 0.4, 0.6].map((part) =>
    line.slice(Math.floor(line.length * part)).slice(0, length),
  );
}

describe.each([
  ['simplified', SIMPLIFIED, ['gb18030', 'utf-16le', 'utf-16be', 'utf-8']],
  ['traditional', TRADITIONAL, ['big5', 'gb18030', 'utf-16le', 'utf-16be', 'utf-8']],
] as const)('%s text', (_, text, encodings) => {
  test.each(encodings)('in %s is told, from 30 characters on', (encoding) => {
    for (const length of [30, 60, 300])
      for (const piece of pieces(text, length)) {
        const decoded = decode(ENCODERS[encoding](piece));
        expect(decoded).toEqual({ ok: true, text: piece, encoding });
      }
  });
});

test('mixed with ASCII, text is told as well', () => {
  const text =
    'Model S3-2000 (v1.0.2): 该型号于2023-06-01发布，支持USB 3.2与Wi-Fi 6E，售价1,299元。';
  for (const [encoding, encode] of Object.entries(ENCODERS)) {
    if (encoding === 'big5') continue;
    expect(decode(encode(text))).toEqual({ ok: true, text, encoding });
  }
});

test('a byte order mark says the encoding and is no text', () => {
  for (const encode of [utf8, utf16le, utf16be])
    expect(decode(encode('\ufeff标题\r\n正文。'))).toMatchObject({
      ok: true,
      text: '标题\n正文。',
    });
});

test('what a page declares counts where it can be right', () => {
  const short = big5('動土');
  expect(decode(short)).toMatchObject({ ok: false });
  const text = '臺中市立圖書館總館昨日舉行動土典禮';
  expect(decode(big5(text), 'Big5')).toMatchObject({ ok: true, text });
  expect(decode(utf8(text), 'gb2312')).toMatchObject({ ok: true, text, encoding: 'utf-8' });
});

test('bytes that fit nothing are refused, with the remedy', () => {
  for (const bytes of [
    [0xff, 0xff, 0xd8, 0x80, 0x81],
    [0xb3, 0xa4, 0xff, 0xff],
  ])
    expect(decode(Uint8Array.from(bytes))).toEqual({
      ok: false,
      reason: expect.stringMatching(/save it as UTF-8.*iconv/u),
    });
});

test('whatever is encoded comes back as it was, or is refused', () => {
  const characters = [...new Set(SIMPLIFIED.replace(/\s/gu, ''))];
  const unit = fc.constantFrom(...characters);
  const text = fc.string({ unit, minLength: 12, maxLength: 60 });
  fc.assert(
    fc.property(text, fc.constantFrom(gb18030, utf16le, utf16be, utf8), (written, encode) => {
      const decoded = decode(encode(written));
      if (decoded.ok) expect(decoded.text).toBe(written);
    }),
    { numRuns: 500 },
  );
});
