import { existsSync, readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE, YEARS } from './articles.ts';
import { PASSWORD, type RunningPage, servePage } from './running.ts';

/** Slow connections at once. */
const CONNECTIONS = 1000;

let served: RunningPage;
beforeAll(async () => {
  served = await servePage(
    { 'years.txt': YEARS, 'hostile.txt': HOSTILE },
    { patience: { headers: 3000, request: 5000 } },
  );
});
afterAll(() => served.stop());

const at = (path: string) => served.address + path;

/** Sends a request as it is written, which fetch would put right. */
function raw(text: string): Promise<string> {
  const { hostname, port } = new URL(served.address);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.end(text));
    socket.on('data', (part) => {
      answer += part;
    });
    socket.on('error', () => resolve(answer));
    socket.on('close', () => resolve(answer));
  });
}

describe('what is asked', () => {
  it.each([
    '/a/..%2f..%2f..%2fetc%2fpasswd',
    '/a/%2e%2e%2f%2e%2e%2fpackage.json',
    '/a/..\\..\\package.json',
    '/a/%00',
    '/a/%ff',
    '/assets/..%2fpage.js%00.css',
    '/assets/%2e%2e/app.tsx',
    '/assets/../../../package.json',
    '/api/articles/..%2f..%2fpackage.json',
    '/api/articles/%ff',
  ])('%s leads to no file', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: page\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 40[04]/);
    expect(answer).not.toMatch(/root:\S*:0:0:|"name": "yuanwen"|createApp/);
  });

  it('may be long, and is refused in words', async () => {
    const long = await fetch(at(`/?q=${'问'.repeat(1500)}`));
    expect(long.status).toBe(200);
    expect(await long.text()).toContain('问题太长');
    expect((await fetch(at(`/?q=${'a'.repeat(100_000)}`))).status).toBe(431);
    expect((await fetch(at(`/figures?words=${'词 '.repeat(5000)}`))).status).toBeGreaterThanOrEqual(
      400,
    );
  });

  it('stands on the page as text', async () => {
    for (const path of [
      '/?q=',
      '/figures?words=',
      '/figures?article=',
      '/?c=',
      '/?q=x&b=',
      '/desk?done=',
    ]) {
      const text = await (
        await fetch(at(path + encodeURIComponent('"><script>alert(1)</script>')))
      ).text();
      expect(text).not.toContain('<script>alert');
    }
    const article = await (await fetch(at('/a/hostile'))).text();
    expect(article).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(article).not.toContain('<script>alert');
  });

  it('is drawn as text', async () => {
    const path = `/figures?${new URLSearchParams({ article: 'hostile', draw: 'auto' })}`;
    const found = await (await fetch(at(path))).text();
    const group = /href="(\/figures\?[^"]*group=[^"]*)"/.exec(found)?.[1]?.replaceAll('&amp;', '&');
    const drawn = await (await fetch(at(group ?? path))).text();
    expect(drawn).toContain('<svg');
    expect(drawn).not.toMatch(/<script>alert|<img|<b>东城/);
    const svg = await fetch(at((group ?? path).replace('/figures?', '/chart.svg?')));
    expect(svg.headers.get('content-disposition')).toContain('attachment');
    expect(await svg.text()).not.toMatch(/<script|<img|<b>/);
  });

  it('is answered under a policy that lets nothing else run', async () => {
    for (const path of [
      '/',
      '/a/years',
      '/figures?draw=line',
      '/articles',
      '/desk',
      '/nowhere',
      '/chart.svg?words=青江市技术合同成交额',
    ]) {
      const { headers } = await fetch(at(path));
      expect(headers.get('content-security-policy')).toMatch(
        /default-src 'none'; script-src 'self'; style-src 'sha256-/,
      );
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('set-cookie')).toBeNull();
    }
  });
});

it(`${CONNECTIONS} connections that send nothing hold up nobody, and are closed`, async () => {
  const { hostname, port } = new URL(served.address);
  let closed = 0;
  const sockets = await Promise.all(
    Array.from(
      { length: CONNECTIONS },
      () =>
        new Promise<Socket>((resolve) => {
          const socket = connect(Number(port), hostname, () => {
            socket.write('GET / HTTP/1.1\r\nHost: page\r\nX-');
            resolve(socket);
          });
          socket.on('error', () => {});
          socket.on('data', () => {});
          socket.on('close', () => {
            closed += 1;
          });
        }),
    ),
  );
  expect(sockets.length).toBe(CONNECTIONS);
  expect((await fetch(at('/articles'))).status).toBe(200);
  await expect.poll(() => closed, { timeout: 40_000, interval: 200 }).toBe(CONNECTIONS);
});

