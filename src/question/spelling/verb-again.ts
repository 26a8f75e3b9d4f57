import type { Tokenizer } from '../../language/tokenizer.ts';
import type { Candidate } from './candidates.ts';

/** What follows a verb, and no thing. */
const BEHIND_VERB = /^[了着过到至完]/;

/**
 * Whether a character typed twice is a verb behind the noun that ends in it: 特展展到六月, 比赛赛了几场. The
 * noun alone says as much, and nothing was misspelt. Behind a verb no such verb can stand (举办办了).
 * @param text the whole question
 */
export function isVerbAgain(
  text: string,
  { end, text: noun, misspelling }: Candidate,
  { tag }: Tokenizer,
): boolean {
  if (misspelling !== 'doubled' || !BEHIND_VERB.test(text.slice(end))) return false;
  return tag(noun)[0]?.tag !== 'v';
}
