import type { Computed, Operation } from '../../figures/arithmetic.ts';
import { FLOWS } from '../../figures/data/directions.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import { asWritten } from '../../language/as-written.ts';
import { asAsked, type Wording } from '../../question/original-wording.ts';
import type { Question } from '../../question/question.ts';
import { type Messages, messagesFor } from '../../reply/messages/index.ts';
import type { Passage } from '../../reply/reply.ts';
import type { Comparison } from '../select/figures/compare-figures.ts';
import type { SideName } from '../select/figures/comparison-sides.ts';
import type { Refusal, Remark } from '../select/outcome.ts';
import type { NoAnswer } from '../select/select-sentence.ts';
import { type Asking, measureAsked } from './measure-asked.ts';

/** Why a question is not answered, in the question's own script. */
export function refusalNotice(refusal: Refusal, question: Asking): string {
  const say = messagesFor(question.source);
  switch (refusal.reason) {
    case 'notMentioned':
      return say.notMentioned(refusal.name);
    case 'missingSide':
      return say.noFigureOf(nameOf(refusal.side, question, say));
    case 'notReckoned':
      return say.notReckoned(refusal.refusal);
    case 'notGiven':
      return say.notGiven(refusal.row, refusal.column, refusal.written);
    case 'noSuchRow':
      return say.noSuchRow(refusal.names);
    case 'mismatch':
      return mismatchNotice(refusal, question, say);
    default:
      return say[refusal.reason];
  }
}

/** What a reply tells beside its answer, in the question's own script. */
export function remarkNotice(remark: Remark, question: Wording): string {
  const say = messagesFor(question.source);
  if (remark.kind === 'comparison') return comparisonNotice(remark.comparison, question, say);
  if (remark.kind === 'table') return tableNotice(remark.table, say);
  const { others } = remark;
  return others.kind === 'same'
    ? say.alsoSaid(others.claims)
    : say.reported(others.claims, !others.ofOnePeriod);
}

function tableNotice(remark: (Remark & { kind: 'table' })['table'], say: Messages): string {
  switch (remark.kind) {
    case 'extreme':
      return say.extremeOf(remark);
    case 'meeting':
      return say.meetBound(remark);
    case 'shown':
      return say.rowsShown(remark.shown, remark.all);
  }
}

/** Why a figure was refused, and what the article holds instead. */
function mismatchNotice(
  { mismatch, demand, nearest }: NoAnswer,
  question: Asking,
  say: Messages,
): string {
  const measure = measureAsked(question);
  const spoken = (terms: Iterable<string>) =>
    say.list(Array.from(terms, (term) => asAsked(question, term)));
  // what contradicts a place or a direction may be the article's alone: the question names none then
  const noFigureFor = (asked: string, held: string | undefined) =>
    asked === ''
      ? say.noSuchNumber(measure)
      : say.noFigureFor(asked, held, measure?.replace(asked, '') || undefined);
  switch (mismatch) {
    case 'period': {
      const asked = say.list(demand.periods.map(say.period));
      return nearest?.period === undefined
        ? say.nothingOf(asked, measure)
        : say.onlyFiguresOf(asked, say.period(nearest.period), measure);
    }
    case 'actor':
      return noFigureFor(
        spoken(longest([...demand.actors, ...demand.organisations])),
        asReported(nearest, nearest?.actor),
      );
    case 'direction':
      return demand.change === undefined
        ? noFigureFor(
            spoken(demand.flows),
            asReported(nearest, nearest?.direction) ?? say.otherDirection,
          )
        : say.noChange(demand.change, asReported(nearest, changeIn(nearest)));
    case 'subject':
    case 'date':
      return say.notInText;
    case 'unit':
    case 'measure':
    case 'plan':
      return say.noSuchNumber(measure);
  }
}

/** The names without those that are a part of another: 保险业原保险, and not 原保险 as well. */
function longest(names: readonly string[]): readonly string[] {
  return names.filter((name) => !names.some((other) => other !== name && other.includes(name)));
}

/** What a figure is about, in the characters of its own sentence. */
function asReported(figure: Figure | undefined, term: string | undefined): string | undefined {
  return figure === undefined || term === undefined ? undefined : asWritten(figure.sentence, term);
}

function comparisonNotice(
  { reckoning, verdict }: Comparison,
  question: Wording,
  say: Messages,
): string {
  if (reckoning.kind === 'refused') return say.notReckoned(reckoning.refusal);
  const { caution, operation, result } = reckoning;
  const parts = [statementOf(reckoning, say)];
  if (caution !== undefined) parts.push(say.caution(caution, operation, say.amount(result)));
  if (verdict?.kind === 'equal') parts.unshift(say.equal);
  else if (verdict !== undefined) {
    parts.unshift(say[verdict.kind](nameOf(verdict.side, question, say)));
  }
  return say.sentence(parts);
}

const SIGNS: Readonly<Record<Operation, string>> = {
  difference: ' − ',
  greater: ' − ',
  ratio: ' ÷ ',
  sum: ' + ',
};

/** `830亿元 − 307亿元 = 523亿元`; a ratio is a bare number. */
function statementOf({ operation, operands, result, isWhole }: Computed, say: Messages): string {
  const term = operands.map(say.amount).join(SIGNS[operation]);
  const value = operation === 'ratio' ? result.digits : say.amount(result);
  return `${term} ${isWhole ? '=' : '≈'} ${value}`;
}

function nameOf(side: SideName, question: Wording, say: Messages): string {
  return side.kind === 'period' ? say.period(side.period) : asAsked(question, side.term);
}

/** A label that tells a reader of English what the Chinese quotation is; '' for a question in Chinese. */
export function labelOf(
  question: Question,
  [figure]: readonly Figure[],
  passage: Passage | undefined,
): string {
  const say = messagesFor(question.source);
  if (figure === undefined) return passage === undefined ? '' : say.labelOfPassage(passage);
  const actor = figure.actor === undefined ? undefined : asAsked(question, figure.actor);
  return say.labelOfFigure(figure, measureAsAsked(question, figure.measure), actor);
}

/** The English words of the question for a measure, where they cover all of it; else the measure itself. */
function measureAsAsked({ english }: Question, measure: string): string {
  const words = [...(english ?? [])]
    .filter(([term]) => measure.includes(term))
    .sort(([a], [b]) => measure.indexOf(a) - measure.indexOf(b));
  const rest = words.reduce((left, [term]) => left.replace(term, ''), measure);
  return rest === '' ? words.map(([, said]) => said).join(', ') : measure;
}

/** What the article says instead of the change asked for. */
function changeIn(figure: Figure | undefined): string | undefined {
  return figure?.direction === undefined || FLOWS.includes(figure.direction)
    ? undefined
    : figure.direction;
}
