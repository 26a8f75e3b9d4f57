import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FailedDocuments } from '../corpus/reading-store.ts';
import { tagOf } from './value-tag.ts';

/** Documents remembered; where there are more, the oldest are tried again. */
const LIMIT = 500;

/**
 * The documents that could not be read within the bounds on time and memory, by the hash of all that
 * they were read from, in a file of the state. Code that reads documents otherwise has a file of its
 * own, and tries them again. Where the file cannot be written, nothing is remembered.
 */
export function failedDocuments(stateDir: string): FailedDocuments {
  const file = join(stateDir, 'articles', `failed-${tagOf('articles')}.json`);
  const reasons = new Map(readEntries(file));
  return {
    find: (hash) => reasons.get(hash),
    note(hash, reason) {
      reasons.set(hash, reason);
      const kept = [...reasons].slice(-LIMIT);
      try {
        mkdirSync(dirname(file), { recursive: true });
        const part = `${file}.${process.pid}`;
        writeFileSync(part, JSON.stringify(kept), { mode: 0o600 });
        renameSync(part, file);
      } catch {
        // the document is tried again at the next start
      }
    },
  };
}

function readEntries(file: string): [hash: string, reason: string][] {
  try {
    const entries: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(entries) ? entries.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(entry: unknown): entry is [string, string] {
  return (
    Array.isArray(entry) && entry.length === 2 && entry.every((one) => typeof one === 'string')
  );
}
