import { describe, expect, it } from 'vitest';
import type { Article } from '../../../../src/article/article.ts';
import { slice } from '../../../../src/util/span.ts';
import { only, useFolder } from '../../files.ts';
import { leftOut, texts } from '../../helpers.ts';
import { expectSound } from '../../invariants.ts';
import { zipOf } from '../../zip.ts';

const folder = useFolder();

const paragraph = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const item = (text: string, list: number, level = 0) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

async function read(body: string, more: Readonly<Record<string, string>> = {}): Promise<Article> {
  const whole = (root: string, content: string) =>
    Buffer.from(`<?xml version="1.0"?><${root} xmlns:w="urn:w">${content}</${root}>`);
  const parts = Object.entries(more).map(([name, content]) => ({
    name: `word/${name}.xml`,
    content: whole(`w:${name}`, content),
  }));
  const content = whole('w:document', `<w:body>${body}</w:body>`);
  folder.write('a.docx', zipOf([{ name: 'word/document.xml', content }, ...parts]));
  const article = only(await folder.read());
  expectSound(article);
  return article;
}

const LISTS = `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '第%1条')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%1.%3', '<w:isLgl/>')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>`;

describe('numbers that Word puts before the paragraphs of a list', () => {
  it('are text, begin again below a higher level, and go on behind an interruption', async () => {
    const article = await read(
      [
        paragraph('水井管理办法'),
        item('水井由乡镇管理，每年检查一次。', 1),
        item('有固定的住所；', 1, 1),
        item('有取水的器具。', 1, 1),
        paragraph('前款规定的器具由乡镇核定，不收取费用。'),
        item('水井应当加盖，井台高于地面。', 3),
        item('禁止在井边洗衣，违者由乡镇劝止。', 1, 1),
        item('深度不足三米的除外，由乡镇认定。', 1, 2),
        item('另一份办法的第一条，重新起算。', 2),
      ].join(''),
      { numbering: LISTS },
    );
    expect(texts(article)).toEqual([
      '第一条 水井由乡镇管理，每年检查一次。',
      '（一）有固定的住所；',
      '（二）有取水的器具。',
      '前款规定的器具由乡镇核定，不收取费用。',
      '第二条 水井应当加盖，井台高于地面。',
      '（一）禁止在井边洗衣，违者由乡镇劝止。',
      '2.1 深度不足三米的除外，由乡镇认定。',
      '第一条 另一份办法的第一条，重新起算。',
    ]);
  });

  it('come from the style of a heading', async () => {
    const article = await read(
      [
        paragraph('水井管理办法', '<w:pStyle w:val="t"/>'),
        paragraph('总则', '<w:pStyle w:val="h"/>'),
        paragraph('水井由乡镇管理，每年检查一次。'),
        paragraph('罚则', '<w:pStyle w:val="h"/>'),
        paragraph('污染水井的，处二百元罚款。'),
      ].join(''),
      {
        styles: `<w:style w:styleId="t"><w:name w:val="Title"/></w:style><w:style w:styleId="h"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>`,
        numbering: `<w:abstractNum w:abstractNumId="4">${level(0, 'upperRoman', '%1.')}${level(1, 'chineseCountingThousand', '第%2章', '<w:pStyle w:val="h"/>')}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="4"/></w:num>`,
      },
    );
    expect(article.headings.map(({ text }) => text)).toEqual(['第一章 总则', '第二章 罚则']);
  });
});

describe('the table of contents', () => {
  it('is furniture with its heading', async () => {
    const article = await read(
      [
        paragraph('水泵使用手册'),
        paragraph('目 录'),
        paragraph('安装</w:t><w:tab/><w:t>1', '<w:pStyle w:val="TOC1"/>'),
        `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('保修</w:t><w:tab/><w:t>2')}</w:sdtContent></w:sdt>`,
        paragraph('水泵应当装在室内，远离热源。'),
      ].join(''),
      { styles: '<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>' },
    );
    expect(leftOut(article)).toEqual({
      '目 录': 'table-of-contents',
      '安装 1': 'table-of-contents',
      '保修 2': 'table-of-contents',
    });
  });
});

