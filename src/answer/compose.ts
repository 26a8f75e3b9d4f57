import type { Figure } from '../figures/types.ts';
import { slice } from '../offset.ts';
import type { Passage, Reply } from '../reply.ts';
import type { ParagraphIndex } from '../search/paragraph-index.ts';
import type { HeadAnswer } from './head.ts';
import { highlight } from './highlight.ts';
import { leadRun } from './lead.ts';
import { labelOf, messagesFor } from './notice.ts';
import { headPassage, paragraphPassage } from './passage.ts';
import { plainText } from './plain-text.ts';
import type { Question } from './question.ts';
import type { Ranked } from './rank.ts';

/** Passages a reply holds at most. */
const PASSAGE_LIMIT = 5;

/** The reply to a question that the article answers. `ranked` is best first and not empty. */
export function composeAnswer(
  question: Question,
  ranked: readonly [Ranked, ...Ranked[]],
  index: ParagraphIndex,
  figures: readonly Figure[],
  notice: string,
): Reply {
  const [best] = ranked;
  const { article } = best.found;
  const run = leadRun(question, best, figures, ranked);
  const lead = slice(article.text, run.span);
  const inLead = figures.filter(
    (figure) =>
      figure.article === article.id && figure.start >= run.span.start && figure.end <= run.span.end,
  );
  const highlights =
    inLead.length > 0
      ? inLead.map(({ start, end }): [number, number] => [
          start - run.span.start,
          end - run.span.start,
        ])
      : highlight(question, index.sentence(article, best.sentence)).map(
          ([start, end]): [number, number] => {
            const shift = best.sentence.span.start - run.span.start;
            return [start + shift, end + shift];
          },
        );
  return withText({
    question: question.source,
    outcome: 'answered',
    lead,
    highlights,
    passages: passagesOf(ranked),
    figures,
    notice: [labelOf(question, inLead, passagesOf(ranked)[0]), notice]
      .filter((part) => part !== '')
      .join('. '),
    suggestions: [],
  });
}

/** The reply to a question that the corpus does not answer, with the nearest passages. */
export function composeRefusal(question: string, ranked: readonly Ranked[], notice: string): Reply {
  return withText({
    question,
    outcome: 'unanswered',
    lead: '',
    highlights: [],
    passages: passagesOf(ranked).slice(0, 3),
    figures: [],
    notice,
    suggestions: [],
  });
}

/** What an article's head says of it, quoted as the line that says so. */
export function composeHead(question: string, { article, facts }: HeadAnswer): Reply | undefined {
  const [fact] = facts;
  if (fact === undefined) return undefined;
  const passage = headPassage(article, fact);
  return withText({
    question,
    outcome: 'answered',
    lead: passage.text,
    highlights: facts
      .filter(({ span }) => span.start >= passage.start && span.end <= passage.end)
      .map(({ span }): [number, number] => [span.start - passage.start, span.end - passage.start])
      .sort(([a], [b]) => a - b),
    passages: [passage],
    figures: [],
    notice: messagesFor(question).labelOfPassage(passage),
    suggestions: [],
  });
}

export function composeHelp(
  question: string,
  notice: string,
  suggestions: readonly string[],
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

/** The reply with questions to go on with. */
export function suggest(reply: Reply, suggestions: readonly string[]): Reply {
  return withText({ ...reply, suggestions });
}

/** The paragraphs of the ranked sentences, each once, best first. */
function passagesOf(ranked: readonly Ranked[]): Passage[] {
  const seen = new Set<number>();
  const passages: Passage[] = [];
  for (const { found } of ranked) {
    if (seen.has(found.id)) continue;
    seen.add(found.id);
    passages.push(paragraphPassage(found.article, found.paragraph));
    if (passages.length === PASSAGE_LIMIT) break;
  }
  return passages;
}

function withText(reply: Omit<Reply, 'text'>): Reply {
  return { ...reply, text: plainText(reply) };
}
