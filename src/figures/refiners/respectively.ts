import type { Refiner } from '../context.ts';
import type { Draft } from '../draft.ts';

const LIST = /^[、和及,，]$/;
const SEPARATOR = /[、和与及]/;
const REACH = 12;

/** 能耗和二氧化碳排放分别降低13.5%、18%: as many things as figures, the first to the first. */
export const respectively: Refiner = (drafts, { text }) => {
  const done = [...drafts];
  for (const [index, draft] of drafts.entries()) {
    const { measure = '' } = draft;
    if (!text.slice(Math.max(0, draft.start - REACH), draft.start).includes('分别')) continue;
    const run = runFrom(drafts, index, text);
    const things = measure.split(SEPARATOR);
    if (things.length !== run.length || things.some((thing) => thing.length < 2)) continue;
    for (const [nth, member] of run.entries()) {
      const thing = things[nth];
      if (thing) done[index + nth] = { ...member, measure: thing, stem: thing };
    }
  }
  return done;
};

/** The figures from `index` on with nothing between them but a list's marks. */
function runFrom(drafts: readonly Draft[], index: number, text: string): Draft[] {
  const run: Draft[] = [];
  for (const draft of drafts.slice(index, index + 8)) {
    const last = run.at(-1);
    if (last && !LIST.test(text.slice(last.end, draft.start))) break;
    run.push(draft);
  }
  return run;
}
