import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { YuanwenError } from '../../src/util/errors.ts';
import { quoted, texts } from '../article/helpers.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'yuanwen-corpus-'));
});

afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(dir, name), content);
}

/** The error of a corpus that cannot be loaded at all. */
async function failure(of = dir): Promise<YuanwenError> {
  try {
    await loadCorpus(of);
  } catch (error) {
    if (error instanceof YuanwenError) return error;
    throw error;
  }
  throw new Error('loaded');
}

/** What is said of the one bad file beside a good one. */
async function problem(): Promise<string> {
  write('good.txt', '好文章\n\n这一篇可以读。');
  const { articles, problems } = await loadCorpus(dir);
  expect(articles.map((article) => article.id)).toContain('good');
  expect(problems).toHaveLength(1);
  expect(problems[0]?.message).not.toContain('\n');
  return `${problems[0]?.severity} ${problems[0]?.message}`;
}

const own = await loadCorpus(new URL('../../corpus', import.meta.url).pathname);

describe('the corpus of this repository', () => {
  const { articles, problems } = own;
  const article = articles.find(({ id }) => id === 'yangtze-delta-2023')!;

  test('loads whole', async () => {
    expect(problems).toEqual([]);
    expect(article.title).toBe('扎实推进长三角一体化高质量发展 | 长三角合力构建科创共同体');
    expect(article).toMatchObject({ date: '2023-06-01', source: '交汇点' });
    expect(article.paragraphs).toHaveLength(17);
  });

  test('says of itself when, where, by whom and by which editor', async () => {
    expect(quoted(article, 'date')).toEqual([['2023-06-01', '2023-06-01 17:08:01 来源:交汇点']]);
    expect(quoted(article, 'source')).toEqual([['交汇点', '2023-06-01 17:08:01 来源:交汇点']]);
    expect(quoted(article, 'author')).toEqual([
      ['蔡姝雯', '新华日报·交汇点记者 蔡姝雯 张宣'],
      ['张宣', '新华日报·交汇点记者 蔡姝雯 张宣'],
    ]);
    expect(quoted(article, 'editor')).toEqual([['ERM523', '责任编辑:ERM523']]);
  });

  test('has its four headings over two lines', async () => {
    expect(article.headings.map((h) => h.text)).toEqual([
      '联合攻关,突破核心技术“命门”',
      '平台共建,打造高水平创新基地',
      '携手开放,拓展国际合作“朋友圈”',
      '结盟共享,盘活优势科技资源',
    ]);
    expect(article.paragraphs.at(-1)?.heading).toBe('结盟共享,盘活优势科技资源');
  });

  test('leaves out what is the page’s', async () => {
    expect(
      article.furniture.map((f) => [f.rule, article.text.slice(f.span.start, f.span.end)]),
    ).toEqual([
      ['page-bar', '打印 放大 缩小'],
      ['picture', '(相关资料图)'],
      ['keywords', '关键词:'],
      ['editor', '责任编辑:ERM523'],
      ['related', '相关阅读'],
    ]);
  });
});

describe('a folder of files', () => {
  test('is read in the order of names, README and hidden files apart', async () => {
    for (const name of ['b.txt', 'a.md', 'C.TXT', 'README.md', '.draft.txt', 'notes.xyz'])
      write(name, `# 标题${name}\n\n正文一段。`);
    expect((await loadCorpus(dir)).articles.map((article) => article.file)).toEqual([
      'C.TXT',
      'a.md',
      'b.txt',
    ]);
  });

  test('line ends become LF and the byte order mark goes; nothing else changes', async () => {
    write('a.txt', '\ufeff标题\r\n\r\n第一段。\r第二段\u3000。\u200b');
    expect((await loadCorpus(dir)).articles[0]?.text).toBe(
      '标题\n\n第一段。\n第二段\u3000。\u200b',
    );
  });

  test('two files of one name keep ids apart', async () => {
    for (const name of ['x.md', 'x.txt', 'x.txt.md']) write(name, '标题\n\n正文一段。');
    const ids = (await loadCorpus(dir)).articles.map((article) => article.id);
    expect(new Set(ids).size).toBe(3);
    expect(ids).toEqual(['x', 'x.txt', 'x.txt.md']);
  });
});

