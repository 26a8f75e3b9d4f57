import { COMMON_CHARACTERS, COMMON_TRADITIONAL } from './data/common-characters.ts';

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: string }
  /** One line with what is wrong and the remedy, without the file's name. */
  | { readonly ok: false; readonly reason: string };

/**
 * Encodings of Chinese text beside UTF-8, by the names of the WHATWG standard; GB18030 holds GBK.
 */
const LEGACY = ['gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;

/** Byte order marks, each with the encoding that it names. */
const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Characters from the beginning of a file by which its encoding is judged. */
const JUDGED = 4000;

/**
 * Likeness to Chinese that any text in its right encoding exceeds, even one of names and headings.
 */
const PLAIN = 0.5;

/** Likeness by which the best reading must exceed the second best to be chosen. */
const AHEAD = 0.2;

/** Characters beyond ASCII below which likeness says nothing. */
const ENOUGH = 4;

const COMMON = new Set(COMMON_CHARACTERS + COMMON_TRADITIONAL);
/** Marks and forms that Chinese text is set with: ，。“”…—·　（）％①. */
const MARK =
  /[\u00b7\u2013-\u2026\u2160-\u217b\u2460-\u249b\u25a0-\u25cf\u3000-\u3015\uff01-\uff5e\uffe5]/u;

/** Control characters that no text holds, and that UTF-16 read as UTF-8 does. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\u0008\u000e-\u001a\u001c-\u001f]/u;
const HAN = /\p{Script=Han}/u;
const BEYOND_ASCII = /[^\0-\u007f]/u;

/**
 * The text of a file, without its byte order mark, line ends as LF. Without a mark it is UTF-8
 * where it can be, else the one of GB18030 (GBK), Big5 and UTF-16 in which it reads as Chinese;
 * `declared` is what a page says of itself and wins where it can be right. Never decodes with a
 * replacement character: what fits no encoding clearly is refused.
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  const decoded = decodeBytes(bytes, declared);
  if (!decoded.ok) return decoded;
  const { text } = decoded;
  if (text.trim() === '')
    return bad('holds nothing but white space; put the article in or remove it');
  return { ...decoded, text: text.replace(/\r\n?/gu, '\n') };
}

function decodeBytes(bytes: Uint8Array, declared: string | undefined): Decoded {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];
  if (marked !== undefined) {
    const text = strict(bytes, marked);
    return text === undefined
      ? bad(`says it is ${marked.toUpperCase()} and is not throughout; save it again as UTF-8`)
      : { ok: true, text, encoding: marked };
  }
  const utf8 = strict(bytes, 'utf-8');
  // Two GBK characters in four bytes may pass for UTF-8, as Cyrillic or Arabic, so UTF-8 is judged
  // too.
  const isText = utf8 !== undefined && !CONTROL.test(utf8);
  if (isText && !isForeign(utf8)) return { ok: true, text: utf8, encoding: 'utf-8' };
  const said = LEGACY.find((name) => name === labelOf(declared));
  const readings = LEGACY.flatMap((encoding) => {
    const text = strict(bytes, encoding);
    if (text === undefined || CONTROL.test(text)) return [];
    return [{ encoding, text, likeness: likeness(text) }];
  }).sort((a, b) => b.likeness - a.likeness);
  const [best, next] = readings;
  const own = readings.find(({ encoding }) => encoding === said);
  if (own !== undefined && own.likeness >= PLAIN)
    return { ok: true, text: own.text, encoding: own.encoding };
  if (best !== undefined && best.likeness >= PLAIN && isAhead(best.likeness, next?.likeness))
    return { ok: true, text: best.text, encoding: best.encoding };
  if (isText) return { ok: true, text: utf8, encoding: 'utf-8' };
  if (bytes.includes(0))
    return bad('holds NUL bytes and is no text; remove it or save it as UTF-8');
  return bad(
    'is in no encoding that can be told for sure (UTF-8, GB18030, Big5, UTF-16); save it as UTF-8, e.g. iconv -f GB18030 -t UTF-8',
  );
}

function isAhead(best: number, next = 0): boolean {
  return best - next >= AHEAD;
}

/**
 * How much a text is like Chinese, from 0 to 1: the share of its characters beyond ASCII that are
 * common ones or the marks of Chinese print; 0 where there are too few to tell.
 */
export function likeness(text: string): number {
  let all = 0;
  let common = 0;
  for (const character of text.slice(0, 4 * JUDGED)) {
    if (character < '\u0080') continue;
    all++;
    if (COMMON.has(character) || MARK.test(character)) common++;
    if (all === JUDGED) break;
  }
  return all < ENOUGH ? 0 : common / all;
}

/** Text beyond ASCII without a Han character or a mark of Chinese print. */
function isForeign(text: string): boolean {
  const start = text.slice(0, 4 * JUDGED);
  return !HAN.test(start) && !MARK.test(start) && BEYOND_ASCII.test(start);
}

/** The text decoded from an encoding; undefined where a byte does not fit it. */
function strict(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** `GB2312` → `gb18030`, as browsers read it. */
function labelOf(declared: string | undefined): string | undefined {
  const label = declared?.trim().toLowerCase();
  if (label === undefined) return undefined;
  if (['gbk', 'gb2312', 'gb_2312-80', 'x-gbk', 'cp936'].includes(label)) return 'gb18030';
  return label === 'big5-hkscs' || label === 'x-x-big5' ? 'big5' : label;
}

function bad(reason: string): Decoded & { ok: false } {
  return { ok: false, reason };
}
