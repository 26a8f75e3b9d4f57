import type { Vocabulary } from '../../knowledge/vocabulary.ts';
import { lazy } from '../../util/lazy.ts';
import { KIND_WORDS } from '../data/stop-words.ts';
import type { Question } from '../question.ts';

/** The text of the paragraphs nearest to a question; '' where the corpus has none of its words. */
export type NearbyText = () => Promise<string>;

/** The nearby text of a question, searched for at the first call: most questions need none. */
export function nearbyText({ words }: Question, vocabulary: Vocabulary): NearbyText {
  return lazy(() =>
    vocabulary.about([...words.keys()].filter((word) => word.length > 1 && !KIND_WORDS.has(word))),
  );
}

/** Whether the nearby text writes a run of characters; true where there is no nearby text to decide by. */
export function isNear(run: string, nearby: string): boolean {
  return nearby === '' || nearby.includes(run);
}
