/** What FTS5's `ascii` tokenizer, given `_` as one more, keeps as it is. */
const PLAIN = /^[a-z0-9_\u0080-\uffff]+$/;
const OTHER = /[^a-z0-9_\u0080-\uffff]/g;
/** Of Unicode's private use area, so in no term. */
const ESCAPE = '\uf8ff';

/** A term as one token of FTS5, whatever it holds: no two terms become the same. */
export function tokenOf(term: string): string {
  if (PLAIN.test(term)) return term;
  return term.replace(
    OTHER,
    (character) => ESCAPE + character.charCodeAt(0).toString(16).padStart(2, '0'),
  );
}

/** Any of the terms. No token holds a quotation mark, so nothing a user writes is read as syntax. */
export function anyOf(terms: readonly string[]): string {
  return terms.map((term) => `"${tokenOf(term)}"`).join(' OR ');
}
