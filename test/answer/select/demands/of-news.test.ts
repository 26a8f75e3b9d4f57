import { describe, expect, it } from 'vitest';
import { createBot } from '../../../../src/bot/bot.ts';
import { articleOf } from '../../../helpers/article.ts';

/** A story in one paragraph, as pages of news give it. */
const botOver = (...sentences: string[]) =>
  createBot({
    articles: [articleOf('story', ['青岚新闻', '2024-03-01', sentences.join('')].join('\n\n'))],
    problems: [],
  });

describe('what a story does not tell though it uses the words', () => {
  it('is which hotel or university, where none is named', async () => {
    const untold = await botOver(
      '考生叶小禾说，进入大学以后要学习水利。',
      '青岚镇多名游客入住后腹泻，该酒店疑似食物中毒的人员目前都没有问题。',
    );
    expect((await untold.ask('叶小禾考进了哪所大学？')).outcome).toBe('unanswered');
    expect((await untold.ask('哪家酒店疑似食物中毒？')).outcome).toBe('unanswered');
    const bot = await botOver('考生岳青被松江大学录取，他的家人在云溪酒店设宴。');
    expect((await bot.ask('岳青考进了哪所大学？')).lead).toContain('松江大学');
    expect((await bot.ask('岳青家在哪家酒店设宴？')).lead).toContain('云溪酒店');
  });

  it('is the name of a husband, where nobody else is named', async () => {
    const untold = await botOver('叶小禾三年前回到青岚镇，与丈夫一起种花。');
    expect((await untold.ask('叶小禾的丈夫叫什么？')).outcome).toBe('unanswered');
    const bot = await botOver('岳青和妻子田素英住在河边，两人养了二十箱蜜蜂。');
    expect((await bot.ask('岳青的妻子叫什么？')).lead).toContain('田素英');
  });

  it('is who came first, where the second has won before', async () => {
    const bot = await botOver(
      '叶小禾在3000米赛马中获得第2名，她此前在老家获得四连冠。',
      '岳青获得5000米赛马第1名，今年十二岁。',
    );
    expect((await bot.ask('3000米赛马第一名是谁？')).lead).not.toContain('第2名');
    expect((await bot.ask('5000米赛马第一名是谁？')).lead).toContain('岳青');
  });

  it('is told of another group, of another of a series and of an earlier round', async () => {
    const bot = await botOver(
      '女排1/4决赛将于8月3日开打，获得B组第一的青岚队将与松江队争进4强。',
      '育种人叶小禾说，“岚麦55号”亩产870公斤，刷新了全县纪录。',
    );
    expect((await bot.ask('A组第一是谁？')).outcome).toBe('unanswered');
    expect((await bot.ask('岚麦45号亩产多少公斤？')).outcome).toBe('unanswered');
    expect((await bot.ask('岚麦55号亩产多少公斤？')).lead).toContain('870公斤');
    expect((await bot.ask('女排决赛哪天打？')).outcome).toBe('unanswered');
    expect((await bot.ask('女排四分之一决赛哪天打？')).lead).toContain('8月3日');
  });

  it('is what somebody is now, how many live there, or who is what to whom', async () => {
    const bot = await botOver(
      '岳青2022年升任民政局副局长，2023年卸任这一职务。',
      '师生志愿者一行20余人来到大井村慰问。',
      '8月16日，记者联系上叶小禾，向她了解此事。',
    );
    expect((await bot.ask('岳青现在是什么职务？')).outcome).toBe('unanswered');
    expect((await bot.ask('大井村有多少人口？')).outcome).toBe('unanswered');
    expect((await bot.ask('叶小禾和岳青什么关系？')).outcome).toBe('unanswered');
  });

  it('is how many of other people or things, or a time', async () => {
    const bot = await botOver(
      '公司共有在册员工439人，其中销售人员230人。',
      '志愿者历经五天，为困难家庭清理住房。',
    );
    expect((await bot.ask('公司有多少研发人员？')).outcome).toBe('unanswered');
    expect((await bot.ask('公司有多少销售人员？')).lead).toContain('230人');
    expect((await bot.ask('清理了多少住房？')).figures).toEqual([]);
  });

  it('is said of what else the paragraph calls the most', async () => {
    const bot = await botOver(
      '青岚厂近年已经落后，厂里最先进的工艺仅为45微米。',
      '由于青岚厂新工艺的成本可能是别厂的10倍，别的厂家可能不会选择这种2微米的工艺。',
    );
    expect((await bot.ask('青岚厂现在最先进的工艺是几微米？')).lead ?? '').not.toMatch(/2微米/);
  });

  it('is a name, a model or a sum, where somebody speaks, a plane flew or one round is told of', async () => {
    const bot = await botOver(
      '录音中，女上司反驳：“你休息的时候我扣过你工资没有？”',
      '当天下午3时，机场观察到坠机现场的烟雾，但飞机没有发出求救信号。',
      '预计本轮调价后，汽油价格每升上调0.22元。',
    );
    expect((await bot.ask('女上司叫什么')).outcome).toBe('unanswered');
    expect((await bot.ask('飞机是什么型号')).outcome).toBe('unanswered');
    expect((await bot.ask('今年汽油一共涨了多少')).outcome).toBe('unanswered');
  });

  it('is no word of the page about itself', async () => {
    const bot = await botOver(
      '顾问岳青认为，青岚镇的花市办得很好。',
      '（完）本文属于原创文章，如若转载，请注明来源：青岚建厂 叶小禾工厂建在镇上https://example.com/1.html',
    );
    expect((await bot.ask('叶小禾的工厂建在哪里？')).lead).not.toContain('原创文章');
  });
});

