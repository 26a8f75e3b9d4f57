import { parsePeriods } from '../../../figures/parts/periods.ts';
import { writtenOn } from '../../../figures/parts/written-on.ts';
import type { Question } from '../../../question/question.ts';
import type { Mention } from './phrases.ts';
import type { Label, Table } from './table.ts';

/** Where a question says a period of a label. */
export function periodMentions(
  { normalized }: Question,
  { article }: Table,
  { periods = [] }: Label,
): readonly Mention[] {
  return [writtenOn(article), undefined]
    .flatMap((reference) => parsePeriods(normalized, reference))
    .filter(({ period, role }) => role === 'time' && periods.includes(period))
    .slice(0, 1)
    .map(({ start, end }) => ({ start, end, score: end - start, isWhole: true }));
}

/** How surely a label is meant. */
export function scoreOf(mentions: readonly Mention[]): number {
  return mentions.reduce((sum, { score }) => sum + score, 0);
}

export function lengthOf({ start, end }: Mention): number {
  return end - start;
}

export function isWithin(inner: Mention, outer: Mention): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** One mention for each stretch of the question. */
export function distinct(mentions: readonly Mention[]): Mention[] {
  return mentions.filter(
    (one, i) =>
      !mentions.some(
        (other, j) => isWithin(one, other) && (j < i || lengthOf(other) > lengthOf(one)),
      ),
  );
}
