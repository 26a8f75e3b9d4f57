import { leadsClause, type Refiner } from '../context.ts';

/** 预计于2025年推向市场: a period behind the number counts where a word leads it in. */
const LEADS_IN = /(?:[于到至在将拟]|预计|有望|计划)$/;

/**
 * When each figure holds: the nearest period before it in its clause, one that follows in the clause,
 * one earlier in the sentence, then what the paragraph, the headings and the title leave.
 */
export const period: Refiner = (drafts, context) => {
  const { text, clauses, periods, carried, fallback } = context;
  const times = periods.filter(({ role }) => role === 'time');
  const leading = times.filter((mention) => leadsClause(context, mention.start));
  let [seen, led] = [0, 0];
  return drafts.map((draft) => {
    while ((times[seen]?.end ?? Number.POSITIVE_INFINITY) <= draft.start) seen += 1;
    while ((leading[led]?.end ?? Number.POSITIVE_INFINITY) <= draft.start) led += 1;
    const [before, after] = [times[seen - 1], times[seen]];
    const inClause = before && before.start >= (clauses.start[draft.start] ?? 0);
    const follows =
      after &&
      after.end <= (clauses.end[draft.end] ?? 0) &&
      LEADS_IN.test(text.slice(Math.max(0, after.start - 2), after.start));
    const found = inClause ? before : follows ? after : leading[led - 1];
    const when = found?.period ?? carried.period ?? fallback.period;
    return when === undefined ? draft : { ...draft, period: when };
  });
};
