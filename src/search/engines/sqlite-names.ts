import { LRUCache } from 'lru-cache';
import { BEGINNING, type NameList } from '../../language/name-list.ts';
import { compareStrings } from '../../util/compare-strings.ts';
import type { prepareStatements } from './sqlite-tables.ts';
import { LAST } from './sqlite-terms.ts';

/** Names whose look-up is kept: ranking asks for the same words again and again. */
const ANSWERS = 10_000;

/** The names of the articles in a database, looked up by index. */
export function createNames(
  statements: ReturnType<typeof prepareStatements>,
): NameList & { forget(): void } {
  const answers = new LRUCache<string, boolean>({ max: ANSWERS });
  return {
    has(name) {
      const known = answers.get(name);
      if (known !== undefined) return known;
      const found = statements.isName.get(name) !== undefined;
      answers.set(name, found);
      return found;
    },
    from(beginning) {
      const first = beginning.slice(0, BEGINNING);
      const names = statements.namesFrom.all(first, first + LAST);
      return names.filter((name) => name.startsWith(beginning)).sort(compareStrings);
    },
    to: (last) => statements.namesTo.all(last).sort(compareStrings),
    /** To be called when another update may have changed the names. */
    forget: () => answers.clear(),
  };
}
