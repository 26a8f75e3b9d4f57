import { LEADING } from '../data/words.ts';

/** These begin an object or a phrase, and no subject stands behind them: 是全球领先. */
const NO_LEAD = new Set(
  [...'与和及将把对经给使让从是为有于由按以到至所等即会能'].concat('包括', '包含'),
);

/** 在江城医院: where, and not who. */
const PLACED = new Set([...'在并再用不有只']);

/** What may stand between the beginning of a clause and its subject; regex source. */
const leads = LEADING.map((word) => word.split('!')[0] ?? word)
  .filter((word) => !NO_LEAD.has(word))
  .sort((a, b) => b.length - a.length);
export const LEAD_SOURCE = leads.join('|');
/** The same before an organisation. */
export const ACTOR_LEAD_SOURCE = leads.filter((word) => !PLACED.has(word)).join('|');
