import type { AnalysedText } from '../../language/analysed-text.ts';
import type { AnswerType } from '../../question/data/question-words.ts';
import type { Question } from '../../question/question.ts';
import { asksWhether } from '../../question/whether.ts';
import { labelAsked } from '../rank/labelled-line.ts';
import { findIntroduction } from '../spans/introduction.ts';
import { givingWay, partsOf } from '../spans/parts.ts';
import { type AnswerSpan, spansOf } from '../spans/typed-spans.ts';
import { typedSpans } from '../spans/unsaid-spans.ts';
import { whomHeld } from '../spans/whom-held.ts';
import { endOfSpan } from './end-of-span.ts';
import { memoByPlace } from './memo-by-place.ts';
import { narrowerSpans } from './narrower-kind.ts';
import {
  type Measured,
  type PhraseReader,
  type PhraseWeights,
  readPhrases,
} from './phrase-features.ts';
import type { Phrase } from './phrases.ts';
import { type Place, toldByForm } from './told-by-form.ts';

/** Where an answer itself stands: in which of some sentences, as `[start, end)` of its own characters. */
export interface Highlight {
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The words of some sentences that are the answer itself: the phrase of the greatest weight. Where the one
 * that was `chosen` among them, by its place, has what may be asked for, those beside it are left aside.
 * Undefined where a question wants none (whether something is so) and where there is no word.
 */
export function highlight(
  question: Question,
  sentences: readonly AnalysedText[],
  weights: PhraseWeights,
  chosen = 0,
): Highlight | undefined {
  const own = sentences[chosen];
  if (
    own !== undefined &&
    sentences.length > 1 &&
    TOLD_BY_ONE.has(question.type) &&
    typedSpans(question, own).fresh.length > 0
  ) {
    const found = highlight(question, [own], weights);
    return found && { ...found, sentence: chosen };
  }
  if (asksWhether(question)) return undefined;
  const labelled = labelledValue(question, sentences);
  const best =
    labelled ?? toldByForm(question, sentences) ?? heaviest(question, sentences, weights);
  if (best === undefined) return undefined;
  const answering = sentences[best.sentence] as AnalysedText;
  const whole =
    labelled !== undefined
      ? labelled.phrase
      : ASKS_SEVERAL.test(question.normalized)
        ? enumeration(question, answering, best.phrase)
        : endOfSpan(question, answering.normalized.text, best.phrase);
  const [start, end] = answering.normalized.toSource(whole.start, whole.end);
  return { sentence: best.sentence, start, end };
}

/**
 * What a label says that asks for the same as the question, to its end: 北楼512 of 地点: 北楼512. Not where
 * another part of the line says more of the question: 门诊时间: 8点至17点;急诊24小时开放 for 急诊.
 */
function labelledValue(question: Question, sentences: readonly AnalysedText[]): Place | undefined {
  for (const [sentence, { normalized }] of sentences.entries()) {
    const label = labelAsked(question, normalized.text);
    if (label === undefined || label.end <= label.start) continue;
    const parts = partsOf(normalized.text).map(({ text }) => text);
    if (givingWay(question, parts)[0] !== true) return { sentence, phrase: label };
  }
  return undefined;
}

/** The phrase of the greatest weight, or one that needs no weighing. */
function heaviest(
  question: Question,
  sentences: readonly AnalysedText[],
  weights: PhraseWeights,
): Place | undefined {
  let best: Place | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  const narrower = sentences.map((analysed) => narrowerSpans(question, analysed));
  const asksHowMuch =
    HOW_MUCH.has(question.type) && (question.counter === undefined || question.type === 'money');
  const isNarrow = narrower.some(({ length }) => length > 0);
  const wanted = isNarrow
    ? narrower
    : sentences.map((analysed) => typedSpans(question, analysed).fresh);
  const isInPlace = placeReader(question, sentences, wanted);
  for (const [sentence, analysed] of sentences.entries()) {
    const spans = narrower[sentence] ?? [];
    if (isNarrow && spans.length === 0) continue;
    // what introduces its subject says what that is
    const introduction =
      question.type === 'definition'
        ? findIntroduction(question, analysed.normalized.text)
        : undefined;
    if (introduction !== undefined) {
      best = { sentence, phrase: introduction };
      break;
    }
    const reader = readPhrases(question, analysed);
    const weigh = weigher(reader, weights);
    const conditions = asksHowMuch ? whomHeld(analysed.normalized.text) : [];
    for (const phrase of reader.phrases) {
      if (conditions.some((held) => isWithin(phrase, held))) continue;
      const held = spans.find(({ start, end }) => phrase.start < end && start < phrase.end);
      if (isNarrow && held === undefined) continue;
      if (!isInPlace(sentence, phrase)) continue;
      const score = weigh(phrase);
      if (score > bestScore) {
        best = { sentence, phrase: held ?? phrase };
        bestScore = score;
      }
    }
  }
  return best;
}

const HOW_MUCH: ReadonlySet<AnswerType> = new Set(['number', 'money']);

function isWithin(one: AnswerSpan, other: AnswerSpan): boolean {
  return one.start >= other.start && one.end <= other.end;
}

/** What the sentence that was chosen for it tells, and not the one that leads it in. */
const TOLD_BY_ONE: ReadonlySet<AnswerType> = new Set(['date', 'duration']);

/** Marks between clauses of a normalised text. */
const CLAUSE = /[,;]/u;

/** Days, sums and names are told of one thing in one part of a text and of the next one in the next. */
const TOLD_IN_PARTS: ReadonlySet<AnswerType> = new Set(['date', 'number', 'money', 'duration']);

/**
 * Tells whether a phrase stands in a part of the sentences that no other part gives way before: of
 * 甲班的截止日期为5月31日；乙班的截止日期为8月31日 the first, where 甲班 is asked. Any where no such part
 * holds what is `wanted` of each sentence.
 */
function placeReader(
  question: Question,
  sentences: readonly AnalysedText[],
  wanted: readonly (readonly AnswerSpan[])[],
): (sentence: number, phrase: AnswerSpan) => boolean {
  if (!TOLD_IN_PARTS.has(question.type)) return () => true;
  const cutAt = (separator?: RegExp) =>
    sentences.flatMap((analysed, sentence) =>
      partsOf(analysed.normalized.text, separator).map((part) => ({ sentence, ...part })),
    );
  // a life is told clause by clause: 1970年5月出生,1996年12月入党
  const [whole, clauses] = [cutAt(), question.type === 'date' ? cutAt(CLAUSE) : []];
  const parts = whole.length > sentences.length ? whole : clauses;
  if (parts.length < 2) return () => true;
  const givesWay = givingWay(
    question,
    parts.map(({ text }) => text),
  );
  const partOf = (sentence: number, { start }: AnswerSpan) =>
    parts.findLastIndex((part) => part.sentence === sentence && part.start <= start);
  const holds = wanted.some((spans, sentence) =>
    spans.some((span) => givesWay[partOf(sentence, span)] === false),
  );
  return holds ? (sentence, phrase) => givesWay[partOf(sentence, phrase)] === false : () => true;
}

/** Question words that ask for more than one thing. */
const ASKS_SEVERAL =
  /哪(?:些|几|[两三四五])|分别|有谁|都有|(?:有|用|种|卖|提供|包括|包含)(?:些)?(?:什么|啥)(?![时样意用])/;

/** The whole of an enumeration of which a phrase is an item; the phrase itself where it is none. */
function enumeration(question: Question, sentence: AnalysedText, phrase: AnswerSpan): AnswerSpan {
  const { text } = sentence.normalized;
  const whole = spansOf('list', sentence).find(
    ({ start, end }) => start <= phrase.start && end >= phrase.end,
  );
  if (whole === undefined || !text.slice(whole.start, whole.end).includes('、')) return phrase;
  // 主要销往日本、韩国: from the first thing of the type asked for to the last
  const items = typedSpans(question, sentence).fresh.filter(
    ({ start, end }) => start >= whole.start && end <= whole.end,
  );
  const [first, last] = [items[0], items.at(-1)];
  return first === undefined || last === undefined || first === last
    ? whole
    : { start: first.start, end: last.end };
}

/** Weighs the phrases of one text; what those that begin or end at one piece share is summed up once. */
function weigher(reader: PhraseReader, weights: PhraseWeights): (phrase: Phrase) => number {
  const sum = (measured: readonly Measured[]) =>
    measured.reduce((total, [feature, value]) => total + (weights[feature] ?? 0) * value, 0);
  const beginning = memoByPlace((first) => sum(reader.beginning(first)));
  const ending = memoByPlace((last) => sum(reader.ending(last)));
  return (phrase) => {
    let score = beginning(phrase.first) + ending(phrase.last);
    reader.measureInside(phrase, (feature, value) => {
      score += (weights[feature] ?? 0) * value;
    });
    return score;
  };
}