describe('a table', () => {
  it('has its merged cells, and empty ones before a row, in their columns', async () => {
    const article = await read(
      paragraph('产量统计') +
        paragraph('本区各乡的产量见下表，由统计站提供。') +
        `<w:tbl>${row(cell('片区'), cell('乡'), cell('小麦（吨）'), cell('玉米（吨）'))}
        ${row(cell('东片', '<w:vMerge w:val="restart"/>'), cell('甲乡'), cell('120'), cell('340'))}
        ${row(cell('', '<w:vMerge/>'), cell('乙乡'), cell('90', '<w:gridSpan w:val="2"/>'))}
        <w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell('150')}${cell('380')}</w:tr></w:tbl>`,
    );
    const words = (spans: readonly { start: number; end: number }[]) =>
      spans.map(({ start, end }) => article.text.slice(start, end));
    const rows = article.paragraphs.flatMap(({ row: each }) => (each ? [each] : []));
    expect(
      rows.map(({ cells }) =>
        cells.map(({ span: at, above, beside }) => [
          slice(article.text, at),
          words(above).join(),
          words(beside).join(),
        ]),
      ),
    ).toEqual([
      [
        ['东片', '片区', '甲乡'],
        ['甲乡', '乡', '东片'],
        ['120', '小麦（吨）', '东片,甲乡'],
        ['340', '玉米（吨）', '东片,甲乡'],
      ],
      [
        ['乙乡', '乡', '东片'],
        ['90', '小麦（吨）', '东片,乙乡'],
      ],
      [
        ['150', '小麦（吨）', ''],
        ['380', '玉米（吨）', ''],
      ],
    ]);
  });
});

describe('what a document does not show', () => {
  it('is not read: deleted and hidden text, codes of fields, the newer form of a frame', async () => {
    const article = await read(
      `${paragraph('告示')}<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>井已经修好，可以取水。</w:t></w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('框内的话写了两遍。')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('框内的话写了两遍。')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>`,
    );
    expect(texts(article)).toEqual(['新井已经修好，可以取水。', '框内的话写了两遍。']);
  });

  it('is read of notes, behind the text', async () => {
    const article = await read(
      `${paragraph('告示')}<w:p><w:r><w:t>井深十二米</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>，可以取水。</w:t></w:r></w:p>${paragraph('取水不收费用。')}`,
      { footnotes: `<w:footnote w:id="2">${paragraph('从井台量起。')}</w:footnote>` },
    );
    expect(texts(article)).toEqual(['井深十二米，可以取水。', '取水不收费用。', '从井台量起。']);
  });
});

describe('a form', () => {
  const wide = (content: string) =>
    `<w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>${content}</w:tc>`;

  it('is read field by field, and a table within one is called as the field is', async () => {
    const inner = `<w:tbl>${row(cell('年份'), cell('水位（米）'))}${row(cell('2020'), cell('3.2'))}</w:tbl>`;
    const article = await read(
      [
        paragraph('测工登记表'),
        '<w:tbl>',
        row(cell('姓名'), cell('林秋雨'), cell('性别'), cell('女')),
        row(cell('出生年月'), cell('1990年3月'), cell('电话'), cell('8810')),
        row(cell('测站'), wide(paragraph('河口站'))),
        row(cell('测得水位'), wide(paragraph('') + inner + paragraph(''))),
        '</w:tbl>',
      ].join(''),
    );
    const named = article.paragraphs.map(({ heading, row: cells }) => [
      heading,
      ...(cells?.cells ?? []).map(({ span: at, beside }) =>
        [...beside, at].map((each) => slice(article.text, each)).join(':'),
      ),
    ]);
    expect(named).toEqual([
      [undefined, '姓名', '姓名:林秋雨', '性别', '性别:女'],
      [undefined, '出生年月', '出生年月:1990年3月', '电话', '电话:8810'],
      [undefined, '测站', '测站:河口站'],
      ['测得水位 | 年份 | 水位（米）', '2020', '2020:3.2'],
    ]);
  });
});

describe('a table of contents', () => {
  const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const body = ['一、值班', '二、测流'].flatMap((name) => [
    paragraph(name),
    paragraph(`关于${name.slice(2)}的事，由站长每天早晨在会上安排，并记在簿上备查。`),
  ]);

  it('is known by its field, whatever the style of its lines', async () => {
    const listed = [
      `<w:p>${field('begin')}<w:r><w:instrText> TOC \\o "1-2" </w:instrText></w:r>${field('separate')}<w:r><w:t>值班</w:t><w:tab/><w:t>1</w:t></w:r></w:p>`,
      `<w:p><w:r><w:t>测流</w:t></w:r>${field('end')}</w:p>`,
    ];
    const article = await read(
      [paragraph('水文站规程'), paragraph('目　录'), ...listed, ...body].join(''),
    );
    expect(Object.values(leftOut(article))).toEqual(new Array(3).fill('table-of-contents'));
    expect(texts(article)).toHaveLength(2);
  });

  it('is known by its title where somebody typed it', async () => {
    const typed = ['值班', '测流'].map(
      (name, i) => `<w:p><w:r><w:t>${name}</w:t><w:tab/><w:t>${i + 1}</w:t></w:r></w:p>`,
    );
    const article = await read(
      [paragraph('水文站规程'), paragraph('目录'), ...typed, ...body].join(''),
    );
    expect(Object.keys(leftOut(article))).toEqual(['目录', '值班 1', '测流 2']);
  });
});
