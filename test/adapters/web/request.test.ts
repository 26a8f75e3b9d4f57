import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BULLETIN } from '../../helpers/chat.ts';
import { type RunningPage, servePage } from './running.ts';

let served: RunningPage;
beforeAll(async () => {
  served = await servePage({ 'bulletin.txt': BULLETIN });
});
afterAll(() => served.stop());

const page = async (path: string, languages: string) =>
  (await fetch(served.address + path, { headers: { 'accept-language': languages } })).text();

describe('the language of the page', () => {
  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant-HK,en;q=0.5', 'zh-Hant'],
    ['en-GB,en;q=0.9', 'en'],
    ['en;q=0.2,zh-HK;q=0.7', 'zh-Hant'],
    ['fr-FR', 'en'],
    ['fr-FR,zh-CN;q=0.5', 'zh-Hans'],
    ['*', 'zh-Hans'],
    ['', 'zh-Hans'],
    [';;;,,q=', 'zh-Hans'],
  ])('for %j is %s', async (languages, language) => {
    expect(await page('/', languages)).toContain(`<html lang="${language}">`);
  });

  it('is that of every word of ours on a page in English', async () => {
    const text = (await page('/articles', 'en'))
      .replace(/<[^>]*lang="zh"[^>]*>[^<]*</g, '<')
      .replace(/滨江日报/, '');
    expect(text).not.toMatch(/\p{Script=Han}/u);
  });
});

it('a page that there is not says so', async () => {
  const response = await fetch(`${served.address}/a/nothing`, {
    headers: { 'accept-language': 'zh-TW' },
  });
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('沒有這一頁');
});
