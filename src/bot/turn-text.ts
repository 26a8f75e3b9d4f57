import type { Turn } from '../question/turn.ts';

/** Raised whenever a turn has other parts than before: workers of two versions may share a database. */
const VERSION = 1;

/** The key under which a map is written, which no part of a turn has. */
const MAP = '\u0001map';

/** A turn as text, by which `turnFrom` makes the same. */
export function turnText(turn: Turn): string {
  return JSON.stringify({ version: VERSION, turn }, (_, value: unknown) =>
    value instanceof Map ? { [MAP]: [...value] } : value,
  );
}

/** The turn that a text says; undefined where it was written by another version, or is none. */
export function turnFrom(text: string): Turn | undefined {
  try {
    const read: unknown = JSON.parse(text, (_, value: unknown) =>
      isWrittenMap(value) ? new Map(value[MAP]) : value,
    );
    return isCurrent(read) ? read.turn : undefined;
  } catch {
    return undefined;
  }
}

function isWrittenMap(value: unknown): value is { readonly [MAP]: [unknown, unknown][] } {
  return typeof value === 'object' && value !== null && MAP in value;
}

function isCurrent(read: unknown): read is { readonly turn: Turn } {
  return typeof read === 'object' && read !== null && 'version' in read && read.version === VERSION;
}
