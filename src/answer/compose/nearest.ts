import type { Paragraph } from '../../article/article.ts';
import { bigramsOf } from '../../language/terms.ts';
import { KIND_WORDS } from '../../question/data/stop-words.ts';
import type { Question } from '../../question/question.ts';
import type { Passage } from '../../reply/reply.ts';
import type { ParagraphIndex } from '../../search/paragraph-index.ts';
import { type Span, slice, span } from '../../util/span.ts';
import type { Ranked } from '../rank/rank.ts';
import { leansBack } from './lead.ts';
import { paragraphPassage } from './passage.ts';

/** Passages that a refusal shows at most. */
const NEAREST = 3;
/** UTF-16 units of two sentences that are shown together at most. */
const PAIR_LIMIT = 200;

/**
 * What the articles say that comes nearest to a question that they do not answer: of each paragraph the
 * best sentence, with the one before where it cannot be read without. [] where nothing shares a word with
 * the question.
 */
export function nearestPassages(
  question: Question,
  ranked: readonly Ranked[],
  index: ParagraphIndex,
): readonly Passage[] {
  const shares = sharesWord(question, index);
  const best = new Map<string, Ranked>();
  for (const candidate of ranked) {
    if (best.size === NEAREST) break;
    if (!best.has(candidate.found.id) && shares(candidate)) best.set(candidate.found.id, candidate);
  }
  return [...best.values()].map(sentencePassage);
}

/** The sentence of a candidate as it is quoted by itself. */
export function sentencePassage({ found, index: at }: Ranked): Passage {
  const { article, paragraph } = found;
  const { start, end } = runAround(article.text, paragraph, at);
  return {
    ...paragraphPassage(article, paragraph),
    start,
    end,
    text: article.text.slice(start, end),
  };
}

function runAround(text: string, { sentences, span: whole }: Paragraph, at: number): Span {
  const sentence = sentences[at]?.span ?? whole;
  const before = sentences[at - 1]?.span;
  const isPair =
    before !== undefined &&
    leansBack(slice(text, sentence)) &&
    sentence.end - before.start <= PAIR_LIMIT;
  return span(isPair ? before.start : sentence.start, sentence.end);
}

/** Tells whether a sentence holds a word of the question, or two neighbouring characters of one. */
function sharesWord(
  { content, alternatives }: Question,
  index: ParagraphIndex,
): (candidate: Ranked) => boolean {
  const words = content.filter(({ text, kind }) => kind !== 'number' && !KIND_WORDS.has(text));
  const terms = words.flatMap(({ text }) => [
    text,
    ...bigramsOf(text),
    ...(alternatives.get(text) ?? []),
  ]);
  return ({ found, sentence }) => {
    const { counts } = index.sentence(found.article, sentence);
    return terms.some((term) => counts.has(term));
  };
}
