import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article, Paragraph } from '../../src/article/article.ts';
import { comparedText } from '../../src/duplicates/fingerprint.ts';
import { findDuplicates, listDuplicates } from '../../src/duplicates/list-duplicates.ts';
import { headOf, lazyArticle, packBody, unpackBody } from '../../src/store/packed-article.ts';
import { slice, span } from '../../src/util/span.ts';
import { articleOf } from '../helpers/article.ts';

const SEED = readFileSync('corpus/yangtze-delta-2023.txt', 'utf8');
const seed = articleOf('seed', SEED);

/** The story as another paper prints it: its own title and day, and what `edit` changes. */
function reprint(id: string, edit: (text: string) => string, day = '2023-06-03'): Article {
  const text = SEED.replace('2023-06-01 17:08:01', `${day} 09:00:00`).replace(
    '长三角合力构建科创共同体',
    `长三角科创共同体见成效`,
  );
  return articleOf(id, edit(text));
}

function textOf(article: Article, paragraph: Paragraph): string {
  return slice(article.text, paragraph.span);
}

function staying(article: Article, corpus: readonly Article[]): string[] {
  const { isCopy } = findDuplicates(corpus);
  return article.paragraphs
    .filter(({ number }) => !isCopy(article, number))
    .map((paragraph) => textOf(article, paragraph));
}

describe('a story republished', () => {
  test.each<[string, (text: string) => string]>([
    ['as it is', (text) => text],
    ['with other punctuation', (text) => text.replaceAll(',', '，').replaceAll('“', '「')],
    ['with other white space', (text) => text.replaceAll('。', '。 ')],
    ['in traditional characters', (text) => text.replaceAll('长', '長').replaceAll('发', '發')],
    ['with a word changed throughout', (text) => text.replaceAll('我省', '江苏')],
  ])('%s is no second candidate', (_, edit) => {
    const copy = reprint('copy', edit);
    const { originalOf, placesOf } = findDuplicates([seed, copy]);
    expect(staying(copy, [seed, copy])).toEqual([]);
    expect(staying(seed, [seed, copy])).toHaveLength(seed.paragraphs.length);
    expect(originalOf(copy)?.id).toBe('seed');
    for (const paragraph of seed.paragraphs) {
      expect(placesOf(seed, paragraph.number).map(({ article }) => article.id)).toEqual(['copy']);
    }
  });

  test('is found alike where articles are opened anew each time', () => {
    const corpus = ['a', 'b', 'c'].map((id, at) =>
      reprint(id, (text) => text.replaceAll('我省', '江苏'), `2023-06-0${at + 3}`),
    );
    const opened = [seed, ...corpus].map((article) =>
      lazyArticle(headOf(article), {
        facts: () => article.head,
        body: () => unpackBody(packBody(article)),
      }),
    );
    expect(opened[0]?.paragraphs[0]).not.toBe(opened[0]?.paragraphs[0]);
    expect(listDuplicates(opened)).toEqual(listDuplicates([seed, ...corpus]));
  });

  test('cut and added to, keeps what it adds', () => {
    const added = '另据介绍，截至2023年5月，已有73家外资研发中心落户苏州工业园区。';
    const copy = reprint('copy', (text) => {
      const blocks = text.split('\n\n');
      return [...blocks.slice(0, 6), added, ...blocks.slice(9)].join('\n\n');
    });
    expect(staying(copy, [seed, copy])).toEqual([added]);
  });

  test.each([
    ['a figure', '超307亿元', '超370亿元'],
    ['a unit', '超307亿元', '超307亿美元'],
    ['a place', '上海交通大学、', '浙江大学、'],
    ['a negation', '目前正在', '目前没有'],
    ['a Chinese numeral', '3个项目', '三个项目'],
  ])('keeps a paragraph in which it changes %s', (_, from, to) => {
    const copy = reprint('copy', (text) => text.replace(from, to));
    const stays = staying(copy, [seed, copy]);
    expect(stays).toHaveLength(1);
    expect(stays[0]).toContain(to);
  });

  test('stays under the earlier day, whatever the names of the files', () => {
    const earlier = reprint('z', (text) => text, '2023-05-31');
    expect(staying(seed, [seed, earlier])).toEqual([]);
    expect(findDuplicates([seed, earlier]).originalOf(seed)?.id).toBe('z');
  });
});

