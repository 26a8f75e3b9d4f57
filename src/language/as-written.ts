import { normalize } from './normalize.ts';

/** The characters of `source` whose normalised form is `term`; `term` itself where there are none. */
export function asWritten(source: string, term: string): string {
  const { text, toSource } = normalize(source);
  const at = text.indexOf(term);
  return term === '' || at < 0 ? term : source.slice(...toSource(at, at + term.length));
}
