import type { Article, Corpus } from '../../src/article/types.ts';
import type { Figure } from '../../src/figures/types.ts';
import { type Io, print } from './io.ts';
import { oneLine, safe } from './style.ts';

/** Says of every article what was loaded of it and what was left out as page furniture. */
export async function listArticles(
  corpus: Corpus,
  figuresOf: (article: Article) => readonly Figure[],
  io: Pick<Io, 'output'>,
): Promise<void> {
  const clean = io.output.isTTY ? safe : (text: string) => text;
  for (const [index, article] of corpus.articles.entries()) {
    const text = articleLines(article, figuresOf(article).length).map(clean).join('\n');
    await print(io.output, `${index > 0 ? '\n' : ''}${text}\n`);
  }
}

function articleLines(article: Article, figures: number): readonly string[] {
  const { id, title, date, source, paragraphs, furniture, text } = article;
  const facts = [
    date ?? '日期不详',
    source,
    `${paragraphs.length} 段`,
    `${figures} 个统计数字`,
  ].filter(Boolean);
  const left = furniture.map(
    ({ span, rule }) => `    ${oneLine(text.slice(span.start, span.end).trim())}  [${rule}]`,
  );
  return [
    oneLine(id),
    `  ${oneLine(title)}`,
    `  ${facts.join(' · ')}`,
    ...(left.length > 0 ? ['  未收的页面杂项：', ...left] : []),
  ];
}
