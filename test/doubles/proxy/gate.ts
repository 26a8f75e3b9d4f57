import type { Socket } from 'node:net';

/** What both protocols do with a client that has said where it wants to go. */
export interface Gate {
  readonly login: string | undefined;
  refuse(): void;
  /** Any name leads to loopback: names are the proxy's to resolve. */
  connect(host: string, port: number): Promise<Socket>;
}

/** Carries bytes both ways until one side ends; `rest` is what the client has sent already. */
export function join(client: Socket, server: Socket, rest: Buffer): void {
  if (rest.length > 0) server.write(rest);
  client.pipe(server).pipe(client);
  client.on('close', () => server.destroy());
  server.on('close', () => client.destroy());
}
