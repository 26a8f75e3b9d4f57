import { describe, expect, test } from 'vitest';
import { slice } from '../../../src/util/span.ts';
import { leftOut, page, parse, texts, values } from '../helpers.ts';
import { expectSound } from '../invariants.ts';

describe('a Markdown report', () => {
  const article = page('table.md');

  test('has front matter, headings and levels under the title', () => {
    expect(article).toMatchObject({
      title: '滨江新区2022年度环境质量报告',
      date: '2023-04-22',
      source: '滨江新区生态环境局',
    });
    expect(values(article, 'author')).toEqual(['沈岚', '吴子墨']);
    expect(article.headings.map((h) => [h.level, h.text])).toEqual([
      [1, '空气质量'],
      [2, '主要措施'],
      [1, '水环境'],
    ]);
  });

  test('rows, list items, quotations and code are paragraphs', () => {
    expect(texts(article).slice(1)).toEqual([
      '2022年空气质量优良天数为318天，优良率87.1%。',
      '| PM2.5（微克/立方米） | 34 | 29 |',
      '| 臭氧（微克/立方米） | 158 | 162 |',
      '淘汰老旧柴油车1203辆；',
      '完成42台燃煤锅炉改造。',
      '环保不是选择题，而是必答题。',
      '全区12个国考断面水质达标率为100%。',
      'COD 12.4 mg/L',
    ]);
  });

  test('pictures and comments are furniture', () => {
    expect(leftOut(article)).toEqual({
      '![断面分布](map.png)': 'image',
      '<!-- 以下略 -->': 'html',
    });
  });
});

test('the first heading is the title; ATX and setext marks are no part of headings', () => {
  const article = parse('# 标题 #\n\n第一段。\n\n小标题\n---\n\n第二段。', 'x.md');
  expect(article.title).toBe('标题');
  expect(article.headings.map((h) => slice(article.text, h.span))).toEqual(['小标题']);
  expect(texts(article)).toEqual(['第一段。', '第二段。']);
});

test('a date line and a byline in Markdown are head, not text', () => {
  const article = parse('# 标题\n\n2023-06-01 来源：新华社\n\n第一段。\n\n责任编辑：李楠', 'x.MD');
  expect(article).toMatchObject({ date: '2023-06-01', source: '新华社' });
  expect(texts(article)).toEqual(['第一段。']);
  expect(leftOut(article)).toEqual({ '责任编辑：李楠': 'editor' });
});

test('without a heading the first line is the title', () => {
  const article = parse('标题一行\n\n第一段。', 'x.md');
  expect(article.title).toBe('标题一行');
  expect(texts(article)).toEqual(['第一段。']);
});

test('nested lists and quotations give one paragraph each', () => {
  const article = parse(
    '# 题\n\n- 甲项。\n  - 乙项。\n\n    续乙。\n- 丙项。\n\n> 引言。\n>\n> 再引。',
    'x.md',
  );
  expect(texts(article)).toEqual(['甲项。', '乙项。', '续乙。', '丙项。', '引言。', '再引。']);
});

test('a file nested beyond reason is read as plain text', () => {
  expect(texts(parse(`标题\n\n${'> '.repeat(5000)}深`, 'x.md'))).toHaveLength(1);
  const stairs = Array.from({ length: 300 }, (_, i) => `${' '.repeat(2 * i)}- 甲${i}`).join('\n');
  expect(texts(parse(stairs, 'x.md')).length).toBeGreaterThan(0);
});

describe('marks of the tools that Markdown is written for', () => {
  const article = parse(
    [
      '<center>**水泵社简报**</center>',
      '',
      '**<font size="5">第一次例会</font>**',
      '',
      '[[toc]]',
      '',
      '会上定了两件事，会后由秘书抄送各组。![会场](a.png)',
      '',
      '**第二次例会**',
      '',
      '## 修泵的事 {#pump}',
      '',
      '::: details 怎么报修',
      '先拧紧阀门，再打电话给水管员。',
      ':::',
      '',
      '**注意：先断电。**',
      '',
      '![](pump.png)_新装的水泵_',
    ].join('\n'),
    'a.md',
  );

  test('show nothing, and what they set apart is a heading', () => {
    expect(article.headings.map(({ text }) => text)).toEqual([
      '第一次例会',
      '第二次例会',
      '修泵的事',
      '怎么报修',
    ]);
    expect(article.title).toBe('水泵社简报');
    expect(texts(article)).toEqual([
      '会上定了两件事，会后由秘书抄送各组。',
      '先拧紧阀门，再打电话给水管员。',
      '注意：先断电。',
    ]);
    expectSound(article);
  });

  test('a heading with others beside it is no title alone', () => {
    const page = parse('**甲会**\n\n三月四日在东楼开。\n\n**乙会**\n\n三月九日在西楼开。', 'a.md');
    expect(page.paragraphs.map(({ heading }) => heading)).toEqual(['甲会', '乙会']);
    expectSound(page);
  });
});

describe('marks within a line', () => {
  const article = parse(
    [
      '+++',
      'title = "水泵手册"',
      "authors = ['沈岚', '吴子墨']",
      'date = 2023-05-18T09:30:00+08:00',
      '[extra]',
      'author = "网站"',
      '+++',
      '',
      '# {{ page.title }}',
      '',
      '## <span style="color:red">一号泵</span> <Badge text="新" />',
      '',
      '**时间**：三月四日',
      '**地点**：东楼',
      '',
      '- <b>油温</b>：62℃',
      '- <font color="red">注意</font>：先断电，再<u>拆泵</u>',
      '',
      '> [!NOTE]',
      '> 拆泵以后的第一件事是量油温。',
    ].join('\n'),
    'a.md',
  );

  test('neither make a heading of it nor are cut off at one end', () => {
    expect(texts(article)).toEqual([
      '**时间**：三月四日',
      '**地点**：东楼',
      '<b>油温</b>：62℃',
      '<font color="red">注意</font>：先断电，再<u>拆泵</u>',
      '拆泵以后的第一件事是量油温。',
    ]);
    expect(article.headings.map(({ text }) => text)).toEqual(['一号泵']);
    expectSound(article);
  });

  test('between two lines +++ are TOML, up to its first table', () => {
    expect(article).toMatchObject({ title: '水泵手册', date: '2023-05-18' });
    expect(values(article, 'author')).toEqual(['沈岚', '吴子墨']);
  });
});
