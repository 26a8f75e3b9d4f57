import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BULLETIN } from '../../helpers/chat.ts';
import { HOSTILE, LONG, TABLE, YEARS } from './articles.ts';
import { hasChromium, openBrowser } from './browser.ts';
import { PASSWORD, type RunningPage, servePage } from './running.ts';

/** A folder that pictures of each page are written to, for people to look at. */
const PICTURES = process.env['PICTURES'];

describe.skipIf(!hasChromium)('in a browser', () => {
  let served: RunningPage;
  let browser: Browser;
  const faults: string[] = [];

  beforeAll(async () => {
    served = await servePage({
      'bulletin.txt': BULLETIN,
      'years.txt': YEARS,
      'long.txt': LONG,
      'hostile.txt': HOSTILE,
      'table.md': TABLE,
    });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  let visitors = 0;
  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    // each page is asked for by somebody else, or a fast machine meets the limit of one person
    visitors += 1;
    const extraHTTPHeaders = { 'x-forwarded-for': `192.0.2.${visitors % 250}` };
    const context = await browser.newContext({ locale: 'zh-CN', extraHTTPHeaders, ...options });
    const page = await context.newPage();
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(served.address)) faults.push(`asks for ${request.url()}`);
    });
    page.on('dialog', (dialog) => {
      faults.push(`an alert: ${dialog.message()}`);
      dialog.dismiss().catch(() => {});
    });
    await page.goto(served.address + path);
    return page;
  }

  /** The rules of accessibility that a page breaks, and where. */
  async function axeFaults(page: Page): Promise<unknown> {
    await page.evaluate(axe.source);
    return page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
    );
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }

  const asking = (question: string) => `/?${new URLSearchParams({ q: question })}`;
  const noFaults = () => expect(faults.splice(0)).toEqual([]);

  it('asks, asks on, and follows the citation to the marked sentence', async () => {
    const page = await open('/');
    await page.getByLabel('问题').fill('2022年滨江新区供水总量是多少？');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    expect(await page.locator('blockquote strong').first().textContent()).toContain('8.6亿立方米');

    await page.getByLabel('接着问').fill('新建了几座水厂？');
    await page.getByRole('button', { name: '提问' }).click();
    await page.waitForURL(/b=/);
    expect(await page.locator('.before').textContent()).toContain('供水总量');
    const quoted = await page.locator('blockquote').first().textContent();

    await page.getByRole('link', { name: '看原文中的位置' }).first().click();
    const mark = page.locator('mark');
    expect(await mark.textContent()).toBe(quoted);
    expect(await mark.evaluate((node) => node.matches(':target'))).toBe(true);
    expect(await page.getByRole('status').textContent()).toContain('此后没有改动');
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'marked');
    noFaults();
  });

  it('marks what an address names in its fragment alone, and nothing once the text has changed', async () => {
    const page = await open('/a/years');
    const [link = ''] = await page
      .locator('a.number')
      .evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''));
    const version = link.split('#')[0];
    await page.goto(`${served.address}${version}#p2,9-14`);
    expect(await page.locator('#p2 mark').textContent()).toBe('技术合同成');
    writeFileSync(join(served.dir, 'years.txt'), YEARS.replace('205.5亿元', '206.5亿元'));
    await expect
      .poll(
        async () => {
          await page.goto('about:blank');
          await page.goto(`${served.address}${version}#p2,9-14`);
          return page.locator('[role=status]').getAttribute('data-state');
        },
        { timeout: 20_000 },
      )
      .toBe('changed');
    expect(await page.locator('mark').count()).toBe(0);
    expect(await page.getByRole('status').textContent()).toContain('有改动');
    noFaults();
  });

  it('shows a table as one, with the quoted cell marked', async () => {
    const page = await open('/a/table');
    expect(await page.locator('.text thead th').allTextContents()).toEqual([
      '地区',
      '2022年产值（亿元）',
      '2023年产值（亿元）',
    ]);
    expect(await page.locator('#p3 td').allTextContents()).toEqual(['3', '西河市', '120.5', '131']);
    expect(await page.locator('.contents a').count()).toBe(3);
    await page.goto(`${served.address}/figures?article=table&words=西河市`);
    await page.locator('tbody a').first().click();
    expect(await page.locator('tr:has(mark)').getAttribute('id')).toBe('p3');
    expect(await page.locator('mark').textContent()).toMatch(/^(?:120\.5|131)$/);
    expect(await axeFaults(page)).toEqual([]);
    noFaults();
  });

  it('sorts and filters figures, and draws them', async () => {
    const page = await open('/figures');
    await page.getByLabel('指标或词语').fill('青江市技术合同成交额');
    await page.getByRole('button', { name: '筛选' }).click();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(6);
    await page.getByRole('link', { name: '数值' }).click();
    await page.getByRole('link', { name: '数值' }).click();
    expect(await page.locator('tbody th').first().textContent()).toBe('约301亿元');
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
    await page.getByRole('button', { name: '看图' }).click();
    const marks = page.locator('.drawing [ecmeta_ssr_type=chart][ecmeta_data_index]');
    await expect.poll(() => marks.count()).toBeGreaterThan(5);
    expect(await page.locator('.marks li').count()).toBe(6);
    const point = page.locator('.drawing path[ecmeta_data_index="1"]').first();
    await expect
      .poll(async () => {
        await point.dispatchEvent('mouseover');
        return page.locator('.marks .pointed').textContent();
      })
      .toContain('2018');
    await point.dispatchEvent('click');
    await page.waitForURL(/\/a\/years/);
    noFaults();
  });

  it('runs nothing of an article and nothing of a question', async () => {
    const page = await open('/articles');
    await page.getByRole('link', { name: '<script>' }).click();
    expect(await page.locator('h1').textContent()).toContain('<script>alert(1)</script>');
    await page.goto(served.address + asking('<img src=x onerror=alert(1)>学校多少所？'));
    expect(await page.locator('main img, main script').count()).toBe(0);
    await page.goto(
      `${served.address}/figures?words=${encodeURIComponent('"><script>alert(1)</script>')}`,
    );
    expect(await page.locator('main script').count()).toBe(0);
    noFaults();
  });

  it('logs in at the desk, puts an article in, moves it out and logs out', async () => {
    const page = await open('/desk');
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({
      name: 'desk',
      httpOnly: true,
      sameSite: 'Strict',
      path: '/desk',
    });
    const text = '江北气象公报\n\n2023-01-05\n\n2022年江北平均气温为16.8摄氏度。\n';
    await page
      .getByLabel('文件', { exact: true })
      .setInputFiles({ name: '江北.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: '上传' }).click();
    expect(await page.getByRole('status').textContent()).toContain('已收下');
    expect(readFileSync(join(served.dir, '江北.txt'), 'utf8')).toBe(text);
    const remove = page.getByRole('link', { name: '移走《江北气象公报》' });
    await expect
      .poll(
        async () => {
          await page.goto(`${served.address}/desk`);
          return remove.count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    await page.goto(`${served.address}${asking('红烧肉怎么做？')}`);
    writeFileSync(join(served.dir, 'broken.docx'), 'this is no document');
    await expect
      .poll(
        async () => {
          await page.goto(`${served.address}/desk`);
          return page.getByRole('region', { name: '没有收进来的文件' }).textContent();
        },
        { timeout: 20_000 },
      )
      .toContain('broken.docx');
    expect(
      await page.getByRole('region', { name: '没有答上来的问题' }).first().textContent(),
    ).toContain('红烧肉怎么做？');
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'desk-open');
    await remove.click();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '移走' }).click();
    expect(await page.getByRole('status').textContent()).toContain('已移走');
    await page.getByRole('button', { name: '退出' }).click();
    expect(await page.getByRole('status').textContent()).toBe('已退出。');
    await page.goto(`${served.address}/desk/remove?file=x`);
    expect(await page.getByLabel('密码').count()).toBe(1);
    noFaults();
  });

  it('reads everything without JavaScript', async () => {
    const page = await open(asking('新建了几座水厂？'), { javaScriptEnabled: false });
    expect(await page.locator('blockquote strong').first().textContent()).toContain('4座');
    await page.getByRole('link', { name: '看原文中的位置' }).first().click();
    expect(await page.locator('mark:target').textContent()).toContain('4座');
    await page.goto(`${served.address}/figures?words=青江市技术合同成交额&draw=auto`);
    expect(await page.locator('.marks li').count()).toBe(6);
    noFaults();
  });

  it('is reached by the keyboard from the first key on', async () => {
    const page = await open('/');
    const focused = () =>
      page.evaluate('document.activeElement.textContent || document.activeElement.id');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('跳到正文');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('q');
    noFaults();
  });

  const VIEWS: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
    ['desktop', { viewport: { width: 1200, height: 800 } }],
    ['phone', { viewport: { width: 360, height: 740 }, locale: 'zh-TW' }],
    ['dark', { viewport: { width: 1000, height: 800 }, colorScheme: 'dark', locale: 'en-GB' }],
  ];
  const PAGES: readonly (readonly [name: string, path: string])[] = [
    ['ask', '/'],
    ['answer', asking('2022年滨江新区供水总量是多少？')],
    ['refusal', asking('滨江新区2021年供水总量是多少？')],
    ['article', '/a/long'],
    ['table', '/a/table'],
    ['articles', '/articles'],
    ['figures', '/figures?article=long&sort=value&order=desc'],
    ['line', '/figures?words=青江市技术合同成交额&draw=line'],
    ['bars', '/figures?words=青江市技术合同成交额&draw=bars'],
    ['mixed', '/figures?article=long&draw=auto'],
    ['desk', '/desk'],
  ];

  it.each(
    PAGES.flatMap(([page, path]) =>
      VIEWS.map(([view, options]) => ({ page, view, path, options })),
    ),
  )('$page, $view: axe finds no fault and nothing overflows', async ({
    page: name,
    view,
    path,
    options,
  }) => {
    const page = await open(path, options);
    expect(await axeFaults(page)).toEqual([]);
    expect(
      await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
    ).toBeLessThanOrEqual(0);
    await picture(page, `${name}-${view}`);
    await page.context().close();
    noFaults();
  });

  it('shows what the documents show', async () => {
    const options = { viewport: { width: 900, height: 800 }, deviceScaleFactor: 1.5 };
    const page = await open(asking('2022年滨江新区供水总量是多少？'), options);
    await page.getByRole('link', { name: '看原文中的位置' }).first().click();
    expect(await page.locator('mark').textContent()).toContain('8.6亿立方米');
    await page.evaluate('scrollTo(0, 0)');
    await picture(page, 'page');
    await page.goto(`${served.address}/figures?words=青江市技术合同成交额&draw=line`);
    expect(await page.locator('.drawing svg').count()).toBe(1);
    await picture(page, 'figures');
    noFaults();
  });

  it('is painted without waiting for another file, and says how soon', async () => {
    const paths = [
      '/',
      asking('新建了几座水厂？'),
      '/a/long',
      '/figures?article=long',
      '/articles',
    ];
    const plain = '/a-page-of-one-word';
    const said: string[] = [];
    for (const path of [plain, ...paths]) {
      const paints: number[] = [];
      for (let i = 0; i < 5; i++) {
        const page = await browser.newPage();
        await page.route(`**${plain}`, (route) =>
          route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>1</title>原文' }),
        );
        await page.goto(served.address + path);
        const blocking = await page.evaluate(
          "performance.getEntriesByType('resource').filter((one) => one.renderBlockingStatus === 'blocking').map(({ name }) => name)",
        );
        expect(blocking).toEqual([]);
        const painted = await page.evaluate<number>(
          "new Promise((resolve) => new PerformanceObserver((list) => { const [at] = list.getEntriesByName('first-contentful-paint'); if (at) resolve(at.startTime); }).observe({ type: 'paint', buffered: true }))",
        );
        paints.push(painted);
        await page.close();
      }
      const median = paints.sort((a, b) => a - b)[2] ?? 0;
      said.push(`${decodeURIComponent(path)} ${Math.round(median)} ms`);
    }
    process.stdout.write(`first paint, median of five: ${said.join(', ')}\n`);
    // thirty pages one after the other, on whatever machine
  }, 180_000);

  it('takes under 60 kB of scripts, and no cookie', async () => {
    const page = await open('/figures?words=青江市技术合同成交额&draw=line');
    await page.waitForLoadState('networkidle');
    const sizes = await page.evaluate<number[]>(
      "performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).map(({ decodedBodySize }) => decodedBodySize)",
    );
    expect(sizes.length).toBe(2);
    expect(sizes.reduce((all, size) => all + size, 0)).toBeLessThan(60_000);
    expect(await page.context().cookies()).toEqual([]);
    noFaults();
  });
});
