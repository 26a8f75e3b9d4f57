import { describe } from '../../src/figures/describe.ts';
import type { Figure } from '../../src/figures/parts/figure.ts';
import { type Messages, messagesFor } from '../../src/reply/messages/index.ts';
import {
  citationOf,
  openingOf,
  quotationsOf,
  type ShownQuotation,
} from '../../src/reply/quotations.ts';
import type { Passage, Reply } from '../../src/reply/reply.ts';
import { passageInWords } from '../../src/reply/row-in-words.ts';
import { type Paint, painter, safe } from './style.ts';

export interface RenderOptions {
  readonly colour: boolean;
  /** Whether a terminal reads this: control characters of a text must not reach one raw. */
  readonly terminal: boolean;
}

/** A reply as a person reads it: lead, figures, citation, and our own words apart from them. */
export function renderReply(reply: Reply, options: RenderOptions): string {
  const paint = painter(options.colour);
  const clean = options.terminal ? safe : (text: string) => text;
  // an outline is a list of headings and sentences, with nothing to mark
  if (reply.layout === 'outline') return clean(reply.text);
  const say = messagesFor(reply.question);
  const [first] = reply.passages;
  const blocks: string[] = [];

  if (reply.outcome === 'answered') {
    const opening = openingOf(reply, say);
    if (opening !== undefined) blocks.push(paint.dim(opening));
    for (const quotation of quotationsOf(reply)) {
      const { figures, number } = quotation;
      const mark = number === undefined ? '' : `${number}. `;
      blocks.push(mark + marked(quotation, paint, clean));
      if (figures.length > 0) blocks.push(figureLines(figures, paint, clean));
      const cited = citationOf(quotation, reply, say);
      if (cited !== undefined) blocks.push(paint.dim(clean(cited)));
    }
    if (reply.notice) blocks.push(paint.dim(clean(reply.notice)));
    return blocks.join('\n');
  }

  if (reply.notice) blocks.push(clean(reply.notice));
  if (first) {
    blocks.push(paint.dim(say.nearest));
    blocks.push(renderPassage(first, options, say));
  }
  if (reply.figures.length > 0) blocks.push(figureLines(reply.figures, paint, clean));
  if (reply.suggestions.length > 0)
    blocks.push(paint.dim(say.mayAsk), ...reply.suggestions.map((text) => `  ${clean(text)}`));
  return blocks.join('\n');
}

/** A passage with its citation under it. */
export function renderPassage(passage: Passage, options: RenderOptions, say: Messages): string {
  const clean = options.terminal ? safe : (text: string) => text;
  return `${clean(passageInWords(passage))}\n${painter(options.colour).dim(clean(say.citation(passage)))}`;
}

function marked(
  { text, highlights }: Pick<ShownQuotation, 'text' | 'highlights'>,
  paint: Paint,
  clean: (text: string) => string,
): string {
  let out = '';
  let at = 0;
  for (const [start, end] of [...highlights].sort((a, b) => a[0] - b[0])) {
    if (start < at) continue;
    out += clean(text.slice(at, start)) + paint.bold(clean(text.slice(start, end)));
    at = end;
  }
  return out + clean(text.slice(at));
}

function figureLines(
  figures: readonly Figure[],
  paint: Paint,
  clean: (text: string) => string,
): string {
  return figures
    .map((figure) => {
      const about = describe(figure);
      return `  ${paint.bold(clean(figure.text))}${about ? `  ${clean(about)}` : ''}`;
    })
    .join('\n');
}
