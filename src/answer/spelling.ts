import { normalize } from '../language/normalize.ts';
import { segment } from '../language/segment.ts';
import { mendCharacters } from './misspelt-characters.ts';
import { mendLatin } from './misspelt-latin.ts';
import { assumed } from './notice.ts';
import { QUESTION_LIMIT, type Question, understand, withoutQuestionWords } from './question.ts';
import type { Vocabulary } from './vocabulary.ts';

/** `[start, end)` of a text and what is meant by it. */
export interface Mend {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

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
export function mend(
  typed: Question,
  vocabulary: Vocabulary,
): { readonly question: Question; readonly notice: string } {
  let units = unitsOf(typed.source);
  let changed = false;
  // ends: each mend leaves fewer words or pairs of characters that the corpus lacks
  for (;;) {
    const text = textOf(units);
    const asked = withoutQuestionWords(text);
    const next = mendLatin(asked, vocabulary) ?? mendCharacters(asked, vocabulary);
    if (next === undefined) break;
    units = apply(units, next);
    changed = true;
  }
  if (!changed) return { question: typed, notice: '' };
  return {
    question: { ...understand(textOf(units)), source: typed.source },
    notice: assumed(assumptions(typed.source, units)),
  };
}

function unitsOf(source: string): Unit[] {
  const { text, toSource } = normalize(source.slice(0, QUESTION_LIMIT));
  return text.split('').map((unit, at) => {
    const [start, end] = toSource(at, at + 1);
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

/** The words that hold what was mended, as typed and as read; neighbours together. */
function assumptions(source: string, units: readonly Unit[]): [typed: string, read: string][] {
  const text = textOf(units);
  const runs: { start: number; end: number }[] = [];
  let before: { start: number; end: number; text: string } | undefined;
  for (const token of segment(text)) {
    if (units.slice(token.start, token.end).some(({ mended }) => mended)) {
      const last = runs.at(-1);
      // a single character says nothing by itself: 券 in 创新券
      const alone = token.text.length === 1 && before?.end === token.start;
      const start = alone && before !== undefined ? before.start : token.start;
      if (last !== undefined && last.end >= start) last.end = token.end;
      else runs.push({ start, end: token.end });
    }
    before = token;
  }
  return runs.map(({ start, end }) => {
    const run = units.slice(start, end);
    const from = Math.min(...run.map((unit) => unit.start));
    const to = Math.max(...run.map((unit) => unit.end));
    return [source.slice(from, to), text.slice(start, end)];
  });
}
