import type { Vocabulary } from '../../knowledge/vocabulary.ts';
import { KIND_WORDS } from '../data/stop-words.ts';
import type { Question } from '../question.ts';

/** The text of the paragraphs nearest to a question; '' where the corpus has none of its words. */
export type NearbyText = () => string;

/** The nearby text of a question, searched for at the first call: most questions need none. */
export function nearbyText({ words }: Question, vocabulary: Vocabulary): NearbyText {
  let text: string | undefined;
  return () => {
    text ??= vocabulary.about(
      [...words.keys()].filter((word) => word.length > 1 && !KIND_WORDS.has(word)),
    );
    return text;
  };
}

/** Whether the nearby text writes a run of characters; true where there is no nearby text to decide by. */
export function isNear(run: string, nearby: NearbyText): boolean {
  return nearby() === '' || nearby().includes(run);
}