describe('two reports of one office', () => {
  const report = (year: number, rate: string) =>
    articleOf(
      `report-${year}`,
      `${year}年政府工作报告\n\n${year}-03-05 来源：新华社\n\n我代表国务院，向大会报告政府工作，请予审议，并请全国政协委员提出意见。\n\n今年赤字率拟按${rate}安排，比去年预算有所提高，重点领域支出得到保障，各项工作扎实推进。\n\n粮食产量保持在1.3万亿斤以上，保障粮食安全的要害是种子和耕地，必须抓紧抓好。\n`,
    );

  test('share a set phrase, and each keeps its own figures', () => {
    const [older, newer] = [report(2019, '2.8%'), report(2021, '3.2%')];
    expect(staying(newer, [older, newer])).toEqual(
      newer.paragraphs.slice(1).map((paragraph) => textOf(newer, paragraph)),
    );
  });

  test('keep 今年 and their figures also where every word is the same', () => {
    const [older, newer] = [report(2019, '2.8%'), report(2021, '2.8%')];
    expect(staying(newer, [older, newer])).toHaveLength(2);
  });
});

test('a short line is no duplicate of one in another story', () => {
  const note = '记者从会上获悉。';
  const [one, other] = ['水厂扩建', '新区绿化'].map((title, at) =>
    articleOf(
      `a${at}`,
      `${title}\n\n2023-06-01 来源：日报\n\n${note}\n\n${title}工程由市里主持，预计明年完工，届时居民将从中受益。\n`,
    ),
  );
  expect(staying(other!, [one!, other!])).toHaveLength(2);
});

describe('always', () => {
  const blocks = seed.paragraphs.map((paragraph) => textOf(seed, paragraph));
  const digits = (text: string) => text.normalize('NFKC').match(/\d+(?:\.\d+)?/gu) ?? [];
  /** Reprints that leave out, move and change paragraphs, figures among them. */
  const reprints = fc.array(
    fc.record({
      day: fc.constantFrom('2022-06-01', '2023-05-01', '2023-06-02', undefined),
      kept: fc.subarray(blocks, { minLength: 2 }),
      change: fc.constantFrom(['9300', '9400'], ['，', ','], ['我省', '江苏'], ['3个', '4个']),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const corpusOf = (made: typeof reprints extends fc.Arbitrary<infer T> ? T : never) => [
    seed,
    ...made.map(({ day, kept, change: [from = '', to = ''] }, at) =>
      articleOf(
        `copy${at}`,
        `长三角科创\n\n${day === undefined ? '' : `${day} 来源：日报\n\n`}${kept.join('\n\n').replaceAll(from, to)}\n`,
      ),
    ),
  ];

  test('a paragraph stays, or is named as another place of one that stays and has the same figures', () => {
    fc.assert(
      fc.property(reprints, (made) => {
        const corpus = corpusOf(made);
        const { isCopy, placesOf } = findDuplicates(corpus);
        const said = new Map<Paragraph, string[]>();
        for (const article of corpus) {
          for (const paragraph of article.paragraphs) {
            if (isCopy(article, paragraph.number)) continue;
            for (const place of placesOf(article, paragraph.number)) {
              const copy = place.article.paragraphs.find(({ number }) => number === place.number);
              if (copy !== undefined) said.set(copy, digits(textOf(article, paragraph)));
            }
          }
        }
        for (const article of corpus) {
          for (const paragraph of article.paragraphs) {
            if (isCopy(article, paragraph.number))
              expect(said.get(paragraph)).toEqual(digits(textOf(article, paragraph)));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('the order of the articles changes nothing', () => {
    fc.assert(
      fc.property(reprints, (made) => {
        const corpus = corpusOf(made);
        const [forth, back] = [findDuplicates(corpus), findDuplicates([...corpus].reverse())];
        for (const article of corpus) {
          for (const { number } of article.paragraphs) {
            expect(back.isCopy(article, number)).toBe(forth.isCopy(article, number));
            expect(back.placesOf(article, number)).toEqual(forth.placesOf(article, number));
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});

test.each([
  ['增长3.5%。', '增长３．５％', true],
  ['技術合同', '技术合同', true],
  ['增长3.5%', '增长35%', false],
  ['比为3:5', '比为35', false],
  ['增长-3%', '增长3%', false],
])('%s and %s: told to be the same is %s', (a, b, same) => {
  expect(comparedText(a, span(0, a.length)) === comparedText(b, span(0, b.length))).toBe(same);
});
