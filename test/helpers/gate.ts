import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** An address on loopback that leads to others, as a proxy before servers does. */
export interface Gate {
  readonly port: number;
  /** Leads new connections to these ports in turn, and cuts off those there are; to none: refuses them. */
  leadTo(...ports: readonly number[]): void;
  /** Passes nothing on any more, and ends nothing: as a line that swallows all. Until `leadTo`. */
  swallow(): void;
  close(): Promise<void>;
}

export async function openGate(...ports: readonly number[]): Promise<Gate> {
  let targets = ports;
  let turn = 0;
  let isSwallowing = false;
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    // a target that refuses is passed over, as by whoever looks after the health of servers
    const lead = (tries: number): void => {
      const port = targets[turn++ % Math.max(1, targets.length)];
      if (port === undefined || tries === 0) return void socket.destroy();
      const other = connect({ port, host: '127.0.0.1' });
      other.once('error', () => lead(tries - 1));
      other.once('connect', () => {
        other.removeAllListeners('error');
        for (const each of [socket, other]) open.add(each);
        pass(socket, other, open);
        pass(other, socket, open);
        socket.pipe(other);
        other.pipe(socket);
      });
    };
    socket.on('error', () => {});
    open.add(socket);
    if (!isSwallowing) lead(targets.length);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    swallow() {
      isSwallowing = true;
      for (const socket of open) socket.unpipe().pause();
    },
    leadTo(...others) {
      targets = others;
      isSwallowing = false;
      cut();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}

/** Ends one side with the other. */
function pass(socket: Socket, other: Socket, open: Set<Socket>): void {
  socket.on('error', () => {});
  socket.on('close', () => {
    open.delete(socket);
    other.destroy();
  });
}
