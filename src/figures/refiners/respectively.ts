import type { Draft } from '../parts/draft.ts';
import type { Refiner, SentenceContext } from '../parts/sentence-context.ts';

const LIST = /^[、和及与,，]$/;
const SEPARATOR = /[、和与及]/;
const APART = '分别';
const REACH = 12;
/** Between the places of a list, and between the last of them and 分别. */
const BETWEEN = /^[市省州县区]?[、和与及]?$/;

/**
 * As many things or places as figures, the first to the first: 能耗和二氧化碳排放分别降低13.5%、18%;
 * 甲市、乙市分别为58亿元和57亿元，增长5.4%和7.1%.
 */
export const respectively: Refiner = (drafts, context) => {
  const { text } = context;
  const done = [...drafts];
  let next = 0;
  for (const [index, draft] of drafts.entries()) {
    const { measure = '' } = draft;
    const from = Math.max(0, draft.start - REACH);
    const apart = text.slice(from, draft.start).lastIndexOf(APART);
    if (apart < 0 || index < next) continue;
    const run = runFrom(drafts, index, text);
    next = index + run.length;
    const things = measure.split(SEPARATOR);
    if (things.length === run.length && things.every((thing) => thing.length > 1)) {
      for (const [nth, member] of run.entries()) {
        const thing = things[nth];
        if (thing) done[index + nth] = { ...member, measure: thing, stem: thing };
      }
    }
    const places = placesBefore(from + apart, context);
    if (places.length < 2) continue;
    for (const [nth, actor] of placesOf(drafts, index, places, context)) {
      const member = done[nth];
      if (member) done[nth] = { ...member, actor };
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

/** The places listed right before `end`, from the beginning of their clause. */
function placesBefore(end: number, { text, clauses, actors }: SentenceContext): string[] {
  const from = clauses.start[end] ?? 0;
  const places: string[] = [];
  let at = end;
  for (const place of [...actors].reverse()) {
    if (place.start < from) break;
    if (place.end > at) continue;
    if (!BETWEEN.test(text.slice(place.end, at))) break;
    places.unshift(place.names.join('、'));
    at = place.start;
  }
  return places;
}

/** Whose each figure is, by its index: run after run of as many figures as there are places. */
function placesOf(
  drafts: readonly Draft[],
  index: number,
  places: readonly string[],
  { text, clauses }: SentenceContext,
): [index: number, place: string][] {
  const found: [number, string][] = [];
  const segment = clauses.segment[drafts[index]?.start ?? 0];
  let at = index;
  for (;;) {
    const run = runFrom(drafts, at, text);
    if (run.length !== places.length || clauses.segment[run[0]?.start ?? 0] !== segment) {
      return found;
    }
    for (const [nth, place] of places.entries()) found.push([at + nth, place]);
    at += run.length;
  }
}
