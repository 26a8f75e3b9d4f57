import { FACTS, PLANS } from '../data/plans.ts';
import { matchesOf } from '../parts/all-matches.ts';
import type { Refiner } from '../parts/sentence-context.ts';

const WORDS = new RegExp(`(?<plan>${PLANS.join('|')})|${FACTS.join('|')}`, 'g');
/** 实现6%的目标, 25万台的销售计划. */
const AIM_BEHIND = /^(?:以上|左右|以内)?的?[^，。；、0-9]{0,6}(?:目标|计划|指标任务|规划)/;

/** Tells what is planned, aimed at or expected from what came about, by the last such word in its part of the sentence. */
export const planned: Refiner = (drafts, { text, clauses }) => {
  const words = matchesOf(WORDS, text);
  if (words.length === 0 && !text.includes('目标')) return drafts;
  return drafts.map((draft) => {
    const said = words.findLast(
      ({ index }) => index < draft.start && clauses.segment[index] === clauses.segment[draft.start],
    );
    const aimed = AIM_BEHIND.test(text.slice(draft.end, draft.end + 14));
    return said?.groups?.['plan'] !== undefined || aimed ? { ...draft, planned: true } : draft;
  });
};
