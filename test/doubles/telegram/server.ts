import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

const HOST = '127.0.0.1';

/** An HTTP server on loopback that can fall silent and come back on the same port. */
export class Listener {
  readonly #handle: (request: IncomingMessage, response: ServerResponse) => void;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;

  constructor(handle: (request: IncomingMessage, response: ServerResponse) => void) {
    this.#handle = handle;
  }

  get root(): string {
    return `http://${HOST}:${this.#port}`;
  }

  /** Listens, on the port of before if there was one. */
  async open(): Promise<void> {
    if (this.#server) return;
    const server = createServer(this.#handle);
    // an idle connection that the server closes just as the client uses it again would be a reset nobody asked for
    server.keepAliveTimeout = 0;
    server.requestTimeout = 0;
    server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, HOST, resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Stops listening and cuts every connection: from now on it is refused. */
  async close(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
