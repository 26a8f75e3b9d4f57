import type { Article } from '../../article/article.ts';
import { simplify } from '../../language/simplify.ts';
import { memoOfLast } from '../../util/memo-by-object.ts';

/**
 * The article as the recognisers read it, place by place; the article itself where it is simplified
 * already. All words and patterns of this folder are simplified; what is shown is the article's own
 * characters.
 */
export const simplifiedArticle = memoOfLast((article: Article): Article => {
  const text = simplify(article.text);
  if (text === article.text) return article;
  return {
    ...article,
    text,
    title: simplify(article.title),
    ...(article.source !== undefined && { source: simplify(article.source) }),
    headings: article.headings.map((heading) => ({ ...heading, text: simplify(heading.text) })),
  };
});

/** A measure is looked for this far around its figure: further than any measure is taken from. */
const AROUND = 400;

/**
 * `words`, which were read in `simple`, in the characters of `original` at the same place: the nearest
 * before `at`, or behind it. Words put together from several places are found part by part.
 */
export function inOriginal(words: string, original: string, simple: string, at: number): string {
  if (original === simple) return words;
  const from = Math.max(0, at - AROUND);
  const window = simple.slice(from, at + AROUND / 4);
  const found = (part: string) => {
    const before = window.lastIndexOf(part, at - from);
    return before >= 0 ? before : window.indexOf(part);
  };
  let out = '';
  for (let rest = words; rest.length > 0; ) {
    let size = rest.length;
    while (size > 1 && found(rest.slice(0, size)) < 0) size -= 1;
    const place = found(rest.slice(0, size));
    out += place < 0 ? rest.slice(0, size) : original.slice(from + place, from + place + size);
    rest = rest.slice(size);
  }
  return out;
}
