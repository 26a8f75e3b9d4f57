import { createHash } from 'node:crypto';

/** 32 bits of SHA-256, never 0: equal text has an equal digest, in every process. */
export function digest(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() || 1;
}
