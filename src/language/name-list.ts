import { compareStrings } from '../util/compare-strings.ts';

/** The names that a corpus shows, looked up without going through all of them. */
export interface NameList {
  has(name: string): boolean;
  /** What names begin with, in `BEGINNING` units, each once. */
  beginnings(): Iterable<string>;
  /** The names that begin so, sorted. */
  from(beginning: string): readonly string[];
  /** The names that end in this character, sorted. */
  to(last: string): readonly string[];
}

/** UTF-16 units of a name's beginning by which it is looked up. */
export const BEGINNING = 2;

/** Names that are held in memory. */
export function nameList(names: Iterable<string>): NameList {
  const all = new Set([...names].sort(compareStrings));
  const byFirst = new Map<string, string[]>();
  const byLast = new Map<string, string[]>();
  for (const name of all) {
    push(byFirst, name.slice(0, 1), name);
    push(byLast, name.slice(-1), name);
  }
  return {
    has: (name) => all.has(name),
    beginnings: () => new Set([...all].map((name) => name.slice(0, BEGINNING))),
    from: (beginning) =>
      (byFirst.get(beginning.slice(0, 1)) ?? []).filter((name) => name.startsWith(beginning)),
    to: (last) => byLast.get(last) ?? [],
  };
}

function push(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
