import { CHINESE, type Cited, messagesFor } from './messages.ts';
import type { Reply } from './reply.ts';

/** A reply as plain text, for whoever has no renderer of his own: quotation, citation, our own words. */
export function plainText(reply: Omit<Reply, 'text'>): string {
  const blocks: string[] = [];
  const say = messagesFor(reply.question);
  const [first] = reply.passages;
  if (reply.outcome === 'answered') {
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

/** Where a passage stands, e.g. `——《题目》（2023-06-01）第5段，联合攻关`; of a PDF `第3页第5段`; and where else. */
export function citation(passage: Cited, date?: string): string {
  return CHINESE.citation(passage, date);
}
