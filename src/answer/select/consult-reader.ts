import type { CorpusKnowledge } from '../../knowledge/corpus-knowledge.ts';
import type { Question } from '../../question/question.ts';
import { slice } from '../../util/span.ts';
import type { Ranked } from '../rank/rank.ts';
import type { OfferedSentence, Reader, ReaderQuestion } from '../reader/reader.ts';
import type { Mismatch } from './figures/figure-check.ts';
import { ABOUT_ANYTHING, type Choice, type NoAnswer, selectSentence } from './select-sentence.ts';

/** Sentences offered to a reader: the right one is among them 97 times in 100 and more. */
const OFFERED = 12;

/** What of a figure or sentence contradicts the question: a reader does not overrule these. */
const CONTRADICTIONS: ReadonlySet<Mismatch> = new Set(['period', 'actor', 'direction', 'unit']);

/** What came of asking a reader. */
export type Consulted =
  /** Sentences that it chose and that contradict nothing, best first. */
  | { readonly kind: 'chosen'; readonly choices: readonly [Choice, ...Choice[]] }
  | { readonly kind: 'none' }
  /** All that it chose contradicts the question; how the first does. */
  | { readonly kind: 'overruled'; readonly by: NoAnswer }
  | { readonly kind: 'cannotSay' };

/**
 * Has a reader choose among the nearest sentences, best first, and checks what it chose against the
 * year, actor, unit and direction that the question names.
 */
export async function consultReader(
  question: Question,
  put: ReaderQuestion,
  ranked: readonly Ranked[],
  knowledge: CorpusKnowledge,
  reader: Reader,
): Promise<Consulted> {
  const nearest = ranked.slice(0, OFFERED);
  const reading = await reader.choose(put, nearest.map(offer));
  if (reading.kind !== 'chosen') return reading;
  const choices: Choice[] = [];
  let contradiction: NoAnswer | undefined;
  for (const place of reading.places) {
    const candidate = nearest[place];
    if (candidate === undefined) continue;
    const checked = selectSentence(question, [candidate], knowledge, ABOUT_ANYTHING);
    if (!('mismatch' in checked)) choices.push(checked);
    else if (!CONTRADICTIONS.has(checked.mismatch)) choices.push({ best: candidate, figures: [] });
    else contradiction ??= checked;
  }
  const [first, ...rest] = choices;
  if (first !== undefined) return { kind: 'chosen', choices: [first, ...rest] };
  return contradiction === undefined
    ? { kind: 'cannotSay' }
    : { kind: 'overruled', by: contradiction };
}

function offer({ found: { id, article, paragraph }, index, sentence }: Ranked): OfferedSentence {
  const [previous, next] = [index - 1, index + 1].map((place) => {
    const neighbour = paragraph.sentences[place];
    return neighbour && slice(article.text, neighbour.span);
  });
  return {
    title: article.title,
    ...(article.date !== undefined && { date: article.date }),
    ...(paragraph.heading !== undefined && { heading: paragraph.heading }),
    paragraph: id,
    place: index,
    text: slice(article.text, sentence.span),
    ...(previous !== undefined && { previous }),
    ...(next !== undefined && { next }),
  };
}
