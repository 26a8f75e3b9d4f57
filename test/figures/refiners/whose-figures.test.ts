import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../../src/figures/extract.ts';
import { articleOf } from '../../helpers/article.ts';

function figuresOf(text: string, head = '公报\n\n2023-08-18') {
  return extractFigures(articleOf('bulletin', `${head}\n\n${text}`)).map((figure) => {
    const { text: written, measure, actor = '', period = '' } = figure;
    return { text: written, measure, actor, period };
  });
}

describe('whose figures are', () => {
  it('those of the place that stands out among others', () => {
    expect(
      figuresOf('各市人口增加率以青岛市增幅8.8‰最大，济南市增3.0‰次之；另以烟台市减少6.3‰较多。'),
    ).toMatchObject([
      { text: '8.8‰', measure: '各市人口增加率', actor: '青岛' },
      { text: '3.0‰', actor: '济南' },
      { text: '6.3‰', actor: '烟台' },
    ]);
  });

  it('those of a place that only the name of the file writes', () => {
    const article = articleOf(
      '大连港口统计',
      '吞吐量统计数字发表\n\n总吞吐量亦由3 200吨增至3 900吨。',
    );
    expect(extractFigures(article)).toMatchObject([
      { text: '3 200吨', measure: '总吞吐量', actor: '大连' },
      { text: '3 900吨', measure: '总吞吐量', actor: '大连' },
    ]);
  });

  it('no longer those of the last place where all are counted together', () => {
    const figures = figuresOf('苏州市常住人口1291万人，无锡市常住人口750万人，2市合计占全省24%。');
    expect(figures.find(({ text }) => text === '24%')?.actor).not.toMatch(/苏州|无锡/);
  });

  it('those of a town, and not of the country, where 国内 only tells guests apart', () => {
    const head = '泉州市2010年统计公报\n\n2011-03-21';
    const figures = figuresOf('全年接待游客2765万人次。其中，国内游客2619万人次。', head);
    expect(figures.map(({ actor }) => actor)).toEqual(['泉州', '泉州']);
  });

  it('those of the firm that goes on being spoken of behind a word on the country', () => {
    const figures = figuresOf(
      '云岭食品上半年营收7.01亿元。云岭食品称，国内经济稳步复苏，消费市场回升。其中纯麦片营收3.06亿元，中国业务贡献1.2亿元。',
    );
    expect(figures.map(({ actor }) => actor)).not.toContain('全国');
  });
});

describe('what figures measure', () => {
  it.each([
    ['全年蔬菜播种面积3938公顷，产量10.6万吨。', '10.6万吨', '蔬菜产量'],
    ['新馆有阅览座位1200个，总投资2亿元。', '2亿元', '总投资'],
    ['开工项目40个，总投资30亿元。', '30亿元', '开工项目总投资'],
    ['国内贷款97亿元，自筹资金239亿元。', '239亿元', '自筹资金'],
    ['在园幼儿30.01万人，教职工3万人。', '30.01万人', '在园幼儿'],
    ['全市户数计89.4万户，呈上升趋势。', '89.4万户', '全市户数'],
    ['营业利润增长9%，达到1.12亿元；净利润增长7%，增至1.31亿元。', '1.31亿元', '净利润'],
  ])('of %s', (sentence, text, measure) => {
    expect(figuresOf(sentence)).toContainEqual(expect.objectContaining({ text, measure }));
  });
});

describe('the report that a first sentence announces', () => {
  it('says when figures are of, and its year the year of those of other parts', () => {
    const figures = figuresOf(
      '云岭汽车8月8日公布了2023年第二季度财报。云岭汽车交付量达8万辆，第一季度营收187亿元。\n\n对于第三季度的业绩展望，云岭汽车预计交付10万辆。',
      '云岭汽车营收创新高',
    );
    expect(figures.map(({ text, period }) => [text, period])).toEqual([
      ['达8万辆', '2023-04/2023-06'],
      ['187亿元', '2023-01/2023-03'],
      ['10万辆', '2023-07/2023-09'],
    ]);
  });
});

describe('figures told in turn', () => {
  it('are each of its own kind, and so are their changes', () => {
    const figures = figuresOf(
      '云岭在鞋类、服装和器材分别实现营收75亿元、56亿元和8亿元，增幅分别为11%、14%和16%。',
    );
    expect(figures.map(({ text, measure }) => [text, measure])).toEqual([
      ['75亿元', '鞋类营收'],
      ['56亿元', '服装营收'],
      ['8亿元', '器材营收'],
      ['11%', '鞋类营收增幅'],
      ['14%', '服装营收增幅'],
      ['16%', '器材营收增幅'],
    ]);
  });

  it('are not cut where 以及 joins them', () => {
    const figures = figuresOf('云岭酒以及系列酒收入分别为592亿元、100亿元。');
    expect(figures.map(({ measure }) => measure)).toEqual(['云岭酒收入', '系列酒收入']);
  });
});

describe('what a bracket holds', () => {
  it('is measured by what it stands behind', () => {
    const figures = figuresOf('毕业生月均收入（4317元）高于居民月均可支配收入（3033元）。');
    expect(figures.map(({ measure }) => measure)).toEqual(['毕业生月均收入', '居民月均可支配收入']);
  });
});

describe('when figures are of', () => {
  it.each([
    ['改革起源于2018年下半年。当年，直销收入仅有43亿元。', '43亿元', '2018'],
    ['到了2020年，直销收入达到132亿元。', '达到132亿元', '2020'],
    ['前7月进出口总额7276亿元。', '7276亿元', '2023-01/2023-07'],
  ])('of %s', (sentence, text, period) => {
    expect(figuresOf(sentence)).toContainEqual(expect.objectContaining({ text, period }));
  });
});

describe('a firm that makes its results known', () => {
  it.each([
    ['中国云锦于8月9日公布了2023年上半年的半年度报告。公司净利润达到54亿元。', '中国云锦'],
    ['云锦中国（03900.HK）发布运营数据，销售金额1524亿元。', '云锦中国'],
  ])('%s', (text, actor) => {
    expect(figuresOf(text)[0]?.actor).toBe(actor);
  });
});

describe('a rate told behind its clause', () => {
  it('is what that is about', () => {
    expect(figuresOf('净利润54亿元，净资产收益率也达到了新高，为3.4%。')).toContainEqual(
      expect.objectContaining({ text: '3.4%', measure: '净资产收益率' }),
    );
  });
});

it('are no 约 of a word that ends in it', () => {
  expect(figuresOf('一个月内爽约3次，3个月内不能预约。以后每小时收费3元。')).toMatchObject([
    { text: '3次', measure: '爽约' },
    { text: '3个月' },
    { text: '3元', measure: '每小时收费' },
  ]);
});
