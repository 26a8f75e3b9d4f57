import { titleQuestion } from '../../answer/compose/compose-help.ts';
import { paragraphText } from '../../article/paragraph-text.ts';
import type { FigureQuery } from '../../figures/lookup.ts';
import { traditional } from '../../language/traditional.ts';
import { digest } from '../../util/digest.ts';
import { visible } from '../../util/visible.ts';
import { articleCard, articlesCard } from '../article-card.ts';
import { lookupChart, seriesChart, wordsToDraw } from '../charts/chart-card.ts';
import type { Chat } from '../chat.ts';
import type { Language } from '../language.ts';
import type { ChatRecords } from '../records/records.ts';
import { askButton } from '../reply-card.ts';
import type { Speech } from '../speech.ts';
import { figureView, statCard } from '../stat-card.ts';
import { viewOf } from '../view.ts';
import type { ChatArticles } from './chat-articles.ts';

/** Articles found by a word that are listed: what one page holds. */
const FOUND = 8;

/** The part of a chat that shows articles and figures, and what buttons open. */
export function browsing(
  { bot, digests, complete }: ChatArticles,
  { queries }: ChatRecords,
  speech: Speech,
  language: Language,
): Pick<
  Chat,
  | 'stat'
  | 'chart'
  | 'drawn'
  | 'find'
  | 'page'
  | 'view'
  | 'further'
  | 'suggested'
  | 'linked'
  | 'link'
  | 'complete'
> {
  const { texts } = speech;
  const drawing = { language, texts };

  const page: Chat['page'] = async (action) => {
    if (action.kind === 'figures') {
      const query = await remembered(action.query);
      return query && statCard(query, action.at, action.query, speech, digests, bot);
    }
    if (action.kind === 'articles') return articlesCard(action.at, texts, digests, bot.figuresOf);
    const article = digests.find(action.article);
    if (article === undefined) return undefined;
    const at = action.kind === 'contents' ? action.at : 0;
    const figures = bot.figuresOf(article);
    const tried = await bot.suggestionsOf(article);
    const suggestions = language === 'traditional' ? tried.map(traditional) : tried;
    return articleCard(article, at, texts, digests, figures, suggestions);
  };

  /** Keeps a query for the buttons below what it finds. */
  async function remember(asked: FigureQuery) {
    const query = shown(asked);
    const kept = JSON.stringify(query);
    const key = digest(kept);
    await queries.put(String(key), kept);
    return { query, key };
  }

  /** The query that was kept by a key; undefined where it has expired. */
  async function remembered(key: number): Promise<FigureQuery | undefined> {
    const kept = await queries.get(String(key));
    return kept === undefined ? undefined : (JSON.parse(kept) as FigureQuery);
  }

  const chart: Chat['chart'] = async (asked) => {
    const { query, key } = await remember(asked);
    return (
      (await lookupChart(query, { key }, drawing, digests, bot.figures)) ??
      statCard(query, 0, key, speech, digests, bot)
    );
  };

  return {
    complete,
    async stat(asked) {
      const rest = wordsToDraw(asked.words);
      if (rest !== undefined) return chart({ ...asked, words: rest });
      const { query, key } = await remember(asked);
      return statCard(query, 0, key, speech, digests, bot);
    },
    chart,
    async drawn(action) {
      if (action.kind === 'series') return seriesChart(action, drawing, digests, bot.figuresOf);
      const { query: key, group } = action;
      const query = await remembered(key);
      const of = { key, ...(group !== undefined && { group }) };
      return query && lookupChart(query, of, drawing, digests, bot.figures);
    },
    async find(words) {
      const found = complete.articles(words);
      const [only] = found;
      if (only && found.length === 1) return page({ kind: 'article', article: only.digest });
      const articles = found.flatMap(({ digest: key }) => digests.find(key) ?? []);
      return found.length === 0
        ? undefined
        : articlesCard(0, texts, { ...digests, articles: articles.slice(0, FOUND) }, bot.figuresOf);
    },
    page,
    view: (action, room, size) =>
      action.kind === 'show'
        ? viewOf(action, digests, speech, room, size)
        : figureView(action, speech, digests, bot.figuresOf, room, size),
    async further({ article: key, questions }) {
      const article = digests.find(key);
      if (article === undefined) return undefined;
      const wanted = new Set(questions);
      return bot
        .questionsOn(article)
        .filter((question) => wanted.has(digest(question)))
        .map((question) => askButton(question, key));
    },
    async suggested({ article: key, question }) {
      const article = digests.find(key);
      if (article === undefined) return undefined;
      return [titleQuestion(article), ...bot.questionsOn(article)].find(
        (each) => digest(each) === question,
      );
    },
    linked(payload) {
      const [, paragraph, key] = /^p(\d{1,6})(?:-([0-9a-z]{1,7}))?$/.exec(payload) ?? [];
      const article =
        key === undefined ? digests.articles[0] : digests.find(Number.parseInt(key, 36));
      if (paragraph === undefined || article === undefined) return undefined;
      if (paragraphText(article, Number(paragraph)) === undefined) return undefined;
      const ref = { article: digests.digestOf(article), paragraph: Number(paragraph) };
      return { kind: 'show', refs: [ref], at: 0, part: 0, manner: 'open', closes: false };
    },
    link: ({ article, paragraph }) => `p${paragraph}-${article.toString(36)}`,
  };
}

/** A query whose words may be repeated in the answer. */
function shown({ words, ...query }: FigureQuery): FigureQuery {
  return { ...query, ...(words && { words: words.map(visible) }) };
}
