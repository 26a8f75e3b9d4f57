import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../src/figures/extract.ts';
import type { Figure } from '../../src/figures/parts/figure.ts';
import { articleOf } from './helpers/article.ts';
import { ATTRIBUTES, page, score, total } from './helpers/score.ts';

const REPORTS = [
  'gwr-2019-a',
  'gwr-2019-b',
  'gwr-2019-c',
  'gwr-2021-a',
  'gwr-2021-b',
  'gwr-2021-c',
];
const UNSEEN = ['bulletin', 'earnings', 'medical', 'budget', 'industry'];

function scored(names: readonly string[]) {
  return total(
    names.map((name) => {
      const read = page(name);
      return score(read, extractFigures(read.article));
    }),
  );
}

describe('against the lists of a careful reader', () => {
  it.each([
    ['the seed article', ['yangtze-delta-2023'], 0.95],
    ['three pages of each government work report', REPORTS, 0.95],
    ['a bulletin, earnings, medical and industry news, a budget', UNSEEN, 0.9],
  ])('finds the figures of %s and has the records right', (_, names, least) => {
    const { expected, found, matched, whole, right, faults } = scored(names);
    expect(matched / expected, faults.join('\n')).toBeGreaterThanOrEqual(least);
    expect(matched / found, faults.join('\n')).toBeGreaterThanOrEqual(least);
    expect(whole / matched, faults.join('\n')).toBeGreaterThanOrEqual(least);
    for (const attribute of ATTRIBUTES) {
      expect(
        right[attribute] / matched,
        `${attribute}\n${faults.join('\n')}`,
      ).toBeGreaterThanOrEqual(least);
    }
  });
});

const pick = ({ text, value, unit, qualifier, measure, direction, actor, period }: Figure) => ({
  ...{ text, value, unit, qualifier, measure, direction, actor, period },
});
const texts = (text: string) => extractFigures(articleOf(text)).map((figure) => figure.text);

