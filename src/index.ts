/** The public face of the core: load a corpus, make a bot, ask it. */
export { loadCorpus } from './article/load.ts';
export type { Article, Corpus, CorpusProblem, HeadFact, Paragraph } from './article/types.ts';
export { type Bot, createBot } from './bot.ts';
export { type Chat, createChat } from './chat/chat.ts';
export { type ErrorCode, YuanwenError } from './errors.ts';
export { extractFigures } from './figures/extract.ts';
export type { Figure, Qualifier } from './figures/types.ts';
export type { Outcome, Passage, Reply } from './reply.ts';
