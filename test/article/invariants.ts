import { expect } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { isSpace } from '../../src/article/text/punctuation.ts';
import { contains, type Span, slice, span } from '../../src/util/span.ts';

/** What must hold of every article, whatever was read. */
export function expectSound(article: Article): void {
  expect(articleFaults(article)).toEqual([]);
}

export function expectSentencesCover(text: string, at: Span, sentences: readonly Span[]): void {
  expect(sentenceFaults(text, at, sentences)).toEqual([]);
}

function articleFaults(article: Article): string[] {
  const faults: string[] = [];
  const { text } = article;
  const whole = span(0, text.length);
  const blocks = [...article.paragraphs, ...article.headings, ...article.furniture]
    .map((block) => block.span)
    .sort((a, b) => a.start - b.start);
  for (const at of [...blocks, ...article.head.flatMap((fact) => [fact.span, fact.line])])
    if (!contains(whole, at) || at.start >= at.end) faults.push(`out of range ${show(at)}`);
  for (const { span: at, line } of article.head)
    if (!contains(line, at)) faults.push(`fact outside its line ${show(at)}`);
  // Nothing that is a heading or furniture can be quoted as a paragraph.
  for (const [i, at] of blocks.entries())
    if ((blocks[i + 1]?.start ?? text.length) < at.end) faults.push(`overlap at ${show(at)}`);
  for (const [i, { number, span: at, sentences }] of article.paragraphs.entries()) {
    if (number !== i + 1) faults.push(`paragraph ${i + 1} has the number ${number}`);
    if (slice(text, at).trim() !== slice(text, at)) faults.push(`untrimmed ${show(at)}`);
    const spans = sentences.map((sentence) => sentence.span);
    faults.push(...sentenceFaults(text, at, spans));
  }
  return faults;
}

function sentenceFaults(text: string, at: Span, sentences: readonly Span[]): string[] {
  const faults: string[] = [];
  let from: number = at.start;
  for (const sentence of sentences) {
    if (!contains(at, sentence) || sentence.start < from || sentence.start >= sentence.end)
      faults.push(`sentence out of place ${show(sentence)}`);
    if (!isBlank(text.slice(from, sentence.start))) faults.push(`lost text at ${from}`);
    if (isSpace(text.charAt(sentence.start)) || isSpace(text.charAt(sentence.end - 1)))
      faults.push(`untrimmed sentence ${show(sentence)}`);
    from = sentence.end;
  }
  if (!isBlank(text.slice(from, at.end))) faults.push(`lost text at ${from}`);
  return faults;
}

function isBlank(text: string): boolean {
  return [...text].every(isSpace);
}

function show(at: Span): string {
  return `[${at.start}, ${at.end})`;
}
