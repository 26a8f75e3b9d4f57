import {
  PHRASE_FEATURES,
  type PhraseFeature,
  readPhrases,
} from '../../src/answer/highlight/phrase-features.ts';
import { bareText, scoreSpan } from '../../src/evaluation/span-score.ts';
import type { AnalysedText } from '../../src/language/analysed-text.ts';
import type { Question } from '../../src/question/question.ts';
import { type Choice, rowsOf } from './optimise.ts';

/** Phrases that are no answer, of each sentence, that are learned from: most are much alike. */
const WRONG = 60;
/** A sentence whose best phrase is further from every answer than this says nothing. */
const NEAR_ENOUGH = 0.6;

const COLUMNS: ReadonlyMap<PhraseFeature, number> = new Map(
  PHRASE_FEATURES.map((feature, column) => [feature, column]),
);

/**
 * The phrases of a sentence, the ones nearest to a labelled answer being right; undefined where none
 * comes near. `text` is the sentence as the article writes it.
 */
export function phraseChoice(
  question: Question,
  sentence: AnalysedText,
  text: string,
  answers: readonly string[],
): Choice | undefined {
  const reader = readPhrases(question, sentence);
  const bare = answers.map(bareText);
  const scored = reader.phrases.map((phrase) => {
    const said = text.slice(...sentence.normalized.toSource(phrase.start, phrase.end));
    const saidBare = bareText(said);
    // most phrases have nothing of the answer: not worth a comparison
    const touches = bare.some((answer) => answer.includes(saidBare) || saidBare.includes(answer));
    return { phrase, f1: saidBare !== '' && touches ? scoreSpan(said, answers).f1 : 0 };
  });
  const best = Math.max(0, ...scored.map(({ f1 }) => f1));
  if (best < NEAR_ENOUGH) return undefined;
  const step = Math.max(1, scored.length / WRONG);
  const kept = scored.filter(
    ({ f1 }, place) => f1 === best || Math.floor(place / step) !== Math.floor((place - 1) / step),
  );
  return {
    rows: rowsOf(
      kept.map(({ phrase }) => {
        const row = new Array<number>(PHRASE_FEATURES.length).fill(0);
        reader.measure(phrase, (feature, value) => {
          row[COLUMNS.get(feature) as number] = value;
        });
        return row;
      }),
    ),
    right: kept.map(({ f1 }) => f1 === best),
  };
}
