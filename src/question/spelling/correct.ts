import type { Vocabulary } from '../../knowledge/vocabulary.ts';
import { normalize } from '../../language/normalize.ts';
import { withoutQuestionWords } from '../asked-type.ts';
import { QUESTION_LIMIT, type Question, understand } from '../question.ts';
import { correctCharacters } from './correct-characters.ts';
import { correctLatin } from './correct-latin.ts';
import type { Correction } from './correction.ts';
import { nearbyText } from './nearby-text.ts';
import { isVerbAgain } from './verb-again.ts';

/** One UTF-16 unit of a question that is being corrected, with the part of the source that it stands for. */
interface Unit {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly corrected: boolean;
}

/** A stretch of a question as it was typed, and what it was read as instead. */
export type Assumption = readonly [typed: string, read: string];

/**
 * The question with its misspellings corrected to what the corpus writes, understood again, and what
 * was assumed, in the order of the question; the question itself and nothing assumed where nothing is
 * misspelt. Only what the corpus lacks is corrected, and only where sound or shape explains it: another
 * name is no misspelling.
 */
export async function correct(
  typed: Question,
  vocabulary: Vocabulary,
): Promise<{ readonly question: Question; readonly assumed: readonly Assumption[] }> {
  const nearby = nearbyText(typed, vocabulary);
  let asked = typed.rest;
  let units: readonly Unit[] | undefined;
  // this ends, as each correction leaves fewer words or pairs of characters that the corpus lacks
  for (;;) {
    const latin = await correctLatin(asked, vocabulary, nearby);
    const characters = latin ? undefined : await correctCharacters(asked, vocabulary, nearby);
    const next = latin ?? characters;
    if (next === undefined) break;
    const before: readonly Unit[] = units ?? unitsOf(typed.source);
    const isSlip = !(characters && isVerbAgain(textOf(before), characters, vocabulary.tokenizer));
    units = apply(before, next, isSlip);
    const text = withoutQuestionWords(textOf(units));
    asked = { text, tokens: vocabulary.tokenizer.cut(text) };
  }
  if (units === undefined) return { question: typed, assumed: [] };
  return {
    question: { ...understand(textOf(units), vocabulary.tokenizer), source: typed.source },
    assumed: await assumptions(typed.source, units, vocabulary),
  };
}

/** The units of a question, normalised and without white space around it. */
function unitsOf(source: string): Unit[] {
  const { text, toSource } = normalize(source.slice(0, QUESTION_LIMIT));
  const from = text.length - text.trimStart().length;
  return text
    .trim()
    .split('')
    .map((unit, place) => {
      const [start, end] = toSource(from + place, from + place + 1);
      return { text: unit, start, end, corrected: false };
    });
}

function textOf(units: readonly Unit[]): string {
  return units.map(({ text }) => text).join('');
}

/** @param isSlip whether something was misspelt, which is then told */
function apply(units: readonly Unit[], { start, end, text }: Correction, isSlip: boolean): Unit[] {
  const replaced = units.slice(start, end);
  const from = replaced[0]?.start ?? units[start]?.start ?? 0;
  const to = replaced.at(-1)?.end ?? from;
  const corrected = text
    .split('')
    .map((unit) => ({ text: unit, start: from, end: to, corrected: isSlip }));
  return [...units.slice(0, start), ...corrected, ...units.slice(end)];
}

/** Each run of corrected units, as typed and as read. */
async function assumptions(
  source: string,
  units: readonly Unit[],
  vocabulary: Vocabulary,
): Promise<Assumption[]> {
  const runs: Unit[][] = [];
  for (const [place, unit] of units.entries()) {
    if (!unit.corrected) continue;
    if (units[place - 1]?.corrected) runs.at(-1)?.push(unit);
    else runs.push([unit]);
  }
  const assumed: [typed: string, read: string][] = [];
  for (const run of runs) {
    const from = Math.min(...run.map(({ start }) => start));
    const to = Math.max(...run.map(({ end }) => end));
    const read = textOf(run);
    assumed.push(
      LATIN.test(read)
        ? [source.slice(from, to), await vocabulary.asWritten(read)]
        : wordMeant(source.slice(from, to), read, vocabulary),
    );
  }
  return assumed;
}

const LATIN = /^[a-z]+$/;

/** A correction without a verb behind it that only joins its word: 融州缴 for 容州缴 is 融州 for 容州. */
function wordMeant(
  typed: string,
  read: string,
  { frequency, tokenizer }: Vocabulary,
): [typed: string, read: string] {
  const last = read.slice(-1);
  const isVerbBehind =
    typed.length === read.length &&
    typed.endsWith(last) &&
    read.length > 2 &&
    /^[vdp]/.test(tokenizer.tag(last)[0]?.tag ?? '') &&
    frequency(read.slice(0, -1)) > 0;
  return isVerbBehind ? [typed.slice(0, -1), read.slice(0, -1)] : [typed, read];
}
