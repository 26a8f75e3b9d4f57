import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { inWrittenChinese } from '../../src/question/cantonese.ts';
import { articleOf } from '../helpers/article.ts';

describe('a question in Cantonese', () => {
  it.each([
    ['2020年投資升咗幾多？', '2020年投資升了多少？'],
    ['邊個係主席？', '誰是主席？'],
    ['点解延期？', '為什麼延期？'],
    ['幾時開幕？', '什麼時候開幕？'],
    ['喺邊度舉行？', '在哪裡舉行？'],
    ['有冇補貼？', '有沒有補貼？'],
    ['邊間公司中標？', '哪間公司中標？'],
  ])('%s is read as %s', (asked, written) => {
    expect(inWrittenChinese(asked)).toBe(written);
  });

  it.each([
    '兩國關係如何？',
    '他的身边个个都是谁？',
    '这几时段的票价',
    '河边的房子多少钱？',
  ])('%s is none', (question) => {
    expect(inWrittenChinese(question)).toBe(question);
  });
});

describe('what Taiwan calls otherwise', () => {
  const taiwan = articleOf(
    't',
    '晨星推3款AI筆電\n\n2024年9月7日\n\n晨星昨天在柏林推出3款AI筆電，並公開軟體「Creator Zone」。\n',
  );
  const mainland = articleOf(
    'm',
    '晨星新品\n\n2024年9月7日\n\n晨星昨天在柏林推出3款笔记本电脑，并公开软件“创作空间”。\n',
  );

  it.each([
    [taiwan, '晨星推出了几款笔记本电脑？', '3款'],
    [taiwan, '晨星公开的软件叫什么？', 'Creator Zone'],
    [mainland, '晨星推出了幾款筆電？', '3款'],
    [mainland, '晨星公開的軟體叫什麼？', '创作空间'],
  ])('is found by either word', async (article, question, wanted) => {
    const bot = await createBot({ articles: [article], problems: [] });
    expect((await bot.ask(question)).lead).toContain(wanted);
  });
});