describe('bad files are left out with a line that says why', () => {
  test('in no encoding of Chinese', async () => {
    write('odd.txt', Buffer.from([0xff, 0xff, 0xd8, 0x80, 0x81]));
    expect(await problem()).toMatch(/^error odd\.txt is in no encoding .*iconv/u);
  });

  test('no bytes', async () => {
    write('empty.txt', '');
    expect(await problem()).toMatch(/^error empty\.txt is empty/u);
  });

  test('white space only', async () => {
    write('blank.txt', ' \n\u3000\n\ufeff');
    expect(await problem()).toMatch(/^error blank\.txt holds nothing but white space/u);
  });

  test('nothing but furniture', async () => {
    write('bar.txt', '打印 放大 缩小\n\n相关阅读\n');
    expect(await problem()).toMatch(/^error bar\.txt holds nothing that could be quoted/u);
  });

  test('fifty megabytes', async () => {
    write('huge.txt', 'x');
    truncateSync(join(dir, 'huge.txt'), 50 * 1024 * 1024);
    expect(await problem()).toMatch(/^error huge\.txt is too large \(50 MB, at most 8 MB\)/u);
  });

  test('one byte more than the limit', async () => {
    write('huge.txt', 'x');
    truncateSync(join(dir, 'huge.txt'), 8 * 1024 * 1024 + 1);
    expect(await problem()).toContain('too large');
  });

  test('binary', async () => {
    write('image.txt', Buffer.from([0x50, 0x4e, 0x47, 0, 0, 1]));
    expect(await problem()).toMatch(/^error image\.txt holds NUL bytes/u);
  });

  test('a folder named x.txt', async () => {
    mkdirSync(join(dir, 'x.txt'));
    expect(await problem()).toMatch(/^error x\.txt is a folder/u);
  });

  test('a link out of the folder', async () => {
    symlinkSync('/etc/hostname', join(dir, 'out.txt'));
    expect(await problem()).toMatch(/^error out\.txt links to a file outside/u);
  });

  test('a link to nothing', async () => {
    symlinkSync(join(dir, 'nowhere'), join(dir, 'gone.txt'));
    expect(await problem()).toMatch(/^error gone\.txt cannot be read \(ENOENT\)/u);
  });

  test('front matter that is not YAML', async () => {
    write('front.md', '---\ntitle: [没有关上\n---\n正文。');
    expect(await problem()).toMatch(/^error front\.md line \d: the front matter is not YAML/u);
  });

  test('a date that is none only warns', async () => {
    write('date.md', '---\ndate: 2023-13-45\n---\n# 题\n\n正文。');
    expect(await problem()).toMatch(/^warning date\.md line 2: the date "2023-13-45"/u);
  });

  test('a name with a line break in it stays on one line', async () => {
    write('a\nb\u202e.txt', '');
    expect(await problem()).toMatch(/^error a\?b\?\.txt is empty/u);
  });

  test('no permission', async () => {
    write('secret.txt', '标题\n\n正文。');
    chmodSync(join(dir, 'secret.txt'), 0o000);
    write('good.txt', '好文章\n\n这一篇可以读。');
    const { articles, problems } = await loadCorpus(dir);
    expect(articles.length + problems.length).toBe(2);
    // Root reads everything, so that the refusal can only be seen by others.
    if (process.getuid?.() !== 0) expect(problems[0]?.message).toContain('EACCES');
  });
});

describe('a folder without articles', () => {
  test.each([
    ['missing', () => join(dir, 'none'), /is missing.*--corpus/u],
    ['a file', () => new URL(import.meta.url).pathname, /is no folder/u],
    ['empty', () => dir, /no articles in .*put \.txt, \.md/u],
  ])('%s', async (_, make, message) => {
    const error = await failure(make());
    expect(error.code).toBe('corpus');
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain('\n');
  });

  test('of bad files only: says how many and why', async () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt', 'd.txt']) write(name, '');
    expect((await failure()).message).toMatch(/4 left out: a\.txt is empty.*b\.txt.*c\.txt.*…$/u);
  });
});

describe('articles.jsonl', () => {
  test('gives an article a line, its paragraphs as they stand', async () => {
    write('other.txt', '不读');
    write(
      'articles.jsonl',
      [
        {
          id: 'a1',
          title: '题一',
          paragraphs: ['第一段。\n还是第一段。', '相关阅读'],
          date: '2023-6-1',
          source: '报',
        },
        { id: 'a2', title: '题二', paragraphs: ['甲。'] },
      ]
        .map((article) => JSON.stringify(article))
        .join('\n'),
    );
    const { articles, problems } = await loadCorpus(dir);
    expect(problems).toEqual([]);
    expect(articles.map(({ id }) => id)).toEqual(['a1', 'a2']);
    const [first] = articles;
    expect(first?.text).toBe('题一\n\n第一段。\n还是第一段。\n\n相关阅读');
    expect(texts(first!)).toEqual(['第一段。\n还是第一段。', '相关阅读']);
    expect(quoted(first!, 'title')).toEqual([['题一', '题一']]);
    expect(first).toMatchObject({ date: '2023-06-01', source: '报' });
  });

  test('an article without a title takes its first words', async () => {
    const long = '长三角是全国创新能力最强的区域之一，'.repeat(5);
    write(
      'articles.jsonl',
      `{"id":"a","paragraphs":["甲。"]}\n{"id":"b","title":"","paragraphs":[" ","${long}"]}\n{"id":"c","paragraphs":[]}`,
    );
    const { articles } = await loadCorpus(dir);
    expect(articles.map(({ title }) => title)).toEqual(['甲。', long.slice(0, 60), 'c']);
    expect(articles.map((each) => texts(each))).toEqual([['甲。'], [long], []]);
  });

  test('a bad line and a second article of one id are left out', async () => {
    write(
      'articles.jsonl',
      '{"id":"a","title":"题","paragraphs":["甲。"]}\nnot json\n{"id":"b"}\n\n{"id":"a","title":"题","paragraphs":["乙。"]}\n[]\n{"id":"c","title":"题","paragraphs":[1]}',
    );
    const { articles, problems } = await loadCorpus(dir);
    expect(articles).toHaveLength(1);
    expect(problems.map((each) => each.message.slice(0, 40))).toEqual([
      expect.stringContaining('articles.jsonl:2 is not JSON'),
      expect.stringContaining('articles.jsonl:3 has no list'),
      expect.stringContaining('articles.jsonl:6 has no "id"'),
      expect.stringContaining('articles.jsonl:7 has no list'),
      expect.stringContaining('articles.jsonl has a second article'),
    ]);
  });
});
