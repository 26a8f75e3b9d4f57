import type { Article, Corpus } from '../../src/article/article.ts';
import { checkArticle } from '../../src/corpus/check-article.ts';
import type { DuplicateParagraphs } from '../../src/duplicates/duplicate-paragraphs.ts';
import { findDuplicates } from '../../src/duplicates/list-duplicates.ts';
import type { Figure } from '../../src/figures/parts/figure.ts';
import { type Io, print } from './io.ts';
import { oneLine, safe } from './style.ts';

/** Says of every article what was loaded of it and what was left out as page furniture. */
export async function listArticles(
  corpus: Corpus,
  figuresOf: (article: Article) => readonly Figure[],
  copies: DuplicateParagraphs,
  io: Pick<Io, 'output'>,
): Promise<void> {
  const clean = io.output.isTTY ? safe : (text: string) => text;
  for (const [index, article] of corpus.articles.entries()) {
    const text = articleLines(article, figuresOf(article).length, copies).map(clean).join('\n');
    await print(io.output, `${index > 0 ? '\n' : ''}${text}\n`);
  }
}

/**
 * Says of every file what an operator has to mend in it, errors first. Returns whether all of them
 * could be loaded; warnings do not count.
 */
export async function checkArticles(
  corpus: Corpus,
  figuresOf: (article: Article) => readonly Figure[],
  io: Pick<Io, 'output'>,
): Promise<boolean> {
  const errors = corpus.problems.filter(({ severity }) => severity === 'error');
  const copies = findDuplicates(corpus.articles);
  let warnings = 0;
  for (const { message } of errors) await print(io.output, `${oneLine(`error    ${message}`)}\n`);
  for (const article of corpus.articles) {
    const { file, paragraphs, furniture, title, date } = article;
    const said = corpus.problems
      .filter((problem) => problem.file === file && problem.severity === 'warning')
      .map(({ message }) => message);
    const faults = [...said, ...checkArticle(article).map((fault) => `${file} ${fault}`)];
    warnings += faults.length;
    const facts = [
      date ?? '日期不详',
      `${paragraphs.length} 段`,
      `${figuresOf(article).length} 个统计数字`,
      `${furniture.length} 处页面杂项`,
      ...copyOf(article, copies),
    ].join(' · ');
    const lines = [
      `${faults.length > 0 ? 'warning ' : 'ok      '} ${file}  ${title} · ${facts}`,
      ...faults.map((fault) => `         ${fault}`),
    ];
    for (const line of lines) await print(io.output, `${oneLine(line)}\n`);
  }
  const { length } = corpus.articles;
  await print(io.output, `${length} loaded, ${errors.length} errors, ${warnings} warnings\n`);
  return errors.length === 0;
}

/** Which earlier article tells the same story, and how many paragraphs are cited together with it. */
function copyOf(article: Article, copies: DuplicateParagraphs): string[] {
  const original = copies.originalOf(article);
  if (original === undefined) return [];
  const folded = article.paragraphs.filter(({ number }) => copies.isCopy(article, number)).length;
  return [`与 ${oneLine(original.id)} 同文，并入 ${folded} 段`];
}

function articleLines(
  article: Article,
  figures: number,
  copies: DuplicateParagraphs,
): readonly string[] {
  const { id, title, date, source, paragraphs, furniture, text } = article;
  const facts = [
    date ?? '日期不详',
    source,
    `${paragraphs.length} 段`,
    `${figures} 个统计数字`,
    ...copyOf(article, copies),
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
