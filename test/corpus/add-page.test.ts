import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addPage, type FetchedPage, type FetchPage } from '../../src/corpus/add-page.ts';
import { folderFiles, removeFile } from '../../src/corpus/change-folder.ts';
import { readCorpus } from '../../src/corpus/load-corpus.ts';

const ADDRESS = 'https://news.example.org/2024/0506/c1.html?id=7';
const PARAGRAPH =
  '五月五日，青禾镇图书馆新馆开门迎客，首日接待读者3200人次，办理借书证460张。馆长说，新馆的藏书比旧馆多一倍。';
const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>青禾镇图书馆新馆开放_滨江网</title></head>
<body><h1>青禾镇图书馆新馆开放</h1><div>2024-05-06 来源：滨江日报</div>
<div id="content"><p>${PARAGRAPH}</p><p>${PARAGRAPH.replaceAll('新馆', '分馆')}</p></div></body></html>`;

const folder = () => mkdtempSync(join(tmpdir(), 'yuanwen-'));
const filesOf = (dir: string) => folderFiles(dir, join(dir, 'removed'));

function sending(body: string | Uint8Array, more: Partial<FetchedPage> = {}): FetchPage {
  const page = { url: ADDRESS, type: 'text/html', bytes: Buffer.from(body), ...more };
  return async () => ({ ok: true, page });
}

const never: FetchPage = () => Promise.reject(new Error('nothing was to be fetched'));

describe('addPage', () => {
  it('saves a page as it came, under its title, with address, title, date and source beside it', async () => {
    const dir = folder();
    const added = await addPage(filesOf(dir), ADDRESS, sending(PAGE));
    expect(added).toMatchObject({ ok: true, file: '青禾镇图书馆新馆开放.html' });
    expect(readFileSync(join(dir, '青禾镇图书馆新馆开放.html'), 'utf8')).toBe(PAGE);
    expect(readFileSync(join(dir, '青禾镇图书馆新馆开放.html.yaml'), 'utf8').split('\n')).toEqual([
      `url: "${ADDRESS}"`,
      'title: "青禾镇图书馆新馆开放"',
      'date: "2024-05-06"',
      'source: "滨江日报"',
      '',
    ]);
    expect(readdirSync(dir).length).toBe(2);
  });

  it('is read like any other file then, once with each fact', async () => {
    const dir = folder();
    await addPage(filesOf(dir), ADDRESS, sending(PAGE));
    const { articles, problems } = await readCorpus(dir);
    expect(problems).toEqual([]);
    const [article] = articles;
    expect(article).toMatchObject({ title: '青禾镇图书馆新馆开放', date: '2024-05-06' });
    expect(article?.head).toContainEqual(expect.objectContaining({ field: 'url', value: ADDRESS }));
    const quoted = article?.paragraphs.map(({ span }) => article.text.slice(span.start, span.end));
    expect(quoted).toEqual([PARAGRAPH, PARAGRAPH.replaceAll('新馆', '分馆')]);
  });

  it('says nothing of a date and a title that the page does not name', async () => {
    const dir = folder();
    const url = 'https://data.example.org/files/%E5%85%AC%E6%8A%A5.txt';
    const text = `${PARAGRAPH.repeat(3)}\n\n${PARAGRAPH}\n`;
    const added = await addPage(filesOf(dir), url, sending(text, { url, type: 'text/plain' }));
    expect(added).toMatchObject({ ok: true, file: 'data.example.org 公报.txt' });
    expect(readFileSync(join(dir, 'data.example.org 公报.txt.yaml'), 'utf8')).toBe(
      `url: "${url}"\n`,
    );
  });

  it('fetches an address once', async () => {
    const dir = folder();
    const file = '青禾镇图书馆新馆开放.html';
    await addPage(filesOf(dir), ADDRESS, sending(PAGE));
    expect(await addPage(filesOf(dir), ADDRESS, never)).toEqual({
      ok: false,
      fault: 'known',
      detail: file,
    });
    // an address that leads to the one that is there
    const short = await addPage(filesOf(dir), 'https://t.example.org/x', sending(PAGE));
    expect(short).toEqual({ ok: false, fault: 'known', detail: file });
    await removeFile(dir, file, folder());
    expect(await addPage(filesOf(dir), ADDRESS, sending(PAGE))).toMatchObject({ ok: true, file });
  });

  it('gives pages of one title names of their own', async () => {
    const dir = folder();
    for (const id of [1, 2, 3])
      await addPage(filesOf(dir), `${ADDRESS}${id}`, sending(PAGE, { url: `${ADDRESS}${id}` }));
    expect(
      readdirSync(dir)
        .filter((name) => name.endsWith('.html'))
        .sort(),
    ).toEqual([
      '青禾镇图书馆新馆开放 2.html',
      '青禾镇图书馆新馆开放 3.html',
      '青禾镇图书馆新馆开放.html',
    ]);
  });

  it('leaves nothing behind of what is not read', async () => {
    const dir = folder();
    const script = '<html><body><script>app()</script></body></html>';
    expect(await addPage(filesOf(dir), ADDRESS, sending(script))).toMatchObject({
      fault: 'unread',
      detail: expect.stringContaining('save the page from a browser'),
    });
    expect(await addPage(filesOf(dir), ADDRESS, sending('x', { type: 'image/png' }))).toEqual({
      ok: false,
      fault: 'type',
      detail: 'image/png',
    });
    const vague = { type: 'application/octet-stream' };
    expect(
      await addPage(
        filesOf(dir),
        ADDRESS,
        sending('MZ', { ...vague, url: 'https://x.example/a.exe' }),
      ),
    ).toMatchObject({ fault: 'type' });
    expect(readdirSync(dir)).toEqual([]);
  });

  it('says what is wrong with the folder before anything is fetched', async () => {
    const dir = folder();
    writeFileSync(join(dir, 'articles.jsonl'), '{}\n');
    expect(await addPage(filesOf(dir), ADDRESS, never)).toEqual({ ok: false, fault: 'whole' });
    expect(await addPage(filesOf(join(dir, 'none')), ADDRESS, never)).toEqual({
      ok: false,
      fault: 'missing',
      detail: 'ENOENT',
    });
  });
});
