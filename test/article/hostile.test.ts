import { chmodSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../src/corpus/read-bytes.ts';
import { fixture, useFolder } from './files.ts';
import { zipOf } from './zip.ts';

const folder = useFolder();
const MEGABYTE = 1024 * 1024;

describe('a bad file is left out with one line that names it and the remedy', () => {
  test('a .docx that unpacks to a gigabyte', async () => {
    const content = Buffer.alloc(100 * MEGABYTE, '长');
    folder.write('bomb.docx', zipOf([{ name: 'word/document.xml', content }]));
    expect(await folder.problem()).toMatch(
      /^error bomb\.docx holds more than 64 MB when unpacked; save/u,
    );
  });

  test('a .docx that unpacks to more than it says', async () => {
    const content = Buffer.alloc(100 * MEGABYTE, 'x');
    folder.write('liar.docx', zipOf([{ name: 'word/document.xml', content, stated: 100 }]));
    expect(await folder.problem()).toMatch(/^error liar\.docx is no \.docx, or broken; open it/u);
  });

  test.each([
    ['no zip', Buffer.from('not a zip at all')],
    ['a zip of something else', zipOf([{ name: 'a.txt', content: Buffer.from('甲') }])],
    ['cut off', fixture('formats/night-school.docx').subarray(0, 5000)],
  ])('a .docx that is %s', async (_, bytes) => {
    folder.write('x.docx', bytes);
    expect(await folder.problem()).toMatch(/^error x\.docx is no .*save it again as \.docx$/u);
  });

  test('a .docx with a password', async () => {
    folder.write('x.docx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    expect(await folder.problem()).toMatch(/^error x\.docx is encrypted or an old \.doc; save it/u);
  });

  test('a scan', async () => {
    folder.write('x.pdf', fixture('broken/scanned.pdf'));
    expect(await folder.problem()).toMatch(/^error x\.pdf holds no text, .*\(a scan\); run OCR/u);
  });

  test('a PDF with a password', async () => {
    folder.write('x.pdf', fixture('broken/encrypted.pdf'));
    expect(await folder.problem()).toMatch(
      /^error x\.pdf is encrypted; save it without a password/u,
    );
  });

  test.each([
    'junk',
    '%PDF-1.7\n',
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>',
  ])('a PDF that is %j', async (content) => {
    folder.write('x.pdf', content);
    expect(await folder.problem()).toMatch(/^error x\.pdf .*; /u);
  });

  test('a page of twenty megabytes', async () => {
    folder.write('x.html', 'x');
    truncateSync(folder.path('x.html'), 20 * MEGABYTE);
    expect(await folder.problem()).toMatch(
      /^error x\.html is too large \(20 MB, at most 8 MB\); split/u,
    );
  });

  test('a page nested ten thousand levels deep', async () => {
    const deep = `${'<div>'.repeat(10_000)}中文正文。${'</div>'.repeat(10_000)}`;
    folder.write('x.html', `<html><body>${deep}</body></html>`);
    expect(await folder.problem()).toMatch(
      /^error x\.html nests its tags .*save the article alone/u,
    );
  });

  test('a page of nothing but tags', async () => {
    folder.write('x.html', '<b>长'.repeat(200_000));
    expect(await folder.problem()).toMatch(/^error x\.html has more than 100000 tags .*save/u);
  });

  test('a page that shows nothing without its scripts', async () => {
    folder.write(
      'x.html',
      '<html><body><div id="app"></div><script>render()</script></body></html>',
    );
    expect(await folder.problem()).toMatch(
      /^error x\.html shows no text without its scripts; save/u,
    );
  });

  test('a format that is not read', async () => {
    folder.write('x.doc', 'x');
    expect(await folder.problem()).toBe(
      'error x.doc is of a format that is not read; save it as .docx',
    );
  });

  test('no permission', async () => {
    folder.write('x.html', '<p>正文。</p>');
    chmodSync(folder.path('x.html'), 0o000);
    // root reads everything, so that the refusal can only be seen by others
    const expected = process.getuid?.() === 0 ? /^$/u : /^error x\.html cannot be read \(EACCES\)/u;
    expect(await folder.problem()).toMatch(expected);
  });

  test.each([
    'x.txt',
    'x.html',
    'x.docx',
    'x.pdf',
    'x.jsonl',
  ])('%s without a byte', async (file) => {
    folder.write(file, '');
    expect(await folder.problem()).toBe(
      `error ${file} is empty (0 bytes); put the article in or remove it`,
    );
  });
});

describe('what is read lies in the folder', () => {
  test.each(['x.html', 'x.docx', 'x.pdf', 'x.jsonl'])('a link %s that leads out', async (file) => {
    symlinkSync('/etc/hostname', folder.path(file));
    expect(await folder.problem()).toMatch(/links to a file outside the corpus folder/u);
  });

  test('no name leads out', () => {
    for (const name of ['../../../../../../etc/hostname', '..', '.'])
      expect(readBytes(folder.path(''), name, MEGABYTE)).toMatchObject({ ok: false });
  });
});

test('a file that is written while it is read is told from one that is whole', () => {
  folder.write('x.txt', '正文。'.repeat(1000));
  // what a writer does in between, done by the very first look at the file
  const original = Buffer.allocUnsafe;
  Buffer.allocUnsafe = (size: number) => {
    Buffer.allocUnsafe = original;
    writeFileSync(folder.path('x.txt'), '别的。');
    utimesSync(folder.path('x.txt'), 1, 1);
    return original(size);
  };
  try {
    expect(readBytes(folder.path(''), 'x.txt', MEGABYTE)).toEqual({
      ok: false,
      reason: 'changed while it was read; start again when it is written',
    });
  } finally {
    Buffer.allocUnsafe = original;
  }
});

test('a thousand files are read, and each bad one among them is named', async () => {
  for (let i = 0; i < 1000; i++)
    folder.write(`${i}.txt`, i % 100 === 7 ? '' : `第${i}篇\n\n这是第${i}篇文章的正文，只有一段。`);
  const { articles, problems } = await folder.read();
  expect(articles).toHaveLength(990);
  expect(problems).toHaveLength(10);
});
