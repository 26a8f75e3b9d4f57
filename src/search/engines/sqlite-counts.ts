import type { Database } from 'better-sqlite3';
import type { HeldArticle } from '../engine.ts';
import type { TermCounts } from '../term-dictionary.ts';
import type { prepareCounts } from './sqlite-tables.ts';
import { termOf, tokenOf, tokensFrom } from './sqlite-terms.ts';

/** Terms whose document frequency is kept: counting a common term takes milliseconds. */
const FREQUENCIES = 50_000;

/** The counts of an index, and the articles it holds. */
export interface SqliteCounts extends TermCounts {
  /** The articles held, by id; read anew where another process has changed them. */
  held(): ReadonlyMap<string, HeldArticle>;
  /** Reads the counts anew, after a change. */
  read(): void;
  /** SQLite's own number of the state that was read, which other connections' writes change. */
  readonly version: unknown;
  /** That number now. */
  versionNow(): unknown;
}

/** Reads the counts that stand beside an index, from the file when first asked for and from memory then. */
export function readCounts(
  database: Database,
  statements: ReturnType<typeof prepareCounts>,
): SqliteCounts {
  const frequencies = new Map<string, number>();
  const characterFrequencies = new Map<string, number>();
  let articles: ReadonlyMap<string, HeldArticle> = new Map();
  let size = 0;
  let version: unknown;

  const versionNow = () => database.pragma('data_version', { simple: true });

  function read(): void {
    size = statements.size.get() ?? 0;
    version = versionNow();
    frequencies.clear();
    characterFrequencies.clear();
  }

  function namesOf(id: string): string[] {
    return JSON.parse(statements.names.get(id) ?? '[]') as string[];
  }

  read();
  return {
    get size() {
      return size;
    },
    get version() {
      return version;
    },
    versionNow,
    read,
    held() {
      if (versionNow() !== version) read();
      const now = new Map<string, HeldArticle>();
      for (const [id, version] of statements.versions.iterate()) {
        const known = articles.get(id);
        now.set(id, known?.version === version ? known : { version, names: namesOf(id) });
      }
      articles = now;
      return articles;
    },
    terms: (prefix) => statements.terms.all(...tokensFrom(prefix)).map(termOf),
    characters: () => statements.characters.all(),
    documentFrequency(term) {
      let count = frequencies.get(term);
      if (count === undefined) {
        count = statements.frequency.get(tokenOf(term)) ?? 0;
        // finding out which was used last would cost each of hundreds of look-ups a question
        if (frequencies.size >= FREQUENCIES) frequencies.clear();
        frequencies.set(term, count);
      }
      return count;
    },
    characterFrequency(character) {
      let count = characterFrequencies.get(character);
      if (count === undefined) {
        count = statements.characterFrequency.get(character) ?? 0;
        characterFrequencies.set(character, count);
      }
      return count;
    },
  };
}
