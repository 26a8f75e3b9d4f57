import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Gate } from './gate.ts';
import { serveHttp } from './http.ts';
import { serveSocks } from './socks.ts';

export interface ProxyOptions {
  /** `user:password` that a client must give; none are asked for where it is left out. */
  readonly login?: string;
}

/** A proxy on loopback that speaks HTTP and SOCKS5 on one port and remembers whom it was asked for. */
export interface ProxyDouble {
  readonly port: number;
  /** `host:port` of each connection that was made, in order. */
  readonly reached: readonly string[];
  /** Connections refused for a missing or wrong login. */
  refused(): number;
  close(): Promise<void>;
}

/** The first byte of a client that speaks SOCKS5. */
const SOCKS5 = 5;

export async function startProxy({ login }: ProxyOptions = {}): Promise<ProxyDouble> {
  const reached: string[] = [];
  const sockets = new Set<Socket>();
  let refused = 0;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    return socket;
  };
  const gate: Gate = {
    login,
    refuse: () => {
      refused += 1;
    },
    async connect(host, port) {
      reached.push(`${host}:${port}`);
      const socket = keep(connect(port, '127.0.0.1'));
      await once(socket, 'connect');
      return socket;
    },
  };
  const server = createServer((socket) => {
    keep(socket).once('data', (first) => {
      socket.pause();
      const serve = first[0] === SOCKS5 ? serveSocks : serveHttp;
      serve(socket, first, gate).catch(() => socket.destroy());
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    reached,
    refused: () => refused,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
