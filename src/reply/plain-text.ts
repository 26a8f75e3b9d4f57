import { type Messages, messagesFor } from './messages/index.ts';
import { citationOf, openingOf, quotationsOf, type ShownQuotation } from './quotations.ts';
import type { Passage, Reply } from './reply.ts';
import { passageInWords } from './row-in-words.ts';

/** A reply as plain text, for programs without a renderer: quotation, figures, citation and notice, a line each. */
function plainText(reply: Omit<Reply, 'text'>): string {
  const blocks: string[] = [];
  const say = messagesFor(reply.question);
  const [first] = reply.passages;
  if (reply.layout === 'outline') {
    if (first !== undefined) blocks.push(`《${first.title}》`, ...outlineLines(reply.passages));
    if (reply.notice !== '') blocks.push(reply.notice);
  } else if (reply.outcome === 'answered') {
    const opening = openingOf(reply, say);
    if (opening !== undefined) blocks.push(opening);
    for (const quotation of quotationsOf(reply)) blocks.push(...linesOf(quotation, reply, say));
    if (reply.notice !== '') blocks.push(reply.notice);
  } else {
    if (reply.notice !== '') blocks.push(reply.notice);
    if (first !== undefined) blocks.push(say.nearest, passageInWords(first), say.citation(first));
    if (reply.suggestions.length > 0) blocks.push(say.mayAsk, ...reply.suggestions);
  }
  return blocks.join('\n');
}

function linesOf(quotation: ShownQuotation, reply: Omit<Reply, 'text'>, say: Messages): string[] {
  const { text, figures, number } = quotation;
  const lines = [number === undefined ? text : `${number}. ${text}`];
  if (figures.length > 0)
    lines.push(figures.map(({ text, measure }) => `${text}（${measure}）`).join('；'));
  const citation = citationOf(quotation, reply, say);
  if (citation !== undefined) lines.push(citation);
  return lines;
}

/** The reply with what it says as plain text. */
export function withText(reply: Omit<Reply, 'text'>): Reply {
  return { ...reply, text: plainText(reply) };
}

/** Each part's heading and its first sentence. */
function outlineLines(parts: readonly Passage[]): string[] {
  return parts.flatMap(({ heading, text }) => (heading === undefined ? [text] : [heading, text]));
}
