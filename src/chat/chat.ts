import { titleQuestion } from '../answer/compose/compose-outline.ts';
import type { Article } from '../article/article.ts';
import { paragraphText } from '../article/paragraph-text.ts';
import type { Bot } from '../bot/bot.ts';
import type { FigureQuery } from '../figures/lookup.ts';
import { traditional } from '../language/traditional.ts';
import { messagesFor } from '../reply/messages/index.ts';
import { digest } from '../util/digest.ts';
import { visible } from '../util/visible.ts';
import { articleCard, articlesCard } from './article-card.ts';
import { type BotDigests, createArticleDigests } from './article-digests.ts';
import { type Action, REASONS, type Ref, type Show } from './button-action.ts';
import { type Button, type Card, type Range, said, type View } from './card.ts';
import { lookupChart, seriesChart, seriesRow, wordsToDraw } from './charts/chart-card.ts';
import { cite } from './cite.ts';
import { type Completions, completions } from './completions.ts';
import type { Language } from './language.ts';
import { createLibrary, type Library } from './pages/library.ts';
import { quotedPlace } from './place-link.ts';
import type { Allowance, Entrance } from './rate-limit.ts';
import { groupQuestions, type QuestionGroup } from './records/alike-questions.ts';
import { type ChatRecords, createRecords } from './records/records.ts';
import { keepUnmet } from './records/unmet-of-reply.ts';
import type { Vote } from './records/votes.ts';
import { askButton, replyCard } from './reply-card.ts';
import { speechIn } from './speech.ts';
import { type Size, shorten } from './split.ts';
import { figureView, statCard } from './stat-card.ts';
import type { Texts } from './texts/index.ts';
import { viewOf } from './view.ts';

/** What a chat platform's adapter talks to: it hands over what people do, and renders the cards. */
export interface Chat {
  /** Answers a question; turns that share a `conversation` (see conversationKey) are one. */
  ask(question: string, conversation?: string, waiting?: Waiting): Promise<Card>;
  /** Answers a question below the question itself: for one that stands in no message of the asker's. */
  askAloud(question: string, conversation?: string, waiting?: Waiting): Promise<Card>;
  /**
   * The passages that answer a question, each to be read on its own; where none does, the notice says
   * why. No reader is asked: what is typed comes letter by letter.
   */
  quotations(question: string): Promise<{
    readonly quotations: readonly Quotation[];
    readonly notice: string;
  }>;
  /** The help of the bot, then that of the platform, with questions to try. */
  help(howTo: string): Promise<Card>;
  /** What is said on joining a group: what the bot is for, and questions that it answers. */
  welcome(): Promise<Card>;
  /** The figures that a query asks for; as `chart`, where its words begin with one that asks for that. */
  stat(query: FigureQuery): Promise<Card>;
  /** The figures that a query asks for as a picture; or why there is none. */
  chart(query: FigureQuery): Promise<Card>;
  /** The chart behind a button; undefined when what it was of has gone. */
  drawn(action: Drawn): Promise<Card | undefined>;
  /** The articles whose title holds some words, or the only one; undefined where none does. */
  find(words: string): Promise<Card | undefined>;
  /** A page of the list of articles, or of one article's contents; undefined when the article has changed. */
  page(action: Page): Promise<Card | undefined>;
  /** What a button shows below an answer, in at most `room` UTF-16 units of quotation (see parts). */
  view(action: Viewed, room: number, size?: Size): View | undefined;
  /** The same chat with its own words in another language; it begins in simplified Chinese. */
  in(language: Language): Chat;
  readonly language: Language;
  readonly texts: Texts;
  /** Completions of what is typed into a command, for platforms that show them. */
  readonly complete: Completions;
  /** The buttons that one button for further questions unfolds into; undefined when the article has changed. */
  further(action: {
    readonly article: number;
    readonly questions: readonly number[];
  }): Promise<readonly Button[] | undefined>;
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
  allow(person: string, entrance?: Entrance): Promise<Allowance>;
  /** Deletes what is kept of a person of a platform, whose id ends the keys that name them. */
  forget(platform: string, person: string | number): Promise<void>;
  /** The buttons that ask for the reason of a vote down. */
  reasons(ref?: Ref): readonly Button[];
  /** What people asked lately and did not get, for who runs the bot. */
  unanswered(): Promise<Card>;
  /** The same, all of it. */
  unmetQuestions(): Promise<readonly QuestionGroup[]>;
  /** What a page or a program reads, where a chat shows cards. */
  readonly library: Library;
  /**
   * Keeps a vote, or another in its place; see votes.ts. `press` is the conversationKey of the
   * message, and the person at its end.
   */
  vote(press: string, vote: Omit<Vote, 'article' | 'paragraph'>, ref?: Ref): Promise<void>;
}

/** Called when the answer begins to be waited for, as a reader is asked. */
type Waiting = () => void;

