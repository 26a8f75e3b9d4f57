import { describe, expect, it } from 'vitest';
import { questionsOf } from '../../../src/answer/suggest/questions.ts';
import { parseArticle } from '../../../src/article/body/parse-article.ts';
import { readMarked } from '../../../src/article/formats/markdown.ts';
import { learnCorpus } from '../../../src/knowledge/learn-corpus.ts';
import { slice } from '../../../src/util/span.ts';
import { articleOf } from '../../helpers/article.ts';

/** The questions made of a text, each with what it asks for. */
async function madeOf(text: string) {
  const article = articleOf('a', `滨江日报\n\n2023年6月1日\n\n${text}\n`);
  const { knowledge } = await learnCorpus({ articles: [article], problems: [] }, {});
  return questionsOf(article, knowledge).map(
    ({ question, answer }) => [question, slice(article.text, answer)] as const,
  );
}

const questionsIn = async (text: string) => (await madeOf(text)).map(([question]) => question);

describe('questions made of a text', () => {
  it.each([
    ['全市粮食总产量129.7万吨。', '粮食总产量是多少？', '129.7万吨'],
    ['去年末全市森林覆盖率为61.4%。', '森林覆盖率是多少？', '61.4%'],
    ['公司研发人员486人。', '公司研发人员有多少人？', '486人'],
    ['新馆由建筑师林远设计。', '新馆由谁设计？', '建筑师林远'],
    ['新图书馆于6月18日开放。', '新图书馆什么时候开放？', '6月18日'],
    ['1999年，林远当选科学院院士。', '林远什么时候当选科学院院士？', '1999年'],
    ['水族馆位于滨江新区。', '水族馆位于哪里？', '滨江新区'],
    ['总经理王建国因个人原因辞职。', '总经理王建国为什么辞职？', '个人原因'],
    ['语音导览机提供国语、粤语、英语三种语言。', '语音导览机提供哪三种语言？', '国语、粤语、英语'],
  ])('keep its words around what is asked: %s', async (text, question, answer) => {
    const made = await madeOf(text);
    expect(made.find(([one]) => one.endsWith(question))?.[1]).toContain(answer);
  });

  it('say whom a clause speaks of that leaves it out', async () => {
    expect(await questionsIn('房地产开发投资198.5亿元，下降14.2%。')).toEqual([
      '房地产开发投资是多少？',
      '房地产开发投资下降多少？',
    ]);
    expect(await questionsIn('消防总队出动队员530人，疏散群众320人。')).toContain(
      '消防总队疏散群众多少人？',
    );
  });

  it.each([
    ['他还捐出奖金20万元。', 'a pronoun'],
    ['其中，后者增长6%。', 'what stood before'],
    ['同比增长6%。', 'a change of nothing'],
    ['公司共有4家工厂，8条产线于6月投产。', 'two figures'],
    ['港务队4张。', 'a number of what is not said'],
    ['年龄未满35周岁。', 'a limit'],
    ['到2025年产量将达到20亿平方米。', 'a plan'],
  ])('are none where the sentence does not stand alone: %s (%s)', async (text) => {
    expect(await questionsIn(text)).not.toContainEqual(
      expect.stringMatching(/他|后者|^同比|条产线|队.*张|岁|达到/),
    );
  });

  it.each([
    ['恒新科技(300187)报收于6.0元，换手率1.16%，成交额4475万元。', '恒新科技换手率是多少？'],
    ['恒新科技（300187）发布半年报，公司共有4家工厂。', '恒新科技共有多少家工厂？'],
    ['8月3日上午，市教育局召开新闻发布会。', '市教育局什么时候召开新闻发布会？'],
    ['停车人应当在驶离后7日内缴纳停车费。', '停车人应当在驶离后多少日内缴纳停车费？'],
    ['全省共派出医护人员637名。', '全省共派出多少名医护人员？'],
    ['双目摄像头能识别 108 种障碍物。', '双目摄像头能识别多少种障碍物？'],
    ['2022年江北降雨量为1100毫米。', '2022年江北降雨量是多少？'],
    ['恒岳家居发布2023年报，实现营业收入12.3亿元。', '恒岳家居实现营业收入多少元？'],
    ['外交部发言人王宁9日宣布，会议将于下周举行。', '王宁是谁？'],
    ['FSD是特斯拉研发的完全自动驾驶解决方案。', 'FSD是什么？'],
  ])('name their thing, in the order people ask in: %s', async (text, question) => {
    expect(await questionsIn(text)).toContain(question);
  });

  it.each([
    ['7月27日收盘，换手率0.15%，成交额394.43万港元。', 'measures of nothing'],
    ['办案民警在废品站将崔某抓获，涉案金额400万元。', 'what is not theirs'],
    ['停车位数量不少于总数的2%，且至少设置1个。', 'a limit'],
    ['甲应村一辆车翻下山路，导致车上4人全部遇难。', 'what did not do it'],
    ['粮食总产量192.8万吨，增长1.1%，其中早稻46.3万吨，下降0.9%。', 'a part for the whole'],
    ['目标由被动管理转为主动服务。', 'a verb within a word'],
    ['这是世界上最大的由工程师组织的团体。', 'a part of a noun phrase'],
    ['8月3日，退役军人服务中心开展政策学习讲座。', 'a verb within a name'],
    ['军方空袭了位于北部山区的村庄。', 'what lies elsewhere'],
    ['韩国同比下降了6%。', 'a change of a place alone'],
    ['泛区是9处国家蓄滞洪区之一。', 'a number in what a thing is'],
  ])('are none of what the clause does not say: %s (%s)', async (text) => {
    expect(await questionsIn(text)).not.toContainEqual(
      expect.stringMatching(
        /^换手率|^成交额|民警涉案|至少|遇难|粮食总产量下降|谁管理|由谁组织|什么时候退役|空袭|韩国同比|之一/,
      ),
    );
  });

  it('read a row that is headed by a measure as the thing of its column', async () => {
    const marked = readMarked(
      '澄心扫拖机器人\n\n2024-04-09\n\n| 项目 | T30 | T30 Pro |\n| --- | --- | --- |\n| 机身高度 | 96 毫米 | 82 毫米 |\n| 尘盒容量 | 350 毫升 | 300 毫升 |\n',
    );
    const parsed = parseArticle('table.md', marked, 'table');
    if (!parsed.ok) throw new Error(parsed.reason);
    const { article } = parsed;
    const { knowledge } = await learnCorpus({ articles: [article], problems: [] }, {});
    const made = questionsOf(article, knowledge).map(({ question }) => question);
    expect(made).toContain('T30的机身高度是多少？');
    expect(made).not.toContain('机身高度的T30是多少？');
  });

  it('are those that the article asks itself', async () => {
    const made = await madeOf(
      '问：租房提取每月能取多少？\n\n答：单身职工每月最高可提取1500元。\n\n问：在哪里办？\n\n答：在政务服务中心。',
    );
    expect(made[0]?.[0]).toBe('租房提取每月能取多少？');
    expect(made[0]?.[1]).toContain('1500元');
  });

  it('are in the script of the article', async () => {
    expect(await questionsIn('新館由建築師林遠設計。')).toEqual(['新館由誰設計？']);
  });
});
