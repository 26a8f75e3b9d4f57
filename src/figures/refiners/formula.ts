import type { Draft } from '../parts/draft.ts';
import type { Refiner } from '../parts/sentence-context.ts';

/** Between the figures of one formula: operators, numbers without a unit, what a unit still ends in (元/人·月). */
const STEP =
  /^[·/]?[个人月日天年户次期]{0,2}[）)]?(?:[×xX*＊÷/＋+－−-][（(]?[0-9./%]*(?:个?[月年天人日次])?[）)]?){1,4}$/;
const RESULT =
  /^[·/]?[个人月日天年户次期]{0,2}[）)]?(?:[×xX*＊÷/＋+－−-][（(]?[0-9./%]*(?:个?[月年天人日次])?[）)]?)*[=＝≈]$/;

/**
 * 补贴600元/人×6个月+200元=3800元: what is named before a formula is its result; what is multiplied and
 * added is named by nothing.
 */
export const formula: Refiner = (drafts, { text }) => {
  if (!/[=＝≈]/.test(text)) return drafts;
  const done = [...drafts];
  for (let first = 0; first < drafts.length; first += 1) {
    const last = resultOf(drafts, first, text);
    if (last === undefined) continue;
    const named = drafts[first];
    for (const [at, draft] of drafts.slice(first, last + 1).entries()) {
      const { measure: _, stem: __, ...rest } = draft;
      done[first + at] = first + at === last && named ? { ...rest, ...namesOf(named) } : rest;
    }
    first = last;
  }
  return done;
};

/** The index of the result of the formula that begins with the figure at `first`; undefined where none does. */
function resultOf(drafts: readonly Draft[], first: number, text: string): number | undefined {
  for (let at = first; at + 1 < drafts.length; at += 1) {
    const between = text.slice(drafts[at]?.end, drafts[at + 1]?.start).replace(/\s/g, '');
    if (RESULT.test(between)) return at + 1;
    if (!STEP.test(between)) return undefined;
  }
  return undefined;
}

function namesOf({ measure, stem }: Draft): Pick<Draft, 'measure' | 'stem'> {
  return { ...(measure !== undefined && { measure }), ...(stem !== undefined && { stem }) };
}
