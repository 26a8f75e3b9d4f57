import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, it, vi } from 'vitest';
import { newHome, STARTUP, startProcess } from '../process.ts';

/** A server that holds a port that was free. */
async function holdPort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: String((server.address() as AddressInfo).port) };
}

it('npm start with WEB_PORT serves the page until it is told to stop', async () => {
  const { server, port } = await holdPort();
  server.close();
  await once(server, 'close');
  const process = startProcess(newHome(), { WEB_PORT: port });
  const page = await vi.waitFor(async () => (await fetch(`http://127.0.0.1:${port}/`)).text(), {
    timeout: STARTUP,
    interval: 100,
  });
  expect(page).toMatch(/^<!doctype html><html lang="zh-Hans">/);
  const script = await fetch(`http://127.0.0.1:${port}/assets/page.js`);
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  const tag = script.headers.get('etag') ?? '';
  const again = await fetch(script.url, { headers: { 'if-none-match': tag } });
  expect(again.status).toBe(304);
  expect((await process.end('SIGTERM')).code).toBe(0);
});

it('a port that is taken ends it with one line that says so', async () => {
  const { server, port } = await holdPort();
  const { code, printed } = await startProcess(newHome(), { WEB_PORT: port }).ended;
  expect(code).toBe(1);
  expect(printed).toMatch(
    /yuanwen: the page cannot listen on 127\.0\.0\.1:\d+ \(EADDRINUSE\): set/,
  );
  server.close();
});
