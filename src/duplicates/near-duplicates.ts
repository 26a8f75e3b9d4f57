import type { Article, Paragraph } from '../article/article.ts';
import { findActors, homeOf } from '../figures/parts/places.ts';
import { normalize } from '../language/normalize.ts';
import { memoByObject } from '../util/memo-by-object.ts';
import { slice } from '../util/span.ts';
import {
  type ComparedParagraph,
  comparedTextOf,
  isOfOneTime,
  type ParagraphInArticle,
} from './same-wording.ts';

/** Paragraphs compared of those that share a shingle, so that time stays linear. */
const COMPARED = 8;

/** A paragraph with the number of shingles of that text. */
interface ShingledParagraph extends ComparedParagraph {
  readonly size: number;
}

/** Finds the paragraph of one article that says nearly the same as another paragraph. */
export type NearDuplicateFinder = (paragraph: ParagraphInArticle) => ParagraphInArticle | undefined;

/** UTF-16 units of a shingle. */
const SHINGLE = 4;
/**
 * Share of the shingles of the one with more that two near duplicates have in common at least; one
 * changed word in thirty characters leaves .8.
 */
const SHARED_SHINGLES = 0.8;

/** Finds the paragraph of an article, among its originals, that says nearly the same as another paragraph. */
export function nearDuplicateFinder(
  article: Article,
  isOriginal: (paragraph: Paragraph) => boolean,
): NearDuplicateFinder {
  const holders = new Map<string, ShingledParagraph[]>();
  for (const paragraph of article.paragraphs) {
    if (paragraph.row !== undefined || !isOriginal(paragraph)) continue;
    const compared = comparedTextOf({ article, paragraph });
    const shingles = shinglesOf(compared);
    const one = { article, paragraph, compared, size: shingles.size };
    for (const shingle of shingles) {
      const held = holders.get(shingle);
      if (held === undefined) holders.set(shingle, [one]);
      else if (held.length < COMPARED) held.push(one);
    }
  }
  return (paragraph) => {
    const one = { ...paragraph, compared: comparedTextOf(paragraph) };
    const shingles = shinglesOf(one.compared);
    const shared = new Map<Paragraph, { readonly other: ShingledParagraph; count: number }>();
    for (const shingle of shingles) {
      for (const other of holders.get(shingle) ?? []) {
        const entry = shared.get(other.paragraph) ?? { other, count: 0 };
        entry.count += 1;
        shared.set(other.paragraph, entry);
      }
    }
    return [...shared.values()]
      .sort((a, b) => b.count - a.count)
      .map(({ other, count }) => ({
        other,
        share: count / Math.max(shingles.size, other.size),
      }))
      .find(
        ({ other, share }) =>
          share >= SHARED_SHINGLES &&
          factsOf(other.compared) === factsOf(one.compared) &&
          isOfOneTime(other, one, true) &&
          placesNamedIn(other) === placesNamedIn(one),
      )?.other;
  };
}

function shinglesOf(compared: string): ReadonlySet<string> {
  const shingles = new Set<string>();
  for (let i = 0; i + SHINGLE <= compared.length; i += 1)
    shingles.add(compared.slice(i, i + SHINGLE));
  return shingles;
}

/** Figures with what is right behind them (亿元, 万吨), Chinese numerals, Latin names and negations, in order. */
const FACTS =
  /[0-9.|%-]+[百千万亿]*(?:[年月日]|[^0-9]{0,2})|[a-z]+|[〇零一二两三四五六七八九十百千万亿半]+|[不没无未非否]/gu;

function factsOf(compared: string): string {
  return (compared.match(FACTS) ?? []).join();
}

/** The places and countries that a paragraph names, 我省 by the province's name. */
function placesNamedIn({ article, paragraph }: ParagraphInArticle): string {
  const { text } = normalize(slice(article.text, paragraph.span));
  const names = findActors(text, homeIn(article)).flatMap((mention) => mention.names);
  return [...new Set(names)].sort().join();
}

/** The places that an article speaks of where it names none: asked for with each of its paragraphs. */
const homeIn = memoByObject(homeOf);
