import type { Bot } from '../bot/bot.ts';
import { scopedBot } from '../bot/scoped-bot.ts';
import { createIncoming } from '../corpus/incoming.ts';
import type { Scope } from '../knowledge/scope.ts';
import { memoByObject } from '../util/memo-by-object.ts';
import { createArticleDigests } from './article-digests.ts';
import type { Chat } from './chat.ts';
import { completions } from './completions.ts';
import type { Language } from './language.ts';
import { createLibrary } from './pages/library.ts';
import { answering } from './parts/answering.ts';
import { browsing } from './parts/browsing.ts';
import type { ChatArticles } from './parts/chat-articles.ts';
import { feedback } from './parts/feedback.ts';
import { createManaging, type ManagedFiles, type Managing } from './parts/managing.ts';
import { type ChatRecords, createRecords } from './records/records.ts';
import type { UnmetQuestions } from './records/unmet-questions.ts';
import { type Speech, speechIn } from './speech.ts';

/** Tells which articles are asked in a place; undefined for all. */
export type ScopeOf = (
  platform: string,
  places: readonly (string | number | undefined)[],
) => Scope | undefined;

/** How a chat is made; all of it may be left out. */
export interface ChatOptions {
  /** Which articles are asked where; by default all of them everywhere. */
  readonly scopeOf?: ScopeOf | undefined;
  /** The address of the page that citations lead to; see place-link.ts. */
  readonly webBaseUrl?: string | undefined;
  /** What is remembered of people; by default in `stateDir` and in memory. */
  readonly records?: ChatRecords | undefined;
  /** The articles' files that admins may manage by chat; none unless given. */
  readonly managed?: ManagedFiles | undefined;
}

/**
 * @param stateDir where votes and unmet questions are kept; made when first needed
 * @param retentionDays days after which they are deleted
 */
export function createChat(
  bot: Bot,
  stateDir: string,
  retentionDays = 30,
  {
    scopeOf = () => undefined,
    webBaseUrl,
    managed,
    records = createRecords(stateDir, retentionDays),
  }: ChatOptions = {},
): Chat {
  const { votes, unmet } = records;
  // a file that cannot be read or written says so with the first line
  for (const kept of [votes, unmet]) kept.prune().catch(() => {});
  const whole = articlesOf(bot, unmet, webBaseUrl);
  const incoming = managed && createIncoming(managed.files, managed.waiting, managed.fetchPage);
  const managingIn = (speech: Speech) =>
    managed && incoming && createManaging(managed, incoming, whole, speech);
  const at = (...place: Parameters<ScopeOf>) => {
    const scope = scopeOf(...place);
    return scope === undefined ? everywhere : scoped(scope);
  };
  const everywhere = chatsOver(whole, records, managingIn, at);
  const scoped = memoByObject((scope: Scope) =>
    chatsOver(articlesOf(scopedBot(bot, scope), unmet, webBaseUrl), records, managingIn, at),
  );
  return everywhere.simplified;
}

/** A chat in each language. */
type Chats = Readonly<Record<Language, Chat>>;

function articlesOf(bot: Bot, unmet: UnmetQuestions, webBaseUrl: string | undefined): ChatArticles {
  const digests = createArticleDigests(bot, webBaseUrl);
  const complete = completions(digests, () => bot.figures);
  return { bot, digests, complete, library: createLibrary(bot, unmet) };
}

function chatsOver(
  articles: ChatArticles,
  records: ChatRecords,
  managingIn: (speech: Speech) => Managing | undefined,
  at: (...place: Parameters<ScopeOf>) => Chats,
): Chats {
  function chatIn(language: Language): Chat {
    const speech = speechIn(language);
    return {
      in: (other) => chats[other],
      at: (...place) => at(...place)[language],
      language,
      texts: speech.texts,
      allow: records.allow,
      library: articles.library,
      managing: managingIn(speech),
      ...answering(articles, records, speech),
      ...browsing(articles, records, speech, language),
      ...feedback(articles, records, speech),
    };
  }
  const chats: Chats = {
    simplified: chatIn('simplified'),
    traditional: chatIn('traditional'),
    english: chatIn('english'),
  };
  return chats;
}
