import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/article/body/parse-article.ts';
import { readHtml } from '../../../src/article/formats/html/read-html.ts';
import { parse, values } from '../helpers.ts';

const TEXT =
  '七月三日，河口镇的水文站开始测流，站里有三名测工，每天早晚各测一次，并把结果报给县里的防汛办公室。';
const BODY = `<p>${TEXT}</p><p>${TEXT}</p><p>${TEXT}</p>`;

function page(html: string) {
  const parsed = parseArticle('a.html', readHtml({ bytes: Buffer.from(html), front: '' }));
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.article;
}

describe('the head of a saved page', () => {
  it('has its source without the button behind it', () => {
    const article = page(
      `<title>河口水文站测流_某网</title><h1>河口水文站测流</h1><div>2023-07-04 09:12　来源: <a href="#">河口报</a><a href="#">举报</a></div>${BODY}`,
    );
    expect(article).toMatchObject({ date: '2023-07-04', source: '河口报' });
  });

  it('of a public account has the account and the day of its script, by the clock of China', () => {
    const article = page(
      `<meta property="og:title" content="河口水文站测流"><meta property="og:site_name" content="微信公众平台"><div id="js_article"><h2>河口水文站测流</h2><a id="js_name">河口发布</a><em>昨天</em><div id="js_content">${BODY}</div></div><script>var ct = "1688425200";</script>`,
    );
    expect(article).toMatchObject({ date: '2023-07-04', source: '河口发布' });
  });

  it('has its own title, where the heading names the section', () => {
    const article = page(
      `<title>工作动态--河口镇</title><div><a href="/">首页</a> <a href="/gzdt">工作动态</a></div><h1>工作动态</h1><div>河口水文站开始测流了！</div><div>发布时间：2023-07-04</div>${BODY}`,
    );
    expect(article).toMatchObject({ title: '河口水文站开始测流了！', date: '2023-07-04' });
  });

  it('is read beside what else the line says', () => {
    const article = page(
      `<title>河口水文站测流</title><h1>河口水文站测流</h1><div>发布日期：2023-07-04 14:34:05&nbsp;&nbsp;所属分类：</div>${BODY}`,
    );
    expect(article.date).toBe('2023-07-04');
  });
});

describe('the day of a change', () => {
  it('dates what names no day of publication, and only that', () => {
    const dated = (head: string) => parse(`测流规程\n\n${head}\n\n${TEXT}\n\n${TEXT}`).date;
    expect(dated('更新日期：2023年7月4日')).toBe('2023-07-04');
    expect(dated('更新时间：2023-07-09\n发布时间：2023-07-04')).toBe('2023-07-04');
    expect(dated('发布时间：2023-07-04 更新时间：2023-07-09')).toBe('2023-07-04');
  });
});

describe('the cover of a document', () => {
  const cover = (lines: string) =>
    parse(`${lines}\n\n# 前言\n\n${TEXT}\n\n# 测法\n\n${TEXT}`, '规程.md');

  it('prints the title above the first part', () => {
    expect(cover('河口镇水文站\n\n测流工作手册\n\n更新日期：2023-07-04')).toMatchObject({
      title: '测流工作手册',
      date: '2023-07-04',
    });
  });

  it('may print none: then the name of the file is the title, and no heading', () => {
    const article = cover('河口镇水文站\n\n版本：V2.1');
    expect(article.title).toBe('规程');
    expect(values(article, 'title')).toEqual([]);
  });
});
