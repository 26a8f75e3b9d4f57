import type { Paragraph } from '../../article/article.ts';
import { isCounter } from '../../figures/parts/units.ts';
import type { Token } from '../../language/tokenizer.ts';
import { KIND_WORDS } from '../../question/data/stop-words.ts';
import type { Question } from '../../question/question.ts';
import type { Passage } from '../../reply/reply.ts';
import type { ParagraphIndex } from '../../search/paragraph-index.ts';
import { type Span, slice, span } from '../../util/span.ts';
import type { Ranked } from '../rank/rank.ts';
import { credit, termOf, weigh } from '../rank/term-coverage.ts';
import type { Mismatch } from '../select/figures/figure-check.ts';
import type { Refusal } from '../select/outcome.ts';
import { leansBack } from './lead.ts';
import { paragraphPassage } from './passage.ts';

/** Passages that a refusal shows: one says what the articles have instead, further ones are only longer. */
const NEAREST = 1;
/** The same where figures of two places stand against each other. */
const NEAREST_OF_TWO = 2;
/** UTF-16 units of two sentences that are shown together at most. */
const PAIR_LIMIT = 200;
/** Share of a question's words, by their weights, from which on a sentence has to do with it. */
const CLOSE = 0.5;
/** The same of a sentence that holds each name of the question, or three characters of it in a row. */
const CLOSE_BY_NAME = 0.4;
/** The same among few paragraphs, whose counts tell rare words from common ones less well. */
const CLOSE_BY_NAME_OF_FEW = 0.2;

/**
 * What the articles say that comes nearest to a question that they do not answer: of each paragraph the
 * best sentence, with the one before where it cannot be read without. What has nothing to do with the
 * question is left out, but for a sentence that was refused for what it says instead.
 */
export function nearestPassages(
  question: Question,
  ranked: readonly Ranked[],
  index: ParagraphIndex,
  refusal: Refusal,
): readonly Passage[] {
  const isClose = closeTo(question, index, speaksOfIt(refusal) ? 0 : CLOSE);
  const limit = refusal.reason === 'notReckoned' ? NEAREST_OF_TWO : NEAREST;
  const best = new Map<string, Ranked>();
  for (const candidate of ranked) {
    if (best.size === limit) break;
    if (!best.has(candidate.found.id) && isClose(candidate))
      best.set(candidate.found.id, candidate);
  }
  return [...best.values()].map(sentencePassage);
}

/** Whether the sentence refused does speak of what is asked, and says something else of it. */
function speaksOfIt(refusal: Refusal): boolean {
  if (refusal.reason === 'mismatch') return SAYS_ANOTHER.has(refusal.mismatch);
  return SPEAKS_OF_IT.has(refusal.reason);
}

/** Mismatches of a sentence that tells the same of another time, of another place or in another direction. */
const SAYS_ANOTHER: ReadonlySet<Mismatch> = new Set(['period', 'actor', 'direction', 'plan']);

/** Refusals of what does speak of it, whatever the sentence. */
const SPEAKS_OF_IT: ReadonlySet<Refusal['reason']> = new Set([
  'missingSide',
  'notReckoned',
  'notGiven',
  'noSuchRow',
]);

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

/**
 * Tells whether a sentence has to do with a question: with its title and heading it holds more than
 * `least` of the question's words by their weights; or fewer of them where it holds each name and place
 * of the question, among many paragraphs not a place alone, or, among few, three characters of it in a row.
 */
function closeTo(
  question: Question,
  index: ParagraphIndex,
  least: number,
): (candidate: Ranked) => boolean {
  const { byWord } = weigh(question, index);
  const said = question.content.filter(
    ({ text, kind }) => kind !== 'number' && !KIND_WORDS.has(text) && !isCounter(text),
  );
  const terms = said.map(({ text }) => ({
    term: termOf(question, text),
    weight: byWord.get(text) ?? 0,
  }));
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const isFew = index.size < FEW_PARAGRAPHS;
  const byName = isFew ? CLOSE_BY_NAME_OF_FEW : CLOSE_BY_NAME;
  const { names, places } = namesIn(question, said);
  // of a place alone many paragraphs speak
  const telling = names.length > 0 || isFew ? [...names, ...places] : [];
  const named = telling.map((name) => termOf(question, name));
  const runs = isFew ? runsOf(question.rest.text) : [];
  return ({ found, sentence }) => {
    const { counts, normalized } = index.sentence(found.article, sentence);
    const isNamed =
      (named.length > 0 && named.every((name) => credit(name, counts) > 0)) ||
      runs.some((run) => normalized.text.includes(run));
    const context = index.context(found);
    const held = terms.reduce(
      (sum, { term, weight }) =>
        sum + weight * Math.max(credit(term, counts), credit(term, context)),
      0,
    );
    return total > 0 && held / total > (isNamed ? Math.min(least, byName) : least);
  };
}

/** Paragraphs of a corpus in which hardly two speak of different things in the same words. */
const FEW_PARAGRAPHS = 300;

function runsOf(text: string): string[] {
  return [...text.matchAll(/(?=(\p{Script=Han}{3}))/gu)].flatMap(([, run]) => run ?? []);
}

/**
 * The names of a question, and its places: names that jieba knows, words that it has made up, and two
 * characters that it has left apart, for most of these are names that it does not know.
 */
function namesIn({ names, tags }: Question, said: readonly Token[]) {
  const found = { names: [] as string[], places: [] as string[] };
  const isSingle = (token: Token | undefined) => token?.kind === 'han' && token.text.length === 1;
  for (const [at, token] of said.entries()) {
    const { text, kind, end } = token;
    const next = said[at + 1];
    const tag = tags.get(text);
    const isMadeUp = kind === 'han' && tag === 'x' && text.length > 1;
    if (isSingle(token) && next?.start === end && isSingle(next))
      found.names.push(text + next.text);
    else if (tag === 'ns') found.places.push(text);
    else if (names.includes(text) || isMadeUp) found.names.push(text);
  }
  return found;
}
