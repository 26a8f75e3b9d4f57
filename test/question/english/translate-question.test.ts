import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Bot, createBot } from '../../../src/bot/bot.ts';
import { loadCorpus } from '../../../src/corpus/load-corpus.ts';
import { articleOf } from '../../helpers/article.ts';

const { loaded } = vi.hoisted(() => ({ loaded: vi.fn() }));
vi.mock('../../../src/question/english/cedict.ts', async (actual) => {
  const module = await actual<typeof import('../../../src/question/english/cedict.ts')>();
  const makeGlossary: typeof module.makeGlossary = (worth) => {
    loaded();
    return module.makeGlossary(worth);
  };
  return { ...module, makeGlossary };
});

let bot: Bot;
const articles = join(import.meta.dirname, '../../../corpus');
beforeAll(async () => {
  bot = await createBot(await loadCorpus(articles));
});

describe('before any English question', () => {
  it('loads no dictionary for questions in Chinese, whatever names they hold', async () => {
    const part = fc.constantFrom(
      '江苏',
      '2022年',
      'SES',
      'GDP',
      '联盟',
      '成交额',
      '多少',
      '，',
      '谁',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 6 }), async (parts) => {
        await bot.ask(`江苏${parts.join('')}`);
        expect(loaded).not.toHaveBeenCalled();
      }),
      { numRuns: 30 },
    );
  });
});

describe('an English question', () => {
  it.each([
    ['How many technology contracts did Jiangsu export in 2022?', '9300项'],
    ['What was the turnover of the contracts Jiangsu exported in 2022?', '307亿元'],
    ['How many key R&D projects did Jiangsu lead in 2022?', '42项'],
    ['How much was invested in the three approved projects?', '1.8亿元'],
    ['How many nodes does the optical transmission network cover?', '40个节点'],
    ['When will the products Hermes and Apollo come to market?', '2025年'],
    ['Where was the alliance of research institutes founded?', '上海'],
    ["What is Gao Jun's position?", '江苏产研院副院长'],
    ['Who is the R&D director of Suzhou Bosside Electric?', '范声芳'],
    ['What is the theme of the conference?', '开放创新长三角'],
    ['Which laboratory opened the first wide-area deterministic network?', '紫金山实验室'],
  ])('finds what answers: %s', async (question, expected) => {
    const reply = await bot.ask(question);
    expect(reply.outcome).toBe('answered');
    expect(reply.lead).toContain(expected);
    const [passage] = reply.passages;
    const article = bot.articles.find(({ id }) => id === passage?.article);
    expect(article?.text.slice(passage?.start, passage?.end)).toBe(passage?.text);
    expect(passage?.text).toContain(reply.lead);
  });

  it.each([
    [
      'What was the turnover of technology contracts exported by Jiangsu in 2021?',
      'The article has no figure for 2021; it only has figures for 2022.',
    ],
    [
      'In the first half of 2022, how many contracts did Jiangsu export?',
      'The article has no figure for January 2022 to June 2022; it only has figures for 2022.',
    ],
    [
      'How many contracts did Guangdong export in 2022?',
      'The article does not mention “Guangdong”.',
    ],
    ['Who is the mayor of Suzhou?', 'The article does not mention “mayor”.'],
  ])('is refused in English: %s', async (question, notice) => {
    const reply = await bot.ask(question);
    expect(reply).toMatchObject({ outcome: 'unanswered', lead: '', figures: [], notice });
    expect(reply.text).toContain('Nearest passage (not an answer):');
  });

  it('for a number of things is not answered with an area', async () => {
    const library = await createBot({
      articles: [
        articleOf('library', '新馆开馆\n\n2024年3月5日\n\n新馆开馆，总建筑面积3.2万平方米。'),
      ],
      problems: [],
    });
    expect((await library.ask('How many books does the new building have?')).figures).toEqual([]);
  });

  it('is refused where the corpus has none of its words', async () => {
    expect(await bot.ask('Who is the CEO of Tesla?')).toMatchObject({
      outcome: 'unanswered',
      notice: 'The article does not mention “Tesla”.',
    });
  });

  it('is never answered with a figure of another year than the one it names', async () => {
    const year = fc.integer({ min: 2000, max: 2019 });
    const asks = fc.constantFrom(
      (named: number) => `How many contracts did Jiangsu export in ${named}?`,
      (named: number) => `What was the ${named} turnover of technology contracts?`,
      (named: number) => `In May ${named}, how many projects were launched?`,
    );
    await fc.assert(
      fc.asyncProperty(year, asks, async (named, ask) => {
        expect((await bot.ask(ask(named))).figures).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps exports and imports apart', async () => {
    const amounts = async (verb: string) =>
      (await bot.ask(`How many technology contracts did Jiangsu ${verb} in 2022?`)).figures[0]
        ?.value;
    expect(await amounts('export')).toBe(9300);
    expect(await amounts('import')).toBe(8700);
  });

  it('says in English what the quoted figure is', async () => {
    const { notice } = await bot.ask(
      'What was the turnover of the contracts Jiangsu exported in 2022?',
    );
    expect(notice).toBe('Figure: over 30.7 billion yuan · 技术合同成交额 · 2022 · Jiangsu');
  });

  it('says which passage it quotes where no figure is asked for', async () => {
    expect((await bot.ask('What is the theme of the conference?')).notice).toMatch(
      /^Passage \d+ of 《.+》, in Chinese$/,
    );
  });

  it('compares, and says so in English', async () => {
    const { notice, figures } = await bot.ask(
      'Was the turnover of imported contracts higher than exported in 2022?',
    );
    expect(figures.map(({ value }) => value)).toEqual([83_000_000_000, 30_700_000_000]);
    expect(notice).toContain('Higher: imported; 830亿元 − 307亿元 = 523亿元');
  });

  it('carries on a conversation', async () => {
    await bot.ask('How many contracts did Jiangsu export in 2022?', 'c');
    expect((await bot.ask('What about imports?', 'c')).figures.map(({ value }) => value)).toEqual([
      8700,
    ]);
  });

  it('gets an answer or an English notice, whatever words it is made of', async () => {
    const word = fc.constantFrom(
      ..."how many what of the by in to contract Jiangsu grow did 30.7 billion May % - ' of".split(
        ' ',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 12 }), async (words) => {
        const { outcome, notice } = await bot.ask(`what is ${words.join(' ')}`);
        expect(['answered', 'unanswered', 'help']).toContain(outcome);
        expect(notice).toMatch(/^[A-Z]/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a Chinese question with English words in it', () => {
  it('finds what the corpus calls them', async () => {
    const reply = await bot.ask('conference的theme是什么');
    expect(reply.lead).toContain('开放创新长三角');
    expect(reply.notice).toBe('');
  });

  it('knows the usual abbreviations', async () => {
    expect((await bot.ask('2022年江苏牵头了多少项国家重点R&D项目')).lead).toContain('42项');
  });
});
