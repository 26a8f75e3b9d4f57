import { titleQuestion } from '../../answer/compose/compose-help.ts';
import type { Article } from '../../article/article.ts';
import { messagesFor } from '../../reply/messages/index.ts';
import { visible } from '../../util/visible.ts';
import { said } from '../card.ts';
import { seriesRow } from '../charts/chart-card.ts';
import type { Chat, Quotation } from '../chat.ts';
import { cite } from '../cite.ts';
import { quotedPlace } from '../place-link.ts';
import type { ChatRecords } from '../records/records.ts';
import { keepUnmet } from '../records/unmet-of-reply.ts';
import { replyCard } from '../reply-card.ts';
import type { Speech } from '../speech.ts';
import { shorten } from '../split.ts';
import type { ChatArticles } from './chat-articles.ts';

/** UTF-16 units of a question that are repeated above its answer. */
export const ASKED_LIMIT = 280;
/** Articles whose suggestions may stand in a reply that names no article. */
const HELP_ARTICLES = 3;

/** The part of a chat that answers questions. */
export function answering(
  { bot, digests }: ChatArticles,
  { unmet, begun }: ChatRecords,
  { texts, say }: Speech,
): Pick<Chat, 'ask' | 'askAloud' | 'quotations' | 'help' | 'welcome'> {
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
