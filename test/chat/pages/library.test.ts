import { describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import { createLibrary } from '../../../src/chat/pages/library.ts';
import { articleOf } from '../../helpers/article.ts';

const article = articleOf('mill', '东岭造纸厂搬迁记\n\n去年春天，造纸厂的旧厂房全部拆除。');
const bot = await createBot({ articles: [article], problems: [] });
const library = createLibrary(bot, { add: async () => {} });

describe('what an operator can mend in an article', () => {
  it.each([
    ['simplified', '没有日期，不知道“去年”是什么时候'],
    ['traditional', '沒有日期，不知道「去年」是什麼時候'],
    ['english', 'has no date'],
  ] as const)('is said in %s', (language, said) => {
    expect(library.warningsOf(article, language).join()).toContain(said);
  });
});
