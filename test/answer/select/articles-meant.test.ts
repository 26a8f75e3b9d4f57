import { describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import { articleOf } from '../../helpers/article.ts';

const STORM = articleOf(
  'storm',
  `台风梅索公报

2023-08-12

今年第6号台风“梅索”的中心今天上午在北港沿海登陆。“梅索”登陆时中心附近最大风力有8级。

受“梅索”影响，北港东部有大到暴雨。“梅索”将向西北方向移动，强度逐渐减弱。
`,
);
const THEFT = articleOf(
  'theft',
  `南关警方破获盗窃案

2023-07-25

南关派出所破获一起盗窃工地钢材案，抓获犯罪嫌疑人3名，为企业挽回损失400万元。

嫌疑人利用运输路线无人监管的漏洞盗取钢材，持续一年多时间。
`,
);
const VACUUM = articleOf(
  'vacuum',
  `澄心扫拖机器人发布

2024-04-09

三款机器人均支持语音控制，开启预约即可享受优惠。集尘袋单个售价29元，三个装79元。
`,
);
const BULLETIN = articleOf(
  'bulletin',
  `东岭市统计公报

2024-03-20

全年实现地区生产总值2486.3亿元，比上年增长5.8%。人均地区生产总值67922元，增长6.2%。

全年居民人均可支配收入31276元，增长6.4%。
`,
);
const CORPUS = { articles: [STORM, THEFT, VACUUM, BULLETIN], problems: [] };

describe('of several articles', () => {
  it('shows nothing of one that shares but a common word with the question', async () => {
    const bot = await createBot(CORPUS);
    for (const question of ['梅索造成了多少损失', '梅索一共持续了几天']) {
      const { passages } = await bot.ask(question);
      expect(passages.filter(({ article }) => article !== 'storm')).toEqual([]);
    }
  });

  it('answers from none that shares but a number with the question', async () => {
    const bot = await createBot(CORPUS);
    const { outcome, passages } = await bot.ask('有三个冠军吗');
    expect(outcome).toBe('unanswered');
    expect(passages.map(({ article }) => article)).not.toContain('vacuum');
  });

  it('keeps to the one talked about, where a follow-up is unsure too', async () => {
    const bot = await createBot(CORPUS);
    await bot.ask('东岭市2023年地区生产总值是多少', 'one');
    const reply = await bot.ask('人均呢', 'one');
    expect(reply.passages[0]?.article).toBe('bulletin');
    for (const { article } of [...(reply.alternatives ?? []), ...reply.figures])
      expect(article).toBe('bulletin');
  });

  it('asks which is meant, where each writes the same common verb alone', async () => {
    const bot = await createBot(CORPUS);
    const reply = await bot.ask('什么时候开始偷的');
    expect(reply.outcome).toBe('unanswered');
    expect(reply.lead).toBe('');
  });
});
