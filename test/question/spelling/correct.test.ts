import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Corpus } from '../../../src/article/article.ts';
import { createBot } from '../../../src/bot/bot.ts';
import { loadCorpus } from '../../../src/corpus/load-corpus.ts';
import { learnCorpus } from '../../../src/knowledge/learn-corpus.ts';
import { normalize } from '../../../src/language/normalize.ts';
import { understand } from '../../../src/question/question.ts';
import { correct } from '../../../src/question/spelling/correct.ts';
import { articleOf } from '../../helpers/article.ts';

const delta = await loadCorpus(fileURLToPath(new URL('../../../corpus', import.meta.url)));
const firms: Corpus = {
  ...delta,
  articles: [
    articleOf(
      'firms',
      '华为技术有限公司在深圳成立，英文名为Huawei，与Qualcomm签订许可协议。\n\n' +
        '任正非出生于贵州安顺。李南说，公司在苏州市设有研究所，营业收入增长。\n\n' +
        '第九届中国国际进口博览会在上海举办，二十大以后参展企业增多。\n\n' +
        '会计准则规定，上方的栏目填写金额。国家会展中心核对了参展名单。',
    ),
  ],
};

const museum: Corpus = {
  ...delta,
  articles: [
    articleOf(
      'museum',
      '青铜器特展3月5日开幕，至6月30日。特展分三个单元，展出文物120件。馆内举办比赛，共有三场。',
    ),
  ],
};

/** Corrects questions against one corpus. */
async function corrector(corpus: Corpus) {
  const { vocabulary, tokenizer } = (await learnCorpus(corpus)).knowledge;
  return (question: string) => correct(understand(question, tokenizer), vocabulary);
}

const inDelta = await corrector(delta);
const inFirms = await corrector(firms);
const inMuseum = await corrector(museum);

describe('a question with a misspelling', () => {
  it.each([
    ['a homophone', '创心券是什么', ['创心券', '创新券']],
    ['a character of another shape', '创新卷有多少家服务机构', ['创新卷', '创新券']],
    ['a word of grammar for a part of a word', '技术和同成交额是多少', ['和同', '合同']],
    ['a homophone that makes another word', '长三脚有多少家机构', ['长三脚', '长三角']],
    ['ing for in', '紫荆山实验室要承担什么任务', ['紫荆山实验室', '紫金山实验室']],
    ['a character left out', '技术合同成额是多少', ['成额', '成交额']],
    ['a character typed twice', '技术合合同有多少项', ['合合同', '合同']],
    ['two characters that changed places', '技术同合有多少项', ['同合', '合同']],
    ['traditional characters', '創心券是什麼', ['創心券', '创新券']],
  ])('of %s is read as the corpus writes it', async (_, question, assumption) => {
    expect((await inDelta(question)).assumed).toEqual([assumption]);
  });

  it.each([
    ['特展展到什么时候', '特展'],
    ['特展展了多久', '特展了'],
    ['比赛赛了多久', '比赛了'],
  ])('is none where a noun ends in the verb behind it: %s', async (asked, read) => {
    const { question, assumed } = await inMuseum(asked);
    expect(assumed).toEqual([]);
    expect(question.rest.text.trim()).toBe(read);
  });

  it.each([
    ['特展展什么时候开幕', ['特展展', '特展']],
    ['举办办了什么比赛', ['举办办', '举办']],
  ])('is one where that is no verb, or stands behind one: %s', async (asked, assumption) => {
    expect((await inMuseum(asked)).assumed).toEqual([assumption]);
  });

  it.each([
    ['jishu hetong chengjiaoe', '技术合同成交额'],
    ['jishuhetong', '技术合同'],
    ['ji shu he tong', '技术合同'],
    ['jì shù hé tong', '技术合同'],
    ['ji4shu4 he2tong2', '技术合同'],
    ['jisu hetong', '技术合同'],
    ['jishu hetong chengjiaoe shi duoshao', '技术合同成交额是多少'],
  ])('may be typed in pinyin: %s', async (typed, read) => {
    const { question, assumed } = await inDelta(typed);
    expect(question.normalized).toBe(read);
    expect(assumed).toEqual([[typed, read]]);
  });

  it('may misspell a Latin name, which is given with its capitals', async () => {
    expect((await inFirms('Huawie在哪里成立')).assumed).toEqual([['Huawie', 'Huawei']]);
    expect((await inFirms('和qualcom签订了什么')).assumed).toEqual([['qualcom', 'Qualcomm']]);
  });

  it('may hold two slips, and both are told', async () => {
    expect((await inDelta('创心券和长三脚')).assumed).toEqual([
      ['创心券', '创新券'],
      ['长三脚', '长三角'],
    ]);
  });

  it('may have a name of the same sound, and that is told', async () => {
    expect((await inFirms('李楠是谁')).assumed).toEqual([['李楠', '李南']]);
  });

  it('is understood again, and keeps what was typed as its source', async () => {
    const { question } = await inDelta('2022年江苏输出的技术和同有多少项？');
    expect(question.source).toBe('2022年江苏输出的技术和同有多少项？');
    expect(question.normalized).toBe('2022年江苏输出的技术合同有多少项?');
    expect(question.counter).toBe('项');
  });
});

