/** What FTS5's `ascii` tokenizer, given `_` as one more, keeps as it is. */
const PLAIN = /^[a-z0-9_\u0080-\uffff]+$/;
const OTHER = /[^a-z0-9_\u0080-\uffff]/g;
/** Of Unicode's private use area, so in no term. */
const ESCAPE = '\uf8ff';
const ESCAPED = new RegExp(`${ESCAPE}([0-9a-f]{2})`, 'g');
/** Unicode's last code point, which is no character: it sorts behind whatever a token goes on with. */
export const LAST = '\u{10ffff}';

/** A term as one token of FTS5, whatever it holds: no two terms become the same. */
export function tokenOf(term: string): string {
  if (PLAIN.test(term)) return term;
  return term.replace(
    OTHER,
    (character) => ESCAPE + character.charCodeAt(0).toString(16).padStart(2, '0'),
  );
}

/** The term that a token stands for. */
export function termOf(token: string): string {
  return token.replace(ESCAPED, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The range of the tokens of terms that begin so: each character of a term is escaped by itself. */
export function tokensFrom(prefix: string): [first: string, behind: string] {
  const token = tokenOf(prefix);
  return [token, token + LAST];
}

/** Any of the terms. No token holds a quotation mark, so nothing a user writes is read as syntax. */
export function anyOf(terms: readonly string[]): string {
  return terms.map((term) => `"${tokenOf(term)}"`).join(' OR ');
}

/** The terms one behind the other. */
export function inARow(terms: readonly string[]): string {
  return `"${terms.map(tokenOf).join(' ')}"`;
}