describe('extractFigures', () => {
  it('gives four whole records of two parallel clauses', () => {
    const article = articleOf(
      '2022年，我省向沪浙皖输出的技术合同超9300项，成交额超307亿元；吸纳沪浙皖的技术合同超8700项，成交额超830亿元。',
      { source: '新华日报', date: '2023-06-01' },
    );
    const record = { actor: '江苏', period: '2022', qualifier: 'over' };
    expect(extractFigures(article).map(pick)).toEqual([
      {
        ...record,
        text: '超9300项',
        value: 9300,
        unit: '项',
        measure: '技术合同',
        direction: '输出',
      },
      {
        ...record,
        text: '超307亿元',
        value: 30_700_000_000,
        unit: '元',
        measure: '技术合同成交额',
        direction: '输出',
      },
      {
        ...record,
        text: '超8700项',
        value: 8700,
        unit: '项',
        measure: '技术合同',
        direction: '吸纳',
      },
      {
        ...record,
        text: '超830亿元',
        value: 83_000_000_000,
        unit: '元',
        measure: '技术合同成交额',
        direction: '吸纳',
      },
    ]);
  });

  it('gives the base unit where a scale is folded in', () => {
    const base = (text: string) => extractFigures(articleOf(text)).map((figure) => figure.base);
    expect(base('粮食总产量1.3万亿斤，播种面积3亿亩，里程4100公里，耗电2亿千瓦时。')).toEqual([
      { value: 650_000_000_000, unit: 'kg' },
      { value: 200_000_000_000, unit: 'm²' },
      { value: 4_100_000, unit: 'm' },
      { value: 720_000_000_000_000, unit: 'J' },
    ]);
  });

  it.each([
    ['5G基站、PM2.5浓度、C919飞机和GPT-4都不是数字。'],
    ['“一总三分”管控中心覆盖三省一市，坚持一国两制和一带一路。'],
    ['一是抓改革。二是促发展。（一）加强领导。'],
    ['地址：南京市中山路，邮编：210000，电话：025-84701119。'],
    ['2023年6月1日17:08，记者在八达岭、三峡、九江和三亚采访。'],
    ['千方百计让百姓满意，万家灯火，统一部署，进一步落实，十分重要，第一时间。'],
    ['一批企业、一系列举措、一些问题、一方面和其中之一。'],
    ['“六稳”“六保”“四个意识”“两个维护”，双一流，二十大报告，十九届五中全会。'],
    ['贵州茅台（600519.SH）与五粮液公布公告，编号：2023-015。'],
    ['近5年来、去年、“十四五”期间、今年一季度和20世纪90年代。'],
  ])('finds no figure in %s', (text) => expect(texts(text)).toEqual([]));

  it.each([
    ['学制由13.5年提高到14年。', ['13.5年', '14年']],
    ['税率从17%降至13%。', ['17%', '13%']],
    ['工期3—5年，预计增长6%－6.5%，惠及30至50万人。', ['3—5年', '6%－6.5%', '30至50万人']],
    [
      '免赔30天，占比三成以上，约六分之一，比上年翻一番。',
      ['30天', '三成以上', '约六分之一', '翻一番'],
    ],
    [
      '产量达1.37万亿斤，近1亿人受益，涉及50多个国家的1000多家企业。',
      ['达1.37万亿斤', '近1亿人', '50多个', '1000多家'],
    ],
    [
      '共四十二个项目，上百家企业，十余名专家，第八届论坛。',
      ['四十二个', '上百家', '十余名', '第八届'],
    ],
    [
      '均价3.5万元/平方米，浓度29微克/立方米，气温38.5℃。',
      ['3.5万元/平方米', '29微克/立方米', '38.5℃'],
    ],
    ['下调25个基点，提高0.2个百分点，出生率5.7‰。', ['25个基点', '0.2个百分点', '5.7‰']],
    ['完成１２，３４５万元，位居全国第三。', ['１２，３４５万元', '第三']],
  ])('reads %s', (text, figures) => expect(texts(text)).toEqual(figures));

  it('gives each thing its own figure where they are told apart by 分别', () => {
    const figures = extractFigures(articleOf('单位产值能耗和二氧化碳排放分别降低13.5%、18%。'));
    expect(figures.map(({ text, measure, direction }) => [text, measure, direction])).toEqual([
      ['13.5%', '单位产值能耗', '降低'],
      ['18%', '二氧化碳排放', '降低'],
    ]);
  });

  it('reads traditional characters and gives the article’s own back', () => {
    const article = articleOf(
      '去年，全縣共有水庫58個，灌溉面積達1600平方公里，比上年增長3.5%；投資29億美元，新購車輛兩萬輛。',
      { date: '2023-06-01' },
    );
    expect(extractFigures(article).map(pick)).toMatchObject([
      { text: '58個', value: 58, unit: '个', measure: '水庫', period: '2022' },
      { text: '達1600平方公里', value: 1600, qualifier: 'reaches', measure: '灌溉面積' },
      { text: '3.5%', direction: '增长' },
      { text: '29億美元', value: 2_900_000_000, unit: '美元', measure: '投資' },
      { text: '兩萬輛', value: 20_000, unit: '辆', measure: '新購車輛' },
    ]);
    for (const { sentence } of extractFigures(article)) expect(sentence).toBe(article.text);
  });

  it.each([
    ['第三屆論壇吸引1,200多隻賽鴿和45間旅館。', ['第三屆', '1,200多隻', '45間']],
    ['長約120公尺，每坪售價約58萬元。', ['約120公尺', '約58萬元']],
    ['臺灣的工廠約佔三成，產值成長8.2%。', ['約佔三成', '8.2%']],
  ])('reads %s', (text, figures) => expect(texts(text)).toEqual(figures));

  it.each([
    [
      '水面 587,000 平方公里，造价约 3000 万英镑，出场 24 次，其中 136 次擒抱。',
      ['587,000 平方公里', '约 3000 万英镑', '24 次', '136 次'],
    ],
    [
      '湖深 12.5 米，占 8.6 %，第 3 届有 9300 多项，为期 3 年。',
      ['12.5 米', '8.6 %', '第 3 届', '9300 多项', '3 年'],
    ],
    ['2021 年 6 月 1 日有 40 家，增加 2.5 倍，工期 3 - 5 年。', ['40 家', '2.5 倍', '3 - 5 年']],
    ['完成2亿元B轮融资和3000吨A级原料采购。', ['2亿元', '3000吨']],
    ['重约500g，速率10Gbps，另有5G和4K各一套。', ['约500g', '10Gbps']],
  ])('reads a number with the white space before its unit: %s', (text, figures) =>
    expect(texts(text)).toEqual(figures));

  it('keeps the value of a number with white space inside', () => {
    const values = extractFigures(articleOf('耗资 3000 万英镑，占地 1.2 万亩。'));
    expect(values.map(({ value, unit }) => [value, unit])).toEqual([
      [30_000_000, '英镑'],
      [12_000, '亩'],
    ]);
  });

  it('reads 去年 against the date and leaves it out without one', () => {
    const text = '去年新增企业300家。';
    expect(extractFigures(articleOf(text, { date: '2023-06-01' }))[0]!.period).toBe('2022');
    expect(extractFigures(articleOf(text))[0]!.period).toBeUndefined();
  });

  it('does not take what a figure is compared with for its period', () => {
    const [figure] = extractFigures(
      articleOf('2022年产值比2019年增长30%。', { date: '2023-06-01' }),
    );
    expect(figure).toMatchObject({ period: '2022', measure: '产值', direction: '增长' });
  });
});

