import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createPageFetch, type Network } from '../../../adapters/common/fetch-page.ts';
import { createWay } from '../../../adapters/common/proxy.ts';
import { isPublicAddress } from '../../../adapters/common/public-addresses.ts';
import { PAGE_LIMIT } from '../../../src/corpus/add-page.ts';
import { startProxy } from '../../doubles/proxy/index.ts';

const LOOPBACK = { address: '127.0.0.1', family: 4 };

/** A network in which this machine is the internet. */
const OPEN: Network = { isOpen: () => true, resolve: async () => [LOOPBACK], timeout: 10_000 };

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(listener: RequestListener) {
  const asked: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request);
    listener(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { port, asked };
}

const page: RequestListener = (_, response) => {
  response.setHeader('content-type', 'Text/HTML; charset=utf-8');
  response.end('<p>页面</p>');
};

const straight = createWay(undefined);

describe('createPageFetch', () => {
  it('fetches a page with its type and the address it came from in the end', async () => {
    const { port, asked } = await serve((request, response) => {
      if (request.url === '/new?a=1') return page(request, response);
      response.statusCode = 302;
      response.setHeader('location', '/new?a=1#here');
      response.end();
    });
    const fetched = await createPageFetch(straight, OPEN)(`http://page.example:${port}/old#top`);
    expect(fetched).toMatchObject({
      ok: true,
      page: { url: `http://page.example:${port}/new?a=1`, type: 'text/html' },
    });
    expect(fetched.ok && Buffer.from(fetched.page.bytes).toString()).toBe('<p>页面</p>');
    expect(asked.map(({ url }) => url)).toEqual(['/old', '/new?a=1']);
  });

  it.each([
    'ftp://page.example/',
    'file:///etc/passwd',
    'data:text/html,x',
    'page.example',
    '',
  ])('takes %j for no address of a page', async (address) => {
    expect(await createPageFetch(straight, OPEN)(address)).toEqual({ ok: false, fault: 'address' });
  });

  it('sends no user name and password', async () => {
    const { port, asked } = await serve(page);
    const fetched = await createPageFetch(straight, OPEN)(`http://a:b@page.example:${port}/`);
    expect(fetched).toEqual({ ok: false, fault: 'address' });
    expect(asked).toEqual([]);
  });

  it.each([
    'localhost',
    'printer',
    'db.internal',
    'nas.local',
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0.0.0.0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '169.254.169.254',
    '10.0.0.1',
    '192.168.0.1',
  ])('does not connect to %s', async (host) => {
    const { port, asked } = await serve(page);
    const fetched = await createPageFetch(straight)(`http://${host}:${port}/`);
    expect(fetched).toEqual({ ok: false, fault: 'private' });
    expect(asked).toEqual([]);
  });

  it('follows no redirect into a private network', async () => {
    const inside = await serve(page);
    const network = { ...OPEN, isOpen: (address: string) => address === '127.0.0.1' };
    for (const host of ['127.0.0.2', 'localhost', '[::1]']) {
      const { port } = await serve((_, response) => {
        response.statusCode = 301;
        response.setHeader('location', `http://${host}:${inside.port}/`);
        response.end();
      });
      const fetched = await createPageFetch(straight, network)(`http://page.example:${port}/`);
      expect(fetched).toEqual({ ok: false, fault: 'private' });
    }
    expect(inside.asked).toEqual([]);
  });

  it('does not connect to a name that leads into a private network, whatever it led to before', async () => {
    const { port, asked } = await serve((_, response) => {
      response.statusCode = 307;
      response.setHeader('connection', 'close');
      response.setHeader('location', '/again');
      response.end();
    });
    let times = 0;
    const network: Network = {
      ...OPEN,
      isOpen: (address) => address === '127.0.0.1',
      // the same name is this machine once, and then one of a private network
      resolve: async () => [times++ === 0 ? LOOPBACK : { address: '127.0.0.2', family: 4 }],
    };
    const fetched = await createPageFetch(straight, network)(`http://page.example:${port}/`);
    expect(fetched).toEqual({ ok: false, fault: 'private' });
    expect(asked.length).toBe(1);
  });

  it('connects to the public ones alone of the addresses of a name', async () => {
    const { port, asked } = await serve(page);
    const network: Network = {
      ...OPEN,
      isOpen: isPublicAddress,
      resolve: async () => [LOOPBACK, { address: '::1', family: 6 }],
    };
    const fetched = await createPageFetch(straight, network)(`http://page.example:${port}/`);
    expect(fetched).toEqual({ ok: false, fault: 'private' });
    expect(asked).toEqual([]);
  });

  it.each([
    'http',
    'socks5',
  ])('goes through a %s proxy, which finds the address', async (scheme) => {
    const { port } = await serve(page);
    const proxy = await startProxy();
    closing.push(() => proxy.close());
    const way = createWay({ http: `${scheme}://127.0.0.1:${proxy.port}`, none: [] });
    const network = {
      ...OPEN,
      isOpen: isPublicAddress,
      resolve: () => Promise.reject(new Error()),
    };
    const fetched = await createPageFetch(way, network)(`http://page.invalid:${port}/`);
    expect(fetched).toMatchObject({ ok: true });
    expect(proxy.reached).toEqual([`page.invalid:${port}`]);
  });

  it('asks no proxy for what is known to be of a private network', async () => {
    const proxy = await startProxy();
    closing.push(() => proxy.close());
    const way = createWay({ http: `http://127.0.0.1:${proxy.port}`, none: [] });
    const network = { ...OPEN, isOpen: isPublicAddress };
    for (const host of ['10.0.0.1', 'db.internal', 'page.example'])
      expect(await createPageFetch(way, network)(`http://${host}/`)).toEqual({
        ok: false,
        fault: 'private',
      });
    expect(proxy.reached).toEqual([]);
  });

  it('stops at 10 MB, as said, as sent and as unpacked', async () => {
    const zeros = Buffer.alloc(PAGE_LIMIT + 1);
    const { port } = await serve((request, response) => {
      if (request.url === '/said') response.setHeader('content-length', zeros.length);
      if (request.url === '/packed') {
        response.setHeader('content-encoding', 'gzip');
        response.end(gzipSync(zeros));
      } else response.end(zeros);
    });
    for (const path of ['said', 'sent', 'packed'])
      expect(await createPageFetch(straight, OPEN)(`http://page.example:${port}/${path}`)).toEqual({
        ok: false,
        fault: 'size',
      });
  });

  it('says why a page cannot be had', async () => {
    const { port } = await serve((request, response) => {
      if (request.url === '/slow') return;
      response.statusCode = request.url === '/round' ? 302 : 404;
      response.setHeader('location', '/round');
      response.end();
    });
    const from = (path: string, network: Partial<Network> = {}) =>
      createPageFetch(straight, { ...OPEN, ...network })(`http://page.example:${port}/${path}`);
    expect(await from('gone')).toEqual({ ok: false, fault: 'status', detail: '404' });
    expect(await from('round')).toMatchObject({
      fault: 'unreachable',
      detail: 'more than 20 redirects',
    });
    expect(await from('slow', { timeout: 300 })).toMatchObject({
      fault: 'unreachable',
      detail: 'more than 0.3 s',
    });
    const unknown = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    expect(await from('', { resolve: () => Promise.reject(unknown) })).toEqual({
      ok: false,
      fault: 'unreachable',
      detail: 'ENOTFOUND',
    });
  });
});
