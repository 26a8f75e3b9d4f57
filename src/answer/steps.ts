import type { ParagraphIndex, RankedParagraph } from '../search/paragraph-index.ts';
import { createSteps } from '../util/event-loop-turns.ts';

/**
 * Milliseconds of an answer after which the event loop turns: who else is asked, and whoever watches over
 * the process, waits no longer for many answers than for one.
 */
const LONGEST = 8;

/** The steps of all answers of the process, as it has one event loop. */
export const steps = createSteps(LONGEST);

/** Cuts the sentences of some paragraphs ahead, in steps: most of what an answer of new articles takes. */
export async function readSentences(
  found: readonly RankedParagraph[],
  index: ParagraphIndex,
): Promise<void> {
  for (const { article, paragraph } of found) {
    for (const sentence of paragraph.sentences) {
      index.sentence(article, sentence);
      await steps.next();
    }
  }
}
