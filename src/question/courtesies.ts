import { normalize } from '../language/normalize.ts';
import { CLOSINGS, OPENINGS } from './data/courtesies.ts';

/**
 * What a person typed, without greetings before it and thanks behind it: these ask for nothing, and
 * change nothing of what is asked. The text itself where nothing else would be left.
 */
export function withoutCourtesies(source: string): string {
  const { text, toSource } = normalize(source);
  const from = OPENINGS.exec(text)?.[0].length ?? 0;
  const closing = CLOSINGS.exec(text);
  const to = closing === null ? text.length : closing.index;
  if (from === 0 && to === text.length) return source;
  if (from >= to || !WORD.test(text.slice(from, to))) return source;
  return source.slice(...toSource(from, to));
}

const WORD = /[\p{L}\p{N}]/u;
