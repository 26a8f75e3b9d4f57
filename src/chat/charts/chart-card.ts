import type { Article } from '../../article/article.ts';
import { describe } from '../../figures/describe.ts';
import type { FigureLookup } from '../../figures/figure-lookup.ts';
import type { FigureQuery } from '../../figures/lookup.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import { digest } from '../../util/digest.ts';
import type { ArticleDigests } from '../article-digests.ts';
import type { Block, Button, Card } from '../card.ts';
import { citationBlock } from '../cite.ts';
import type { Language } from '../language.ts';
import { PAGE_TEXTS, type PageTexts } from '../page-texts/index.ts';
import { placeOf } from '../place-link.ts';
import type { Texts } from '../texts/index.ts';
import { type FigureGroup, figureGroups, isDrawable, seriesOf } from './chart.ts';
import { type DrawnChart, drawFigures, type Mark } from './chart-of-figures.ts';

/** Groups of figures that are offered to be drawn, where they cannot share a chart. */
const GROUPS = 5;
/** Articles that are named below a chart; of more their number is said. */
const SOURCES = 3;

/** The words before a look-up that ask for a chart. */
const CHART_WORDS = /^(?:图|圖|图表|圖表|画图|畫圖|chart)$/iu;

/** The words of a look-up without the one that asks for a chart; undefined where none does. */
export function wordsToDraw(words: readonly string[] = []): readonly string[] | undefined {
  const [first = '', ...rest] = words;
  return CHART_WORDS.test(first) ? rest : undefined;
}

/** What is said with a chart, in one language. */
interface Speaking {
  readonly language: Language;
  readonly texts: Texts;
}

type FiguresOf = (article: Article) => readonly Figure[];

/** Figures that are compared with a query, those of the latest periods. */
const COMPARED = 3_000;

/**
 * The figures that a look-up finds, or one group of them, as a chart; undefined where it
 * asks for nothing or finds none.
 * @param key finds the look-up again, for the buttons of groups
 * @param group the digest of a group's key
 */
export async function lookupChart(
  query: FigureQuery,
  { key, group }: { readonly key: number; readonly group?: number },
  speaking: Speaking,
  digests: ArticleDigests,
  figures: FigureLookup,
): Promise<Card | undefined> {
  const { words: asked = [], year, actor } = query;
  if (asked.length === 0 && year === undefined && actor === undefined) return undefined;
  const found = figures.find(query, COMPARED);
  if (found.kind === 'none') return undefined;
  if (group === undefined) return chartCard(found.figures, speaking, digests, key);
  const chosen = figureGroups(found.figures).find((one) => digest(one.key) === group);
  return chosen && chartCard(chosen.figures, speaking, digests, key);
}

/** The figures of an article that share a chart with one of them; undefined where it has gone. */
export async function seriesChart(
  { article: key, figure: place }: { readonly article: number; readonly figure: number },
  speaking: Speaking,
  digests: ArticleDigests,
  figuresOf: FiguresOf,
): Promise<Card | undefined> {
  const article = digests.find(key);
  const figures = article ? figuresOf(article) : [];
  const [figure] = figures.slice(place, place + 1);
  return figure && chartCard(seriesOf(figure, figures), speaking, digests);
}

/** Figures as a chart and as text; why they cannot share one, with the groups of them that can. */
async function chartCard(
  figures: readonly Figure[],
  { language, texts }: Speaking,
  digests: ArticleDigests,
  key?: number,
): Promise<Card> {
  const page = PAGE_TEXTS[language];
  const drawn = await drawFigures(figures, (id) => digests.named(id), language);
  if (drawn.kind === 'refused') return refusal(drawn, page, digests, key);
  const { chart, title, about, marks, svg, description } = drawn;
  if (marks.length < 2) return refused([words(texts.oneFigure)]);
  return {
    answered: true,
    blocks: [
      words(title),
      { kind: 'note', text: about },
      ...marks.map(
        ({ series, place, figure }): Block => ({
          kind: 'figure',
          text: figure.text,
          about: [series, place].filter(Boolean).join(' · '),
        }),
      ),
      ...(chart.leftOut > 0 ? [{ kind: 'note', text: page.leftOut(chart.leftOut) } as const] : []),
      ...sources(marks, page, digests),
    ],
    picture: {
      alt: description,
      async png() {
        const { chartPng } = await import('./chart-png.ts');
        return chartPng(svg);
      },
    },
    buttons: [],
  };
}

