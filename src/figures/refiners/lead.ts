import { LEADING } from '../data/words.ts';

/** These begin an object or a phrase, and no subject stands behind them: 是全球领先. */
const NO_LEAD = new Set(
  [...'与和及将把对经给使让从是为有于由按以到至所等即会能'].concat('包括', '包含'),
);

/** What may stand between the beginning of a clause and its subject; regex source. */
export const LEAD_SOURCE = LEADING.map((word) => word.split('!')[0] ?? word)
  .filter((word) => !NO_LEAD.has(word))
  .sort((a, b) => b.length - a.length)
  .join('|');
