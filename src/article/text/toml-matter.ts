const OPEN = /^\+{3}[ \t]*\n/u;
const CLOSE = /^\+{3}[ \t]*$/mu;
const TABLE = /^\[/mu;
const ENTRY =
  /^(?<key>[\w-]{1,30})[ \t]*=[ \t]*(?:\[(?<list>[^[\]\n]{0,400})\]|(?<one>"[^"\n]*"|'[^'\n]*'|[^\s"'[\]#]+))/gmu;
const ITEM = /"[^"\n]*"|'[^'\n]*'/gu;

/** A value of front matter, and its place, quotes and all. */
export interface WrittenValue {
  readonly value: unknown;
  readonly range: readonly [start: number, end: number];
  readonly isQuoted: boolean;
}

export interface TomlMatter {
  /** Where the article begins. */
  readonly end: number;
  readonly entries: readonly { readonly key: string; readonly values: readonly WrittenValue[] }[];
}

/**
 * The keys and values between two lines `+++` at the very beginning of `text`, as Hugo and Zola write them,
 * up to the first table; the places are those in `text`.
 */
export function tomlMatter(text: string, limit: number): TomlMatter | undefined {
  const open = OPEN.exec(text)?.[0].length;
  if (open === undefined) return undefined;
  const rest = text.slice(open, open + limit);
  const close = CLOSE.exec(rest);
  if (close === null) return undefined;
  const source = rest.slice(0, close.index);
  const top = source.slice(0, TABLE.exec(source)?.index ?? source.length);
  const entries = [...top.matchAll(ENTRY)].map(({ index, 0: entry, groups = {} }) => {
    const { key = '', list, one = '' } = groups;
    const written = list ?? one;
    const at = open + index + entry.lastIndexOf(written);
    const items = list === undefined ? [{ index: 0, 0: one }] : [...list.matchAll(ITEM)];
    return {
      key: key.toLowerCase(),
      values: items.map((item) => valueAt(at + item.index, item[0])),
    };
  });
  return entries.length === 0 ? undefined : { end: open + close.index + close[0].length, entries };
}

function valueAt(start: number, written: string): WrittenValue {
  const isQuoted = /^["']/u.test(written);
  return {
    value: isQuoted ? written.slice(1, -1) : written,
    range: [start, start + written.length],
    isQuoted,
  };
}
