import type { Question } from '../../question/question.ts';
import { messagesFor } from '../../reply/messages/index.ts';
import { withText } from '../../reply/plain-text.ts';
import type { Reply } from '../../reply/reply.ts';
import type { Ranked } from '../rank/rank.ts';
import { titleQuestion } from './compose-help.ts';
import { sentencePassage } from './nearest.ts';

/** Articles that are offered at most. */
const OFFERED = 3;

/**
 * The reply to a question that names nothing which tells the articles apart: which one is meant is asked
 * back, with the nearest sentence of two or three of them and their titles to choose by.
 */
export function composeWhichMeant({ source }: Question, ranked: readonly Ranked[]): Reply {
  const byArticle = new Map<string, Ranked>();
  for (const candidate of ranked) {
    if (byArticle.size === OFFERED) break;
    const { id } = candidate.found.article;
    if (!byArticle.has(id)) byArticle.set(id, candidate);
  }
  const offered = [...byArticle.values()];
  return withText({
    question: source,
    outcome: 'unanswered',
    lead: '',
    highlights: [],
    passages: offered.map(sentencePassage),
    figures: [],
    notice: messagesFor(source).whichMeant,
    suggestions: offered.map(({ found }) => titleQuestion(found.article)),
  });
}
