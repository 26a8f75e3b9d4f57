import type { Vocabulary } from '../../knowledge/vocabulary.ts';
import { lazily } from '../../util/lazy.ts';
import { KIND_WORDS } from '../data/stop-words.ts';
import type { Question } from '../question.ts';

/** The text of the paragraphs nearest to what a question says; empty where the corpus knows none of it. */
export type Nearby = () => Promise<string>;

/** Looked up at the first call: most questions need none. */
export function nearbyTo({ words }: Question, vocabulary: Vocabulary): Nearby {
  return lazily(() =>
    vocabulary.about([...words.keys()].filter((word) => word.length > 1 && !KIND_WORDS.has(word))),
  );
}

/** Whether the rest of the question speaks for a run of characters. Where it says nothing, nothing speaks against it. */
export function isNear(run: string, nearby: string): boolean {
  return nearby === '' || nearby.includes(run);
}
