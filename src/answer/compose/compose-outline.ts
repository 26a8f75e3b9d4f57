import type { Article } from '../../article/article.ts';
import { messagesFor } from '../../reply/messages/index.ts';
import { plainText } from '../../reply/plain-text.ts';
import type { Passage, Reply } from '../../reply/reply.ts';
import { slice } from '../../util/span.ts';
import type { OutlinePart } from '../select/outline.ts';

/** Articles that a list names at most; of more it says how many there are. */
const LISTED = 20;
/** Articles that are offered where a question does not say which one it is about. */
const OFFERED = 3;

/** What an article says, by the first sentence of each part; undefined where it has no sentences. */
export function composeOutline(
  question: string,
  article: Article,
  parts: readonly OutlinePart[],
): Reply | undefined {
  const passages = parts.map((part) => passageOf(article, part));
  const [first] = passages;
  if (first === undefined) return undefined;
  return withText({
    question,
    outcome: 'answered',
    layout: 'outline',
    lead: first.text,
    highlights: [],
    passages,
    figures: [],
    notice: messagesFor(question).labelOfPassage(first),
    suggestions: [],
  });
}

function passageOf(article: Article, { heading, paragraph, sentence }: OutlinePart): Passage {
  return {
    article: article.id,
    title: article.title,
    paragraph: paragraph.number,
    ...(heading === undefined ? {} : { heading: heading.text }),
    ...(paragraph.page === undefined ? {} : { page: paragraph.page }),
    ...(article.recognized && { recognized: article.recognized }),
    start: sentence.start,
    end: sentence.end,
    text: slice(article.text, sentence),
  };
}

/** The articles answered from, by title and date. */
export function composeArticles(question: string, articles: readonly Article[]): Reply {
  return composeNotice(question, listOf(question, articles));
}

/** Which of several articles is meant is asked back, with some of them to choose from. */
export function composeWhichArticle(question: string, articles: readonly Article[]): Reply {
  const notice = messagesFor(question).whichArticle + listOf(question, articles);
  return composeNotice(question, notice, articles.slice(0, OFFERED).map(titleQuestion));
}

/** What is said to thanks and to chatter. */
export function composeCourtesy(question: string, kind: 'thanks' | 'chatter'): Reply {
  const { welcome, goAhead } = messagesFor(question);
  return composeNotice(question, kind === 'thanks' ? welcome : goAhead);
}

/** A message that chooses an article by its title. */
export function titleQuestion({ title }: Pick<Article, 'title'>): string {
  return `《${title}》`;
}

function listOf(question: string, articles: readonly Article[]): string {
  const more = Math.max(0, articles.length - LISTED);
  return messagesFor(question).articles(articles.slice(0, LISTED), more);
}

function composeNotice(
  question: string,
  notice: string,
  suggestions: readonly string[] = [],
): Reply {
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

function withText(reply: Omit<Reply, 'text'>): Reply {
  return { ...reply, text: plainText(reply) };
}
