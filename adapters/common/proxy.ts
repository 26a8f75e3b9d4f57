import type { Agent } from 'node:http';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SocksProxyAgent } from 'socks-proxy-agent';
import {
  Dispatcher,
  ProxyAgent,
  Socks5ProxyAgent,
  setGlobalDispatcher,
  Agent as UndiciAgent,
} from 'undici';
import type { Log } from './log.ts';
import type { ProxySettings } from './settings.ts';

/** How calls leave this machine: the same way for each of Node's HTTP clients. */
export interface Way {
  /** The proxy that a call to `url` goes through; undefined where it goes straight. */
  proxyOf(url: string | URL): string | undefined;
  /** For clients on Node's own http: grammY and the gateway's WebSocket. Undefined: the client's own. */
  agentOf(url: string | URL): Agent | undefined;
  /** For clients on undici: fetch and Discord's REST. */
  readonly dispatcher: Dispatcher;
}

/**
 * @param settings undefined where every call goes straight
 * @param own a proxy for all calls of one platform, whatever `settings` say
 */
export function createWay(settings: ProxySettings | undefined, own?: string): Way {
  const agents = new Map<string, Agent>();
  const proxyOf = (url: string | URL) => own ?? (settings && chosen(settings, new URL(url)));
  return {
    proxyOf,
    agentOf(url) {
      const proxy = proxyOf(url);
      if (proxy === undefined) return undefined;
      const agent = agents.get(proxy) ?? agentFor(proxy);
      agents.set(proxy, agent);
      return agent;
    },
    dispatcher: new ByProxy(proxyOf),
  };
}

/** A proxy as it may be shown: without its user and password. */
export function shownProxy(proxy: string): string {
  const { protocol, host } = new URL(proxy);
  return `${protocol}//${host}`;
}

/** Says at the start which way calls to `url` go. */
export function tellWay(way: Way, url: string, log: Log): void {
  const proxy = way.proxyOf(url);
  if (proxy !== undefined) log.info(`calls go through the proxy ${shownProxy(proxy)}`);
}

/** Has every `fetch` of this process go by these proxies. */
export function fetchBy(settings: ProxySettings): void {
  setGlobalDispatcher(createWay(settings).dispatcher);
}

/** This machine itself is never reached by a proxy that stands elsewhere. */
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

function chosen({ http, https, none }: ProxySettings, url: URL): string | undefined {
  if (LOOPBACK.test(url.hostname) || none.some((entry) => covers(entry, url))) return undefined;
  return /^(?:https|wss):$/.test(url.protocol) ? https : http;
}

/** Whether an entry of NO_PROXY (`*`, `example.org`, `.example.org`, `host:8080`) covers an address. */
function covers(entry: string, { hostname, port, protocol }: URL): boolean {
  if (entry === '*') return true;
  const [, name = '', wanted] = /^(?:\*?\.)?(.+?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
  const standard = /^(?:https|wss):$/.test(protocol) ? '443' : '80';
  if (wanted !== undefined && wanted !== (port || standard)) return false;
  return hostname === name || hostname.endsWith(`.${name}`);
}

function isSocks(proxy: string): boolean {
  return /^socks5h?:/i.test(proxy);
}

/** Names are resolved by the proxy: where one is needed, the names known here may be wrong. */
function agentFor(proxy: string): Agent {
  return isSocks(proxy)
    ? new SocksProxyAgent(proxy.replace(/^socks5h?:/i, 'socks5h:'), { keepAlive: true })
    : new HttpsProxyAgent(proxy, { keepAlive: true });
}

/** Hands each call to the dispatcher of its proxy. */
class ByProxy extends Dispatcher {
  readonly #proxyOf: Way['proxyOf'];
  readonly #straight = new UndiciAgent();
  readonly #dispatchers = new Map<string, Dispatcher>();

  constructor(proxyOf: Way['proxyOf']) {
    super();
    this.#proxyOf = proxyOf;
  }

  override dispatch(
    options: Dispatcher.DispatchOptions,
    handler: Dispatcher.DispatchHandler,
  ): boolean {
    return this.#dispatcherOf(options.origin).dispatch(options, handler);
  }

  #dispatcherOf(origin: string | URL | undefined): Dispatcher {
    const proxy = origin === undefined ? undefined : this.#proxyOf(origin);
    if (proxy === undefined) return this.#straight;
    const known = this.#dispatchers.get(proxy) ?? dispatcherFor(proxy);
    this.#dispatchers.set(proxy, known);
    return known;
  }
}

function dispatcherFor(proxy: string): Dispatcher {
  return isSocks(proxy)
    ? new Socks5ProxyAgent(proxy.replace(/^socks5h?:/i, 'socks5:'))
    : new ProxyAgent(proxy);
}
