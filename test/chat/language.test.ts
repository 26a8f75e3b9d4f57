import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/chat/language.ts';
import { TEXTS } from '../../src/chat/texts/index.ts';
import { scriptOf } from '../../src/language/script.ts';
import { chatOver } from '../helpers/chat.ts';

describe('languageOf', () => {
  it.each([
    ['zh-hans', 'simplified'],
    ['zh-CN', 'simplified'],
    ['zh', 'simplified'],
    ['zh-hant', 'traditional'],
    ['zh-TW', 'traditional'],
    ['zh-HK', 'traditional'],
    ['en', 'english'],
    ['en-GB', 'english'],
    ['ja', 'english'],
  ])('%s is %s', (locale, language) => {
    expect(languageOf(locale, '成交額是多少？')).toBe(language);
  });

  it('is told by the words where the platform does not tell', () => {
    expect(languageOf(undefined)).toBe('simplified');
    expect(languageOf(undefined, '成交額是多少？')).toBe('traditional');
    expect(languageOf('', 'How many contracts were there?')).toBe('english');
  });
});

describe('the texts of a language', () => {
  it('are in its own script', () => {
    const plain = (language: keyof typeof TEXTS) =>
      Object.values(TEXTS[language]).filter((text) => typeof text === 'string');
    for (const text of plain('english'))
      expect(text.replace(/“.*”/, '')).not.toMatch(/\p{Script=Han}/u);
    for (const text of plain('simplified')) expect(scriptOf(text)).not.toBe('traditional');
    const [same, other] = [plain('simplified'), plain('traditional')];
    // what is written alike in both
    const alike = other.filter((text) => scriptOf(text) !== 'traditional');
    expect(same).toEqual(expect.arrayContaining(alike));
  });

  it('are those of the chat in it', async () => {
    const chat = await chatOver();
    const there = chat.in('english');
    expect(there.in('simplified')).toBe(chat);
    const { blocks } = await there.help('How to');
    expect(blocks.map(({ text }) => text).join('\n')).toMatch(
      /^Ask in a sentence[^\p{Script=Han}]+How to$/u,
    );
    const card = await there.ask('青禾水厂日处理能力是多少？');
    const view = card.view && there.view(card.view, 1000);
    expect(view?.buttons[0]?.label).toBe('Whole paragraph');
  });
});
