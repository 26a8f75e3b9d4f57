import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../../../src/figures/extract.ts';
import type { Span } from '../../../../src/util/span.ts';
import { parse, texts } from '../../helpers.ts';

/** Each row as its paragraph's heading, and its cells with what stands above and beside. */
function rows(text: string, file?: string) {
  const article = parse(text, file);
  const words = (spans: readonly Span[]) =>
    spans.map(({ start, end }) => article.text.slice(start, end)).join('/');
  return article.paragraphs.flatMap(({ heading, row }) =>
    row === undefined
      ? []
      : [
          [
            heading,
            ...row.cells.map(
              ({ span, above, beside }) => `${words([span])}<${words(above)}<${words(beside)}`,
            ),
          ],
        ],
  );
}

const page = (table: string) =>
  `<h1>水泵检验单</h1><p>本单记载水泵在出厂之前的检验，由检验员逐项填写，随货交付。</p><table>${table}</table><p>检验员在每一项后面签名，并在背面写下日期和温度，以备查考。</p>`;
const tr = (...cells: string[]) =>
  `<tr>${cells.map((each) => (each.startsWith('<') ? each : `<td>${each}</td>`)).join('')}</tr>`;

async function htmlRows(table: string) {
  const { readHtml } = await import('../../../../src/article/formats/html/read-html.ts');
  const { parseArticle } = await import('../../../../src/article/body/parse-article.ts');
  const parsed = parseArticle('a.html', readHtml({ bytes: Buffer.from(page(table)), front: '' }));
  if (!parsed.ok) throw new Error(parsed.reason);
  const { article } = parsed;
  return article.paragraphs.flatMap(({ heading = '', row, span: { start, end } }) =>
    row === undefined ? [] : [[heading, article.text.slice(start, end)]],
  );
}

describe('a table', () => {
  it('of labels and values has no header, and a section behind them has its own', async () => {
    const wide = (text: string) => `<td colspan="2">${text}</td>`;
    expect(
      await htmlRows(
        tr('型号', wide('清泉二号')) +
          tr('地点', wide('北厂房')) +
          tr('项目', '要求', '结果') +
          tr('外观', '无裂纹', '合格') +
          tr('密封', '不渗水', '合格'),
      ),
    ).toEqual([
      ['', '型号 | 清泉二号'],
      ['', '地点 | 北厂房'],
      ['项目 | 要求 | 结果', '外观 | 无裂纹 | 合格'],
      ['项目 | 要求 | 结果', '密封 | 不渗水 | 合格'],
    ]);
  });

  it('has rows of one cell as names of what stands below them', async () => {
    const title = (text: string) => `<tr><td colspan="3">${text}</td></tr>`;
    expect(
      await htmlRows(
        title('单位：米') +
          tr('型号', '扬程', '吸程') +
          tr('甲', '20', '6') +
          title('大型') +
          tr('型号', '扬程', '吸程') +
          tr('乙', '40', '7'),
      ),
    ).toEqual([
      ['单位：米 | 型号 | 扬程 | 吸程', '甲 | 20 | 6'],
      ['单位：米 | 大型 | 型号 | 扬程 | 吸程', '乙 | 40 | 7'],
    ]);
  });

  it('of words alone has one row as its header, however many look like it', () => {
    const text =
      '值班表\n\n日期\t早班\t晚班\t电话\n周一\t方媛\t石磊\t3301\n周二\t何敏\t林雨\t3302\n周三\t石磊\t方媛\t3303';
    expect(rows(text).map(([heading]) => heading)).toEqual(
      Array(3).fill('日期 | 早班 | 晚班 | 电话'),
    );
  });

  it('has cells in quotes, whatever they hold', () => {
    expect(
      rows(
        '水泵台账\n"编号","部件","件数","备注"\n"A1","泵体,泵盖","12","含""备件""2件"\nA2,叶轮,9,',
      ),
    ).toEqual([
      [
        '编号 | 部件 | 件数 | 备注',
        'A1<编号<泵体,泵盖',
        '泵体,泵盖<部件<A1',
        '12<件数<A1/泵体,泵盖',
        '含""备件""2件<备注<A1/泵体,泵盖',
      ],
      ['编号 | 部件 | 件数', 'A2<编号<叶轮', '叶轮<部件<A2', '9<件数<A2/叶轮'],
    ]);
  });

  it('may have empty cells at its edges, and wide spaces between its cells', () => {
    const tabbed = '水泵清单\n\n\t2021年\t2022年\t备注\n一号泵\t12\t15\t\n二号泵\t9\t11\t旧\n';
    expect(rows(tabbed).map(([heading]) => heading)).toEqual([
      '2021年 | 2022年',
      '2021年 | 2022年 | 备注',
    ]);
    const spaced =
      '水泵清单\n\n名称    扬程（米）   产地\n一号泵    12     河口\n二号泵    9      东岭\n';
    expect(rows(spaced).map(([heading, , second]) => [heading, second])).toEqual([
      ['名称 | 扬程（米） | 产地', '12<扬程（米）<一号泵'],
      ['名称 | 扬程（米） | 产地', '9<扬程（米）<二号泵'],
    ]);
  });

  it('is none where wide spaces part words without figures', () => {
    expect(rows('值班\n\n周一  周二  周三\n林秋  王磊  李楠\n陈立  吴子  沈岚\n')).toEqual([]);
  });

  it('is read where commas part its cells, and no sentence is one', () => {
    const text = '2023年门店\n\n门店,销售额（万元）,店长\n东门店,320,方媛\n西门店,275,石磊';
    expect(rows(text)).toEqual([
      [
        '门店 | 销售额（万元） | 店长',
        '东门店<门店<',
        '320<销售额（万元）<东门店',
        '方媛<店长<东门店',
      ],
      [
        '门店 | 销售额（万元） | 店长',
        '西门店<门店<',
        '275<销售额（万元）<西门店',
        '石磊<店长<西门店',
      ],
    ]);
    expect(rows('诗\n\n白日依山尽,黄河入海流。\n欲穷千里目,更上一层楼。')).toEqual([]);
  });

  it('keeps the sentence that leads it in, and takes its year from it', () => {
    const text =
      '---\ndate: 2023-01-10\n---\n\n# 金沙报表\n\n2022年各业务的收入见下表。\n\n| 业务 | 上半年（亿元） |\n|---|---|\n| 锂电 | 8.2 |';
    const article = parse(text, 'a.md');
    expect(texts(article)).toEqual(['2022年各业务的收入见下表。', '| 锂电 | 8.2 |']);
    expect(extractFigures(article).map(({ text: words, period }) => [words, period])).toEqual([
      ['8.2', '2022-01/2022-06'],
    ]);
  });
});

describe('a half-year or a month in a header', () => {
  const periods = (title: string, file = 'a.md') =>
    extractFigures(
      parse(
        `---\ndate: 2023-01-10\n---\n\n# ${title}\n\n| 业务 | 上半年（亿元） | 3月（亿元） |\n|---|---|---|\n| 锂电 | 8.2 | 1.1 |`,
        file,
      ),
    ).map(({ period }) => period);
  it('is of the year of the title, else of the file, and of an unknown one where neither says it', () => {
    expect(periods('金沙2021年报表')).toEqual(['2021-01/2021-06', '2021-03']);
    expect(periods('金沙报表', '金沙2020.md')).toEqual(['2020-01/2020-06', '2020-03']);
    expect(periods('金沙报表')).toEqual(['--01/--06', '--03']);
  });
});
