import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { articleOf } from '../helpers/article.ts';

async function asked(text: string, question: string) {
  const bot = await createBot({ articles: [articleOf('story', text)], problems: [] });
  const reply = await bot.ask(question);
  const marked = reply.highlights.map(([start, end]) => reply.lead.slice(start, end));
  return { ...reply, marked };
}

const SHARES = `晨岭国际发布中期业绩

中国经济网北京8月18日讯 晨岭国际（00999.HK）港股今日收报9.30港元，跌幅3.217%，港股市值120.05亿港元。2023年上半年，晨岭国际云服务业务收入同比增长11.5%，占集团收入约62.5%。晨岭国际年经常性收入（ARR）约为人民币8.4亿元，同比增长26.3%。`;

const MEETING = `云溪市第三届运动会闭幕

云溪市第三届运动会16日晚闭幕。闭幕式上，云溪市委副书记、市长杜汇良将会旗交给组委会，组委会又将会旗转交下届承办城市，由松岭市市长何立手中接过的会旗上绣着一只白鹭。当晚的演出于19时30分至21时在翠湖公园音乐广场举行。运动会与青禾体育用品有限公司签订了合作协议，观众可拨打服务热线：0999-1234567进行咨询。`;

const HEATING = `农村取暖改造

冬季来临，云溪市介绍了农村取暖改造的情况。一套价值2.6万元的取暖设备，农户只需要支付三四千元。每天晚上21时至次日早晨7时，每度电农户只需花费3毛钱。一个冬天下来，电费大概两千多元。`;

describe('a figure of a story', () => {
  it.each([
    ['晨岭国际市值', '120.05亿港元'],
    ['晨岭跌了多少', '3.217%'],
    ['云服务占晨岭收入几成', '约62.5%'],
    ['晨岭国际ARR多少', '8.4亿元'],
  ])('%s: %s', async (question, wanted) => {
    const { figures } = await asked(SHARES, question);
    expect(figures[0]?.text).toBe(wanted);
  });

  it.each([
    ['农户一度电花费多少钱', '3毛钱'],
    ['一套设备农户要支付多少钱', '三四千元'],
  ])('%s: %s', async (question, wanted) => {
    const { figures } = await asked(HEATING, question);
    expect(figures[0]?.text).toBe(wanted);
  });
});

const SHOOTING = `射击总决赛

总决赛在1972年修建的射击场举行，将于6日结束。云岭队共有18人参加除步枪外的8项比赛，其中三人身兼两项。27岁的何立新在第二轮被淘汰。何立新和宋明丽结婚时宋明丽只有24岁。如今宋明丽已经31岁。`;

const QUARTERS = `公司发布业绩预告

2023H1公司营业收入同比下滑，Q1实现营收8.35亿元；Q2各产品线呈现了不同程度的环比增长。`;

describe('a figure by what is said of it', () => {
  it('counts people who take part', async () => {
    expect((await asked(SHOOTING, '云岭队几个人参赛')).figures[0]?.text).toBe('18人');
  });
  it('is of now, and not of then', async () => {
    expect((await asked(SHOOTING, '宋明丽今年几岁')).figures.map(({ text }) => text)).not.toContain(
      '24岁',
    );
  });
  it('is no round where a place is asked', async () => {
    expect((await asked(SHOOTING, '何立新第几')).figures).toEqual([]);
  });
  it('is of a quarter by its short form', async () => {
    expect((await asked(QUARTERS, '一季度营收')).figures[0]?.text).toBe('8.35亿元');
  });
  it('is none of the other kind of regulations', async () => {
    const text = '法规库上线\n\n法规库收录现行有效行政法规701部，历次修订文本428部。';
    expect((await asked(text, '地方性法规收录了多少部')).outcome).toBe('unanswered');
  });
});

describe('what is marked', () => {
  it.each([
    [SHOOTING, '总决赛哪天结束', ['6日']],
    ['法规库上线\n\n法规库优化了下载功能，支持扫描二维码下载。', '法规库能扫码下载吗', []],
  ])('%#: %s', async (text, question, wanted) => {
    expect((await asked(text, question)).marked).toEqual(wanted);
  });

  it.each([
    ['云溪市市长是谁', '杜汇良'],
    ['闭幕式演出几点开始', '19时30分'],
    ['演出在哪里举行', '翠湖公园音乐广场'],
    ['运动会和哪家公司签了合作协议', '青禾体育用品有限公司'],
    ['服务热线多少', '0999-1234567'],
  ])('%s: %s', async (question, wanted) => {
    expect((await asked(MEETING, question)).marked).toEqual([wanted]);
  });
});

