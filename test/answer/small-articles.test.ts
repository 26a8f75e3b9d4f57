import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { articleOf } from '../helpers/article.ts';

async function asked(text: string, question: string) {
  return (await createBot({ articles: [articleOf('story', text)], problems: [] })).ask(question);
}

const FIRMS = `商銀獲利

2022年3月2日

香港景豐昨日公布，2021年稅後淨利達54億元，較前年成長9%。

香港泰和隆昨日公布，2021年稅後淨利達39億元，較前年減少2%。`;

const YEARS = `入园统计

2021年2月3日

海洋公园游客在2019年与2020年各为320万人次、145万人次。`;

const PRICES = `农资观察

2023年5月6日

县内复合肥料价格跌破3000元/吨，4月9日一度下探至2890元/吨。

3月份，全市工业生产者出厂价格同比下降2.4%，降幅比上月收窄0.3个百分点。`;

const PROFITS = `两家纸企

2023年8月30日

松原纸业上半年归属于上市公司股东的净利润为12亿元；扣除非经常性损益的净利润为8亿元。

河口纸业上半年归属于上市公司股东的净利润为11亿元；扣除非经常性损益的净利润为9亿元。`;

const HERDS = `防疫通報

2023-10-09

全縣上(2022)年度共通報96起群聚，其中40起發生於幼兒園，另56起發生於安養機構。`;

const MATCH = `松湾队客场取胜

联赛第五轮，松湾女排客场挑战白石女排。

第21分钟，陈小鱼射门中柱。第45+2分钟，罗一帆补射入网，松湾队2:0领先白石队。`;

const OPEN = `花展消息

2023年3月2日

今年的金奖会落在谁家？评委们都说不准。

花农沈远山以一盆墨兰摘下金奖。

谁来替他领奖？目前还没有消息。`;

const AIMS = `施政报告

2022年2月8日

去年全县空置率为7.5%。

今年我们力争把空置率控制在6%以内。

自2021年7月1日起，青年公寓租住期限放宽至6—24个月。`;

const PENSION = `待遇标准

2021年3月9日

基础养老金最低标准为每人每月120元。`;

describe('a name that only begins as another does', () => {
  it('is another firm, also behind the name of a place', async () => {
    expect((await asked(FIRMS, '香港景豐2021年稅後淨利多少？')).figures[0]?.text).toBe('達54億元');
    expect((await asked(FIRMS, '香港景泰2021年稅後淨利多少？')).outcome).toBe('unanswered');
  });

  it('is another thing that is traded', async () => {
    expect((await asked(PRICES, '复合肥料价格是多少？')).outcome).toBe('answered');
    expect((await asked(PRICES, '有机肥料价格是多少？')).outcome).toBe('unanswered');
  });
});

describe('a figure', () => {
  it.each([
    ['2019年海洋公园游客有多少？', '320万人次'],
    ['2020年海洋公园游客有多少？', '145万人次'],
  ])('is of the period that stands in its place before 各: %s', async (question, wanted) => {
    expect((await asked(YEARS, question)).figures[0]?.text).toBe(wanted);
  });

  it('says by how much something fell, and not by how much that changed', async () => {
    const { figures } = await asked(PRICES, '3月份出厂价格降幅是多少？');
    expect(figures[0]?.text).toBe('2.4%');
  });

  it('is of the one profit or of the other', async () => {
    const adjusted = await asked(PROFITS, '松原纸业和河口纸业的扣非净利润哪个高？');
    expect(adjusted.notice).toContain('河口纸业');
    const whole = await asked(PROFITS, '松原纸业净利润是多少？');
    expect(whole.figures[0]?.text).toBe('12亿元');
  });

  it.each([
    ['香港景豐2021年營收是多少？', FIRMS],
    ['松原纸业上半年营收多少？', PROFITS],
  ])('of profit is none of revenue: %s', async (question, text) => {
    expect((await asked(text, question)).outcome).toBe('unanswered');
  });

  it('is of a side of a comparison that is called by its whole name', async () => {
    const { notice } = await asked(HERDS, '2022年幼兒園和安養機構的群聚哪個多？');
    expect(notice).toContain('安養機構');
  });

  it('of time tells how long a term is', async () => {
    expect((await asked(AIMS, '2022年青年公寓租住期限多长？')).figures[0]?.text).toBe('6—24个月');
  });

  it('that is aimed at is what a question for the aim means', async () => {
    expect((await asked(AIMS, '今年空置率的目标是多少？')).lead).toContain('6%以内');
    expect((await asked(AIMS, '去年空置率是多少？')).figures[0]?.text).toBe('7.5%');
  });
});

