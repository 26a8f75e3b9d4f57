import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { learnCorpus } from '../../src/knowledge/learn-corpus.ts';
import { normalize } from '../../src/language/normalize.ts';
import { createPinyinNames } from '../../src/question/english/pinyin-names.ts';
import { slice } from '../../src/util/span.ts';
import { articleOf } from '../helpers/article.ts';

const seed = await loadCorpus('corpus');
const TEXT =
  '技术，术语和合同都由Huawei公司写下。重庆的银行在南京行走，重点很重。\n\n' +
  'HUAWEI与huaweicloud不是一家，Qualcomm也不是。';
const corpus = { articles: [articleOf('firms', TEXT)], problems: [] };

describe.each(['minisearch', 'sqlite'] as const)('the vocabulary of %s', async (engine) => {
  const { vocabulary, lexicon, pinyin } = (await learnCorpus(corpus, { engine })).knowledge;

  it('tells what the corpus writes in one run from what it writes apart', async () => {
    expect(await vocabulary.writes('银行在南京')).toBe(true);
    expect(await vocabulary.writes('技术语')).toBe(false);
    expect(await vocabulary.writes('南京银行')).toBe(false);
  });

  it('writes whatever a paragraph writes', async () => {
    const learnt = (await learnCorpus(seed, { engine })).knowledge.vocabulary;
    const runs = seed.articles.flatMap(({ text, paragraphs }) =>
      paragraphs.flatMap(
        ({ span }) =>
          normalize(slice(text, span)).text.match(
            /(?:(?![零〇一二两三四五六七八九十百千万亿])\p{Script=Han}){2,}/gu,
          ) ?? [],
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...runs),
        fc.nat(),
        fc.integer({ min: 2, max: 9 }),
        (run, at, length) => {
          const start = at % (run.length - 1);
          return learnt.writes(run.slice(start, start + length));
        },
      ),
    );
  });

  it('gives a Latin word its capitals, as it first stands', async () => {
    expect(await vocabulary.asWritten('huawei')).toBe('Huawei');
    expect(await vocabulary.asWritten('qualcomm')).toBe('Qualcomm');
    expect(await vocabulary.asWritten('intel')).toBe('intel');
  });

  it('finds words by how any of their characters may be read', () => {
    expect(vocabulary.sounding('con qin')).toEqual(['重庆']);
    expect(vocabulary.sounding('zon dian')).toEqual(['重点']);
    expect(vocabulary.sounding('lan jin')).toEqual(['南京']);
    expect(vocabulary.sounding('lan')).toEqual([]);
    expect(vocabulary.sounding('lan jin lan')).toEqual([]);
  });

  it('finds what follows a character and what begins with a letter', () => {
    expect([...vocabulary.following('重')].sort()).toEqual(['庆', '点']);
    expect(vocabulary.following('下')).toEqual([]);
    expect([...vocabulary.latin('h')].sort()).toEqual(['huawei', 'huaweicloud']);
  });

  it('reads the pinyin of a name, whether or not jieba knows it', () => {
    const names = createPinyinNames(lexicon, pinyin);
    expect(names.read('nanjing')).toEqual(['南京']);
    expect(names.read('chongqing')).toEqual(['重庆']);
    expect(names.read('jingxing')).toEqual(['京行']);
    expect(names.read('beijing')).toEqual([]);
  });
});