/** A citation of each article that marks are from, which leads to the first of them. */
function sources(
  marks: readonly Mark[],
  page: PageTexts,
  digests: ArticleDigests,
): readonly Block[] {
  const first = new Map<string, Figure>();
  for (const { figure } of marks.toReversed()) first.set(figure.article, figure);
  const all = [...first.values()].toReversed();
  const named = all.slice(0, SOURCES).flatMap((figure) => sourceOf(figure, page, digests));
  return all.length > SOURCES
    ? [...named, { kind: 'note', text: page.moreSources(all.length) }]
    : named;
}

function sourceOf(figure: Figure, page: PageTexts, digests: ArticleDigests): Block[] {
  const article = digests.named(figure.article);
  if (article === undefined) return [];
  const text = page.sourceIs(article.title, article.date);
  return [citationBlock(text, digests.linkTo(article, placeOf(article, figure)))];
}

function refusal(
  drawn: Extract<DrawnChart, { kind: 'refused' }>,
  page: PageTexts,
  digests: ArticleDigests,
  key: number | undefined,
): Card {
  const said = words(page.refusals[drawn.reason]);
  switch (drawn.reason) {
    case 'mixed': {
      const groups = drawn.groups.filter(({ figures }) => isDrawable(figures)).slice(0, GROUPS);
      if (groups.length === 0 || key === undefined) return refused([words(page.noneDrawable)]);
      return refused(
        [said],
        groups.map((group) => [
          {
            label: `${groupName(group, page)}　${page.figuresFound(group.figures.length)}`,
            action: { kind: 'chart', query: key, group: digest(group.key) },
          },
        ]),
      );
    }
    case 'differing':
      return refused([
        said,
        ...drawn.figures.flatMap((figure): Block[] => [
          { kind: 'figure', text: figure.text, about: describe(figure) },
          ...sourceOf(figure, page, digests),
        ]),
      ]);
    default:
      return refused([said]);
  }
}

/** What a group of figures has in common. */
export function groupName(
  { direction, measure, unit, isPlanned }: FigureGroup,
  texts: PageTexts,
): string {
  return [direction, measure, unit || texts.noUnit, isPlanned && texts.planned]
    .filter(Boolean)
    .join(' · ');
}

function refused(blocks: readonly Block[], buttons: readonly (readonly Button[])[] = []): Card {
  return { answered: false, blocks, buttons };
}

function words(text: string): Block {
  return { kind: 'words', text };
}

/** The row of a button that draws what a look-up found; none where it makes no chart. */
export function chartRow(
  figures: readonly Figure[],
  query: number,
  { chart }: Texts,
): readonly (readonly Button[])[] {
  return isDrawable(figures) ? [[{ label: chart, action: { kind: 'chart', query } }]] : [];
}

/**
 * The row of a button that draws a figure with those of its article that share a chart with it;
 * none where there are none.
 */
export function seriesRow(
  figure: Figure | undefined,
  figuresOf: FiguresOf,
  digests: ArticleDigests,
  { chart }: Texts,
): readonly (readonly Button[])[] {
  const article = figure && digests.named(figure.article);
  if (figure === undefined || article === undefined) return [];
  const figures = figuresOf(article);
  const place = figures.findIndex(({ start, end }) => start === figure.start && end === figure.end);
  const [found] = figures.slice(place, place + 1);
  if (place < 0 || found === undefined || seriesOf(found, figures).length < 2) return [];
  const action = { kind: 'series', article: digests.digestOf(article), figure: place } as const;
  return [[{ label: chart, action }]];
}