describe('what is told of others', () => {
  it('is each of its own year, also without 分别', async () => {
    const text = '书店统计\n\n2023年2月1日\n\n2021年、2022年全县书店为46家、39家。';
    expect((await asked(text, '2022年全县有多少家书店？')).figures[0]?.text).toBe('39家');
    expect((await asked(text, '2021年全县有多少家书店？')).figures[0]?.text).toBe('46家');
  });

  it('is compared by what is asked, whose it is being said once', async () => {
    const text =
      '两家茶馆\n\n2024年5月3日\n\n半山茶馆堂食平均单价28元；外送单价36元。\n\n临水茶馆堂食平均单价30元；外送单价33元。';
    const { figures } = await asked(text, '半山茶馆和临水茶馆的外送单价哪个高？');
    expect(figures.map((figure) => figure.text)).toEqual(['36元', '33元']);
  });

  it.each([
    '书法奖得主是谁？',
    '陆眠在第3届东山画展得了什么奖？',
    '云来客栈2022年净利率是多少？',
  ])('is no answer: %s', async (question) => {
    const text =
      '文化简讯\n\n2023年5月3日\n\n何苇、白杉，篆刻奖得主。\n\n《远渡》获第3届青岚文学奖小说奖。\n\n云来客栈2022年毛利率为24%。';
    expect((await asked(text, question)).outcome).toBe('unanswered');
  });

  it('is not when it was told', async () => {
    const text =
      '交通消息\n\n2023年11月2日\n\n11月2日，公交集团介绍，夜班巴士恢复在即。\n\n夜班巴士此次恢复的日期为11月20日，每晚6班。';
    expect((await asked(text, '夜班巴士恢复日期')).lead).toContain('11月20日');
  });

  it('is the cause by whatever it suffers from', async () => {
    const text = '花市\n\n2023年2月9日\n\n鲜切花价格走低主要受库存积压拖累。';
    expect((await asked(text, '鲜切花价格为什么这么低？')).lead).toContain('库存积压');
  });
});

describe('what leaves a question open', () => {
  it('answers nothing, and stands in the way of nothing', async () => {
    expect((await asked(OPEN, '花展金奖得主是谁？')).lead).toContain('沈远山');
    expect((await asked(OPEN, '代沈远山领奖的人')).lead).not.toContain('没有消息');
  });
});

describe('a match', () => {
  it('names the opponent without calling it so', async () => {
    const { lead } = await asked(MATCH, '松湾女排联赛第五轮对手是谁？');
    expect(lead).toContain('白石女排');
  });

  it.each([
    ['罗一帆第几分钟进的球？', '第45+2分钟'],
    ['松湾队和白石队的比分是多少？', '2:0'],
  ])('is told in minutes and a score, each marked whole: %s', async (question, wanted) => {
    const { lead, highlights } = await asked(MATCH, question);
    const [[start, end] = [0, 0]] = highlights;
    expect(lead.slice(start, end)).toBe(wanted);
  });
});

it('what one county pays is not what another does', async () => {
  const asksWhen = '平湖县青年公寓租住时间是多少？';
  expect((await asked(AIMS, asksWhen)).outcome).toBe('unanswered');
});

it('what papers to bring is told by papers', async () => {
  expect((await asked(PENSION, '领养老金要带哪些证件？')).outcome).toBe('unanswered');
});
