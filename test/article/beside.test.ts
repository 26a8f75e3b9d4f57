import { describe, expect, test } from 'vitest';
import { fixture, only, useFolder } from './files.ts';
import { leftOut, quoted, texts } from './helpers.ts';

const folder = useFolder();
const BODY =
  '长三角是全国创新能力最强的区域之一，三省一市联合开展攻关、共建创新平台、共享科技资源。';

describe('front matter forces lines in or out', () => {
  test('whole lines and regular expressions', async () => {
    folder.write(
      'x.txt',
      `---\nkeep: [责任编辑：李楠]\ndrop:\n  - /^本报讯.*整理$/\n---\n标题\n\n${BODY}\n\n本报讯 小李整理\n\n${BODY}\n\n责任编辑：李楠`,
    );
    const article = only(await folder.read());
    expect(texts(article)).toEqual([BODY, BODY, '责任编辑：李楠']);
    expect(leftOut(article)).toEqual({ '本报讯 小李整理': 'dropped' });
  });

  test('what is no regular expression is told', async () => {
    folder.write('x.txt', `---\ndrop: ["/[/"]\n---\n标题\n\n${BODY}`);
    expect((await folder.read()).problems[0]?.message).toMatch(
      /^x\.txt "\/\[\/" under drop is no regular/u,
    );
  });
});

describe('front matter beside a file that has no place for it', () => {
  test('gives a PDF its date and takes back what the page left out', async () => {
    folder.write('x.pdf', fixture('formats/night-school.pdf'));
    folder.write('x.pdf.yaml', 'date: 2024-01-02\nsource: 滨江文史\nkeep: [滨江日报深度报道]\n');
    const article = only(await folder.read());
    expect(article).toMatchObject({ date: '2024-01-02', source: '滨江文史' });
    expect(quoted(article, 'date')[0]).toEqual(['2024-01-02', 'date: 2024-01-02']);
    expect(texts(article)).toContain('滨江日报深度报道');
  });

  test('that is no YAML leaves the article out, with the line', async () => {
    folder.write('x.html', `<h1>标题</h1><p>${BODY}</p>`);
    folder.write('x.html.yaml', 'title: [没有关上');
    expect(await folder.problem()).toMatch(/^error x\.html line \d: the front matter is not YAML/u);
  });
});

describe('.jsonl beside other files', () => {
  const line = (id: string) => JSON.stringify({ id, title: '题', paragraphs: [BODY] });

  test('adds its articles to theirs', async () => {
    folder.write('a.txt', `标题\n\n${BODY}`);
    folder.write('more.jsonl', `${line('b')}\n${line('a')}\n`);
    const { articles, problems } = await folder.read();
    expect(articles.map(({ id, file }) => [id, file])).toEqual([
      ['a', 'a.txt'],
      ['b', 'more.jsonl'],
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      'more.jsonl has a second article with the id "a", which is left out; rename it',
    ]);
  });

  test('that holds something else is told in few lines', async () => {
    folder.write('q.jsonl', '{"question":"谁？"}\n'.repeat(200));
    const problems = (await folder.problem()).split('\n');
    expect(problems).toHaveLength(6);
    expect(problems.at(-1)).toBe(
      'error q.jsonl has 195 more lines that are no articles; mend or remove them',
    );
  });
});
