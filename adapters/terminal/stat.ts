import type { Figure } from '../../src/figures/types.ts';
import { type Io, print } from './io.ts';
import { oneLine } from './style.ts';
import { table } from './table.ts';

/** What `stat` shows: the figures that match; without any, why not, and the nearest there are. */
export interface Found {
  readonly figures: readonly Figure[];
  readonly notice: string;
  readonly nearest: readonly Figure[];
}

/** Prints figures as a table, or as `{"figures":[…]}`; why there are none goes to stderr then. */
export async function printFigures(
  { figures, notice, nearest }: Found,
  { json }: { readonly json: boolean },
  io: Pick<Io, 'output' | 'errors'>,
): Promise<void> {
  if (json) {
    if (notice) await print(io.errors, `${oneLine(notice)}\n`);
    await print(io.output, `${JSON.stringify({ figures })}\n`);
    return;
  }
  if (notice) await print(io.output, `${oneLine(notice)}\n`);
  if (figures.length > 0) await print(io.output, `${figureTable(figures)}\n`);
  else if (nearest.length > 0) await print(io.output, `文中有：\n${figureTable(nearest)}\n`);
}

function figureTable(figures: readonly Figure[]): string {
  return table([
    ['数字', '指标', '方向', '主体', '时期', '出处'],
    ...figures.map((figure) =>
      [
        figure.text,
        figure.measure,
        figure.direction ?? '',
        figure.actor ?? '',
        figure.period ?? '',
        `${figure.article} 第${figure.paragraph}段`,
      ].map(oneLine),
    ),
  ]);
}