describe('the desk', () => {
  const logIn = (password: string, headers: Record<string, string> = {}) =>
    fetch(at('/desk/login'), {
      method: 'POST',
      redirect: 'manual',
      headers: { 'x-forwarded-for': '198.51.100.1', ...headers },
      body: new URLSearchParams({ password }),
    });

  /** A session: its cookie, and the token of its forms. */
  async function session() {
    const response = await logIn(PASSWORD);
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await (await fetch(at('/desk'), { headers: { cookie } })).text();
    return { cookie, token: /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '' };
  }

  function upload(
    name: string,
    { cookie, token }: { readonly cookie?: string; readonly token?: string },
    headers: Record<string, string> = {},
    text = '公报\n\n2022年新建学校12所。\n',
  ) {
    const form = new FormData();
    if (token !== undefined) form.set('token', token);
    form.set('file', new File([text], name));
    return fetch(at('/desk/upload'), {
      method: 'POST',
      redirect: 'manual',
      headers: { ...(cookie && { cookie }), ...headers },
      body: form,
    });
  }

  it('is shut to whoever guesses, for a while even to the right password', async () => {
    for (let i = 0; i < 5; i++)
      expect((await logIn(`guess ${i}`, { 'x-forwarded-for': '192.0.2.1' })).status).toBe(401);
    expect((await logIn(PASSWORD, { 'x-forwarded-for': '192.0.2.1' })).status).toBe(429);
    const atOnce = await Promise.all(
      Array.from({ length: 20 }, (_, i) => logIn(`guess ${i}`, { 'x-forwarded-for': '192.0.2.2' })),
    );
    expect(atOnce.filter(({ status }) => status === 401).length).toBe(5);
    expect((await logIn(PASSWORD)).status).toBe(303);
    expect(served.lines.join('\n')).not.toContain(PASSWORD);
  });

  it('shows and does nothing without a session', async () => {
    for (const path of ['/desk', '/desk/remove?file=years.txt']) {
      const text = await (await fetch(at(path), { headers: { cookie: 'desk=guessed' } })).text();
      expect(text).toContain('type="password"');
      expect(text).not.toContain('years.txt');
    }
    expect((await upload('a.txt', {})).status).toBe(403);
    expect((await upload('a.txt', { cookie: 'desk=guessed', token: 'guessed' })).status).toBe(403);
    expect(existsSync(join(served.dir, 'a.txt'))).toBe(false);
  });

  it('takes a form from its own pages alone', async () => {
    const mine = await session();
    const theirs = await session();
    expect((await upload('b.txt', { cookie: mine.cookie })).status).toBe(400);
    expect((await upload('b.txt', { cookie: mine.cookie, token: theirs.token })).status).toBe(400);
    expect((await upload('b.txt', mine, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await upload('b.txt', mine, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await logIn(PASSWORD, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(existsSync(join(served.dir, 'b.txt'))).toBe(false);
    expect((await upload('b.txt', mine)).status).toBe(303);
    expect(existsSync(join(served.dir, 'b.txt'))).toBe(true);
  });

  it('puts files into its folder alone, and over no other', async () => {
    const mine = await session();
    const before = readdirSync(served.dir).sort();
    for (const name of [
      '../x.txt',
      '..\\x.txt',
      '/etc/x.txt',
      '.x.txt',
      'x.js',
      'x.txt\u0000.js',
      'x\u202etxt.txt',
      'README.md',
      'articles.jsonl',
      `${'长'.repeat(100)}.txt`,
      'years.txt',
    ])
      expect([name, (await upload(name, mine)).status]).toEqual([name, 400]);
    expect((await upload('empty.txt', mine, {}, '')).status).toBe(400);
    expect((await upload('large.txt', mine, {}, 'a'.repeat(9 * 1024 * 1024))).status).toBe(400);
    expect(readdirSync(served.dir).sort()).toEqual(before);
  });

  it('moves out no file but one of its folder', async () => {
    const { cookie, token } = await session();
    for (const file of ['../votes.jsonl', '/etc/passwd', 'missing.txt', '.', '']) {
      const body = new URLSearchParams({ token, file });
      const response = await fetch(at('/desk/remove'), {
        method: 'POST',
        headers: { cookie },
        body,
      });
      expect([file, response.status]).toEqual([file, 400]);
    }
  });

  it('forgets a session that logs out', async () => {
    const { cookie, token } = await session();
    const body = new URLSearchParams({ token });
    await fetch(at('/desk/logout'), {
      method: 'POST',
      headers: { cookie },
      redirect: 'manual',
      body,
    });
    expect(await (await fetch(at('/desk'), { headers: { cookie } })).text()).toContain(
      'type="password"',
    );
  });
});
