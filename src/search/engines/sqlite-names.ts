import { LRUCache } from 'lru-cache';
import { BEGINNING, type NameList } from '../../language/name-list.ts';
import { compareStrings } from '../../util/compare-strings.ts';
import { LAST, type Statements } from './sqlite-tables.ts';

/** Look-ups that are kept: ranking asks for the same words again and again. */
const ANSWERS = 10_000;
/** Names kept by their first or last character, which short forms are compared with. */
const LISTED = 20_000;

/** The names of the articles in a database, looked up by index. */
export function createNames(statements: Statements): NameList & { forget(): void } {
  const answers = new LRUCache<string, boolean>({ max: ANSWERS });
  const lists = new LRUCache<string, readonly string[]>({
    maxSize: LISTED,
    sizeCalculation: ({ length }) => Math.min(length + 1, LISTED),
  });

  function listed(key: string, read: () => string[]): readonly string[] {
    let names = lists.get(key);
    if (names === undefined) {
      names = read().sort(compareStrings);
      lists.set(key, names);
    }
    return names;
  }

  return {
    has(name) {
      const known = answers.get(name);
      if (known !== undefined) return known;
      const found = statements.isName.get(name) !== undefined;
      answers.set(name, found);
      return found;
    },
    beginnings: () => statements.nameBeginnings.all(),
    from(beginning) {
      const first = beginning.slice(0, BEGINNING);
      const read = () => statements.namesFrom.all(first, first + LAST);
      // a tokenizer asks for each longer beginning once
      const names = first.length < BEGINNING ? listed(`^${first}`, read) : read();
      return names.filter((name) => name.startsWith(beginning));
    },
    to: (last) => listed(`$${last}`, () => statements.namesTo.all(last)),
    /** To be called when another update may have changed the names. */
    forget() {
      answers.clear();
      lists.clear();
    },
  };
}
