/** Words that end in a full stop without ending a sentence. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof st no vs inc ltd co corp etc fig al jr sr dept gen gov rep sen vol e.g i.e'.split(
    ' ',
  ),
);

/**
 * Whether the full stop at `i` ends a sentence of Latin text: it follows a word and is followed by
 * white space and a capital, or by the end. Never in 1.8, U.S., www.gov.cn or `1. 总则`.
 */
export function endsLatinSentence(text: string, i: number, end: number): boolean {
  // Twenty characters hold any word that matters here and keep the cost of a stop constant.
  const before = text.slice(Math.max(0, i - 20), i);
  const word = /([A-Za-z][A-Za-z.'-]*|[A-Za-z][\w ,.]* [\d.]+%?)[)"”’]?$/u.exec(before)?.[1];
  if (word === undefined) return false;
  const after = text.slice(i + 1, Math.min(end, i + 8));
  const stands =
    /^["”’)\]]*\s+[“"‘(]?[A-Z]/u.test(after) || (i + 8 >= end && /^["”’)\]\s]*$/u.test(after));
  if (!stands) return false;
  return word.length > 1 && !/\.[A-Za-z]$/u.test(word) && !ABBREVIATIONS.has(word.toLowerCase());
}
