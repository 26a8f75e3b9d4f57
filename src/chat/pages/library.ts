import type { Article } from '../../article/article.ts';
import { sourceUrl } from '../../article/source-url.ts';
import type { Bot } from '../../bot/bot.ts';
import { checkArticle } from '../../corpus/check-article.ts';
import type { FigureMatches } from '../../figures/lookup.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import { messagesIn } from '../../reply/messages/index.ts';
import type { Reply } from '../../reply/reply.ts';
import { memoByObject } from '../../util/memo-by-object.ts';
import { type ArticleDigests, createArticleDigests } from '../article-digests.ts';
import type { ChartChoice } from '../charts/chart.ts';
import { type DrawnChart, drawFigures } from '../charts/chart-of-figures.ts';
import type { Language } from '../language.ts';
import { placeOf, placePath } from '../place-link.ts';
import { type ArticlePage, articlePage } from './article-page.ts';
import { type FiguresQuery, findFigures } from './figures-page.ts';

export type { Article, Figure, Reply };

/** A run of an article's text, such as a passage or a figure. */
interface Cited {
  readonly article: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** What a page or a program reads, where a chat platform shows cards. */
export interface Library {
  /** Answers a question; turns that share a `conversation` are one. */
  reply(question: string, conversation?: string): Promise<Reply>;
  /** Questions to try first. */
  suggestions(): Promise<readonly string[]>;
  readonly articles: readonly Article[];
  article(id: string): Article | undefined;
  figuresOf(article: Article): readonly Figure[];
  /** What its operator can mend in an article. */
  warningsOf(article: Article): readonly string[];
  /** Where an article was published on the web; undefined where it names no such address. */
  originalOf(article: Article): string | undefined;
  /** The article of an address; see article-page.ts. */
  page(address: string, quote?: string): ArticlePage | undefined;
  /** The permanent address of a place, without host; undefined when its article has gone. */
  addressOf(cited: Cited): string | undefined;
  figures(query: FiguresQuery): FigureMatches;
  /** Why a query found no figure, and what there is instead. */
  whyNone(none: Extract<FigureMatches, { kind: 'none' }>, language: Language): string;
  draw(figures: readonly Figure[], language: Language, choice?: ChartChoice): Promise<DrawnChart>;
}

/** Articles whose suggestions are offered before anything was asked. */
const SUGGESTING = 3;
const SUGGESTIONS = 3;

export function createLibrary(bot: Bot): Library {
  const digests: ArticleDigests = createArticleDigests(bot);
  const warningsOf = memoByObject((article: Article): readonly string[] => checkArticle(article));
  return {
    reply: (question, conversation) => bot.ask(question, conversation),
    async suggestions() {
      const found: string[] = [];
      for (const article of bot.articles.slice(0, SUGGESTING))
        found.push(...(await bot.suggestionsOf(article)));
      return found.slice(0, SUGGESTIONS);
    },
    get articles() {
      return bot.articles;
    },
    article: (id) => digests.named(id),
    figuresOf: (article) => bot.figuresOf(article),
    warningsOf,
    originalOf: sourceUrl,
    page: (address, quote) => articlePage((id) => digests.named(id), address, quote),
    addressOf(cited) {
      const article = digests.named(cited.article);
      return article && placePath(article, placeOf(article, cited));
    },
    figures: (query) => findFigures(bot.articles, bot.figuresOf, query),
    whyNone: ({ failed, asked, held }, language) =>
      messagesIn(language).noneFound(failed, asked, held),
    draw: (figures, language, choice) =>
      drawFigures(figures, (id) => digests.named(id), language, choice),
  };
}
