import { findActors } from '../../figures/parts/places.ts';
import { bigramsOf } from '../../language/terms.ts';
import type { Question } from '../../question/question.ts';
import type { ParagraphIndex } from '../../search/paragraph-index.ts';
import { JUDGED, type Judge } from '../model/model.ts';
import type { Candidate } from '../rank/candidates.ts';
import type { Ranked } from '../rank/rank.ts';

/** Probability, from 0 to 1, that the best candidate's paragraph answers the question at all. */
export function answerability({ features }: Candidate, judge: Judge): number {
  let odds = judge.bias;
  for (const name of JUDGED) odds += judge.weights[name] * features[name];
  return 1 / (1 + Math.exp(-odds));
}

/** Upper limit of the paragraphs that are looked through for an attribute, best first. */
const PARAGRAPHS_LOOKED_THROUGH = 3;

/**
 * What a question of the form X的Y是谁 asks for, where the nearest paragraphs say nothing of it:
 * an article that names a university but no 校长 does not say who that is.
 */
export function missingAttribute(
  { attribute, alternatives }: Question,
  ranked: readonly Ranked[],
  index: ParagraphIndex,
): string | undefined {
  if (attribute === undefined) return undefined;
  const forms = [attribute, ...(alternatives.get(attribute) ?? [])];
  const paragraphs = new Map(ranked.map(({ found }) => [found.id, found]));
  for (const found of [...paragraphs.values()].slice(0, PARAGRAPHS_LOOKED_THROUGH)) {
    const held = [
      index.context(found),
      ...found.paragraph.sentences.map((one) => index.sentence(found.article, one).counts),
    ];
    if (held.some((terms) => forms.some((form) => terms.has(form)))) return undefined;
  }
  return attribute;
}

/** Places that the question names, canonical; 全国 is no place to look for. */
export function placesAsked(question: Question): string[] {
  return findActors(question.normalized)
    .flatMap(({ names }) => names)
    .filter((name) => name !== '全国');
}

/** Whether the corpus lacks every word of the question: what is left, a stray digit, is no question. */
export function isAllUnknown(question: Question, index: ParagraphIndex): boolean {
  const words = question.content.filter(({ kind }) => kind !== 'number').map(({ text }) => text);
  const known = (term: string) => index.documentFrequency(term) > 0;
  return (
    words.length > 0 &&
    !words.some((word) =>
      [word, ...bigramsOf(word), ...(question.alternatives.get(word) ?? [])].some(known),
    )
  );
}
