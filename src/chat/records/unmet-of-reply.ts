import type { Messages } from '../../reply/messages/index.ts';
import type { Reply } from '../../reply/reply.ts';
import { shorten } from '../split.ts';
import type { UnmetQuestions } from './unmet-questions.ts';

/** UTF-16 units of a nearest passage that are kept. */
const NEAREST_LIMIT = 120;

/**
 * Keeps the question of a reply that refused it, or is not sure to answer it, with the passage that
 * came nearest.
 */
export async function keepUnmet(
  { question, outcome, certainty, passages: [first] }: Reply,
  unmet: Pick<UnmetQuestions, 'add'>,
  say: Messages,
): Promise<void> {
  const isUnsure = outcome === 'answered' && certainty === 'unsure';
  if (outcome !== 'unanswered' && !isUnsure) return;
  const nearest = first && {
    place: say.citation(first),
    text: shorten(first.text, NEAREST_LIMIT),
  };
  const why = isUnsure ? 'unsure' : 'refused';
  // a disk that is full must not keep people from their answers
  await unmet.add({ question, why, ...(nearest && { nearest }) }).catch(() => {});
}
