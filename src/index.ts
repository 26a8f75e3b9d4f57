/**
 * The public face of the core: load a corpus, make a bot, ask it. An outside program imports this
 * and nothing else. All offsets are UTF-16 units into an article's text.
 */

/** What chooses among the sentences found: see `BotOptions.reader`. */
export type {
  OfferedSentence,
  Reader,
  ReaderQuestion,
  ReaderUse,
  ReaderWhen,
  Reading,
} from './answer/reader/reader.ts';
/** Articles as they were read, with the offsets of all that was found in them. */
export type {
  Article,
  Corpus,
  CorpusProblem,
  HeadFact,
  Heading,
  Paragraph,
  Sentence,
} from './article/article.ts';
/** A bot answers questions about a corpus; `BotOptions` says how it finds and keeps things. */
export { type AskOptions, type Bot, type BotOptions, createBot } from './bot/bot.ts';
/** What a button does, as 64 bytes that a platform can carry and give back. */
export { type Action, decodeAction, encodeAction, type Press } from './chat/button-action.ts';
/** A message as every platform is to show it, before a platform's limits and manners. */
export type { Block, Button, Card, View } from './chat/card.ts';
/** What an adapter of a chat platform talks to. */
export { type Chat, conversationKey, type Quotation } from './chat/chat.ts';
export { type ChatOptions, createChat } from './chat/create-chat.ts';
/** Reads a folder of articles. */
export { loadCorpus } from './corpus/load-corpus.ts';
/** The statistics of an article, and how they are looked up, without jieba. */
export { extractFigures } from './figures/extract.ts';
export { type FigureMatches, type FigureQuery, lookupFigures } from './figures/lookup.ts';
export type { Figure, Qualifier } from './figures/parts/figure.ts';
/** Some of the articles: see `AskOptions.scope`. */
export type { Scope } from './knowledge/scope.ts';
/** The answer to one question. */
export type { Alternative, Certainty, OtherPlace, Outcome, Passage, Reply } from './reply/reply.ts';
/** What an engine of one's own promises: see `BotOptions.engine`. */
export type {
  DocumentPlace,
  HeldArticle,
  SearchArticle,
  SearchDocument,
  SearchEngine,
  SearchEngineName,
  SearchHit,
  UpdateOptions,
} from './search/engine.ts';
/** An error that a person can mend; its `code` says which kind. */
export { type ErrorCode, YuanwenError } from './util/errors.ts';
