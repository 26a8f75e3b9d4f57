import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { learnCorpus } from '../../src/knowledge/learn-corpus.ts';
import { expand } from '../../src/question/expand.ts';
import { understand } from '../../src/question/question.ts';
import { articleOf } from '../helpers/article.ts';

/** What a corpus of one article is said to write for the terms of a question. */
async function writtenFor(text: string, question: string): Promise<Record<string, string[]>> {
  const article = articleOf('a', `公告\n\n2024年5月6日\n\n${text}\n`);
  const { knowledge } = await learnCorpus({ articles: [article], problems: [] });
  const asked = understand(question, knowledge.tokenizer);
  const { alternatives } = await expand(asked, knowledge.lexicon, knowledge.tokenizer);
  return Object.fromEntries([...alternatives].map(([term, others]) => [term, [...others]]));
}

describe('an everyday word', () => {
  it('is met by what the article writes', async () => {
    expect(await writtenFor('车主称车内财物被盗窃。', '东西是谁偷的')).toEqual({ 偷: ['盗窃'] });
  });

  it('is left as it is where the article writes none of its words', async () => {
    expect(await writtenFor('展览为期三天。', '东西是谁偷的')).toEqual({});
  });

  it('is met in traditional characters too', async () => {
    expect(await writtenFor('車主稱車內財物遭盜竊。', '東西是誰偷的')).toEqual({ 偷: ['盗窃'] });
  });

  it('is found with the complement of its verb', async () => {
    expect(await writtenFor('警方抓获三人。', '谁被抓住了')).toMatchObject({
      抓住: ['抓获'],
    });
  });

  it('of one character is found at the beginning of a word that the article lacks', async () => {
    expect(await writtenFor('三人因盗窃受审。', '谁偷车')).toMatchObject({ 偷车: ['盗窃'] });
    // to ship in secret is no theft
    expect(await writtenFor('三人因盗窃受审。', '谁偷运')).toEqual({});
  });

  it('of several words is found across particles', async () => {
    const text = '台风以每小时20公里的速度向西移动。';
    expect(Object.values(await writtenFor(text, '台风走得多快')).flat()).toContain('速度');
    expect(Object.values(await writtenFor(text, '台风走多快')).flat()).toContain('速度');
  });

  it('becomes a term where it is all made up of words of grammar and of the kind asked', async () => {
    expect(await writtenFor('刘某，47岁，货车司机。', '多大年纪')).toEqual({ 多大年纪: ['岁'] });
  });

  it('is met by a word that jieba cuts in pieces, by the bigram across the cut', async () => {
    const written = await writtenFor('刘某从中非法获利60余万元。', '刘某赚了多少黑心钱');
    expect(Object.values(written).flat()).toContain('_法获');
  });

  it('may be a short form in Latin letters', async () => {
    const written = await writtenFor('刘强当选本届最有价值球员。', 'MVP是谁');
    expect(written['mvp']).toEqual(['_值球']);
  });

  it('asks with any question word of its sense', async () => {
    const text = '刘某，原名刘强，1980年入伍。';
    expect(Object.values(await writtenFor(text, '刘某原来叫啥')).flat()).toContain('原名');
    expect(Object.values(await writtenFor(text, '刘某原来叫什么')).flat()).toContain('原名');
  });

  it('of one character is no adjective that a longer word begins with', async () => {
    expect(await writtenFor('本店推出三款新品，均为新款。', '新郎要不要赔')).toEqual({});
  });

  it('gains nothing where the question names something that the article never writes', async () => {
    const text = '道路停车泊位实行分区域、分时段收费。';
    expect(Object.values(await writtenFor(text, '停路边怎么收费')).flat()).toContain('停车');
    expect(await writtenFor(text, '摩托车停路边怎么收费')).toEqual({});
  });
});

describe('a short form of two characters', () => {
  it('is met by the one compound that it stands for', async () => {
    const written = await writtenFor('全年科学研究支出增加。', '科研支出增加了吗');
    expect(Object.values(written).flat()).toContain('科学研究');
  });

  it('is met by a compound of two words, by the bigram across them', async () => {
    const written = await writtenFor('今年民间投资增长百分之三。', '民投增长多少');
    expect(
      Object.values(written)
        .flat()
        .every((term) => term !== '_间投'),
    ).toBe(true);
    expect(
      Object.values(await writtenFor('全省医疗改革工作启动。', '医改启动了吗')).flat(),
    ).toContain('_疗改');
  });

  it('is none where several compounds fit', async () => {
    expect(await writtenFor('医疗改革启动，医院改造结束。', '医改如何')).toEqual({});
  });
});

describe('a day of the week', () => {
  const weekly = '本馆每周一闭馆。';
  const named = '本馆逢星期一闭馆。';

  it.each([
    ['星期一', weekly, '_周一'],
    ['礼拜一', weekly, '_周一'],
    ['禮拜一', weekly, '_周一'],
    ['周一', named, '星期一'],
    ['週一', named, '星期一'],
    ['礼拜一', named, '星期一'],
  ])('%s is met by its other names', async (day, text, term) => {
    expect(Object.values(await writtenFor(text, `${day}开放吗`)).flat()).toContain(term);
  });

  it('is met by no other day', async () => {
    expect(await writtenFor('本馆每周二闭馆。', '星期一开放吗')).not.toMatchObject({
      星期一: ['_周二'],
    });
  });
});

describe('spoken units', () => {
  const notice = articleOf(
    'n',
    '青禾馆开放通知\n\n2024年5月6日\n\n8月8日青禾馆免费开放。9月2日青禾馆闭馆一天。\n\n青禾馆每次参观限两名儿童随行，讲解器租金为3元5角。\n',
  );

  it.each([
    ['8月8号青禾馆免费吗', '8月8日'],
    ['青禾馆哪天关门一天', '9月2日'],
    ['青禾馆讲解器租一次几块钱', '3元5角'],
    ['青禾馆每次能带几个儿童', '两名'],
  ])('%s is answered with the written ones', async (question, wanted) => {
    const bot = await createBot({ articles: [notice], problems: [] });
    expect((await bot.ask(question)).lead).toContain(wanted);
  });
});

describe('what fills a spoken question', () => {
  it.each([
    '普通人最多能借几本',
    '大家到底最多能借几本',
    '麻烦问下最多能借几本',
    '不好意思请问最多能借几本',
  ])('changes nothing of what is asked: %s', async (question) => {
    const library = articleOf('l', '借阅须知\n\n2024年5月6日\n\n读者每次最多可借5本图书。\n');
    const bot = await createBot({ articles: [library], problems: [] });
    expect((await bot.ask(question)).lead).toContain('5本');
  });
});

describe('questions in everyday words', () => {
  const rules = articleOf(
    'rules',
    '云屏市停车场管理办法\n\n2023年5月10日\n\n第四条 市城市管理部门是本市停车场管理的主管部门。\n\n第十三条 道路停车泊位夜间21时至次日7时免费。\n\n第十四条 停车人应当在驶离后7日内缴纳停车费。\n',
  );

  it.each([
    ['停车场归谁管', '市城市管理部门'],
    ['晚上停路边要钱吗', '免费'],
    ['停车费几天之内要交', '7日内'],
    ['停車費幾天之內要交', '7日内'],
  ])('%s is answered', async (question, wanted) => {
    const bot = await createBot({ articles: [rules], problems: [] });
    expect((await bot.ask(question)).lead).toContain(wanted);
  });
});
