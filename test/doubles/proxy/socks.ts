import { once } from 'node:events';
import type { Socket } from 'node:net';
import { type Gate, join } from './gate.ts';

/** Ways of logging in: RFC 1928, section 3. */
const NO_LOGIN = 0;
const PASSWORD = 2;
/** Kinds of address: RFC 1928, section 5. */
const IPV4 = 1;
const NAME = 3;

/** SOCKS5 as far as clients use it: CONNECT to a name or an IPv4 address, with or without a login. */
export async function serveSocks(client: Socket, first: Buffer, gate: Gate): Promise<void> {
  let received = first;
  const take = async (count: number) => {
    while (received.length < count) {
      client.resume();
      const [more] = (await once(client, 'data')) as [Buffer];
      client.pause();
      received = Buffer.concat([received, more]);
    }
    const taken = received.subarray(0, count);
    received = received.subarray(count);
    return taken;
  };
  const byte = async () => (await take(1))[0] ?? 0;
  const text = async () => (await take(await byte())).toString();

  await byte();
  const offered = await take(await byte());
  const wanted = gate.login === undefined ? NO_LOGIN : PASSWORD;
  if (!offered.includes(wanted)) {
    gate.refuse();
    client.end(Buffer.from([5, 255]));
    return;
  }
  client.write(Buffer.from([5, wanted]));
  if (gate.login !== undefined) {
    await byte();
    const right = `${await text()}:${await text()}` === gate.login;
    if (!right) gate.refuse();
    client.write(Buffer.from([1, right ? 0 : 1]));
    if (!right) return;
  }
  await take(3);
  const kind = await byte();
  const host = kind === NAME ? await text() : [...(await take(4))].join('.');
  if (kind !== NAME && kind !== IPV4) throw new Error(`address of kind ${kind}`);
  const port = (await take(2)).readUInt16BE();
  const server = await gate.connect(host, port);
  client.write(Buffer.from([5, 0, 0, IPV4, 0, 0, 0, 0, 0, 0]));
  join(client, server, received);
}
