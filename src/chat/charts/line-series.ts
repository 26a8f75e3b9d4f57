import type { Figure } from '../../figures/parts/figure.ts';
import type { Series } from './chart.ts';
import {
  type LabelPlace,
  labelledOf,
  labelPlaces,
  SIDES,
  widestOf,
  widthOf,
} from './chart-labels.ts';
import { AXIS_WIDTH, colourOf, isExact, LABEL, PLOT_WIDTH, RIGHT, VALUE } from './chart-style.ts';

/** One of several lines of a chart: its marks with their labels, broken where there is a gap. */
export function line({ name, marks }: Series, index: number, count: number) {
  const most = (PLOT_WIDTH + RIGHT / 2) / (widestOf(marks, VALUE) + 4);
  // one line has room on both its sides, two have each the outer one
  const isTwoSided = count === 1 && marks.length > most;
  const labelled = labelledOf(marks, count > 2 ? 0 : isTwoSided ? 2 * most : most);
  const isCrowded = labelled.size < marks.filter((mark) => mark !== undefined).length;
  const side = isTwoSided && !isCrowded ? 'both' : count > 1 ? SIDES[index % 2] : 'free';
  const places = labelPlaces(marks, side ?? 'free');
  return {
    name,
    type: 'line' as const,
    connectNulls: false,
    showAllSymbol: true,
    symbolSize: isCrowded && marks.length > 20 ? 5 : 9,
    emphasis: { disabled: true },
    // each label stays, but not in the way of another
    labelLayout: { moveOverlap: 'shiftY' as const },
    lineStyle: { width: 2.5 },
    itemStyle: { color: colourOf(index) },
    data: marks.map((figure, at) =>
      figure === undefined
        ? null
        : {
            value: figure.value,
            symbol: isExact(figure) ? 'circle' : 'emptyCircle',
            label: {
              ...LABEL,
              show: labelled.has(figure),
              ...withinEdges(places[at], figure, (at + 0.5) / marks.length),
              formatter: () => figure.text,
            },
          },
    ),
  };
}

/**
 * A label's place, moved to the other side of its mark where it would leave the picture.
 * @param at the place of the mark along the axis, from 0 to 1
 */
function withinEdges(place: LabelPlace | undefined, { text }: Figure, at: number): LabelPlace {
  const { position = 'top', align = 'center' } = place ?? {};
  const width = widthOf(text, VALUE);
  const [left, right] = [at * PLOT_WIDTH, (1 - at) * PLOT_WIDTH + RIGHT];
  const half = width / 2;
  if ((align === 'center' && half > right) || (align === 'left' && width > right))
    return { position, align: 'right' };
  if ((align === 'center' && half > left) || (align === 'right' && width > left + AXIS_WIDTH / 2))
    return { position, align: 'left' };
  return { position, align };
}
