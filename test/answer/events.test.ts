import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../src/figures/extract.ts';
import { articleOf } from '../helpers/article.ts';
import { asked } from '../helpers/asked.ts';

const CAMP = `云岭市印发开展2031年云岭读书月活动的通知

云岭市文化局日前印发关于开展2031年云岭读书月活动的通知，提出在车站、商场和公园增设书架。2031年的活动主题为“翻开一页见山海”，旨在引导市民亲近书本。全市将设立二十个阅读点，由志愿者轮流值守。`;

describe('the theme of an event', () => {
  it('is no outline of the article that its title names', async () => {
    const { lead } = await asked(CAMP, '2031年云岭读书月的主题是什么？');
    expect(lead).toContain('翻开一页见山海');
  });

  it('is told by the sentence that says so, though another says more of the event', async () => {
    const text = `少年科学营开营

第三届云岭少年科学营昨天在云岭理工大学开营。来自十二个县的300名少年在云岭相聚，开展为期10天的科学活动。本届科学营以“星河入怀”为主题，课目既有实验，又有观测。近几日，来自各县的少年陆续抵达，开始了前期的学习。`;
    const { lead } = await asked(text, '第三届云岭少年科学营的主题是什么？');
    expect(lead).toContain('星河入怀');
  });
});

const COUPLE = `何立新与宋明丽分居

据《朝阳晚报》报道，何立新当地时间周三在社交平台发表声明，称和妻子宋明丽分居。从下周开始，他们将一起度假。两人的办公室说，他们会继续关注孩子的成长。`;

describe('when', () => {
  it('may be next week', async () => {
    const { lead } = await asked(COUPLE, '从什么时候开始，何立新和宋明丽将一起度假？');
    expect(lead).toContain('下周');
  });

  it('is not told by the name of a paper', async () => {
    const text = `青石镇来信

据《朝鲜日报》报道，青石镇的来信共有两封，都提到桥头的旧屋。来信的细节尚未公开。`;
    expect((await asked(text, '青石镇来信提到的时间是什么时候？')).outcome).toBe('unanswered');
  });
});

it('so many days in a row are no other number of days in a row', async () => {
  const text = `云岭高温

云岭市已经连续39天最高气温超过38摄氏度，打破了当地在2004年创下的连续23天的纪录。高温天气仍在持续，市民减少了外出。`;
  expect((await asked(text, '打破了哪一年的连续18天纪录？')).outcome).toBe('unanswered');
});

describe('a figure', () => {
  it('is of the whole market, by 国内 or without', async () => {
    const text = `玩具市场报告

报告显示，今年1-6月，国内玩具市场实际销售收入规模为1442.63亿元，同比下降2.39%。细分市场中，今年1-6月，国内积木玩具市场实际销售收入1067.05亿元，同比减少3.41%；国内毛绒玩具市场实际销售收入329.43亿元，同比增长7.17%。`;
    const { figures } = await asked(text, '今年上半年中国玩具市场实际销售收入是多少？');
    expect(figures[0]?.text).toBe('1442.63亿元');
  });

  it('of a length is of the whole length where that is asked', async () => {
    const text = `青松铁路铺轨

青松铁路全线铺轨施工106.7公里，铺道岔27组。线路自青石北站引出，向西至松岭站，正线全长46.9公里，设两座车站。青松铁路由云岭铁路局建设。`;
    const { figures } = await asked(text, '青松铁路的线路全长多少公里？');
    expect(figures[0]?.text).toBe('46.9公里');
  });

  it('told last week is of no year before', () => {
    const text = `松国加息

在2034年底前，松国经济陷入衰退的可能性达到60%。松国央行上周宣布，将基准利率从5%上调至5.25%。`;
    const rate = extractFigures(articleOf('rates', text)).find((one) => one.text === '5.25%');
    expect(rate?.period).toBeUndefined();
  });
});

describe('nobody is named', () => {
  it('by whom the holder of an office turns to', async () => {
    const text = `云安助学

云安市第三中学校长也对耿立诚先生的捐赠表示了感谢。青禾公司捐赠了奖学金20万元。`;
    expect((await asked(text, '云安三中校长叫什么')).outcome).toBe('unanswered');
  });

  it('at the head of a delegation that is only sent', async () => {
    const text = `松国派代表团

松国外交部8日发布消息称，松国将派代表团前往青国，访问的目的是展示两国人民的团结。`;
    expect((await asked(text, '松国代表团由谁带队')).outcome).toBe('unanswered');
  });
});

it('a number of others in the story is none of those arrested', async () => {
  const text = `广场骚乱

云岭广场的骚乱持续了三个小时，数千名年轻人涌入云岭广场，投掷瓶子。据了解，有65人被警方逮捕，其中30人是青少年。`;
  const { lead, outcome } = await asked(text, '云岭骚乱多少人被捕');
  expect(outcome === 'unanswered' || lead.includes('65人')).toBe(true);
});

describe('which city', () => {
  const SCHOOL = `学院声明

“宁阳日报”公众号消息，有网友发布了一条短视频，内容为青禾外国语学院缅甸语专业的录取通知书，引起热议。学院已报案。据介绍，青禾外国语学院位于云南省大理市，前身是一所中学。`;

  it('is told by no paper and no language', async () => {
    const { lead } = await asked(SCHOOL, '青禾外国语学院在哪个城市');
    expect(lead).toContain('大理市');
  });
});

describe('what is told by words of its own', () => {
  const STORY = `污染案

综合证人证言，足以证明原告小暖所患疾病系青禾公司污染所致，青禾公司应承担后果。法院判决青禾公司限期赔偿。`;

  it('is no illness without its name', async () => {
    expect((await asked(STORY, '小暖得了什么病')).outcome).toBe('unanswered');
  });

  it('is a speed, and no number of machines', async () => {
    const text = `飞行器签约

这些公司与青禾飞行器公司签署了100台飞行器的采购协议。青禾飞行器体积小，操作灵活。飞行器最高时速80公里，可连续飞行30分钟。`;
    const { lead } = await asked(text, '青禾飞行器最快能飞多快');
    expect(lead).toContain('80公里');
  });

  it('is no height of the water where a loss is asked for', async () => {
    const text = `云溪洪水

云溪市发生洪涝灾害，水位比路面高出1米左右，村民的财产受损情况严重。云溪市民捐钱捐物。`;
    expect((await asked(text, '云溪村民损失多少')).outcome).toBe('unanswered');
  });
});

it('a number of cities is of the province, and of none of those listed', () => {
  const text = `河北洪涝

就河北省部分地区出现强降水天气，石家庄、邢台、保定等9个设区市发生洪涝灾害。`;
  const [cities] = extractFigures(articleOf('floods', text));
  expect(cities).toMatchObject({ text: '9个' });
  expect(cities?.actor).not.toBe('石家庄');
});