/** `text | measure | direction | period` of each figure of a sentence written in August 2024. */
const records = (text: string) =>
  extractFigures(articleOf(text, { date: '2024-08-30', source: '某网' })).map(
    ({ text: written, measure, direction = '', period = '' }) =>
      [written, measure, direction, period].join('|'),
  );

describe('a figure’s words', () => {
  it.each([
    [
      'the year of the number that a change begins with is not that of the other',
      '2022年，三次产业结构由2021年的8.8∶40.1∶51.1调整为8.5∶39.2∶52.3。',
      ['8.8∶40.1∶51.1|三次产业结构||2021', '8.5∶39.2∶52.3|三次产业结构||2022'],
    ],
    [
      'both ends of a change, though the first has neither unit nor verb',
      '2022年，城乡收入比由2021年的2.36下降到2.31。',
      ['2.36|城乡收入比||2021', '2.31|城乡收入比|下降|2022'],
    ],
    [
      'the flow that stands alone is what grows',
      '进出口总额80亿元。其中，出口50亿元，增长4.7%；进口30亿元，增长8.2%。',
      [
        '80亿元|进出口总额||',
        '50亿元|出口|出口|',
        '4.7%|出口|增长|',
        '30亿元|进口|进口|',
        '8.2%|进口|增长|',
      ],
    ],
    [
      'what was added is of the same thing',
      '年末服务业企业达1853家，比上年末净增147家。',
      ['达1853家|服务业企业||', '147家|服务业企业|净增|'],
    ],
    [
      'what is left out was counted in the same unit',
      '已建成换电站860座，覆盖96个城市，年底前增至1200座。',
      ['860座|换电站||', '96个|城市||', '1200座|换电站|增加|'],
    ],
    ['a cause is no measure', '单件成本因此下降约1.2万元。', ['约1.2万元|单件成本|下降|']],
    [
      'the same part of the year before',
      '上半年净利润5.7亿元，而上年同期为亏损2.3亿元。',
      ['5.7亿元|净利润||2024-01/2024-06', '2.3亿元|净利润|亏损|2023-01/2023-06'],
    ],
    ['what is aimed at', '公司维持全年25万台的销售目标不变。', ['25万台|销售目标||']],
    [
      'what is planned',
      '规划年产能6万台，合计年产能26万台。',
      ['6万台|年产能||', '26万台|年产能||'],
    ],
    [
      'a period holds on in the clause behind and not over a later one',
      '2023年，甲厂售出新车23.9万辆。相比之下，同城的乙厂上半年售出新车7.9万辆，同比增长9.3%。',
      ['23.9万辆|新车||2023', '7.9万辆|新车||2024-01/2024-06', '9.3%|新车|增长|2024-01/2024-06'],
    ],
    [
      'a rank is of what is ranked',
      '粮食产量277万吨，已连续11年稳定在200万吨以上，居中部第一。',
      ['277万吨|粮食产量||', '11年|||', '200万吨以上|粮食产量||', '第一|粮食产量||'],
    ],
    [
      'a verb alone names nothing',
      '吸引超过1.2万人报名，学费只有社会机构的五分之一左右。',
      ['超过1.2万人|报名||', '五分之一左右|学费||'],
    ],
    [
      'a thing of one character',
      '晚上7点开讲，每期12节课，学费定为每期700元。',
      ['12节|课||', '700元|学费||'],
    ],
    [
      'a period behind the subject holds for the clauses that follow',
      '泰州市去年10月也办起夜校，首期开设课程12门。',
      ['12门|课程||2023-10'],
    ],
    [
      'years of early times are periods',
      '初平三年（192年）设县，公元397年筑城时有居民3000人，城至今已有600年历史。',
      ['3000人|居民||0397', '600年|历史||0397'],
    ],
    [
      'an organisation that somebody is sent to is no subject',
      '送往江城医院，车站有两个月台，1907级学生80人。',
      ['两个|月台||', '80人|1907级学生||'],
    ],
    [
      'a cause is no measure, but what befell the people is',
      '山洪已造成12人遇难，另有3人失联。',
      ['12人|遇难||', '3人|失联||'],
    ],
    [
      'a fine is what is imposed, in one range',
      '**第九条**　逾期不改的，由住房部门处三千元以上二万元以下罚款。',
      ['三千元以上二万元以下|罚款||'],
    ],
    [
      'an area is never counted in pieces',
      '展示面积3200平方米，以瓷器为主，共1.2万件。',
      ['3200平方米|展示面积||', '1.2万件|瓷器为主||'],
    ],
    [
      'no year stands in 以上年利率',
      '五年以下年利率为2.35%，五年以上年利率为2.85%。',
      ['2.35%|五年以下年利率||', '2.85%|五年以上年利率||'],
    ],
    [
      'an attribute has none of its own, and a price is what a share closed at',
      '甲股低开，报收于31.8元，换手率0.3%，成交量1.6万手。',
      ['31.8元|报收||', '0.3%|换手率||', '1.6万手|成交量||'],
    ],
    [
      'two counts of one thing',
      '派出医疗队96支480人、防疫队89支410人。',
      ['96支|医疗队||', '480人|医疗队||', '89支|防疫队||', '410人|防疫队||'],
    ],
    [
      'what befell some in a list is not told of the next',
      '塌方造成14人死亡、20人受伤。',
      ['14人|死亡||', '20人|受伤||'],
    ],
    [
      'a name keeps its spaces, and the brackets behind it their figures',
      '青竹P 7 Ultra（16GB）4999元，犬只出生满3个月，截至7日15时已恢复基站12个，已婚家庭提取2500元。',
      [
        '16GB|||',
        '4999元|青竹P 7 Ultra||',
        '3个月|犬只出生||',
        '12个|恢复基站||',
        '2500元|已婚家庭提取||',
      ],
    ],
    [
      'verbs before and behind are no part of it',
      '在126个城市设有318家网点，涉案金额400万元，从中非法获利60万元，运行噪声58分贝。',
      [
        '126个|城市||',
        '318家|网点||',
        '400万元|涉案金额||',
        '60万元|非法获利||',
        '58分贝|运行噪声||',
      ],
    ],
    [
      'no word is cut in two',
      '雄蛇体长平均30公分，自研游戏收入12亿元，这些项目投资5亿元，过闸时间最快75分钟。',
      ['30公分|雄蛇体长||', '12亿元|自研游戏收入||', '5亿元|项目投资||', '75分钟|过闸时间最快||'],
    ],
    [
      'what a change is measured against is no part of it',
      '余额37亿元，较上年末减少3%，比重较上月末增加2个百分点。',
      ['37亿元|余额||', '3%|余额|减少|', '2个百分点|比重|增加|'],
    ],
    [
      'what is measured says the unit of a range',
      '经销商报价为19万-24万。',
      ['19万-24万|经销商报价||'],
    ],
    ['where people go is no noun', '转运伤员7名至江城医院。', ['7名|转运伤员||']],
    [
      'a period of the sentence keeps out the one before',
      '2009年收回馆舍。特展自2023年2月15日开放，票价80元。',
      ['80元|票价||'],
    ],
    [
      'what changes stands behind',
      '解决饮水问题，提高600万农村人口供水保障水平。',
      ['600万|农村人口供水保障水平|提高|'],
    ],
  ])('%s', (_, text, expected) => expect(records(text)).toEqual(expected));

  it('comes back from the parts to the whole, and gives a list of places to none of them', () => {
    const article = articleOf(
      '海南省派出200人，其中海口市120人、三亚市80人；另有30人待命。海南省调集海口、三亚、儋州3个支队。海口、三亚2市停课。',
    );
    const actors = extractFigures(article).map(({ text, actor }) => `${text}|${actor}`);
    expect(actors).toEqual([
      '200人|海南',
      '120人|海口',
      '80人|三亚',
      '30人|海南',
      '3个|海南',
      '2市|海南',
    ]);
  });

  it('gives each place its own figures at 分别', () => {
    const figures = extractFigures(
      articleOf('武汉市产值突破2万亿元；襄阳市、宜昌市分别为5842亿元和5756亿元，增长5.4%和7.1%。'),
    );
    expect(figures.map(({ text, measure, actor }) => [text, measure, actor])).toEqual([
      ['突破2万亿元', '产值', '武汉'],
      ['5842亿元', '产值', '襄阳'],
      ['5756亿元', '产值', '宜昌'],
      ['5.4%', '产值', '襄阳'],
      ['7.1%', '产值', '宜昌'],
    ]);
  });

  it.each([
    [
      '29日，远洲汽车股份有限公司（以下简称“远洲汽车”）披露半年报。报告期内，该公司营业收入312亿元。同处合肥的凌海汽车上半年交付新车7.9万辆，增长9%。安徽全年产车80万辆。',
      ['营业收入|远洲汽车', '新车|凌海汽车', '新车|凌海汽车', '产车|安徽'],
    ],
    [
      '远洲汽车研发投入18亿元；苏南第二医院门诊量120万人次。',
      ['研发投入|远洲汽车', '门诊量|苏南第二医院'],
    ],
    ['江城大学和海城大学共有学生8万人。', ['学生|江城大学、海城大学']],
    [
      '新能源汽车产量30万辆，大型商业银行贷款增长5%，上市公司净利润3亿元，农业科技投入2亿元。',
      ['新能源汽车产量|', '大型商业银行贷款|', '上市公司净利润|', '农业科技投入|'],
    ],
  ])('knows the organisation that is the subject: %s', (text, expected) => {
    const figures = extractFigures(articleOf(text, { date: '2024-08-30' }));
    expect(figures.map(({ measure, actor = '' }) => `${measure}|${actor}`)).toEqual(expected);
  });

  it('gives a count the unit that its measure says', () => {
    const units = extractFigures(articleOf('总人口1386万，播放量突破2亿，中奖金额500万。'));
    expect(units.map(({ unit }) => unit)).toEqual(['人', '个', '元']);
  });
});

