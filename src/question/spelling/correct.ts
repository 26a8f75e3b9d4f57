import type { Vocabulary } from '../../knowledge/vocabulary.ts';
import { normalize } from '../../language/normalize.ts';
import { segment } from '../../language/tokenizer.ts';
import { messagesFor } from '../../reply/messages.ts';
import { QUESTION_LIMIT, type Question, understand, withoutQuestionWords } from '../question.ts';
import { mendCharacters } from './correct-characters.ts';
import { mendLatin } from './correct-latin.ts';
import type { Mend } from './mend.ts';
import { nearbyTo } from './nearby-text.ts';

/** One unit of a question that is being mended, with the part of the source that it stands for. */
interface Unit {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly mended: boolean;
}

/**
 * The question with what is misspelt in it put as the corpus spells it, understood again, and a
 * notice of what was assumed; the question itself and no notice where nothing is. Only what the
 * corpus lacks is touched, and only where sound or shape explains the slip: another name is no slip.
 */
export async function mend(
  typed: Question,
  vocabulary: Vocabulary,
): Promise<{ readonly question: Question; readonly notice: string }> {
  const nearby = nearbyTo(typed, vocabulary);
  let asked = typed.rest;
  let units: readonly Unit[] | undefined;
  // ends: each mend leaves fewer words or pairs of characters that the corpus lacks
  for (;;) {
    const next =
      (await mendLatin(asked, vocabulary, nearby)) ??
      (await mendCharacters(asked, vocabulary, nearby));
    if (next === undefined) break;
    units = apply(units ?? unitsOf(typed.source), next);
    const text = withoutQuestionWords(textOf(units));
    asked = { text, tokens: segment(text) };
  }
  if (units === undefined) return { question: typed, notice: '' };
  return {
    question: { ...understand(textOf(units)), source: typed.source },
    notice: messagesFor(typed.source).assumed(await assumptions(typed.source, units, vocabulary)),
  };
}

/** The units of a normalised question, which has no white space around it. */
function unitsOf(source: string): Unit[] {
  const { text, toSource } = normalize(source.slice(0, QUESTION_LIMIT));
  const from = text.length - text.trimStart().length;
  return text
    .trim()
    .split('')
    .map((unit, place) => {
      const [start, end] = toSource(from + place, from + place + 1);
      return { text: unit, start, end, mended: false };
    });
}

function textOf(units: readonly Unit[]): string {
  return units.map(({ text }) => text).join('');
}

function apply(units: readonly Unit[], { start, end, text }: Mend): Unit[] {
  const replaced = units.slice(start, end);
  const from = replaced[0]?.start ?? units[start]?.start ?? 0;
  const to = replaced.at(-1)?.end ?? from;
  const mended = text.split('').map((unit) => ({ text: unit, start: from, end: to, mended: true }));
  return [...units.slice(0, start), ...mended, ...units.slice(end)];
}

/** What was mended, as typed and as read. */
async function assumptions(
  source: string,
  units: readonly Unit[],
  vocabulary: Vocabulary,
): Promise<[typed: string, read: string][]> {
  const runs: Unit[][] = [];
  for (const [place, unit] of units.entries()) {
    if (!unit.mended) continue;
    if (units[place - 1]?.mended) runs.at(-1)?.push(unit);
    else runs.push([unit]);
  }
  const assumed: [typed: string, read: string][] = [];
  for (const run of runs) {
    const from = Math.min(...run.map(({ start }) => start));
    const to = Math.max(...run.map(({ end }) => end));
    const read = textOf(run);
    assumed.push([
      source.slice(from, to),
      LATIN.test(read) ? await vocabulary.asWritten(read) : read,
    ]);
  }
  return assumed;
}

const LATIN = /^[a-z]+$/;
