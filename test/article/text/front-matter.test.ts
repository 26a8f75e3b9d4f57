import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../../src/article/body/parse-article.ts';
import { readMarked } from '../../../src/article/formats/markdown.ts';
import { parse, quoted, texts, values } from '../helpers.ts';

describe('front matter', () => {
  test('gives head facts at their own characters', () => {
    const article = parse(
      '---\ntitle: "某市公报"\ndate: 2023-04-22 # 发布\nsource: 统计局\nauthors: [沈岚, 吴子墨]\nurl: https://example.org/a\nlanguage: zh-CN\ntags: [x]\n---\n正文第一段。\n',
    );
    expect(article).toMatchObject({ title: '某市公报', date: '2023-04-22', source: '统计局' });
    expect(quoted(article, 'title')).toEqual([['某市公报', 'title: "某市公报"']]);
    expect(quoted(article, 'date')).toEqual([['2023-04-22', 'date: 2023-04-22 # 发布']]);
    expect(values(article, 'author')).toEqual(['沈岚', '吴子墨']);
    expect(values(article, 'url')).toEqual(['https://example.org/a']);
    expect(values(article, 'language')).toEqual(['zh-CN']);
    expect(texts(article)).toEqual(['正文第一段。']);
  });

  test('authors may be one string', () => {
    const article = parse('---\ntitle: 题\nauthor: 沈岚、吴子墨\n---\n正文第一段。');
    expect(quoted(article, 'author').map(([value]) => value)).toEqual(['沈岚', '吴子墨']);
  });

  test('authors may have names among what else is told of them', () => {
    const article = parse('---\ntitle: 题\nauthor:\n  - name: 沈岚\n    url: x\n---\n正文第一段。');
    expect(quoted(article, 'author')).toEqual([['沈岚', '- name: 沈岚']]);
  });

  test('the page may print its title again', () => {
    const article = parse('---\ntitle: 某市公报\n---\n# 某市公报\n\n正文第一段。', 'x.md');
    expect(article.headings).toEqual([]);
    expect(texts(article)).toEqual(['正文第一段。']);
  });

  test('a date that is none is dropped and told', () => {
    const parsed = parseArticle('x.md', readMarked('---\ntitle: 题\ndate: 前天\n---\n正文。'));
    expect(parsed).toMatchObject({ ok: true, warnings: [expect.stringMatching(/line 3.*前天/u)] });
    expect(parsed.ok && parsed.article.date).toBeUndefined();
  });

  test.each([
    [
      'is not YAML',
      '---\ntitle: [没有关上\n---\n正文。',
      /line [23]: the front matter is not YAML/u,
    ],
    ['is YAML of no use', '---\n}{\n---\n正文。', /not YAML/u],
    ['is never closed', '---\ntitle: 题\n\n正文。', /line 1: .*never closed/u],
  ])('that %s leaves the article out', (_, text, reason) => {
    expect(parseArticle('x.md', readMarked(text))).toEqual({
      ok: false,
      reason: expect.stringMatching(reason),
    });
  });

  test('rules around a text are no front matter', () => {
    expect(
      texts(parse('---\n\n这是第一段，讲的是春天。\n\n这是第二段，讲的是秋天。\n---\n')),
    ).toHaveLength(2);
    expect(texts(parse('---\n这是正文，不是元数据。\n---\n这是第二段，讲的是秋天。'))).toHaveLength(
      2,
    );
  });

  test('may be empty', () => {
    expect(parse('---\n---\n# 题\n\n正文。', 'x.md').title).toBe('题');
  });
});