describe('always', () => {
  /** Pieces that figures are made of, so that arbitrary texts hold many. */
  const pieces = fc.constantFrom(
    ...'0123456789一二三百千万亿多余超近约达以上左右第届个家项元%％.，,。；、：“”（）年月日比增长的 \n'.split(
      '',
    ),
    ...[
      '2022年',
      '去年',
      '亿元',
      '万人次',
      '百分点',
      '成交额',
      '技术合同',
      '江苏',
      '我省',
      '降至',
      '分之',
      '倍',
    ],
  );
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
  );

  it('every figure is the article’s own characters, in order and apart', () => {
    fc.assert(
      fc.property(text, (written) => {
        const article = articleOf(written, { date: '2023-06-01', source: '新华日报' });
        let last = 0;
        for (const figure of extractFigures(article)) {
          expect(article.text.slice(figure.start, figure.end)).toBe(figure.text);
          expect(figure.start).toBeGreaterThanOrEqual(last);
          expect(figure.end).toBeGreaterThan(figure.start);
          expect(Number.isFinite(figure.value)).toBe(true);
          last = figure.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '9',
    '１',
    '万',
    '、',
    '第',
    '一',
    ' ',
    '1,',
    '1.',
    '1万',
    '一点',
    '1元',
    '3个',
    '2022年',
    '去年',
    '的',
    '比',
    '（',
    '“',
    'A1',
    '1:',
    '1—',
    '分之一',
    '超',
    '以上',
    '江苏',
    '我省',
    '增长',
    '1%、',
    '百分之',
    '十九届',
    '报告',
    '江城大学，',
    '凌海汽车上半年售车3万辆，',
    '2022年3项，',
    '江苏3项、',
    '个水庫58個',
    '1 万 ',
  ])('ends on 100,000 characters of %j', (unit) => {
    const long = unit.repeat(Math.ceil(100_000 / unit.length));
    extractFigures(articleOf(long, { date: '2023-06-01' }));
  });
});

it('names what is counted as the words before it have it', () => {
  const [seats, sat] = extractFigures(articleOf('报道\n\n轮渡核定人数为9人实坐15人。'));
  expect([seats?.measure, sat?.measure]).toEqual(['轮渡核定人数', '实坐']);
});
