import type { Article } from '../article/article.ts';
import { describe } from '../figures/describe.ts';
import type { FigureLookup } from '../figures/figure-lookup.ts';
import type { FigureQuery } from '../figures/lookup.ts';
import type { Figure } from '../figures/parts/figure.ts';
import { messagesFor } from '../reply/messages/index.ts';
import { compareStrings } from '../util/compare-strings.ts';
import { turning } from './article-card.ts';
import type { ArticleDigests } from './article-digests.ts';
import type { Block, Button, Card, View } from './card.ts';
import { chartRow, seriesRow } from './charts/chart-card.ts';
import { citationBlock, cite } from './cite.ts';
import { placeOf } from './place-link.ts';
import type { Speech } from './speech.ts';
import { parts, type Size } from './split.ts';

/** Figures that a card lists: each has a line and a button. */
const LISTED = 10;
const BUTTONS_A_ROW = 5;
/** Measures named to somebody who asked for none. */
const MEASURES = 12;

/** Figures that are compared with a query, those of the latest periods. */
const COMPARED = 3_000;

type FiguresOf = (article: Article) => readonly Figure[];

/**
 * The figures that a query asks for, of the newest period first, a page at a time; where several
 * match, a button shows the sentence of each.
 * @param at the first that is listed
 * @param key finds the query again, for the buttons that turn pages
 */
export async function statCard(
  query: FigureQuery,
  at: number,
  key: number,
  speech: Speech,
  digests: ArticleDigests,
  { figures: lookup, figuresOf }: { readonly figures: FigureLookup; readonly figuresOf: FiguresOf },
): Promise<Card> {
  if ((query.words ?? []).length === 0 && query.year === undefined && query.actor === undefined) {
    const measures = await lookup.measures('', MEASURES);
    const texts = [
      speech.texts.statUsage,
      ...(measures.length > 0 ? [speech.texts.someMeasures(measures)] : []),
    ];
    return { answered: false, blocks: texts.map(words), buttons: [] };
  }
  const say = messagesFor([...(query.words ?? []), query.actor ?? ''].join(''));
  const found = lookup.find(query, COMPARED);
  const figures = newestFirst(found.kind === 'found' ? found.figures : found.nearest);
  const [only, second] = figures;
  const answered = found.kind === 'found';
  if (answered && only && !second) return single(only, speech, digests, figuresOf);
  const from = at < figures.length ? at : 0;
  const listed = figures.slice(from, from + LISTED);
  const turn = turning(from, LISTED, figures.length, speech.texts, (to) => ({
    kind: 'figures',
    query: key,
    at: to,
  }));
  const above = answered
    ? [
        from === 0
          ? say.figuresFound(figures.length, listed.length, answered && found.isCut === true)
          : `${from + 1}–${from + listed.length} / ${figures.length}`,
      ]
    : [
        say.noneFound(found.failed, found.asked, found.held),
        ...(listed.length > 0 ? [say.nearestFigures] : []),
      ];
  if (lookup.unread > 0) {
    const of = digests.articles.length;
    above.push(say.figuresUnread(of - lookup.unread, of));
  }
  return {
    answered,
    blocks: [
      ...above.map(words),
      ...listed.map((figure, i) => ({
        kind: 'figure' as const,
        text: figure.text,
        about: describe(figure),
        number: from + i + 1,
      })),
    ],
    buttons: [
      ...rows(listed.flatMap((figure, i) => numbered(figure, from + i + 1, digests, figuresOf))),
      ...(turn.length > 0 ? [turn] : []),
      ...(answered ? chartRow(figures, key, speech.texts) : []),
    ],
  };
}

/** By period, the latest first; those of none last, each in the order of the articles. */
function newestFirst(figures: readonly Figure[]): Figure[] {
  const lastDay = ({ period = '' }: Figure) => period.split('/').at(-1) ?? '';
  return figures.toSorted((a, b) => compareStrings(lastDay(b), lastDay(a)));
}

/** A figure's sentence, with its paragraph a button away. */
function single(
  figure: Figure,
  speech: Speech,
  digests: ArticleDigests,
  figuresOf: FiguresOf,
): Card {
  const ref = digests.refOf(figure);
  return {
    answered: true,
    blocks: figureBlocks(figure, speech, digests),
    ...(ref && {
      view: { kind: 'show', refs: [ref], at: 0, part: 0, manner: 'closed', closes: true },
    }),
    buttons: seriesRow(figure, figuresOf, digests, speech.texts),
  };
}

/** The sentence of a figure, as a view below the list it was picked from. */
export function figureView(
  { article: key, figure: place }: { readonly article: number; readonly figure: number },
  speech: Speech,
  digests: ArticleDigests,
  figuresOf: FiguresOf,
  room: number,
  size?: Size,
): View | undefined {
  const article = digests.find(key);
  const figure = article && figuresOf(article)[place];
  if (!figure) return undefined;
  return { blocks: figureBlocks(figure, speech, digests, room, size), buttons: [] };
}

function figureBlocks(
  figure: Figure,
  { say }: Speech,
  digests: ArticleDigests,
  room = Number.POSITIVE_INFINITY,
  size?: Size,
): Block[] {
  const { article: id, paragraph, sentence, text, start } = figure;
  const article = digests.named(id);
  const from = article === undefined ? -1 : sentenceStart(article, figure);
  const at = start - from;
  // of a sentence too long for its room, the part with the figure
  const [begin, end] = parts(sentence, room, size).find(([, stop]) => at < stop) ?? [0, 0];
  return [
    {
      kind: 'quote',
      text: sentence.slice(begin, end),
      bold: from < 0 ? [] : [[at - begin, at - begin + text.length]],
    },
    { kind: 'figure', text, about: describe(figure) },
    ...(article
      ? [
          citationBlock(
            cite(article, paragraph, say),
            digests.linkTo(article, placeOf(article, figure)),
          ),
        ]
      : []),
  ];
}

/** Where the figure's sentence begins: the nearest place before the figure that holds it. */
function sentenceStart({ text }: Article, { sentence, start }: Figure): number {
  return text.lastIndexOf(sentence, start);
}

function numbered(
  figure: Figure,
  number: number,
  digests: ArticleDigests,
  figuresOf: FiguresOf,
): Button[] {
  const article = digests.named(figure.article);
  if (article === undefined) return [];
  const place = figuresOf(article).findIndex(
    ({ start, end, measure }) =>
      start === figure.start && end === figure.end && measure === figure.measure,
  );
  return [
    {
      label: String(number),
      action: { kind: 'figure', article: digests.digestOf(article), figure: place },
    },
  ];
}

function rows(buttons: readonly Button[]): Button[][] {
  const all: Button[][] = [];
  for (let i = 0; i < buttons.length; i += BUTTONS_A_ROW)
    all.push(buttons.slice(i, i + BUTTONS_A_ROW));
  return all;
}

function words(text: string): Block {
  return { kind: 'words', text };
}
