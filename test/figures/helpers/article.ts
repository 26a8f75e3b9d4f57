import type { Article, Heading, Paragraph } from '../../../src/article/article.ts';
import { span } from '../../../src/util/span.ts';

interface Head {
  readonly id?: string;
  readonly title?: string;
  readonly date?: string;
  readonly source?: string;
}

/** A chapter's line as reports write it: 一、2018年工作回顾, （一）继续创新…。 */
const CHAPTER = /^[一二三四五六七八九十]+、[^。]{1,60}$/;
const SECTION = /^（[一二三四五六七八九十]+）[^。]{1,60}。?$/;
const SENTENCE = /[^。！？]*[。！？]+[”’」』）)]*|[^。！？]+$/g;

/**
 * Plain text as an article, so that figures are tested without the loader: blocks between blank
 * lines, sentences at 。！？, numbered lines of their own as headings.
 */
export function articleOf(text: string, head: Head = {}): Article {
  const headings: Heading[] = [];
  const paragraphs: Paragraph[] = [];
  for (const match of text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)) {
    const [start, block] = [match.index, match[0].trimEnd()];
    if (block === head.title) continue;
    const level = CHAPTER.test(block) ? 1 : SECTION.test(block) ? 2 : 0;
    if (level > 0) {
      headings.push({ text: block, span: span(start, start + block.length), level });
      continue;
    }
    const sentences = [...block.matchAll(SENTENCE)].map((sentence) => ({
      span: span(start + sentence.index, start + sentence.index + sentence[0].length),
    }));
    const heading = headings.at(-1)?.text;
    paragraphs.push({
      number: paragraphs.length + 1,
      span: span(start, start + block.length),
      sentences,
      ...(heading !== undefined && { heading }),
    });
  }
  const { id = 'test', title = '', date, source } = head;
  return {
    id,
    file: `${id}.txt`,
    digest: text,
    text,
    title,
    ...(date !== undefined && { date }),
    ...(source !== undefined && { source }),
    head: [],
    headings,
    paragraphs,
    furniture: [],
  };
}
