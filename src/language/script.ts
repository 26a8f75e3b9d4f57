import { BOTH_SCRIPTS } from './data/both-scripts.ts';
import { isEnglish } from './is-english.ts';
import { simplify } from './simplify.ts';

/** How a text is written, and so how it is to be answered. */
export type Script = 'english' | 'simplified' | 'traditional';

/**
 * The script of a text: traditional where it holds a character that only the traditional script has.
 * What tells nothing, 中国 or 2022, is taken for simplified.
 */
export function scriptOf(text: string): Script {
  if (isEnglish(text)) return 'english';
  for (const character of text) {
    if (!BOTH_SCRIPTS.has(character) && simplify(character) !== character) return 'traditional';
  }
  return 'simplified';
}
