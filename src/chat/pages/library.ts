import type { Article } from '../../article/article.ts';
import { sourceUrl } from '../../article/source-url.ts';
import type { Bot } from '../../bot/bot.ts';
import { articleFaults } from '../../corpus/check-article.ts';
import type { FigureMatches } from '../../figures/lookup.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import { messagesFor, messagesIn } from '../../reply/messages/index.ts';
import type { Reply } from '../../reply/reply.ts';
import { memoByObject } from '../../util/memo-by-object.ts';
import { type ArticleDigests, createArticleDigests } from '../article-digests.ts';
import type { ChartChoice } from '../charts/chart.ts';
import { type DrawnChart, drawFigures } from '../charts/chart-of-figures.ts';
import type { Language } from '../language.ts';
import { placeOf, placePath, quotedPlace } from '../place-link.ts';
import { keepUnmet } from '../records/unmet-of-reply.ts';
import type { UnmetQuestions } from '../records/unmet-questions.ts';
import { TEXTS } from '../texts/index.ts';
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
  /** What its operator can mend in an article, in the language of who reads it. */
  warningsOf(article: Article, language: Language): readonly string[];
  /** Where an article was published on the web; undefined where it names no such address. */
  originalOf(article: Article): string | undefined;
  /** The article of an address; see article-page.ts. */
  page(address: string, quote?: string): ArticlePage | undefined;
  /**
   * The permanent address of a place, without host; undefined when its article has gone.
   * @param quotation what of a passage it is to mark, where that is not all of it
   */
  addressOf(cited: Cited & { readonly text?: string }, quotation?: string): string | undefined;
  figures(query: FiguresQuery): FigureMatches;
  /** Why a query found no figure, and what there is instead. */
  whyNone(none: Extract<FigureMatches, { kind: 'none' }>, language: Language): string;
  draw(figures: readonly Figure[], language: Language, choice?: ChartChoice): Promise<DrawnChart>;
}

/** Articles whose suggestions are offered before anything was asked. */
const SUGGESTING = 3;
const SUGGESTIONS = 3;

/** @param unmet keeps what people ask and do not get */
export function createLibrary(bot: Bot, unmet: Pick<UnmetQuestions, 'add'>): Library {
  const digests: ArticleDigests = createArticleDigests(bot);
  const faultsOf = memoByObject(articleFaults);
  return {
    async reply(question, conversation) {
      const reply = await bot.ask(question, conversation);
      await keepUnmet(reply, unmet, messagesFor(question));
      return reply;
    },
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
    warningsOf: (article, language) => faultsOf(article).map(TEXTS[language].corpus.fault),
    originalOf: sourceUrl,
    page: (address, quote) => articlePage((id) => digests.named(id), address, quote),
    addressOf(cited, quotation) {
      const article = digests.named(cited.article);
      const { text } = cited;
      if (article === undefined) return undefined;
      const isPart = text !== undefined && quotation !== undefined && quotation !== text;
      const place = isPart
        ? quotedPlace(article, { ...cited, text }, quotation)
        : placeOf(article, cited);
      return placePath(article, place);
    },
    figures: (query) => findFigures(bot, query),
    whyNone: ({ failed, asked, held }, language) =>
      messagesIn(language).noneFound(failed, asked, held),
    draw: (figures, language, choice) =>
      drawFigures(figures, (id) => digests.named(id), language, choice),
  };
}
