import type { Article } from '../article/types.ts';
import { describe } from '../figures/describe.ts';
import type { Figure } from '../figures/types.ts';
import type { Block, Button, Card } from './card.ts';
import { digest, type Library } from './library.ts';
import { shorten } from './split.ts';
import {
  ARTICLE_COUNTS,
  ARTICLES_HELD,
  CONTENTS,
  EARLIER_PART,
  LATER_PART,
  NO_ARTICLES,
  UNDATED,
} from './texts.ts';

/** Articles on one page of the list. */
const PAGE = 8;
/** What a card names of an article: headings, figures. */
const HEADINGS = 15;
const FIGURES = 8;
const TITLE_LIMIT = 120;
const LABEL_LIMIT = 40;

/** The articles loaded, a page at a time, with a button for each. */
export function articlesCard(
  at: number,
  library: Library,
  figuresOf: (article: Article) => readonly Figure[],
): Card {
  const { articles } = library;
  if (articles.length === 0)
    return { answered: true, blocks: [{ kind: 'words', text: NO_ARTICLES }], buttons: [] };
  const from = at < articles.length ? at : 0;
  const page = articles.slice(from, from + PAGE);
  const turn: Button[] = [];
  if (from > 0)
    turn.push({ label: EARLIER_PART, action: { kind: 'articles', at: Math.max(from - PAGE, 0) } });
  if (from + PAGE < articles.length)
    turn.push({ label: LATER_PART, action: { kind: 'articles', at: from + PAGE } });
  return {
    answered: true,
    blocks: [
      { kind: 'words', text: ARTICLES_HELD(articles.length) },
      ...page.map((article, i): Block => {
        const { title, date, paragraphs } = article;
        const counts = ARTICLE_COUNTS(paragraphs.length, figuresOf(article).length);
        const name = `${from + i + 1}. 《${shorten(title, TITLE_LIMIT)}》`;
        return { kind: 'words', text: `${name}${date ?? UNDATED}，${counts}` };
      }),
    ],
    buttons: [
      ...page.map((article, i) => [
        {
          label: `${from + i + 1}. ${shorten(article.title, LABEL_LIMIT)}`,
          action: { kind: 'article', article: library.digestOf(article) } as const,
        },
      ]),
      ...(turn.length > 0 ? [turn] : []),
    ],
  };
}

/** What is in one article: its head, its headings, its first figures, and questions it answers. */
export function articleCard(
  article: Article,
  library: Library,
  figures: readonly Figure[],
  suggestions: readonly string[],
): Card {
  const { title, date, source, paragraphs, headings } = article;
  const about = [date ?? UNDATED, source, ARTICLE_COUNTS(paragraphs.length, figures.length)];
  const named = headings.slice(0, HEADINGS);
  return {
    answered: true,
    blocks: [
      { kind: 'words', text: `《${shorten(title, TITLE_LIMIT)}》` },
      { kind: 'words', text: about.filter(Boolean).join('，') },
      ...(named.length > 0 ? [{ kind: 'words', text: CONTENTS } as const] : []),
      ...named.map(({ text, level }): Block => {
        const indent = '　'.repeat(Math.min(Math.max(level - 1, 0), 3));
        return { kind: 'words', text: `${indent}· ${shorten(text, TITLE_LIMIT)}` };
      }),
      ...figures.slice(0, FIGURES).map(
        (figure): Block => ({
          kind: 'figure',
          text: figure.text,
          about: describe(figure),
        }),
      ),
    ],
    buttons: suggestions.map((question) => [
      {
        label: question,
        action: { kind: 'ask', article: library.digestOf(article), question: digest(question) },
      },
    ]),
  };
}
