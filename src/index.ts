/** The public face of the core: load a corpus, make a bot, ask it. */

export type { Article, Corpus, CorpusProblem, HeadFact, Paragraph } from './article/article.ts';
export { type Bot, createBot } from './bot/bot.ts';
export { type Chat, createChat } from './chat/chat.ts';
export { loadCorpus } from './corpus/load-corpus.ts';
export { extractFigures } from './figures/extract.ts';
export type { Figure, Qualifier } from './figures/parts/figure.ts';
export type { Outcome, Passage, Reply } from './reply/reply.ts';
export { type ErrorCode, YuanwenError } from './util/errors.ts';