const HALL = `已营救9人，云岭一中学体育馆楼顶坍塌

7月23日14时56分，云岭市消防救援支队接到报警，云岭市第九中学体育馆发生坍塌，已营救9人。坍塌体育馆建筑面积约1300平方米，顶棚为混凝土板。`;

const HOST = `主持人离职

云岭电视台主持人何立新已离职。何立新和妻子育有一儿一女，儿子已经上大学。云岭电视台台长宋明丽表示尊重他的选择。如果没有这场暴雨，欢送会本该于8日早上9时30分开始。云岭医院病区开放46张床位，占地600平方米。`;

describe('what a story tells in its own form', () => {
  it.each([
    [HALL, '体育馆多大面积', '1300平方米'],
    [HOST, '何立新有几个孩子', '一儿一女'],
    [HOST, '欢送会本来几点开始', '9时30分'],
    [HOST, '病区有多少床位', '46张床位'],
  ])('%#: %s', async (text, question, wanted) => {
    expect((await asked(text, question)).lead).toContain(wanted);
  });

  it.each([
    [HALL, '云岭死了几个人'],
    [HOST, '云岭医院电话'],
  ])('and no other: %#: %s', async (text, question) => {
    const { outcome, notice } = await asked(text, question);
    expect(outcome).toBe('unanswered');
    expect(notice).not.toContain('当作');
  });

  it('marks what somebody is called before his name', async () => {
    expect((await asked(HOST, '宋明丽什么职务')).marked).toEqual(['云岭电视台台长']);
  });

  it('marks who holds the office of the place that is asked for', async () => {
    const text =
      '任职\n\n8日，青禾市委书记何小刚、松岭市委书记吴新明、云岭市委书记陈金虎出席，云岭市市长潘国强主持会议。';
    expect((await asked(text, '青禾市委书记是谁')).marked).toEqual(['何小刚']);
    expect((await asked(text, '云岭市市长是谁')).marked).toEqual(['潘国强']);
  });

  it('tells no origin by an assembly of the people', async () => {
    const text = '任职\n\n8日，云岭市第九届人民代表大会选举潘国强为云岭市市长。';
    expect((await asked(text, '潘国强是哪里人')).outcome).toBe('unanswered');
  });

  it('names an illness by its symptoms', async () => {
    const text = '提醒\n\n感染这种病毒后会得云岭热，其症状是：发热、咽痛和头晕。';
    expect((await asked(text, '云岭热有什么症状')).outcome).toBe('answered');
  });
});

describe('a sentence of a story', () => {
  it('tells when something comes into force by what must come before', async () => {
    const { lead } = await asked(
      `两国达成协议

两国12日达成渔业协议。该协议将于近期经两国议会批准后生效。渔业合作将进入新的时代。`,
      '渔业协议什么时候生效',
    );
    expect(lead).toContain('批准后生效');
  });

  it('that only says who spoke brings what was said', async () => {
    const { lead, marked } = await asked(
      `招聘会

招聘会8日举行。“我学的是日语专业，过了一级考试。我想当老师。”云岭师范大学毕业生何立新说。另一位毕业生周明远则谈到面试技巧。`,
      '何立新学什么专业',
    );
    expect(lead).toContain('日语专业');
    expect(marked.join('')).toContain('日语');
  });

  it('tells what it lists, whatever it asks behind', async () => {
    const { lead } = await asked(
      `电池知识

常见的电池路线有磷酸铁锂、三元锂、钠离子等多种形式，车主在购车时应如何选择、需要注意什么？因为不同路线的电池有不同的特点，冬天续航会缩短。`,
      '电池有哪几种路线',
    );
    expect(lead).toContain('磷酸铁锂');
  });

  it.each([
    ['云岭人社局长叫什么', '8日，云岭区启动人社局长与毕业生“面对面”活动，听取毕业生的意见。'],
    ['刘易的律师叫什么', '刘易的律师在声明中表示：“我们将回应这些不明智的指控。”'],
  ])('names nobody: %s', async (question, told) => {
    expect((await asked(`消息\n\n${told}`, question)).outcome).toBe('unanswered');
  });

  it('does not tell which thing it was where it only points at it', async () => {
    const { lead } = await asked(
      `机场事件

7日，云溪机场发生一起事件。一架松岭航空的安东22货机滑行时偏出跑道。涉事飞机未见损伤，偏出跑道的飞机已被拖离，该飞机的机组人员安全。`,
      '什么飞机偏出跑道',
    );
    expect(lead).not.toMatch(/^涉事飞机/u);
  });
});
