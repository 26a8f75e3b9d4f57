import { describe, expect, it } from 'vitest';
import { HEAD_NOUNS } from '../../src/question/data/head-nouns.ts';
import { QUESTION_WORDS } from '../../src/question/data/question-words.ts';
import { searchTerms } from '../../src/question/question.ts';
import { understand } from '../helpers/tokenizer.ts';

describe('understand', () => {
  it.each([
    ['去年签了多少项合同', 'number'],
    ['总投入多少钱', 'money'],
    ['成交额是多少', 'money'],
    ['是第几届', 'ordinal'],
    ['建设花了多长时间', 'duration'],
    ['哪一年成立的', 'date'],
    ['什么时候开幕', 'date'],
    ['研发总监是谁', 'person'],
    ['由哪家公司承建', 'organisation'],
    ['总部在哪里', 'place'],
    ['节点包括哪些城市', 'place'],
    ['为什么要改名', 'reason'],
    ['该站为什么被称为苏州街站', 'reason'],
    ['卡洛琳堡后来改名为什么', 'thing'],
    ['好几次报道此事的报纸叫什么', 'thing'],
    ['量子芯片是什么', 'definition'],
    ['有哪些参展单位', 'list'],
    ['大會甚麼時候開幕', 'date'],
    ['如何申请', 'method'],
    ['what is ses?', 'definition'],
    ['红烧肉', 'thing'],
    ['赵丰当选为什么职务', 'thing'],
    ['船上拥有什么样的设备', 'thing'],
    ['曾在哪个车间任职', 'thing'],
    ['夜校星期几上课', 'date'],
    ['校門禮拜幾不開', 'date'],
    ['每周几次课', 'number'],
    ['按哪几天算的', 'date'],
    ['院里有几扇窗', 'number'],
    ['住了几回院', 'number'],
    ['满分几分', 'number'],
    ['版本升到几了', 'number'],
    ['这门课收不收费', 'yesno'],
    ['我的条件够不够格', 'yesno'],
    ['新馆开了没', 'yesno'],
    ['任务完成没有', 'yesno'],
    ['手机上能用不', 'yesno'],
    ['他怎么一场比赛都没有', 'method'],
    ['考试在哪栋楼', 'place'],
    ['登在哪本刊物上', 'thing'],
    ['工会电话多少', 'thing'],
    ['工会电话几号', 'thing'],
    ['退票扣多少手续费', 'money'],
    ['要交多少押金', 'money'],
    ['招多少收费员', 'number'],
    ['每月几日发薪', 'date'],
    ['活动到几日截止', 'date'],
    ['几日内要答复', 'duration'],
    ['展期一共几日', 'duration'],
    ['报名条件是什么', 'thing'],
  ])('%s asks for a %s', (question, type) => {
    expect(understand(question).type).toBe(type);
  });

  it('reads every example of its table as the type it stands for', () => {
    for (const { type, example } of QUESTION_WORDS) expect(understand(example).type).toBe(type);
  });

  it.each([
    ...HEAD_NOUNS.map(({ example, type }) => ({ phrase: example, type })),
    { phrase: '闭幕式的举办城市是什么？', type: 'place' },
    { phrase: '下一场比赛的日期是什么', type: 'date' },
    { phrase: '失业率是什么', type: 'definition' },
    { phrase: '充电时间过长的影响', type: 'thing' },
    { phrase: '关于放假的通知', type: 'thing' },
  ])('$phrase, without a question word of its own, asks for a $type', ({ phrase, type }) => {
    expect(understand(phrase).type).toBe(type);
  });

  it.each([
    ['每年评几个人', '每年 评'],
    ['新增就业多少万人', '新增 就业'],
    ['哪一款买不到', '买 不到'],
    ['停车收不收费', '停车 收费'],
    ['全县一共多少人口', '全县 人口'],
  ])('keeps nothing of how it counts and asks: %s', (question, words) => {
    expect(
      understand(question)
        .content.map(({ text }) => text)
        .join(' '),
    ).toBe(words);
  });

  it('takes the whole of a share for no attribute', () => {
    expect(understand('搜索过的面积占受灾区域的几分之几').attribute).toBeUndefined();
    expect(understand('红旗中学的校长是谁').attribute).toBe('校长');
  });

  it('takes a choice between two nouns for no noun phrase', () => {
    expect(understand('新馆长的孩子是儿子还是女儿').bare).toBe(false);
  });

  it('keeps the counter asked after', () => {
    expect(understand('一共有多少家企业').counter).toBe('家');
    expect(understand('举办了几场活动').counter).toBe('场');
    expect(understand('投入多少').counter).toBeUndefined();
  });

  it('searches for what carries the question, and not for what only asks', () => {
    const terms = searchTerms(understand('请问2022年的技术合同成交额是多少呢？'));
    expect(terms).toEqual(expect.arrayContaining(['2022', '技术', '合同', '成交额']));
    for (const asking of ['请问', '多少', '呢', '的', '是']) expect(terms).not.toContain(asking);
  });

  it('never lets what stood on both sides of a question word grow together', () => {
    expect(searchTerms(understand('张三什么李四'))).not.toContain('_三李');
  });

  it('reads a word that begins as an article is called, and a surname that asks elsewhere', () => {
    const wordsOf = (question: string) => understand(question).content.map(({ text }) => text);
    expect(wordsOf('文化馆建在哪里')).toContain('文化馆');
    expect(wordsOf('报告的对象是谁')).toContain('报告');
    expect(understand('何某的罪名').normalized).toContain('何某');
    expect(wordsOf('何某的罪名').join('')).toContain('何某');
  });

  it('takes no ordinary word for a name', () => {
    expect(understand('洪水影响了多少户居民').names).toEqual([]);
  });

  it('takes the end of a range that is asked for for no word of the matter', () => {
    const words = (text: string) => understand(text).content.map((token) => token.text);
    expect(words('见习最长几个月')).toEqual(['见习']);
    expect(words('哪座山最高')).toContain('最高');
  });

  it('finds what is asked of its owner', () => {
    expect(understand('清华大学的校长是谁').attribute).toBe('校长');
    expect(understand('公司的创始人是谁？').attribute).toBe('创始人');
    expect(understand('他的名字是什么').attribute).toBeUndefined();
    expect(understand('谁创办了清华大学').attribute).toBeUndefined();
  });

  it.each([
    ['获得过什么奖项', '奖项'],
    ['是以哪位历史人物的名字命名的', '人物'],
    ['哪一个病导致了衰落', '病'],
    ['哪个城市人口最多', '城市'],
  ])('%s asks for a %s', (question, head) => {
    expect(understand(question).head?.text).toBe(head);
  });

  it('names no kind of thing where the question word stands by itself', () => {
    expect(understand('在哪一年由谁统治').head).toBeUndefined();
    expect(understand('该站为什么被称为苏州街站').head).toBeUndefined();
  });
});
