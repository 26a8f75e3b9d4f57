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
import type { Refusal } from '../select/outcome.ts';
import { leansBack } from './lead.ts';
import { paragraphPassage } from './passage.ts';

/** Passages that a refusal shows at most. */
const NEAREST = 3;
/** UTF-16 units of two sentences that are shown together at most. */
const PAIR_LIMIT = 200;
/** Share of a question's words, by their weights, from which on a sentence has to do with it. */
const CLOSE = 0.5;

/**
 * What the articles say that comes nearest to a question that they do not answer: of each paragraph the
 * best sentence, with the one before where it cannot be read without. What has nothing to do with the
 * question is left out, but for a sentence that was refused for what it says instead.
 */
export function nearestPassages(
  question: Question,
  ranked: readonly Ranked[],
  index: ParagraphIndex,
  { reason }: Refusal,
): readonly Passage[] {
  const isClose = closeTo(question, index, SPEAKS_OF_IT.has(reason) ? 0 : CLOSE);
  const best = new Map<string, Ranked>();
  for (const candidate of ranked) {
    if (best.size === NEAREST) break;
    if (!best.has(candidate.found.id) && isClose(candidate))
      best.set(candidate.found.id, candidate);
  }
  return [...best.values()].map(sentencePassage);
}

/** Refusals of a sentence that does speak of what is asked, and says something else of it. */
const SPEAKS_OF_IT: ReadonlySet<Refusal['reason']> = new Set([
  'mismatch',
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
 * `least` of the question's words by their weights, or it holds each name and place of the question,
 * among many paragraphs not a place alone, or, among few, three characters of it in a row.
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
  const { names, places } = namesIn(question, said);
  // of a place alone many paragraphs speak
  const telling = names.length > 0 || isFew ? [...names, ...places] : [];
  const named = telling.map((name) => termOf(question, name));
  const runs = isFew ? runsOf(question.rest.text) : [];
  return ({ found, sentence }) => {
    const { counts, normalized } = index.sentence(found.article, sentence);
    if (named.length > 0 && named.every((name) => credit(name, counts) > 0)) return true;
    if (runs.some((run) => normalized.text.includes(run))) return true;
    const context = index.context(found);
    const held = terms.reduce(
      (sum, { term, weight }) =>
        sum + weight * Math.max(credit(term, counts), credit(term, context)),
      0,
    );
    return total > 0 && held / total > least;
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
