import type { Sentence } from '../article/types.ts';
import type { AnalysedText, ParagraphIndex, RankedParagraph } from '../search/paragraph-index.ts';
import { charactersOf, shareKnown, shareOfCharacters, weighCharacters } from './characters.ts';
import {
  beyond,
  sentenceBm25,
  share,
  shareInOrder,
  shareOfAny,
  shareOfKin,
  type Weights,
  weigh,
  weighedAmong,
} from './coverage.ts';
import { callsByName, headSpans, namesWork, novelty, numbersHeld, typedSpans } from './cues.ts';
import type { AnswerType } from './data/question-words.ts';
import type { Features } from './features.ts';
import { findIntroduction } from './introduction.ts';
import { proximities } from './proximity.ts';
import type { Question } from './question.ts';

/** A sentence that might answer. */
export interface Candidate {
  readonly found: RankedParagraph;
  /** Place of the sentence in its paragraph, from 0. */
  readonly index: number;
  readonly sentence: Sentence;
  readonly features: Features;
}

/** Paragraphs whose sentences are compared: the right one is among the first five 96 times in 100. */
export const PARAGRAPHS_COMPARED = 6;

/** Spans of one sentence whose surroundings are read. */
const SPAN_LIMIT = 60;
/** The context says nearly all of a question where it holds this share of its characters. */
const SAID = 0.9;

const NOTHING: ReadonlySet<string> = new Set();
const NUMBERS: ReadonlySet<AnswerType> = new Set(['number', 'money', 'ordinal', 'duration']);

/** All sentences of some paragraphs, the best paragraph first, with what speaks for each. */
export function candidatesOf(
  question: Question,
  paragraphs: readonly RankedParagraph[],
  index: ParagraphIndex,
): Candidate[] {
  const { words, all } = weigh(question, index);
  const characters = weighCharacters(question, index);
  const read = paragraphs.map((found) => {
    const context = index.context(found);
    const sentences = found.paragraph.sentences.map((one) => index.sentence(found.article, one));
    const bm25s = sentences.map((sentence) => sentenceBm25(sentence, context, all));
    return { found, context, sentences, bm25s, leading: Math.max(0, ...bm25s) };
  });
  const counts = read.flatMap(({ sentences }) => sentences.map((one) => one.counts));
  const among = weighedAmong(question, all, counts);
  const bestScore = paragraphs[0]?.score ?? 1;
  const bestBm25 = Math.max(0, ...read.map(({ leading }) => leading));

  return read.flatMap(({ found, context, sentences, bm25s, leading }) => {
    const known = charactersOf(context);
    const contextCharacters = shareKnown(characters, known);
    const left = beyond(words, context);
    const inParagraph = shareOfAny(all, [context, ...sentences.map(({ counts }) => counts)]);
    return found.paragraph.sentences.map((sentence, place) => {
      const text = sentences[place] as AnalysedText;
      const bm25 = bm25s[place] as number;
      const own = text.counts;
      const before = sentences[place - 1]?.counts ?? NOTHING;
      const after = sentences[place + 1]?.counts ?? NOTHING;
      const features = {
        bm25Share: bestBm25 === 0 ? 0 : bm25 / bestBm25,
        bm25Behind: bm25 - leading,
        leads: bm25 === leading ? 1 : 0,
        distinctive: share(among, own),
        inOrder: shareInOrder(question, words, text.tokens),
        kin: shareOfKin(question, words, text.tokens),
        characters: shareOfCharacters(characters, known, text.normalized.text),
        withPrevious: shareOfAny(left, [own, before]),
        beyondContext: words.total === 0 ? 0 : left.total / words.total,
        contextCharacters,
        introduces: place === 0 && contextCharacters > SAID ? 1 : 0,
        paragraph: found.score / bestScore,
        inParagraph,
        inContext: share(all, context, own),
        inNext: share(all, after, own),
        inEarlier: inEarlier(sentences, place, words, context),
        numbersHeld: numbersHeld(question, words, own),
        work: namesWork(question, text.normalized.text) ? 1 : 0,
        calls: callsByName(question, text.normalized.text),
        novelty: novelty(question, text),
        position: place / Math.max(1, sentences.length - 1),
        paragraphSize: Math.log(sentences.length),
        ...typed(question, text, words),
      };
      return { found, index: place, sentence, features };
    });
  });
}

/** Share of words that only sentences before the last one hold. */
function inEarlier(
  sentences: readonly AnalysedText[],
  place: number,
  words: Weights,
  context: ReadonlySet<string>,
): number {
  if (place < 2) return 0;
  const near = [sentences[place], sentences[place - 1]].map((one) => one?.counts ?? NOTHING);
  const far = sentences.slice(0, place - 1).map(({ counts }) => counts);
  const has = (term: string) => far.some((set) => set.has(term));
  return share(words, { has }, context, ...near);
}

/** What the sentence holds of the type asked for, and what stands around it. */
function typed(question: Question, text: AnalysedText, words: Weights) {
  const { type } = question;
  const { all, fresh } = typedSpans(question, text.normalized.text);
  const there = all.length > 0 ? 1 : -1;
  const around = [...fresh.slice(0, SPAN_LIMIT), ...headSpans(question, text)];
  const nearest = Math.max(0, ...proximities(around, text, words));
  const introduced =
    type === 'definition' && findIntroduction(question, text.normalized.text) !== undefined;
  return {
    hasDate: type === 'date' ? there : 0,
    hasNumber: NUMBERS.has(type) ? there : 0,
    hasPerson: type === 'person' ? there : 0,
    fresh: fresh.length > 0 ? 1 : all.length > 0 ? -1 : 0,
    freshCount: Math.min(5, fresh.length) / 5,
    near: words.total === 0 ? 0 : nearest / words.total,
    defines: introduced ? 1 : 0,
  };
}