/** A passage with its place. */
export interface Quotation {
  readonly text: string;
  /** The words that answer, in UTF-16 units of `text`. */
  readonly bold: readonly Range[];
  /** The citation. */
  readonly source: string;
  /** Shows it where it stands, or where its article was published. */
  readonly url?: string;
  readonly ref: Ref;
}

/** Actions that show something below the message they belong to. */
export type Viewed =
  | Show
  | { readonly kind: 'figure'; readonly article: number; readonly figure: number };

/** Actions that draw a chart. */
type Drawn = Extract<Action, { readonly kind: 'chart' | 'series' }>;

/** Actions that show a list a page at a time. */
type Page = Extract<Action, { readonly kind: 'articles' | 'article' | 'contents' | 'figures' }>;

/** UTF-16 units of a question that are repeated above its answer. */
const ASKED_LIMIT = 280;
/** Groups of unanswered questions that are listed. */
const GROUPS = 15;
/** Articles found by a word that are listed: what one page holds. */
const FOUND = 8;
/** Articles whose suggestions may stand in a reply that names no article. */
const HELP_ARTICLES = 3;

/** What the chat holds, whatever language it speaks. */
interface Shared extends ChatRecords {
  readonly bot: Bot;
  readonly digests: BotDigests;
  readonly complete: Completions;
  readonly library: Library;
}

/** How a chat is made; all of it may be left out. */
export interface ChatOptions {
  /** The address of the page that citations lead to; see place-link.ts. */
  readonly webBaseUrl?: string | undefined;
  /** What is remembered of people; by default in `stateDir` and in memory. */
  readonly records?: ChatRecords | undefined;
}

/**
 * @param stateDir where votes and unmet questions are kept; made when first needed
 * @param retentionDays days after which they are deleted
 */
export function createChat(
  bot: Bot,
  stateDir: string,
  retentionDays = 30,
  { webBaseUrl, records = createRecords(stateDir, retentionDays) }: ChatOptions = {},
): Chat {
  const digests = createArticleDigests(bot, webBaseUrl);
  const { votes, unmet } = records;
  // a file that cannot be read or written says so with the first line
  for (const kept of [votes, unmet]) kept.prune().catch(() => {});
  const shared: Shared = {
    ...records,
    bot,
    digests,
    complete: completions(digests, bot.figuresOf),
    library: createLibrary(bot, unmet),
  };
  const chats: Readonly<Record<Language, Chat>> = {
    simplified: chatIn('simplified', shared, (language) => chats[language]),
    traditional: chatIn('traditional', shared, (language) => chats[language]),
    english: chatIn('english', shared, (language) => chats[language]),
  };
  return chats.simplified;
}

