import { numberRank, UNNUMBERED } from '../text/section-numbers.ts';
import { isRow, type Unit } from './group-lines.ts';

/** A numbered line that is nothing but the name of what is listed below it: （四）散文：. */
const LABEL =
  /^\s*(?<number>[^\p{L}]?[\d一二三四五六七八九十]{1,3}[)）.、．]\s*)(?<label>[^，,。；;:：]{2,16})[:：]\s*$/u;
/** What leads in to a list without naming what it is of. */
const LEADS_IN = /(?:为|為|是|有|下|左|包括|包含)$/u;
/** UTF-16 units of an item at most that leaves unsaid what it is of: 首獎1名，獎金壹萬元. */
const ITEM = 50;

/**
 * What is listed, for each unit that stands in a list below the name of it, by the place of the unit: 散文
 * for the prizes below （四）散文：. An item says of itself neither what it belongs to nor whose it is.
 */
export function listLabels(
  units: readonly Unit[],
  isHeading: (place: number) => boolean,
): ReadonlyMap<number, string> {
  const labels = new Map<number, string>();
  for (const [at, { text }] of units.entries()) {
    const label = LABEL.exec(text)?.groups?.['label']?.trim();
    if (label === undefined || LEADS_IN.test(label) || isHeading(at)) continue;
    const above = labels.get(at);
    const named = above === undefined ? label : `${above} | ${label}`;
    const rank = numberRank(text.trim()) ?? UNNUMBERED;
    for (let place = at + 1; place < units.length; place++) {
      const unit = units[place];
      if (unit === undefined || isHeading(place) || !isItem(unit, rank)) break;
      if (unit.text.length <= ITEM) labels.set(place, named);
    }
  }
  return labels;
}

/** Whether a unit may stand in a list below a label of a rank: numbered lower, or short and right below. */
function isItem({ lines, text }: Unit, rank: number): boolean {
  const [line] = lines;
  if (line?.markup?.kind === 'row' || line?.markup?.kind === 'header' || isRow(text)) return false;
  const own = numberRank(text.trim());
  if (own !== undefined) return own > rank;
  return line?.gap !== 'blank' && text.length <= ITEM;
}
