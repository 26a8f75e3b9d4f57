import type { FigureMatches } from '../../src/figures/lookup.ts';
import type { Figure } from '../../src/figures/parts/figure.ts';
import { messagesFor } from '../../src/reply/messages/index.ts';
import { type Io, print } from './io.ts';
import { oneLine } from './style.ts';
import { table } from './table.ts';

/**
 * Prints the figures found as a table, or as `{"figures":[…]}`. When none match: what the corpus
 * holds instead and the nearest figures; with JSON the reason goes to stderr.
 */
export async function printFigures(
  found: FigureMatches,
  { json, words }: { readonly json: boolean; readonly words: readonly string[] },
  io: Pick<Io, 'output' | 'errors'>,
): Promise<void> {
  const none = found.kind === 'none';
  const notice = none
    ? oneLine(messagesFor(words.join('')).noneFound(found.failed, found.asked, found.held))
    : '';
  if (json) {
    if (none) await print(io.errors, `${notice}\n`);
    await print(io.output, `${JSON.stringify({ figures: none ? [] : found.figures })}\n`);
    return;
  }
  if (none) await print(io.output, `${notice}\n`);
  const figures = none ? found.nearest : found.figures;
  if (figures.length > 0)
    await print(io.output, `${none ? '最接近的：\n' : ''}${figureTable(figures)}\n`);
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
