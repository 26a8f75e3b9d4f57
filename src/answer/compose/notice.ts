import { FLOWS } from '../../figures/data/directions.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import { asAsked } from '../../question/original-wording.ts';
import type { Question } from '../../question/question.ts';
import { messagesFor } from '../../reply/messages.ts';
import type { Passage } from '../../reply/reply.ts';
import type { NoAnswer } from '../select/select-sentence.ts';

/** Why a figure was refused, and what the article holds instead. */
export function mismatchNotice(
  { mismatch, demand, nearest }: NoAnswer,
  question: Question,
): string {
  const say = messagesFor(question.source);
  const spoken = (terms: Iterable<string>) =>
    say.list(Array.from(terms, (term) => asAsked(question, term)));
  switch (mismatch) {
    case 'period': {
      const asked = say.list(demand.periods.map(say.period));
      return nearest?.period === undefined
        ? say.nothingOf(asked)
        : say.onlyFiguresOf(asked, say.period(nearest.period));
    }
    case 'actor':
      return say.noFigureFor(spoken([...demand.actors, ...demand.organisations]), nearest?.actor);
    case 'direction':
      return demand.change === undefined
        ? say.noFigureFor(spoken(demand.flows), nearest?.direction ?? say.otherDirection)
        : say.noChange(demand.change, changeIn(nearest));
    case 'subject':
    case 'date':
      return say.notInText;
    case 'unit':
    case 'measure':
    case 'plan':
      return say.noSuchNumber;
  }
}

/** What an answer is, for who asked in English and may not read it: '' for who asked in Chinese. */
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

/** The question's own words for a measure, where they cover all of it; else the measure as it is. */
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
