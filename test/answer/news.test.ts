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

describe('what is marked', () => {
  it.each([
    ['云溪市市长是谁', '杜汇良'],
    ['闭幕式演出几点开始', '19时30分至21时'],
    ['演出在哪里举行', '翠湖公园音乐广场'],
    ['运动会和哪家公司签了合作协议', '青禾体育用品有限公司'],
    ['服务热线多少', '0999-1234567'],
  ])('%s: %s', async (question, wanted) => {
    expect((await asked(MEETING, question)).marked).toEqual([wanted]);
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

  it('does not tell which thing it was where it only points at it', async () => {
    const { lead } = await asked(
      `机场事件

7日，云溪机场发生一起事件。一架松岭航空的安东22货机滑行时偏出跑道。涉事飞机未见损伤，偏出跑道的飞机已被拖离，该飞机的机组人员安全。`,
      '什么飞机偏出跑道',
    );
    expect(lead).not.toMatch(/^涉事飞机/u);
  });
});
