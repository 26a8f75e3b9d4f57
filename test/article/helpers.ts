import { readFileSync } from 'node:fs';
import type { Article, HeadField, Paragraph } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/body/parse-article.ts';
import type { Reading } from '../../src/article/formats/common/reading.ts';
import { readMarked } from '../../src/article/formats/markdown.ts';
import { readPlain } from '../../src/article/formats/text.ts';
import { slice } from '../../src/util/span.ts';

/** Plain text or Markdown, as its name says. */
export function read(file: string, text: string): Reading {
  return file.toLowerCase().endsWith('.md') ? readMarked(text) : readPlain(text);
}

/** The article of `text`; fails the test when it is none. */
export function parse(text: string, file = 'page.txt'): Article {
  const parsed = parseArticle(file, read(file, text));
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.article;
}

/** One of the pages in `test/fixtures/pages`. */
export function page(file: string): Article {
  return parse(readFileSync(new URL(`../fixtures/pages/${file}`, import.meta.url), 'utf8'), file);
}

export function texts(article: Article): string[] {
  return article.paragraphs.map((paragraph) => slice(article.text, paragraph.span));
}

export function sentences(article: Article, paragraph: Paragraph): string[] {
  return paragraph.sentences.map((sentence) => slice(article.text, sentence.span));
}

export function values(article: Article, field: HeadField): string[] {
  return article.head.filter((fact) => fact.field === field).map((fact) => fact.value);
}

/** The characters of each fact as they stand, with its line. */
export function quoted(article: Article, field: HeadField): [string, string][] {
  return article.head
    .filter((fact) => fact.field === field)
    .map((fact) => [slice(article.text, fact.span), slice(article.text, fact.line)]);
}

export function leftOut(article: Article): Record<string, string> {
  return Object.fromEntries(article.furniture.map((f) => [slice(article.text, f.span), f.rule]));
}

/** The paragraph that holds `words`. */
export function holding(article: Article, words: string): Paragraph {
  const found = article.paragraphs.find((p) => slice(article.text, p.span).includes(words));
  if (found === undefined) throw new Error(`no paragraph holds ${words}`);
  return found;
}
