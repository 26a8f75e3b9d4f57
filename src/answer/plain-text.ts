import type { Passage, Reply } from '../reply.ts';

/** A reply as plain text, for whoever has no renderer of his own: quotation, citation, our own words. */
export function plainText(reply: Omit<Reply, 'text'>): string {
  const blocks: string[] = [];
  const [first] = reply.passages;
  if (reply.outcome === 'answered') {
    blocks.push(reply.lead);
    if (reply.figures.length > 0) {
      blocks.push(reply.figures.map(({ text, measure }) => `${text}（${measure}）`).join('；'));
    }
    if (first !== undefined) blocks.push(citation(first));
    if (reply.notice !== '') blocks.push(reply.notice);
  } else {
    if (reply.notice !== '') blocks.push(reply.notice);
    if (first !== undefined) blocks.push('最接近的原文（不是答案）：', first.text, citation(first));
    if (reply.suggestions.length > 0) blocks.push('可以问：', ...reply.suggestions);
  }
  return blocks.join('\n');
}

/** Where a passage stands, e.g. `——《题目》（2023-06-01）第5段，联合攻关`; of a PDF `第3页第5段`. */
export function citation(
  { title, paragraph, heading, page }: Pick<Passage, 'title' | 'paragraph' | 'heading' | 'page'>,
  date?: string,
): string {
  const when = date === undefined ? '' : `（${date}）`;
  const leaf = page === undefined ? '' : `第${page}页`;
  const place = paragraph === 0 ? '文首' : `${leaf}第${paragraph}段`;
  return `——《${title}》${when}${place}${heading === undefined ? '' : `，${heading}`}`;
}
