import { messagesFor } from './messages/index.ts';
import type { Passage, Reply } from './reply.ts';

/** A reply as plain text, for programs without a renderer: quotation, figures, citation and notice, a line each. */
export function plainText(reply: Omit<Reply, 'text'>): string {
  const blocks: string[] = [];
  const say = messagesFor(reply.question);
  const [first] = reply.passages;
  if (reply.layout === 'outline') {
    if (first !== undefined) blocks.push(`《${first.title}》`, ...outlineLines(reply.passages));
    if (reply.notice !== '') blocks.push(reply.notice);
  } else if (reply.outcome === 'answered') {
    blocks.push(reply.lead);
    if (reply.figures.length > 0) {
      blocks.push(reply.figures.map(({ text, measure }) => `${text}（${measure}）`).join('；'));
    }
    if (first !== undefined) blocks.push(say.citation(first));
    if (reply.notice !== '') blocks.push(reply.notice);
  } else {
    if (reply.notice !== '') blocks.push(reply.notice);
    if (first !== undefined) blocks.push(say.nearest, first.text, say.citation(first));
    if (reply.suggestions.length > 0) blocks.push(say.mayAsk, ...reply.suggestions);
  }
  return blocks.join('\n');
}

/** Each part's heading and its first sentence. */
function outlineLines(parts: readonly Passage[]): string[] {
  return parts.flatMap(({ heading, text }) => (heading === undefined ? [text] : [heading, text]));
}