function chatIn(language: Language, shared: Shared, other: Chat['in']): Chat {
  const { bot, digests, complete, votes, unmet, allow, library, begun, queries } = shared;
  const speech = speechIn(language);
  const { texts, say } = speech;

  const ask: Chat['ask'] = async (question, conversation, waiting) => {
    const reply = await bot.ask(question, conversation, waiting && { waiting });
    // an update may be taken over while suggestions are waited for
    const answering = digests.now();
    const [first] = reply.passages;
    await keepUnmet({ ...reply, question }, unmet, say);
    const named = first && answering.named(first.article);
    const sources = named ? [named] : answering.articles.slice(0, HELP_ARTICLES);
    const suggested = new Map<string, Article>();
    // a question that may be of several articles is answered with their titles to choose by
    for (const { article: id } of reply.passages) {
      const article = answering.named(id);
      if (article !== undefined) suggested.set(titleQuestion(article), article);
    }
    for (const article of sources) suggested.set(titleQuestion(article), article);
    if (named !== undefined)
      for (const question of reply.suggestions)
        suggested.set(question, suggested.get(question) ?? named);
    else if (reply.suggestions.length > 0)
      for (const article of sources.toReversed())
        for (const question of bot.questionsOn(article)) suggested.set(question, article);
    const isBrief = conversation !== undefined && (await begun.get(conversation)) !== undefined;
    if (conversation !== undefined) await begun.put(conversation, '');
    const card = replyCard(reply, isBrief, texts, answering, (suggestion) =>
      suggested.get(suggestion),
    );
    const [figure] = reply.outcome === 'answered' ? reply.figures : [];
    const drawing = seriesRow(figure, bot.figuresOf, answering, texts);
    return { ...card, buttons: [...card.buttons, ...drawing] };
  };

  const quotations: Chat['quotations'] = async (question) => {
    const { outcome, lead, highlights, passages, notice } = await bot.ask(question, undefined, {
      reader: false,
    });
    if (outcome !== 'answered') return { quotations: [], notice };
    return {
      notice,
      quotations: passages.flatMap((passage, i): Quotation[] => {
        const article = digests.named(passage.article);
        const ref = digests.refOf(passage);
        if (!article || !ref) return [];
        const source = cite(article, passage.paragraph, messagesFor(question), passage.also);
        const text = i === 0 ? lead : passage.text;
        const url = digests.linkTo(article, quotedPlace(article, passage, text));
        const bold = i === 0 ? highlights : [];
        return [{ text, bold, source, ref, ...(url !== undefined && { url }) }];
      }),
    };
  };

  /** Keeps a query for the buttons below what it finds. */
  async function remember(asked: FigureQuery) {
    const query = shown(asked);
    const words = JSON.stringify(query);
    const key = digest(words);
    await queries.put(String(key), words);
    return { query, key };
  }

  /** The query that was kept by a key; undefined where it has expired. */
  async function remembered(key: number): Promise<FigureQuery | undefined> {
    const words = await queries.get(String(key));
    return words === undefined ? undefined : (JSON.parse(words) as FigureQuery);
  }

  const here: Chat = {
    in: other,
    language,
    texts,
    complete,
    allow,
    ask,
    quotations,
    async askAloud(question, conversation, waiting) {
      const card = await ask(question, conversation, waiting);
      const above = said(
        messagesFor(question).asked(shorten(visible(question), ASKED_LIMIT)),
      ).blocks;
      return { ...card, blocks: [...above, ...card.blocks] };
    },
    async help(howTo) {
      const card = await ask('');
      return { ...card, blocks: [...said(say.help).blocks, ...said(howTo).blocks] };
    },
    async welcome() {
      const card = await ask('');
      return { ...card, blocks: said(texts.welcome).blocks };
    },
    async stat(asked) {
      const rest = wordsToDraw(asked.words);
      if (rest !== undefined) return here.chart({ ...asked, words: rest });
      const { query, key } = await remember(asked);
      return statCard(query, 0, key, speech, digests, bot.figuresOf);
    },
    async chart(asked) {
      const { query, key } = await remember(asked);
      return (
        (await lookupChart(query, { key }, here, digests, bot.figuresOf)) ??
        statCard(query, 0, key, speech, digests, bot.figuresOf)
      );
    },
    async drawn(action) {
      if (action.kind === 'series') return seriesChart(action, here, digests, bot.figuresOf);
      const { query: key, group } = action;
      const query = await remembered(key);
      const of = { key, ...(group !== undefined && { group }) };
      return query && lookupChart(query, of, here, digests, bot.figuresOf);
    },
    async find(words) {
      const found = complete.articles(words);
      const [only] = found;
      if (only && found.length === 1) return here.page({ kind: 'article', article: only.digest });
      const articles = found.flatMap(({ digest: key }) => digests.find(key) ?? []);
      return found.length === 0
        ? undefined
        : articlesCard(0, texts, { ...digests, articles: articles.slice(0, FOUND) }, bot.figuresOf);
    },
    async page(action) {
      if (action.kind === 'figures') {
        const query = await remembered(action.query);
        return query && statCard(query, action.at, action.query, speech, digests, bot.figuresOf);
      }
      if (action.kind === 'articles') return articlesCard(action.at, texts, digests, bot.figuresOf);
      const article = digests.find(action.article);
      if (article === undefined) return undefined;
      const at = action.kind === 'contents' ? action.at : 0;
      const figures = bot.figuresOf(article);
      const tried = await bot.suggestionsOf(article);
      const suggestions = language === 'traditional' ? tried.map(traditional) : tried;
      return articleCard(article, at, texts, digests, figures, suggestions);
    },
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
    library,
    async forget(platform, person) {
      const isTheirs = (key: string) =>
        key.startsWith(`${platform}:`) && key.endsWith(`:${person}`);
      await begun.forget(isTheirs);
      await votes.forget(conversationKey(platform, person));
      await bot.forget(isTheirs);
    },
    reasons: (ref) =>
      REASONS.map((reason) => ({
        label: texts.reasons[reason],
        action: { kind: 'reason', reason, ...(ref && { ref }) },
      })),
    unmetQuestions: async () => groupQuestions(await unmet.all()),
    async unanswered() {
      const groups = await here.unmetQuestions();
      const lines = groups
        .slice(0, GROUPS)
        .map(({ question, count, nearest }) =>
          [`${count}× ${shorten(question, ASKED_LIMIT)}`, nearest?.place]
            .filter(Boolean)
            .join('\n'),
        );
      return said([texts.unanswered(groups.length), ...lines].join('\n'));
    },
    vote(press, vote, ref) {
      const article = ref && digests.find(ref.article);
      const person = press.slice(press.lastIndexOf(':') + 1);
      return votes.keep(press, conversationKey(vote.platform, person), {
        ...vote,
        ...(ref && article && { article: article.id, paragraph: ref.paragraph }),
      });
    },
  };
  return here;
}

/** A query whose words may be repeated in the answer. */
function shown({ words, ...query }: FigureQuery): FigureQuery {
  return { ...query, ...(words && { words: words.map(visible) }) };
}

/** The key of a conversation: the turns of one person in one chat or thread of a platform. */
export function conversationKey(
  platform: string,
  ...place: readonly (string | number | undefined)[]
): string {
  return [platform, ...place.map((part) => part ?? '')].join(':');
}
