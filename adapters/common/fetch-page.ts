import { lookup as resolve } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, type Dispatcher, fetch, type Response } from 'undici';
import {
  type Failed,
  type FetchedPage,
  type FetchFault,
  type FetchPage,
  PAGE_LIMIT,
} from '../../src/corpus/add-page.ts';
import type { Way } from './proxy.ts';
import { isMadeUpAddress, isPublicAddress } from './public-addresses.ts';

/** What of the outside is replaced in tests. */
export interface Network {
  /** Whether an IP address may be connected to. */
  isOpen(address: string): boolean;
  /** The addresses of a name. */
  resolve(name: string): Promise<readonly { readonly address: string; readonly family: number }[]>;
  /** Milliseconds that a page may take, all redirects included. */
  readonly timeout: number;
}

const INTERNET: Network = {
  isOpen: isPublicAddress,
  resolve: (name) => resolve(name, { all: true }),
  timeout: 30_000,
};

/** As many as browsers follow. */
const MOST_REDIRECTS = 20;

/** Some sites answer only who says what is asking, and in which language. */
const HEADERS = {
  'user-agent': 'Mozilla/5.0 (compatible; Yuanwen/0.1)',
  accept: 'text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5',
  'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
};

type Fault = Failed<FetchFault>;

/**
 * Fetches pages of the public internet, each redirect looked at like the address itself. A connection
 * is made only to an address that was found to be public, so that a name that leads elsewhere a moment
 * later does not matter. What goes through a proxy is connected by the proxy: the address as written,
 * and what its name is known as here, are looked at before.
 */
export function createPageFetch(way: Way, network: Network = INTERNET): FetchPage {
  return async (address) => {
    const straight = new Agent({ connect: { lookup: openLookup(network) } });
    const signal = AbortSignal.timeout(network.timeout);
    try {
      let url = pageUrl(address);
      for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
        if (url === undefined) return fault('address');
        const proxied = way.proxyOf(url) !== undefined;
        if (!(await isOpen(url, proxied, network))) return fault('private');
        const dispatcher = proxied ? way.dispatcher : straight;
        const response = await get(url, dispatcher, signal);
        const location = response.headers.get('location');
        if (response.status < 300 || response.status >= 400 || location === null)
          return await readPage(url, response);
        await response.body?.cancel();
        url = pageUrl(location, url);
      }
      return fault('unreachable', `more than ${MOST_REDIRECTS} redirects`);
    } catch (error) {
      if (causes(error).some((cause) => cause instanceof NotOpen)) return fault('private');
      const seconds = network.timeout / 1000;
      return fault('unreachable', signal.aborted ? `more than ${seconds} s` : whyOf(error));
    } finally {
      await straight.destroy();
    }
  };
}

function get(url: URL, dispatcher: Dispatcher, signal: AbortSignal): Promise<Response> {
  return fetch(url, { dispatcher, signal, redirect: 'manual', headers: HEADERS });
}

async function readPage(
  url: URL,
  response: Response,
): Promise<{ ok: true; page: FetchedPage } | Fault> {
  if (!response.ok) {
    await response.body?.cancel();
    return fault('status', String(response.status));
  }
  if (Number(response.headers.get('content-length') ?? 0) > PAGE_LIMIT) {
    await response.body?.cancel();
    return fault('size');
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  // what was packed on its way is counted as it unpacks
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > PAGE_LIMIT) return fault('size');
    parts.push(part);
  }
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';', 1);
  const page = {
    url: url.href,
    type: type.trim().toLowerCase(),
    bytes: Buffer.concat(parts),
  };
  return { ok: true, page };
}

/** The address of a page, without the place in it; undefined where it is none. */
function pageUrl(written: string, base?: URL): URL | undefined {
  if (!URL.canParse(written, base?.href)) return undefined;
  const url = new URL(written, base?.href);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return undefined;
  url.hash = '';
  return url;
}

/** Names that are those of a network of one's own, by RFC 6761, 6762, 8375 and common use. */
const OWN_NAME =
  /^[^.]+\.?$|(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa)\.?$/;

/** Whether an address may be asked, as far as that is known before a connection is made. */
async function isOpen({ hostname }: URL, proxied: boolean, network: Network): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return network.isOpen(host);
  if (OWN_NAME.test(host)) return false;
  if (!proxied) return true;
  // a proxy may know a name that is unknown here
  const known = await network.resolve(host).catch(() => []);
  return known.every(({ address }) => network.isOpen(address) || isMadeUpAddress(address));
}

/** A name that leads to no address that may be connected to. */
class NotOpen extends Error {
  override readonly name = 'NotOpen';
}

/** Gives a connection only such addresses of a name as it may be made to. */
function openLookup(network: Network): LookupFunction {
  return (name, options, done) => {
    network.resolve(name).then(
      (known) => {
        const open = known.filter(({ address }) => network.isOpen(address));
        const wanted = open.filter(
          ({ family }) =>
            typeof options.family !== 'number' || !options.family || family === options.family,
        );
        const [first] = wanted;
        if (first === undefined) done(new NotOpen(name), '', 0);
        else if (options.all) done(null, [...wanted]);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    );
  };
}

function fault(fault: FetchFault, detail?: string): Fault {
  return { ok: false, fault, ...(detail !== undefined && { detail }) };
}

/** An error with those that it was caused by. */
function causes(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [error];
  const within = error instanceof AggregateError ? error.errors.flatMap(causes) : [];
  return [error, ...within, ...(error.cause === undefined ? [] : causes(error.cause))];
}

/** The code of what went wrong underneath, such as ENOTFOUND. */
function whyOf(error: unknown): string {
  for (const cause of causes(error).reverse())
    if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string')
      return cause.code;
  const [last] = causes(error).slice(-1);
  return last instanceof Error ? last.message : String(last);
}
