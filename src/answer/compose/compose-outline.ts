import type { Article } from '../../article/article.ts';
import { messagesFor } from '../../reply/messages/index.ts';
import { withText } from '../../reply/plain-text.ts';
import type { Passage, Reply } from '../../reply/reply.ts';
import { slice } from '../../util/span.ts';
import type { OutlinePart } from '../select/outline.ts';

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
