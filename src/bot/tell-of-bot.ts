import {
  composeArticles,
  composeCourtesy,
  composeUsage,
  composeWhichArticle,
} from '../answer/compose/compose-help.ts';
import { composeOutline } from '../answer/compose/compose-outline.ts';
import type { Model } from '../answer/model/model.ts';
import { outlineOf } from '../answer/select/outline.ts';
import { suggestionsOf } from '../answer/suggested-questions.ts';
import type { CorpusKnowledge } from '../knowledge/corpus-knowledge.ts';
import { normalize } from '../language/normalize.ts';
import { inScriptOf } from '../language/traditional.ts';
import { toBot } from '../question/bot-question.ts';
import { understand } from '../question/question.ts';
import type { Turn } from '../question/turn.ts';
import type { Reply } from '../reply/reply.ts';

/** Suggestions that a reply holds. */
const SUGGESTIONS = 3;

const WORD = /[\p{L}\p{N}]/u;
/** A message of nothing but emoji and what joins them. */
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|\s)+$/u;
const PICTURE = /\p{Extended_Pictographic}/u;

/** The reply to a message that asks nothing of what the articles tell; the turn where it is of one of them. */
export async function tellOfBot(
  message: string,
  source: string,
  last: Turn | undefined,
  knowledge: CorpusKnowledge,
  model: Model,
): Promise<{ readonly reply: Reply; readonly turn?: Turn } | undefined> {
  const typed = understand(source, knowledge.tokenizer);
  const { articles } = knowledge.corpus;
  // 👍 says no more than 好的
  if (PICTURE.test(message) && EMOJI.test(message))
    return { reply: composeCourtesy(message, 'chatter') };
  if (!WORD.test(typed.normalized)) return { reply: await help(source, knowledge, model) };
  const asked = toBot(normalize(message).text, articles) ?? toBot(typed.normalized, articles);
  switch (asked?.kind) {
    case undefined:
      return undefined;
    case 'help':
      return { reply: await help(source, knowledge, model) };
    case 'thanks':
    case 'chatter':
      return { reply: composeCourtesy(message, asked.kind) };
    case 'articles':
      return { reply: composeArticles(source, articles) };
    case 'outline': {
      const talkedAbout = articles.filter(({ id }) => id === last?.article);
      const meant = asked.named ?? (talkedAbout.length > 0 ? talkedAbout : articles);
      const [article, ...others] = meant;
      if (article === undefined || others.length > 0)
        return { reply: composeWhichArticle(source, meant) };
      const outline = composeOutline(source, article, outlineOf(article));
      if (outline === undefined) return undefined;
      return { reply: outline, turn: { question: typed, article: article.id } };
    }
  }
}

/** How to use the bot, with questions about the first articles. */
async function help(source: string, knowledge: CorpusKnowledge, model: Model): Promise<Reply> {
  const suggestions: string[] = [];
  for (const article of knowledge.corpus.articles.slice(0, SUGGESTIONS))
    suggestions.push(...(await suggestionsOf(article, knowledge, model)));
  return composeUsage(
    source,
    suggestions.slice(0, SUGGESTIONS).map((question) => inScriptOf(question, source)),
  );
}
