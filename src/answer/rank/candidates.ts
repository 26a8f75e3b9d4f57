import type { Sentence } from '../../article/article.ts';
import type { AnalysedText } from '../../language/analysed-text.ts';
import type { AnswerType } from '../../question/data/question-words.ts';
import type { Question } from '../../question/question.ts';
import type { ParagraphIndex, RankedParagraph } from '../../search/paragraph-index.ts';
import { besideDateline } from '../spans/asked-kind.ts';
import { findIntroduction } from '../spans/introduction.ts';
import { spansOf } from '../spans/typed-spans.ts';
import { typedSpans } from '../spans/unsaid-spans.ts';
import {
  charactersOf,
  shareKnown,
  shareOfCharacters,
  unknownCharacters,
  weighCharacters,
} from './character-overlap.ts';
import type { Features } from './features.ts';
import { proximityReader } from './proximity.ts';
import { noveltyReader, relatedWordReader } from './related-words.ts';
import {
  beyond,
  countsAmong,
  creditsOf,
  type QuestionWeights,
  sentenceBm25,
  share,
  type Weights,
  weigh,
  weighedAmong,
} from './term-coverage.ts';
import {
  compoundReader,
  headSpans,
  nameReader,
  numberReader,
  valueReader,
  workReader,
} from './type-cues.ts';
import { quantityReader, toldWhenReader, valueKindReader } from './value-kind.ts';
import { orderReader } from './word-order.ts';

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

/** Upper limit of the spans of one sentence whose neighbouring words are read. */
const SPAN_LIMIT = 60;
/** Share of the question's characters, weighed, from which on the context counts as saying it all. */
const SAID = 0.9;

const NUMBERS: ReadonlySet<AnswerType> = new Set(['number', 'money', 'ordinal', 'duration']);

/** Every sentence of the paragraphs, which come best first, with its features. */
export function candidatesOf(
  question: Question,
  paragraphs: readonly RankedParagraph[],
  index: ParagraphIndex,
): Candidate[] {
  const weights = weigh(question, index);
  const { terms, words, all } = weights;
  const characters = weighCharacters(question, index);
  const readers = readersOf(question, weights);
  const asked = new Set(terms.flatMap(({ text, others }) => [text, ...others]));
  const read = paragraphs.map((found) => {
    const held = index.context(found);
    const context = creditsOf(terms, held);
    const sentences = found.paragraph.sentences.map((sentence) => {
      const text = index.sentence(found.article, sentence);
      const counts = countsAmong(asked, text.terms);
      const credits = creditsOf(terms, counts);
      const counted = { length: text.terms.length, counts };
      return { sentence, text, credits, bm25: sentenceBm25(terms, all, counted, credits, context) };
    });
    const leading = Math.max(0, ...sentences.map(({ bm25 }) => bm25));
    return { found, context, known: charactersOf(held), sentences, leading };
  });
  const credits = read.flatMap(({ sentences }) => sentences.map((one) => one.credits));
  const among = weighedAmong(question, terms, credits);
  const bestScore = paragraphs[0]?.score ?? 1;
  const bestBm25 = Math.max(0, ...read.map(({ leading }) => leading));

  return read.flatMap(({ found, context, known, sentences, leading }) => {
    const contextCharacters = shareKnown(characters, known);
    const unknown = unknownCharacters(characters, known);
    const left = beyond(words, context);
    const own = sentences.map((one) => one.credits);
    const inParagraph = share(all, [context, ...own]);
    return sentences.map(({ sentence, text, credits, bm25 }, place) => {
      const held = typed(question, text, words, readers.nearest);
      const near = own.slice(Math.max(0, place - 1), place + 1);
      // each named: spreading into so many makes an object that is slow to read
      const features = {
        bm25Share: bestBm25 === 0 ? 0 : bm25 / bestBm25,
        bm25Behind: bm25 - leading,
        leads: bm25 === leading ? 1 : 0,
        distinctive: share(among, [credits]),
        inOrder: readers.inOrder(text),
        relatedWord: readers.relatedWord(text),
        characters: shareOfCharacters(unknown, text.normalized.text),
        withPrevious: share(left, near),
        beyondContext: words.total === 0 ? 0 : left.total / words.total,
        contextCharacters,
        introduces: place === 0 && contextCharacters > SAID ? 1 : 0,
        paragraph: found.score / bestScore,
        inParagraph,
        inContext: share(all, [context], [credits]),
        inNext: share(all, own.slice(place + 1, place + 2), [credits]),
        inEarlier: share(words, own.slice(0, Math.max(0, place - 1)), [context, ...near]),
        numbersHeld: readers.numbersHeld(text),
        work: readers.work(text.normalized.text) ? 1 : 0,
        calls: readers.calls(text.normalized.text),
        novelty: readers.novelty(text),
        position: place / Math.max(1, sentences.length - 1),
        paragraphSize: Math.log(sentences.length),
        hasDate: held.hasDate,
        hasNumber: held.hasNumber,
        hasPerson: held.hasPerson,
        fresh: held.fresh,
        freshCount: held.freshCount,
        near: held.near,
        defines: held.defines,
        compound: readers.compound(text),
        hasPlace: held.hasPlace,
        valuesHeld: readers.valuesHeld(text.normalized.text),
        valueKind: readers.valueKind(text.normalized.text),
        quantity: readers.quantity(text.normalized.text),
        toldWhen: readers.toldWhen(text.normalized.text) ? 1 : 0,
      };
      return { found, index: place, sentence, features };
    });
  });
}

/** The feature readers of one question: what depends on the question alone is computed here, once. */
function readersOf(question: Question, weights: QuestionWeights) {
  return {
    inOrder: orderReader(question, weights),
    relatedWord: relatedWordReader(question, weights),
    nearest: proximityReader(weights),
    numbersHeld: numberReader(question),
    work: workReader(question),
    calls: nameReader(question),
    novelty: noveltyReader(question),
    compound: compoundReader(question),
    valuesHeld: valueReader(question),
    valueKind: valueKindReader(question),
    quantity: quantityReader(question),
    toldWhen: toldWhenReader(question),
  };
}

/** Features of the spans of a sentence that are of the type asked for, and of the words around them. */
function typed(
  question: Question,
  sentence: AnalysedText,
  words: Weights,
  proximity: ReturnType<typeof proximityReader>,
) {
  const { type } = question;
  const { text } = sentence.normalized;
  const spans = spansOf(type, sentence);
  const { all, fresh } = typedSpans(
    question,
    sentence,
    type === 'date' ? besideDateline(spans, sentence) : spans,
  );
  const there = all.length > 0 ? 1 : -1;
  const around = [...fresh.slice(0, SPAN_LIMIT), ...headSpans(question, sentence)];
  const introduced = type === 'definition' && findIntroduction(question, text) !== undefined;
  return {
    hasDate: type === 'date' ? there : 0,
    hasNumber: NUMBERS.has(type) ? there : 0,
    hasPerson: type === 'person' ? there : 0,
    hasPlace: type === 'place' ? there : 0,
    fresh: fresh.length > 0 ? 1 : all.length > 0 ? -1 : 0,
    freshCount: Math.min(5, fresh.length) / 5,
    near: words.total === 0 ? 0 : proximity(around, sentence) / words.total,
    defines: introduced ? 1 : 0,
  };
}
