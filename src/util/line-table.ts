import { compareStrings } from './compare-strings.ts';

/** Lines in a block: a look-up reads one block, and the list of all blocks once. */
const LINES = 64;

/** The texts of which a table is made, each by its own key, as a store or a map holds them. */
export type TableTexts = readonly (readonly [key: string, text: string])[];

/**
 * A table of lists of words, sorted and cut into blocks of text: for many entries of which few are ever
 * wanted. In memory it is an eighth of a map of the same lists, and from a store a look-up reads a few
 * kilobytes of it.
 * @param name tells the table's texts from those of others
 * @param entries each key once; neither keys nor words hold tabs or line ends
 */
export function writeLines(
  name: string,
  entries: Iterable<readonly [key: string, words: readonly string[]]>,
): TableTexts {
  const sorted = [...entries].sort(([a], [b]) => compareStrings(a, b));
  const blocks: (readonly [key: string, text: string])[] = [];
  const firsts: string[] = [];
  for (let at = 0; at < sorted.length; at += LINES) {
    const lines = sorted.slice(at, at + LINES).map(([key, words]) => [key, ...words].join('\t'));
    firsts.push(sorted[at]?.[0] ?? '');
    blocks.push([`${name} ${blocks.length}`, `\n${lines.join('\n')}\n`]);
  }
  return [...blocks, [name, firsts.join('\n')]];
}

/**
 * Reads the table that was written under a name.
 * @param textAt finds the texts by their keys
 * @returns the words of a key; undefined where there is none
 */
export function readLines(
  name: string,
  textAt: (key: string) => string | undefined,
): (key: string) => readonly string[] | undefined {
  let firsts: readonly string[] | undefined;
  return (key) => {
    firsts ??= (textAt(name) ?? '').split('\n');
    const block = textAt(`${name} ${lastUpTo(firsts, key)}`) ?? '';
    const before = block.indexOf(`\n${key}\t`);
    if (before < 0) return undefined;
    const words = before + key.length + 2;
    return block.slice(words, block.indexOf('\n', words)).split('\t');
  };
}

/** The place of the last of the sorted keys that is not above one. */
function lastUpTo(sorted: readonly string[], key: string): number {
  let from = 0;
  let to = sorted.length;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (compareStrings(sorted[middle] as string, key) <= 0) from = middle;
    else to = middle;
  }
  return from;
}
