import type { Refiner, SentenceContext } from '../context.ts';
import { FLOWS } from '../data/directions.ts';
import { ATTRIBUTES } from '../data/words.ts';
import type { Draft } from '../draft.ts';
import { dimensionOf } from '../units.ts';
import { phraseBefore, phraseBehind, REACH } from './phrases.ts';

const BARE = new Set(ATTRIBUTES);
const FLOW = new Set(FLOWS);

/**
 * What each figure counts or measures, and which way it goes. A counter's noun stands behind it
 * (42项国家重点研发计划项目) or, as for all other units, before the number (技术合同超9300项).
 */
export const measure: Refiner = (drafts, context) => {
  const done: Draft[] = [];
  for (const [index, draft] of drafts.entries()) {
    done.push(name(draft, done[index - 1], drafts[index + 1], context));
  }
  return done;
};

function name(
  draft: Draft,
  previous: Draft | undefined,
  next: Draft | undefined,
  context: SentenceContext,
): Draft {
  const { text, clauses, carried } = context;
  const from = Math.max(
    clauses.start[draft.start] ?? 0,
    previous?.end ?? 0,
    draft.start - 2 * REACH,
  );
  const to = Math.min(
    clauses.end[draft.end] ?? text.length,
    next?.start ?? text.length,
    draft.end + REACH,
  );
  const { noun, direction } = phraseBefore(withoutPeriods(context, from, draft.start));
  const behind = phraseBehind(text.slice(draft.end, to));
  const counted =
    draft.unit === '' || dimensionOf(draft.unit) === 'count' || draft.form === 'ordinal';
  const found =
    (draft.form === 'category' && draft.unit) || (counted && behind ? behind : noun || behind);
  // ；ends what parallel clauses share
  const parallel = previous && clauses.segment[previous.end] === clauses.segment[draft.start];
  const above = parallel ? previous.measure : undefined;
  const flow = parallel && FLOW.has(previous.direction ?? '') ? previous.direction : undefined;
  if (!found)
    return { ...draft, ...some(above ?? previous?.measure ?? carried.measure, direction ?? flow) };
  if (BARE.has(found) && above) return { ...draft, ...some(join(above, found), direction ?? flow) };
  return { ...draft, ...some(found, direction) };
}

/** 技术合同 + 成交额; an attribute takes the place of the one before it (总额, then 增速). */
function join(thing: string, attribute: string): string {
  const other = ATTRIBUTES.find((known) => thing.length > known.length && thing.endsWith(known));
  return (other ? thing.slice(0, -other.length) : thing) + attribute;
}

function some(measured: string | undefined, direction: string | undefined) {
  return { ...(measured && { measure: measured }), ...(direction && { direction }) };
}

/** The characters from `from` to `to` without the periods named in them. */
function withoutPeriods({ text, periods }: SentenceContext, from: number, to: number): string {
  let out = '';
  let at = from;
  for (const { start, end } of periods) {
    if (start < from || end > to) continue;
    out += text.slice(at, start);
    at = end;
  }
  return out + text.slice(at, to);
}
