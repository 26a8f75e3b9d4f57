import { writeFileSync } from 'node:fs';
import type { Article } from '../../src/article/article.ts';
import { groupName } from '../../src/chat/charts/chart-card.ts';
import { drawFigures } from '../../src/chat/charts/chart-of-figures.ts';
import { languageOf } from '../../src/chat/language.ts';
import { PAGE_TEXTS } from '../../src/chat/page-texts/index.ts';
import { figuresCsv } from '../../src/chat/pages/figures-page.ts';
import type { FigureMatches } from '../../src/figures/lookup.ts';
import type { Figure } from '../../src/figures/parts/figure.ts';
import { messagesFor } from '../../src/reply/messages/index.ts';
import { reasonOf, YuanwenError } from '../../src/util/errors.ts';
import { type Io, print } from './io.ts';
import { oneLine } from './style.ts';
import { table } from './table.ts';

/**
 * Prints the figures found as a table, as `{"figures":[…]}` or as CSV. When none match: what the
 * corpus holds instead and the nearest figures; with JSON and CSV the reason goes to stderr.
 */
export async function printFigures(
  found: FigureMatches,
  { form, words }: { readonly form: 'table' | 'json' | 'csv'; readonly words: readonly string[] },
  io: Pick<Io, 'output' | 'errors'>,
): Promise<void> {
  const none = found.kind === 'none';
  const notice = none
    ? oneLine(messagesFor(words.join('')).noneFound(found.failed, found.asked, found.held))
    : '';
  if (form !== 'table') {
    if (none) await print(io.errors, `${notice}\n`);
    const figures = none ? [] : found.figures;
    const text = form === 'csv' ? figuresCsv(figures) : `${JSON.stringify({ figures })}\n`;
    await print(io.output, text);
    return;
  }
  if (none) await print(io.output, `${notice}\n`);
  const figures = none ? found.nearest : found.figures;
  if (figures.length > 0)
    await print(io.output, `${none ? '最接近的：\n' : ''}${figureTable(figures)}\n`);
}

/**
 * Draws the figures found into a file.
 * @throws YuanwenError where they cannot share a chart, or the file cannot be written
 */
export async function drawFound(
  found: FigureMatches,
  { chart, words }: { readonly chart: string; readonly words: readonly string[] },
  articles: readonly Article[],
): Promise<void> {
  const figures = found.kind === 'found' ? found.figures : [];
  const language = languageOf(undefined, words.join(''));
  const articleOf = (id: string) => articles.find((article) => article.id === id);
  const drawn = await drawFigures(figures, articleOf, language);
  if (drawn.kind === 'refused') {
    const texts = PAGE_TEXTS[language];
    const groups =
      drawn.reason === 'mixed'
        ? drawn.groups.map(
            (group) => `${groupName(group, texts)} · ${texts.figuresFound(group.figures.length)}`,
          )
        : [];
    throw new YuanwenError('input', [texts.refusals[drawn.reason], ...groups].join('\n  '));
  }
  const { chartPng } = await import('../../src/chat/charts/chart-png.ts');
  const isPng = chart.toLowerCase().endsWith('.png');
  try {
    writeFileSync(chart, isPng ? await chartPng(drawn.svg) : drawn.svg);
  } catch (error) {
    throw new YuanwenError('usage', `${chart} cannot be written: ${reasonOf(error)}`, {
      cause: error,
    });
  }
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
