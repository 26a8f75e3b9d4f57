import type { Article } from '../article/article.ts';
import { describe } from '../figures/describe.ts';
import type { Figure } from '../figures/parts/figure.ts';
import type { ArticleDigests } from './article-digests.ts';
import type { Action } from './button-action.ts';
import type { Block, Button, Card } from './card.ts';
import { askButton } from './reply-card.ts';
import { shorten } from './split.ts';
import type { Texts } from './texts/index.ts';

/** Articles on one page of the list. */
const PAGE = 8;
/** Headings and figures on one page of an article. */
const LINES = 16;
const TITLE_LIMIT = 120;
const LABEL_LIMIT = 40;

/** The articles loaded, a page at a time, with a button for each. */
export function articlesCard(
  at: number,
  texts: Texts,
  digests: ArticleDigests,
  figuresOf: (article: Article) => readonly Figure[],
): Card {
  const { articles } = digests;
  if (articles.length === 0)
    return { answered: true, blocks: [{ kind: 'words', text: texts.noArticles }], buttons: [] };
  const from = at < articles.length ? at : 0;
  const page = articles.slice(from, from + PAGE);
  const turn = turning(from, PAGE, articles.length, texts, (to) => ({ kind: 'articles', at: to }));
  return {
    answered: true,
    blocks: [
      { kind: 'words', text: texts.articlesHeld(articles.length) },
      ...page.map((article, i): Block => {
        const { title, date, paragraphs } = article;
        const counts = texts.articleCounts(paragraphs.length, figuresOf(article).length);
        const name = `${from + i + 1}. 《${shorten(title, TITLE_LIMIT)}》`;
        return { kind: 'words', text: `${name}${texts.facts([date ?? texts.undated, counts])}` };
      }),
    ],
    buttons: [
      ...page.map((article, i) => [
        {
          label: `${from + i + 1}. ${shorten(article.title, LABEL_LIMIT)}`,
          action: { kind: 'article', article: digests.digestOf(article) } as const,
        },
      ]),
      ...(turn.length > 0 ? [turn] : []),
    ],
  };
}

/**
 * What is in one article, a page at a time: its head, its headings and then its figures from the
 * `at`th line on, and questions that it answers.
 */
export function articleCard(
  article: Article,
  at: number,
  texts: Texts,
  digests: ArticleDigests,
  figures: readonly Figure[],
  suggestions: readonly string[],
): Card {
  const { title, date, source, paragraphs, headings } = article;
  const about = [
    date ?? texts.undated,
    source,
    texts.articleCounts(paragraphs.length, figures.length),
  ];
  const lines = [
    ...headings.map(({ text, level }): Block => {
      const indent = '　'.repeat(Math.min(Math.max(level - 1, 0), 3));
      return { kind: 'words', text: `${indent}· ${shorten(text, TITLE_LIMIT)}` };
    }),
    ...figures.map(
      (figure): Block => ({ kind: 'figure', text: figure.text, about: describe(figure) }),
    ),
  ];
  const from = at < lines.length ? at : 0;
  const key = digests.digestOf(article);
  const turn = turning(from, LINES, lines.length, texts, (to) => ({
    kind: 'contents',
    article: key,
    at: to,
  }));
  return {
    answered: true,
    blocks: [
      { kind: 'words', text: `《${shorten(title, TITLE_LIMIT)}》` },
      { kind: 'words', text: texts.facts(about.filter((fact) => fact !== undefined)) },
      ...(headings.length > 0 && from === 0
        ? [{ kind: 'words', text: texts.contents } as const]
        : []),
      ...lines.slice(from, from + LINES),
    ],
    buttons: [
      ...(turn.length > 0 ? [turn] : []),
      ...suggestions.map((question) => [askButton(question, key)]),
    ],
  };
}

/** Buttons to the page before and the page behind, where there is one. */
export function turning(
  from: number,
  page: number,
  count: number,
  texts: Texts,
  action: (at: number) => Action,
): Button[] {
  return [
    ...(from > 0 ? [{ label: texts.earlierPart, action: action(Math.max(from - page, 0)) }] : []),
    ...(from + page < count ? [{ label: texts.laterPart, action: action(from + page) }] : []),
  ];
}
