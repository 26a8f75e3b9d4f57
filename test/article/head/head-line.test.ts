import { describe, expect, test } from 'vitest';
import { readHeadLine } from '../../../src/article/head/head-line.ts';

function read(line: string): string[] | undefined {
  return readHeadLine(line)?.facts.map(({ field, value }) => `${field} ${value}`);
}

describe('lines of the head', () => {
  test.each([
    ['2023-06-01 17:08:01 来源:交汇点', ['date 2023-06-01', 'source 交汇点']],
    ['2023年6月1日', ['date 2023-06-01']],
    ['（2023年2月28日）', ['date 2023-02-28']],
    ['发布时间：2023-06-01 08:30 浏览次数：1234 次', ['date 2023-06-01']],
    [
      '发布日期：2023/06/01 信息来源：省统计局 字号：[大 中 小]',
      ['date 2023-06-01', 'source 省统计局'],
    ],
    [
      '来源：新华社  作者：李楠、王磊  编辑：孙丽',
      ['source 新华社', 'author 李楠', 'author 王磊', 'editor 孙丽'],
    ],
    ['稿源：人民网－人民日报', ['source 人民网－人民日报']],
    ['来源：New York Times', ['source New York Times']],
    ['2023年06月01日 08:15 新浪财经', ['date 2023-06-01', 'source 新浪财经']],
    ['人民网 2023-06-01', ['source 人民网', 'date 2023-06-01']],
    ['何静 乡见周刊 2023-11-05 20:30', ['author 何静', 'source 乡见周刊', 'date 2023-11-05']],
    ['更新时间：2023-06-02 发布时间：2023-06-02', ['date 2023-06-02']],
    [
      '——2021年3月5日在第十三届全国人民代表大会第四次会议上',
      ['date 2021-03-05', 'occasion 第十三届全国人民代表大会第四次会议'],
    ],
    [
      '（二〇二四年一月二十三日在全市科技大会上的讲话）',
      ['date 2024-01-23', 'occasion 全市科技大会'],
    ],
    ['——在青川市第五届人民代表大会第一次会议上', ['occasion 青川市第五届人民代表大会第一次会议']],
    [
      '2022年12月09日 10:45　来源：江畔在线　记者：沈岚',
      ['date 2022-12-09', 'source 江畔在线', 'author 沈岚'],
    ],
    [
      '来源：江畔在线 | 本报记者 沈岚 | 2022-12-09',
      ['source 江畔在线', 'author 沈岚', 'date 2022-12-09'],
    ],
    ['编辑：白 雪　记者：沈岚', ['editor 白雪', 'author 沈岚']],
    ['二〇二三年六月一日', ['date 2023-06-01']],
    ['原文链接：https://example.org/a/b.html', ['url https://example.org/a/b.html']],
  ])('%s', (line, facts) => {
    expect(read(line)).toEqual(facts);
  });
});

describe('bylines', () => {
  test.each([
    ['新华日报·交汇点记者 蔡姝雯 张宣', ['author 蔡姝雯', 'author 张宣']],
    ['（本报记者 李楠 王　磊）', ['author 李楠', 'author 王磊']],
    ['本报记者李楠 通讯员王磊', ['author 李楠', 'author 王磊']],
    ['见习记者：欧阳明月', ['author 欧阳明月']],
    ['江畔日报记者 沈岚 实习生 顾一帆', ['author 沈岚', 'author 顾一帆']],
    ['记者 阿依古丽·买买提 报道', ['author 阿依古丽·买买提']],
    ['文/张三丰', ['author 张三丰']],
    ['作者：李楠（南京大学）', ['author 李楠']],
    ['（责任编辑：孙丽 HN003）', ['editor 孙丽']],
    ['【责任编辑:李楠】', ['editor 李楠']],
    ['责任编辑:ERM523', ['editor ERM523']],
    ['文字：李楠  图片：王磊  制图：孙丽', ['author 李楠']],
  ])('%s', (line, facts) => {
    expect(read(line)).toEqual(facts);
  });

  test.each([
    '记者手记',
    '记者调查',
    '记者从省统计局获悉',
    '新华社记者 李博 摄',
    '来源于生活的灵感：一位画家的四十年。',
    '2023年6月1日起施行的新规有哪些变化',
    '会议时间定于2023年6月1日，地点另行通知。',
    '长三角合力构建科创共同体',
    '——在产业发展上',
    '2023年6月1日 记者从省统计局获悉',
  ])('%s is none', (line) => {
    expect(read(line)).toBeUndefined();
  });
});

test('an impossible date is named', () => {
  expect(readHeadLine('2023-13-45 来源:交汇点')).toMatchObject({
    badDate: '2023-13-45',
    facts: [{ field: 'source', value: '交汇点' }],
  });
});
