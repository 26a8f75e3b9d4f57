import type { Draft } from '../parts/draft.ts';
import { hasOrganisationEnding } from '../parts/organisations.ts';
import type { Refiner } from '../parts/sentence-context.ts';

/** What belongs to a place's name, and stands between it and what is measured. */
const BETWEEN = /^(?:省|市|县|区|州)?的?/;
/** Characters without which what is left is no measure of its own: 上海港, 湖北省. */
const LEAST = 2;
/** The place is part of what is counted: 江苏银行, 苏州大学, 长江流域. */
const NAME =
  /^(?:大学|学院|银行|证券|高铁|机场|火车站|港|湾|湖|海峡|经济圈|经济带|城市群|流域|平原|盆地|路|街)/;

/** 南京财政收入 of 南京 is 财政收入: whom a figure is about is told apart from what it measures. */
export const axes: Refiner = (drafts) => drafts.map(withoutActor);

function withoutActor(draft: Draft): Draft {
  const { actor, measure } = draft;
  if (!actor || !measure?.startsWith(actor)) return draft;
  const behind = measure.slice(actor.length);
  const rest = behind.replace(BETWEEN, '');
  const isName = NAME.test(behind) || (behind !== '' && hasOrganisationEnding(measure));
  return rest.length < LEAST || isName ? draft : { ...draft, measure: rest };
}
