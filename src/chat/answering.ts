import { titleQuestion } from '../answer/compose/compose-outline.ts';
import type { Article } from '../article/article.ts';
import { sourceUrl } from '../article/source-url.ts';
import { messagesFor } from '../reply/messages/index.ts';
import { visible } from '../util/visible.ts';
import { said } from './card.ts';
import type { Chat, Quotation } from './chat.ts';
import type { ChatArticles, ChatState } from './chat-state.ts';
import { cite } from './cite.ts';
import { replyCard } from './reply-card.ts';
import type { Speech } from './speech.ts';
import { shorten } from './split.ts';

/** UTF-16 units of a question that are repeated above its answer. */
export const ASKED_LIMIT = 280;
/** How much of a nearest passage is kept of a question that was not answered. */
const NEAREST_LIMIT = 120;
/** Articles whose suggestions may stand in a reply that names no article. */
const HELP_ARTICLES = 3;

/** The part of a chat that answers questions. */
export function answering(
  { bot, digests }: ChatArticles,
  { unmet, begun }: ChatState,
  { texts, say }: Speech,
): Pick<Chat, 'ask' | 'askAloud' | 'quotations' | 'help' | 'welcome'> {
  const ask: Chat['ask'] = async (question, conversation, waiting) => {
    const reply = await bot.ask(question, conversation, waiting && { waiting });
    // an update may be taken over while suggestions are waited for
    const answering = digests.now();
    const [first] = reply.passages;
    const isUnsure = reply.outcome === 'answered' && reply.certainty === 'unsure';
    if (reply.outcome === 'unanswered' || isUnsure) {
      const nearest = first && {
        place: say.citation(first),
        text: shorten(first.text, NEAREST_LIMIT),
      };
      // a disk that is full must not keep people from their answers
      const why = isUnsure ? 'unsure' : 'refused';
      await unmet.add({ question, why, ...(nearest && { nearest }) }).catch(() => {});
    }
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
    const isBrief = conversation !== undefined && begun.has(conversation);
    if (conversation !== undefined) begun.set(conversation, true);
    return replyCard(reply, isBrief, texts, answering, (suggestion) => suggested.get(suggestion));
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
        const url = sourceUrl(article);
        const link = url === undefined ? {} : { url };
        return i === 0
          ? [{ text: lead, bold: highlights, source, ref, ...link }]
          : [{ text: passage.text, bold: [], source, ref, ...link }];
      }),
    };
  };

  return {
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
    async welcome(command) {
      const card = await ask('');
      return { ...card, blocks: said(texts.welcome(command)).blocks };
    },
  };
}
