import { describe, expect, it } from 'vitest';
import { createBot } from '../../../../src/bot/bot.ts';
import { articleOf } from '../../../helpers/article.ts';

const bot = await createBot({
  articles: [
    articleOf(
      'pool',
      [
        '青石游泳馆开放须知',
        '2024-03-01',
        '青石游泳馆于2019年5月6日开馆，每天9:00至21:00开放。',
        '馆内泳池的水质由区疾控中心检测，检测历时两天。',
        '救生员第40分钟换岗，共有2个岗亭。',
        '青石游泳馆的咨询电话应当在入口公示。',
        '首任馆长乔松年曾任区体校校长、区足球队领队，新任馆长上周见了全体职工。',
        '游泳馆门前的柳巷与槐巷、桐巷并列为区里三大老街，馆员岳青写过那篇讲柳巷的散文，登在区报上。',
        '开馆当天的接力赛上，红队领先，蓝队随后追上，两队都进了决赛圈。',
        '扩建工程正在做前期工作，施工方的人员住在河边，开工当日有人受伤，已送往县里医治。',
      ].join('\n\n'),
    ),
  ],
  problems: [],
});

describe('what is told in another form than is asked', () => {
  it.each([
    ['a length of time, where how often is asked', '泳池水质多久检测一次？'],
    ['a moment, where a length of time is asked', '救生员几分钟换岗？'],
    ['a count of something else', '馆内有多少台按摩椅？'],
    ['another minute', '救生员第30分钟做什么？'],
    ['preparations, where a year is asked', '扩建工程哪年动工？'],
    ['a place that is no hotel', '施工方的人员住在哪家酒店？'],
    ['the injured, where the dead are asked', '开工当日有多少人死亡？'],
    ['who has held offices, where the new holder is asked', '青石游泳馆的新任馆长是谁？'],
    ['no other name', '柳巷以前叫什么名字？'],
    ['a work without its title', '岳青写的那篇散文叫什么？'],
    ['who leads, where who came first is asked', '接力赛上谁最先到达终点？'],
    ['a telephone without a number', '青石游泳馆的咨询电话是多少？'],
  ])('does not answer: %s', async (_, question) => {
    const reply = await bot.ask(question);
    expect(reply.outcome).toBe('unanswered');
    expect(reply.notice).not.toBe('');
  });

  it('answers where the form is the one asked for', async () => {
    expect((await bot.ask('青石游泳馆每天几点开放？')).lead).toContain('9:00至21:00');
    expect((await bot.ask('救生员第40分钟做什么？')).lead).toContain('换岗');
    expect((await bot.ask('青石游泳馆哪年开馆？')).lead).toContain('2019年');
    expect((await bot.ask('泳池水质检测历时多久？')).lead).toContain('两天');
  });
});

describe('what befell somebody, was paid, sold or won', async () => {
  const library = await createBot({
    articles: [
      articleOf(
        'library',
        [
          '松江诗社简介',
          '2023-09-01',
          '诗人陆远舟是松江诗社的社长，2015年迁居松江，写有《夜航》《晚潮》等诗集近20本。',
          '诗社的白马老顾活了31岁，比别的马多活5岁，它死后被制成标本，放在诗社门口。',
          '诗社办朗诵会，报名请填写登记表，诗社向朗诵者颁发证书。',
          '诗社有东西两间教室，一共容纳120人。',
          '女学员周小满因病住进医院，学员们前去看望。',
          '社长选举在当年4月3日举行，前社长何立新到场。',
        ].join('\n\n'),
      ),
    ],
    problems: [],
  });

  it.each([
    ['an age at death, where the year is asked', '白马老顾是哪一年死的？'],
    ['a life without its end', '陆远舟哪一年去世？'],
    ['works without a prize', '陆远舟得过什么奖？'],
    ['works without how many were sold', '《夜航》卖了多少本？'],
    ['a registration without its price', '朗诵会报名费多少？'],
    ['a certificate without money', '朗诵者有多少奖金？'],
    ['a total, where each is asked', '诗社两间教室各有多少座位？'],
    ['somebody ill without her age', '周小满今年多大？'],
    ['an election without who won', '谁赢得了社长选举？'],
  ])('is not told by %s', async (_, question) => {
    expect((await library.ask(question)).outcome).toBe('unanswered');
  });

  it('is told by what says so', async () => {
    expect((await library.ask('陆远舟哪一年迁居松江？')).lead).toContain('2015年');
    expect((await library.ask('白马老顾活了几岁？')).lead).toContain('31岁');
  });
});

describe('a value of the kind that a question asks for', async () => {
  const course = await createBot({
    articles: [
      articleOf(
        'course',
        [
          '柳溪夜校秋季班通知',
          '2024-08-20',
          '柳溪夜校经区教育局8月15日柳教字第207号函同意，秋季班的结业式照常举行。',
          '柳溪夜校秋季班9月2日开始报名，学员可在夜校阅览室自习，知道名额的请转告邻居。',
          '柳溪夜校校长方知秋曾在区里做文化工作，8月12日对外发布消息说很有必要再建三间教室。',
          '柳溪夜校书法班周二、周四上课，学员有40人，出勤的比去年多6.5人次。',
          '方知秋教过的学生都说她的作品打动人，大家以电子邮件和她联系。',
        ].join('\n\n'),
      ),
    ],
    problems: [],
  });

  it.each([
    ['the day of a letter that is referred to', '秋季班的结业式是几月几号？'],
    ['the first day, where the last is asked', '秋季班报名什么时候截止？'],
    ['a reading room, where the address is asked', '柳溪夜校的地址在哪里？'],
    ['where somebody worked, where the school is asked', '方知秋毕业于哪所大学？'],
    ['the day of a report, where that of the plan is asked', '三间教室什么时候能建好？'],
    ['pupils, where children are asked', '方知秋的孩子是谁？'],
    ['letters without an address', '写信给方知秋用哪个信箱？'],
  ])('is not told by %s', async (_, question) => {
    expect((await course.ask(question)).outcome).toBe('unanswered');
  });

  it('is told by one', async () => {
    expect((await course.ask('秋季班什么时候开始报名？')).lead).toContain('9月2日');
    expect((await course.ask('书法班周四上课吗？')).lead).toContain('周二、周四');
  });

  it('is of another day of the week', async () => {
    expect((await course.ask('周一和周五上什么课？')).outcome).toBe('unanswered');
  });
});

describe('a sum and a limit', async () => {
  const fair = await createBot({
    articles: [
      articleOf(
        'fair',
        [
          '青石集市简报',
          '2024-05-04',
          '河东集市周六卖出花苗300盆，河西集市周日开张。',
          '摊主李荷每月领取摊位补贴200元，最高不超过500元。',
          '集市管理处向每位摊主发放雨棚补助80元。',
        ].join('\n\n'),
      ),
    ],
    problems: [],
  });

  it.each([
    ['a part of the sum', '两个集市加起来卖了多少盆花苗？'],
  ])('is not told by %s', async (_, question) => {
    expect((await fair.ask(question)).outcome).toBe('unanswered');
  });

  it('is told by what says so', async () => {
    expect((await fair.ask('摊位补贴最高能领多少？')).lead).toContain('不超过500元');
  });
});