describe('a word that the corpus lacks', () => {
  it.each([
    ['another company', '华润技术有限公司在哪里成立'],
    ['another place', '南京市设有什么研究所'],
    ['another place of the same sound', '宿州市设有什么研究所'],
    ['another number', '第八届进口博览会在哪里举办'],
    ['another number in a name', '十九大以后参展企业有多少'],
    ['another person', '李娜说公司在哪里设有研究所'],
    ['a word for which no other stands', '红烧肉怎么做'],
    ['two words that sound like one', '网球每局的2分会记成什么'],
    ['an English word', 'what is the intel of Shenzhen'],
    ['a short Latin name', 'IBN是什么公司'],
    ['Latin letters that are no pinyin', 'Microsoft在哪里成立'],
    ['a name with a number', 'C929在哪里成立'],
  ])('is left as it is where it is %s', async (_, question) => {
    const { question: kept, assumed } = await inFirms(question);
    expect(assumed).toEqual([]);
    expect(kept.normalized).toBe(normalize(question).text);
  });
});

describe('correcting', () => {
  const runs = [delta, firms].flatMap(({ articles }) =>
    articles.flatMap(({ text, paragraphs }) =>
      paragraphs.flatMap(
        ({ span }) => text.slice(span.start, span.end).match(/\p{Script=Han}{2,}/gu) ?? [],
      ),
    ),
  );
  const characters = [...new Set(runs.join(''))];
  const run = fc
    .tuple(fc.constantFrom(...runs), fc.nat(), fc.integer({ min: 2, max: 20 }))
    .map(([text, at, length]) => text.slice(at % text.length, (at % text.length) + length));

  it('never changes what the corpus writes', async () => {
    const whole = await corrector({ ...delta, articles: [...delta.articles, ...firms.articles] });
    await fc.assert(
      fc.asyncProperty(run, async (question) => (await whole(question)).assumed.length === 0),
    );
  });

  it('is done at once: correcting twice changes nothing more', async () => {
    const slip = fc.tuple(run, fc.nat(), fc.constantFrom(...characters, 'jishu', ' ', 'a'));
    await fc.assert(
      fc.asyncProperty(slip, async ([text, at, other]) => {
        const place = at % (text.length + 1);
        const typed = text.slice(0, place) + other + text.slice(place + 1);
        const { question: once } = await inDelta(typed);
        expect((await inDelta(once.normalized)).question.normalized).toBe(once.normalized);
      }),
    );
  });

  it('bears any question', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 600 }), async (question) => {
        expect((await inDelta(question)).question.source).toBe(question);
      }),
    );
  });
});

describe('a reply to a corrected question', async () => {
  const bot = await createBot(delta);

  it('keeps the question as typed, and says what was assumed', async () => {
    const reply = await bot.ask('2022年江苏输出的技术和同成交额是多少？');
    expect(reply.question).toBe('2022年江苏输出的技术和同成交额是多少？');
    expect(reply.outcome).toBe('answered');
    expect(reply.lead).toContain('成交额超307亿元');
    expect(reply.notice).toBe('已把“和同”当作“合同”。');
    expect(reply.text).toContain('已把“和同”当作“合同”。');
  });

  it('says why it is refused beside what was assumed', async () => {
    const reply = await bot.ask('2019年江苏输出的技术和同成交额是多少？');
    expect(reply.outcome).toBe('unanswered');
    expect(reply.notice).toMatch(/^已把“和同”当作“合同”。文中没有2019年技术合同成交额的数字/);
  });

  it('can be followed up', async () => {
    await bot.ask('2022年江苏输出的技术和同有多少项？', 'a');
    expect((await bot.ask('那成交额呢？', 'a')).lead).toContain('307亿元');
  });
});