describe('what a story tells in other words than it is asked in', () => {
  it('is told of a model behind whose name a number follows', async () => {
    const bot = await botOver(
      '青岚手机宣布，新款产品青岚F50 5G随身设备开启预售，预定价格为499元。',
    );
    expect((await bot.ask('青岚F50多少钱？')).lead).toContain('499元');
  });

  it('is told of a foreign name without its dot, and of one that begins with 何', async () => {
    const bot = await botOver(
      '女星玛蒂达·罗比出演了影片《木偶》，她因此获得了5000万美元的片酬。',
      '老兵何季川为四川峨眉人，后来在青岚镇工作。',
      '《木偶》在北美的票房达到了5.2亿美元。',
    );
    expect((await bot.ask('玛蒂达罗比拿了多少钱？')).lead).toContain('5000万美元');
    expect((await bot.ask('何季川是哪里人？')).lead).toContain('峨眉人');
    expect((await bot.ask('木偶北美票房')).lead).toContain('5.2亿美元');
  });

  it('is told behind a sentence that has the words and no name', async () => {
    const bot = await botOver(
      '有读者反映，云溪花园酒店多名客人疑似食物中毒。',
      '镇里说，对酒店食物取样送检，该酒店疑似食物中毒的人员目前都没有问题。',
      '开会的人在那里住了五天，吃的主要是自助餐。',
    );
    expect((await bot.ask('哪家酒店疑似食物中毒？')).lead).toContain('云溪花园酒店');
  });

  it('is told of who went to a place, who gave to whom, and by how long something was put off', async () => {
    const bot = await botOver(
      '青岚公司已经派出约150名工程师到美国学习。',
      '松江汽车将向木石汽车增资约7亿美元，收购其股权。',
      '会议还宣布将夜间封路措施延长半年。',
      '如果以50升油箱测算，调价后加满一箱油将多支出9元。',
    );
    expect((await bot.ask('青岚公司派了多少工程师去美国？')).lead).toContain('150名');
    expect((await bot.ask('松江给木石投多少钱？')).lead).toContain('7亿美元');
    expect((await bot.ask('封路措施延长多久？')).lead).toContain('半年');
    expect((await bot.ask('加满一箱油要多花多少钱？')).lead).toContain('9元');
  });
});
