import { join } from 'node:path';
import { titleQuestion } from '../answer/compose/compose-outline.ts';
import type { Article } from '../article/article.ts';
import { paragraphText } from '../article/paragraph-text.ts';
import type { Bot } from '../bot/bot.ts';
import type { FigureQuery } from '../figures/lookup.ts';
import { messagesFor } from '../reply/messages/index.ts';
import { articleCard, articlesCard } from './article-card.ts';
import { createArticleDigests, digest } from './article-digests.ts';
import type { Action, Ref, Show } from './button-action.ts';
import { type Card, type Range, said, type View } from './card.ts';
import { cite } from './cite.ts';
import { type Completions, completions } from './completions.ts';
import { type Allowance, createRateLimit } from './rate-limit.ts';
import { replyCard } from './reply-card.ts';
import { type Size, shorten } from './split.ts';
import { figureView, statCard } from './stat-card.ts';
import { viewOf } from './view.ts';
import { createVotes, type Vote } from './votes.ts';

/** What a chat platform's adapter talks to: it hands over what people do, and renders the cards. */
export interface Chat {
  /** Answers a question; turns that share a `conversation` (see conversationKey) are one. */
  ask(question: string, conversation?: string): Promise<Card>;
  /** Answers a question below the question itself: for one that stands in no message of the asker's. */
  askAloud(question: string, conversation?: string): Promise<Card>;
  /** The passages that answer a question, each to be read on its own; where none does, the notice says why. */
  quotations(question: string): Promise<{
    readonly quotations: readonly Quotation[];
    readonly notice: string;
  }>;
  /** The help of the bot, then that of the platform, with questions to try. */
  help(howTo: string): Promise<Card>;
  stat(query: FigureQuery): Promise<Card>;
  /** A page of the list of articles, or of one article's contents; undefined when the article has changed. */
  page(action: Page): Promise<Card | undefined>;
  /** What a button shows below an answer, in at most `room` UTF-16 units of quotation (see parts). */
  view(action: Viewed, room: number, size?: Size): View | undefined;
  /** Completions of what is typed into a command, for platforms that show them. */
  readonly complete: Completions;
  /** The suggested question behind a button; undefined when the article has changed. */
  suggested(action: {
    readonly article: number;
    readonly question: number;
  }): Promise<string | undefined>;
  /** The paragraph of a deep link `p12` or `p12-DIGEST`; undefined for any other. */
  linked(payload: string): Show | undefined;
  /** The payload of a deep link to a paragraph, as `linked` reads it. */
  link(ref: Ref): string;
  /** Whether a person may ask now, or has asked too often; see rate-limit.ts. */
  allow(person: string): Promise<Allowance>;
  /** Keeps a vote; see votes.ts. */
  vote(press: string, vote: Omit<Vote, 'article' | 'paragraph'>, ref?: Ref): Promise<void>;
}

/** A passage with its place. */
export interface Quotation {
  readonly text: string;
  /** The words that answer, in UTF-16 units of `text`. */
  readonly bold: readonly Range[];
  /** The citation. */
  readonly source: string;
  readonly ref: Ref;
}

/** Actions that show something below the message they belong to. */
export type Viewed =
  | Show
  | { readonly kind: 'figure'; readonly article: number; readonly figure: number };

/** Actions that show a list a page at a time. */
type Page = Extract<Action, { readonly kind: 'articles' | 'article' | 'contents' }>;

/** UTF-16 units of a question that are repeated above its answer. */
const ASKED_LIMIT = 280;
/** Articles whose suggestions may stand in a reply that names no article. */
const HELP_ARTICLES = 3;

/** @param stateDir where votes are kept; made when first needed */
export function createChat(bot: Bot, stateDir: string): Chat {
  const digests = createArticleDigests(bot);
  const keepVote = createVotes(join(stateDir, 'votes.jsonl'));

  const ask: Chat['ask'] = async (question, conversation) => {
    const reply = await bot.ask(question, conversation);
    // an update may be taken over while suggestions are waited for
    const answering = digests.now();
    const [first] = reply.passages;
    const named = first && answering.named(first.article);
    const sources = named ? [named] : answering.articles.slice(0, HELP_ARTICLES);
    const suggested = new Map<string, Article>();
    // a question that may be of several articles is answered with their titles to choose by
    for (const { article: id } of reply.passages) {
      const article = answering.named(id);
      if (article !== undefined) suggested.set(titleQuestion(article), article);
    }
    for (const article of sources) suggested.set(titleQuestion(article), article);
    // where the reply suggests nothing, nothing is tried
    for (const article of reply.suggestions.length > 0 ? sources.toReversed() : [])
      for (const question of await bot.suggestionsOf(article)) suggested.set(question, article);
    return replyCard(reply, answering, (suggestion) => suggested.get(suggestion));
  };

  const quotations: Chat['quotations'] = async (question) => {
    const { outcome, lead, highlights, passages, notice } = await bot.ask(question);
    if (outcome !== 'answered') return { quotations: [], notice };
    return {
      notice,
      quotations: passages.flatMap((passage, i): Quotation[] => {
        const article = digests.named(passage.article);
        const ref = digests.refOf(passage);
        if (!article || !ref) return [];
        const source = cite(article, passage.paragraph, passage.also, messagesFor(question));
        return i === 0
          ? [{ text: lead, bold: highlights, source, ref }]
          : [{ text: passage.text, bold: [], source, ref }];
      }),
    };
  };

  return {
    ask,
    quotations,
    async askAloud(question, conversation) {
      const card = await ask(question, conversation);
      const above = said(messagesFor(question).asked(shorten(question, ASKED_LIMIT))).blocks;
      return { ...card, blocks: [...above, ...card.blocks] };
    },
    async help(howTo) {
      const card = await ask('');
      return { ...card, blocks: [...card.blocks, ...said(howTo).blocks] };
    },
    stat: (query) => statCard(query, digests, bot.figuresOf),
    async page(action) {
      if (action.kind === 'articles') return articlesCard(action.at, digests, bot.figuresOf);
      const article = digests.find(action.article);
      if (article === undefined) return undefined;
      const at = action.kind === 'contents' ? action.at : 0;
      const [figures, suggestions] = [bot.figuresOf(article), await bot.suggestionsOf(article)];
      return articleCard(article, at, digests, figures, suggestions);
    },
    view: (action, room, size) =>
      action.kind === 'show'
        ? viewOf(action, digests, room, size)
        : figureView(action, digests, bot.figuresOf, room, size),
    complete: completions(digests, bot.figuresOf),
    async suggested({ article: key, question }) {
      const article = digests.find(key);
      if (article === undefined) return undefined;
      return [titleQuestion(article), ...(await bot.suggestionsOf(article))].find(
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
    allow: createRateLimit(),
    vote(press, vote, ref) {
      const article = ref && digests.find(ref.article);
      return keepVote(press, {
        ...vote,
        ...(ref && article && { article: article.id, paragraph: ref.paragraph }),
      });
    },
  };
}

/** The key of a conversation: the turns of one person in one chat or thread of a platform. */
export function conversationKey(
  platform: string,
  ...place: readonly (string | number | undefined)[]
): string {
  return [platform, ...place.map((part) => part ?? '')].join(':');
}
