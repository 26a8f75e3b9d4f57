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

  it('has its day and its source among what else stands in the bar', () => {
    const bar = page(
      `<h1>河口水文站测流</h1><div>【录入时间：2023/7/4 16:30:08】【点击：<script>hits()</script>次】【责任编辑：admin】</div>${BODY}`,
    );
    expect(bar.date).toBe('2023-07-04');
    const placed = page(
      `<h1>河口水文站测流</h1><div>2023-07-04 09:12　来源: <a href="#">河口报</a>　东岭 <a href="#">举报</a></div>${BODY}`,
    );
    expect(placed).toMatchObject({ date: '2023-07-04', source: '河口报' });
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

  it('is read where the elements of its line stand against each other', () => {
    const head = (html: string) =>
      page(`<title>河口水文站测流_某网</title><h1>河口水文站测流</h1>${html}${BODY}`);
    expect(head('<div><b>社会新闻</b><b>河口晚报</b><b>2023-07-04 08:12</b></div>')).toMatchObject({
      date: '2023-07-04',
      source: '河口晚报',
    });
    expect(
      head('<div><b>2023-07-04 08:12</b><b>发布于云南</b><b>河口日报官方账号</b></div>'),
    ).toMatchObject({ date: '2023-07-04', source: '河口日报' });
    expect(
      head('<div><a>河口日报</a><p><a>2023年07月04日 08:12:33</a><b>来自云南</b></p></div>'),
    ).toMatchObject({ date: '2023-07-04', source: '河口日报' });
    expect(
      head('<div>2023-07-04 08:12　来源: <a>河口报</a>　云南 <a>举报</a></div>'),
    ).toMatchObject({ date: '2023-07-04', source: '河口报' });
    expect(
      head('<p>本报记者　沈岚</p><b>《河口日报》（ <b>2023年07月04日</b> &nbsp; 第 06 版）</b>'),
    ).toMatchObject({ date: '2023-07-04', source: '河口日报' });
  });

  it('stands in the table of labels above a document', () => {
    const article = page(
      `<title>河口镇水文站测流规程_其他_某网</title><table><tr><td>发文机关：</td><td>河口镇政府</td><td>成文日期：</td><td>2023年07月04日</td></tr><tr><td>标　　题：</td><td colspan="3">河口镇水文站测流规程</td></tr></table><p><b>河口镇水文站测流规程</b></p>${BODY}`,
    );
    expect(article).toMatchObject({
      ...{ title: '河口镇水文站测流规程', date: '2023-07-04', source: '河口镇政府' },
    });
  });

  it('has the title that is printed, whatever else the browser shows', () => {
    const printed = page(
      `<title>河口镇水务局 通知公告 河口水文站开始测流</title><table><tr><td><b>河口水文站开始测流</b></td></tr><tr><td>更新时间：2023/7/4</td></tr></table>${BODY}`,
    );
    expect(printed.title).toBe('河口水文站开始测流');
    const alone = page(`<title>河口新聞公報</title><h1>河口水文站开始测流</h1>${BODY}`);
    expect(alone.title).toBe('河口水文站开始测流');
  });

  it('and its text end where a list of other pages begins', () => {
    const links = ['油价今晚调整', '报名时间公布', '专家提醒防感冒'].map(
      (words) => `<li><a href="/x">${words}</a></li>`,
    );
    const article = page(
      `<title>河口水文站测流_某网</title><div><h1>河口水文站测流</h1><div>${BODY}</div><div>&gt;社会新闻精选：</div><ul>${links.join('')}</ul></div>`,
    );
    expect(article.paragraphs.length).toBe(3);
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
