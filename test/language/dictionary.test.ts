import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodejieba from 'nodejieba';
import { describe, expect, it } from 'vitest';
import { makeDictionary, shorten, wordsOfData } from '../../src/language/dictionary.ts';
import { chooseDictionary, dictionaryName } from '../../src/language/jieba.ts';

const { DEFAULT_DICT: WHOLE, DEFAULT_USER_DICT: USER } = nodejieba as unknown as Record<
  'DEFAULT_DICT' | 'DEFAULT_USER_DICT',
  string
>;

/** The frequencies of a file's words. */
function frequenciesOf(text: string): number[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Number(line.split(' ')[1]))
    .sort((a, b) => a - b);
}

const whole = readFileSync(WHOLE, 'utf8');
const wordsIn = (text: string) => new Set(text.split('\n').map((line) => line.split(' ')[0]));

describe('the short dictionary', () => {
  const { dict, userDict } = shorten(whole, '云计算\n', new Set(['多少钱']));

  it('weighs words as the whole one does: the same sum, median and rarest word', () => {
    const [before, after] = [frequenciesOf(whole), frequenciesOf(dict)];
    const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
    expect(sum(after)).toBe(sum(before));
    expect(after[0]).toBe(before[0]);
    expect(after[Math.floor(after.length / 2)]).toBe(before[Math.floor(before.length / 2)]);
  });

  it('has the common words, names, those that are wanted, and those that jieba adds', () => {
    const words = new Set([...wordsIn(dict), ...wordsIn(userDict)]);
    for (const word of ['经济', '紫荆山', '布里斯托', '多少钱', '云计算'])
      expect(words).toContain(word);
    expect(words.size).toBeLessThan(whole.split('\n').length / 3);
  });

  it('has every single character, so that the model joins the same ones', () => {
    const characters = [...wordsIn(whole)].filter((word) => [...(word ?? '')].length === 1);
    const held = wordsIn(dict);
    expect(characters.filter((character) => !held.has(character))).toEqual([]);
    expect([...wordsIn(userDict)].filter((word) => [...(word ?? '')].length === 1)).toEqual([]);
  });

  it('is the same whenever it is made', () => {
    expect(makeDictionary(WHOLE, USER)).toEqual(makeDictionary(WHOLE, USER));
  });
});

describe('the words of the data', () => {
  it('are those of the modules in folders named data, without their comments', () => {
    const folder = mkdtempSync(join(tmpdir(), 'yuanwen-data-'));
    mkdirSync(join(folder, 'room', 'data'), { recursive: true });
    writeFileSync(
      join(folder, 'room', 'data', 'units.ts'),
      "/** 注释 */\n// 说明\nexport const UNITS = ['亿元', '万 吨'];\n",
    );
    writeFileSync(join(folder, 'room', 'code.ts'), "export const OTHER = '别处';\n");
    expect([...wordsOfData(folder)]).toEqual(['亿元']);
  });

  it('hold synonyms, surnames of two characters, units and places', () => {
    const words = wordsOfData('src');
    for (const word of ['国内生产总值', '欧阳', '平方米', '江苏']) expect(words).toContain(word);
  });
});

describe('a dictionary of one’s own', () => {
  it('must be a file of lines that jieba can read', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'yuanwen-dictionary-')), 'own.utf8');
    writeFileSync(file, '长三角 20 ns\n技术合同\n');
    expect(() => chooseDictionary(file)).toThrow('line 2');
    expect(() => chooseDictionary(`${file}.missing`)).toThrow('JIEBA_DICT');
    // a folder as npm run build makes one
    const folder = mkdtempSync(join(tmpdir(), 'yuanwen-dictionary-'));
    expect(() => chooseDictionary(folder)).toThrow('JIEBA_DICT cannot be read');
    writeFileSync(join(folder, 'characters.utf8'), '长 20 a\n');
    writeFileSync(join(folder, 'words.utf8'), '云计算\n技术合同 30 n x\n');
    expect(() => chooseDictionary(folder)).toThrow('line 2');
    writeFileSync(file, '长三角 20 ns\n技术合同 30 n\n');
    chooseDictionary(file);
    expect(dictionaryName()).toMatch(/^[0-9a-f]{12}$/);
  });
});
