import type { Draft } from '../parts/draft.ts';
import { type Refiner, within } from '../parts/sentence-context.ts';
import { listed } from './respectively.ts';

const JOINS = /^[、和及与]$/;

/** 2022年、2023年全县在园幼儿为2.31万人、2.08万人: as many figures as periods, each of its own, without 分别. */
export const sideBySide: Refiner = (drafts, { text, periods, clauses }) => {
  const done = [...drafts];
  for (let index = 0; index < drafts.length; ) {
    const run = runFrom(drafts, index, text);
    const [first] = run;
    if (first !== undefined && run.length > 1) {
      const told = within(periods, clauses.start[first.start] ?? 0, first.start);
      const named = listed(
        told.filter(({ role }) => role === 'time'),
        text,
      );
      if (named.length === run.length) {
        for (const [nth, { period }] of named.entries()) {
          const member = done[index + nth];
          if (member !== undefined) done[index + nth] = { ...member, period };
        }
      }
    }
    index += run.length;
  }
  return done;
};

/** The figures of one unit from `index` on that are joined to each other. */
function runFrom(drafts: readonly Draft[], index: number, text: string): readonly Draft[] {
  const from = drafts.slice(index);
  const end = from.findIndex((draft, nth) => {
    const before = from[nth - 1];
    return (
      before !== undefined &&
      (before.unit !== draft.unit || !JOINS.test(text.slice(before.end, draft.start)))
    );
  });
  return end < 0 ? from : from.slice(0, end);
}
