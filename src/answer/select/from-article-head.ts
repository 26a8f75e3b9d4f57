import type { Article, HeadFact, HeadField } from '../../article/article.ts';
import type { Tokenizer } from '../../language/tokenizer.ts';
import { withoutQuestionWords } from '../../question/asked-type.ts';
import { STOP_WORDS } from '../../question/data/stop-words.ts';
import type { Question } from '../../question/question.ts';
import { slice } from '../../util/span.ts';
import { ARTICLE_WORDS, HEAD_QUESTIONS } from './data/head-questions.ts';

/** A field of an article's head that a question asks for, and the facts that answer. */
export interface HeadAnswer {
  readonly field: HeadField;
  readonly article: Article;
  /** [] where the head does not say. */
  readonly facts: readonly HeadFact[];
}

/**
 * Reads a question as one about an article's head: when published, by whom, where from. Undefined
 * where it asks of anything else, or of no article in particular among several.
 */
export function answerFromHead(
  question: Question,
  articles: readonly Article[],
  lastArticle: string | undefined,
  tokenizer: Tokenizer,
): HeadAnswer | undefined {
  for (const { field, pattern, beside, said } of HEAD_QUESTIONS) {
    if (!pattern.test(question.normalized)) continue;
    if (beside !== undefined && !beside.test(question.normalized)) continue;
    const rest = withoutQuestionWords(
      question.normalized.replaceAll(new RegExp(pattern, 'g'), ' ').replace(ARTICLE_WORDS, ' '),
    );
    const about = tokenizer
      .cut(rest)
      .map((token) => token.text)
      .filter((word) => !STOP_WORDS.has(word));
    // 统计公报什么时候发布 asks of the bulletin, though the title names it; 那篇公报报道 of the article
    const isNamed = said !== undefined || question.normalized.search(ARTICLE_WORDS) >= 0;
    if (about.length > 0 && !isNamed) continue;
    const article = articleMeant(about, articles, lastArticle);
    if (article === undefined) continue;
    const facts = article.head.filter((fact) => fact.field === field);
    // 什么时候发布 may ask of what was spoken of last, where the article does not say it of itself
    if (facts.length === 0 && !isNamed && lastArticle !== undefined) continue;
    if (said === undefined) return { field, article, facts };
    const told = facts.filter(({ line }) => said.test(slice(article.text, line)));
    if (told.length > 0) return { field, article, facts: told };
  }
  return undefined;
}

/** The one article whose title holds every word; with no words, the one talked about or the only one. */
function articleMeant(
  words: readonly string[],
  articles: readonly Article[],
  last: string | undefined,
): Article | undefined {
  if (words.length === 0) {
    return (
      articles.find(({ id }) => id === last) ?? (articles.length === 1 ? articles[0] : undefined)
    );
  }
  const meant = articles.filter(({ id, title }) =>
    words.every((word) => title.includes(word) || id.includes(word)),
  );
  return meant.length === 1 ? meant[0] : undefined;
}
