import type { Question } from '../../../question/question.ts';
import type { Fails } from './reading.ts';

/** 最先进, 最大, without the 的 behind. */
const SUPERLATIVE = /最(?!后|近|终|新|初)(?:(?![的地得])\p{Script=Han}){1,2}/u;
/** How else a sentence tells what comes first. */
const FIRST = /[最首冠]|第一|之最/u;

/**
 * 最先进的工艺: where the paragraph calls something so, a sentence with nothing of it, nor one beside it,
 * speaks of something else.
 */
export function lacksSuperlative({ normalized }: Question): Fails | undefined {
  const [whole] = SUPERLATIVE.exec(normalized) ?? [];
  if (whole === undefined) return undefined;
  return ({ sentence, beside, paragraph }) => {
    const text = paragraph();
    const written = [whole, whole.slice(0, 2)].find((form) => text.includes(form));
    return written !== undefined && !FIRST.test(sentence) && !beside().includes(written);
  };
}
