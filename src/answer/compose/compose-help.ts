import type { Article } from '../../article/article.ts';
import { messagesFor } from '../../reply/messages/index.ts';
import { withText } from '../../reply/plain-text.ts';
import type { Reply } from '../../reply/reply.ts';

/** Articles that a list names at most; of more it says how many there are. */
const LISTED = 20;
/** Articles that are offered where a question does not say which one it is about. */
const OFFERED = 3;

/** The articles answered from, by title and date. */
export function composeArticles(question: string, articles: readonly Article[]): Reply {
  return composeHelp(question, listOf(question, articles));
}

/** Which of several articles is meant is asked back, with some of them to choose from. */
export function composeWhichArticle(question: string, articles: readonly Article[]): Reply {
  const notice = messagesFor(question).whichArticle + listOf(question, articles);
  return composeHelp(question, notice, articles.slice(0, OFFERED).map(titleQuestion));
}

/** What is said to thanks and to chatter. */
export function composeCourtesy(question: string, kind: 'thanks' | 'chatter'): Reply {
  const { welcome, goAhead } = messagesFor(question);
  return composeHelp(question, kind === 'thanks' ? welcome : goAhead);
}

/** A message that chooses an article by its title. */
export function titleQuestion({ title }: Pick<Article, 'title'>): string {
  return `《${title}》`;
}

function listOf(question: string, articles: readonly Article[]): string {
  const more = Math.max(0, articles.length - LISTED);
  return messagesFor(question).articles(articles.slice(0, LISTED), more);
}

/** How to use the bot, with questions to try. */
export function composeUsage(question: string, suggestions: readonly string[]): Reply {
  return composeHelp(question, messagesFor(question).help, suggestions);
}

function composeHelp(question: string, notice: string, suggestions: readonly string[] = []): Reply {
  return withText({
    question,
    outcome: 'help',
    lead: '',
    highlights: [],
    passages: [],
    figures: [],
    notice,
    suggestions,
  });
}
