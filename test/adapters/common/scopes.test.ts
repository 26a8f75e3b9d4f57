import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openScopes, readScopes, SCOPES_FILE } from '../../../adapters/common/scopes.ts';
import type { Article } from '../../../src/article/article.ts';
import { articleOf } from '../../helpers/article.ts';

const page = (id: string) => articleOf(id, `${id}的公报\n\n2022-01-01\n\n水厂投产。\n`);
const articles = ['水务公报', '节水条例', '2022-气象'].map(page);
const GOOD = `
water:
  articles: [水*, 节水条例.txt]
  in: [telegram:-1001234567890, telegram:@WaterClub, discord:123456789012345678]
open:
  articles: ["*"]
  except: [节水条例]
  in: [elsewhere]
staff:
  articles: ["*"]
  in: [web]
`;
const held = (scope: { holds(article: Article): boolean } | undefined) =>
  articles.filter((article) => scope?.holds(article)).map(({ id }) => id);

describe('scopes', () => {
  const { scopeOf, unmet } = readScopes(GOOD);

  it('are found by the narrowest place that has one, and else by the rest', () => {
    expect(held(scopeOf('telegram', [-1001234567890]))).toEqual(['水务公报', '节水条例']);
    expect(held(scopeOf('telegram', [-1, '@waterclub']))).toEqual(['水务公报', '节水条例']);
    expect(held(scopeOf('discord', [undefined, '123456789012345678']))).toHaveLength(2);
    expect(held(scopeOf('telegram', [5]))).toEqual(['水务公报', '2022-气象']);
    expect(held(scopeOf('web', []))).toHaveLength(3);
    expect(readScopes('a: {articles: [x], in: [web]}').scopeOf('telegram', [1])).toBeUndefined();
  });

  it('say which names no article has', () => {
    expect(unmet(articles)).toEqual([]);
    expect(unmet(articles.slice(1))).toEqual(['water: no article is named 水*']);
  });

  it('take a name for what it is, but for stars', () => {
    const { scopeOf: of } = readScopes('a: {articles: ["2022.气象"], in: [web]}');
    expect(held(of('web', []))).toEqual([]);
  });

  it.each([
    ['a: [', 'is no YAML'],
    ['a: {in: [web]}', 'a.articles'],
    ['a: {articles: [x], in: []}', 'a.in'],
    ['a: {articles: [x], in: [web], only: [y]}', 'only'],
    ['a: {articles: [x], in: [slack:1]}', 'slack:1 is no place'],
    ['a: {articles: [x], in: ["discord:12"]}', '17 to 20 digits'],
    ['a: {articles: [x], in: ["web:1"]}', 'web:1 must be web'],
    ['a: {articles: [x], in: [web]}\nb: {articles: [x], in: [web]}', 'web is in both a and b'],
    ['- a', 'expected record'],
  ])('%j is a clear error: %s', (text, why) => {
    expect(() => readScopes(text)).toThrow(expect.objectContaining({ code: 'config' }));
    expect(() => readScopes(text)).toThrow(why);
  });

  it('are read from the folder of the articles, where they stand there', () => {
    const dir = mkdtempSync(join(tmpdir(), 'yuanwen-scopes-'));
    expect(openScopes(dir)).toBeUndefined();
    writeFileSync(join(dir, SCOPES_FILE), GOOD);
    expect(openScopes(dir)?.unmet(articles)).toEqual([]);
  });
});
