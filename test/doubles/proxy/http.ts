import { once } from 'node:events';
import type { Socket } from 'node:net';
import { type Gate, join } from './gate.ts';

const HEAD_END = '\r\n\r\n';

/** `CONNECT host:port`, and `GET http://host:port/path` for clients that tunnel no plain call. */
export async function serveHttp(client: Socket, first: Buffer, gate: Gate): Promise<void> {
  let received = first;
  while (!received.includes(HEAD_END)) {
    client.resume();
    const [more] = (await once(client, 'data')) as [Buffer];
    received = Buffer.concat([received, more]);
    client.pause();
  }
  const end = received.indexOf(HEAD_END);
  const head = received.subarray(0, end).toString('latin1');
  const rest = received.subarray(end + HEAD_END.length);
  const [, given = ''] = /^proxy-authorization: Basic (\S+)/im.exec(head) ?? [];
  if (gate.login !== undefined && Buffer.from(given, 'base64').toString() !== gate.login) {
    gate.refuse();
    client.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
    return;
  }
  const [, method = '', target = ''] = /^(\S+) (\S+)/.exec(head) ?? [];
  const { hostname, port, pathname, search } = new URL(
    method === 'CONNECT' ? `http://${target}` : target,
  );
  const server = await gate.connect(hostname, Number(port || 80));
  if (method === 'CONNECT') client.write(`HTTP/1.1 200 OK${HEAD_END}`);
  else server.write(`${head.replace(target, `${pathname}${search}`)}${HEAD_END}`);
  join(client, server, rest);
}
