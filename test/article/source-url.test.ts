import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/body/parse-article.ts';
import { readHtml } from '../../src/article/formats/html/read-html.ts';
import { sourceUrl } from '../../src/article/source-url.ts';
import { articleOf } from '../helpers/article.ts';

const page = (line: string) =>
  articleOf(
    'a',
    `滨江新区水务公报\n\n2023-04-22 来源：滨江日报\n${line}\n\n全区共创建节水型小区120个。\n`,
  );

describe('sourceUrl', () => {
  it('is the address that the head gives', () => {
    const article = page('原文链接：https://news.example.org/2023/04/a.html?id=1&x=水');
    expect(sourceUrl(article)).toBe('https://news.example.org/2023/04/a.html?id=1&x=%E6%B0%B4');
  });

  it.each([
    ['', '没有'],
    ['原文链接：javascript:alert(1)', '脚本'],
    ['原文链接：ftp://news.example.org/a', '别的协议'],
    ['原文链接：http://localhost/a', '本机'],
    ['原文链接：https://me:secret@news.example.org/a', '带密码'],
    [`原文链接：https://news.example.org/${'a'.repeat(600)}`, '太长'],
  ])('is none of “%s” (%s)', (line) => {
    expect(sourceUrl(page(line))).toBeUndefined();
  });

  it.each([
    '<link rel="canonical" href="https://news.example.org/a.html">',
    '<meta property="og:url" content="https://news.example.org/a.html">',
  ])('is what a saved page says of itself: %s', (element) => {
    const html = `<html><head><meta charset="utf-8"><title>滨江新区水务公报</title>${element}</head>
      <body><h1>滨江新区水务公报</h1><p>2022年，滨江新区供水总量达8.6亿立方米，同比增长3.2%。</p></body></html>`;
    const reading = readHtml({ bytes: Buffer.from(html), front: '' });
    const parsed = parseArticle('a.html', reading, 'a');
    if (!parsed.ok) throw new Error(parsed.reason);
    expect(sourceUrl(parsed.article)).toBe('https://news.example.org/a.html');
    expect(parsed.article.paragraphs).toHaveLength(1);
  });
});
