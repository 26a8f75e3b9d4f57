import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import {
  GatewayCloseCodes as Close,
  GatewayIntentBits as Intents,
  GatewayOpcodes as Op,
} from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import type { GatewayEvent } from '../state.ts';
import { asItShould, type Behaviour } from './behaviour.ts';
import { Connection, type ConnectionOwner, type Identify, type Resume } from './connection.ts';
import { Session } from './session.ts';

/** What a gateway has to know of the rest. */
export interface GatewayOptions {
  readonly token: string;
  readonly heartbeatInterval: number;
  /** Privileged intents that the app may have; others close the connection with 4014. */
  readonly privilegedIntents: number;
  /** Fewer shards than this close the connection with 4011. */
  readonly leastShards: number;
  /** What READY holds besides the session, and the events that follow it. */
  welcome(session: Session): { readonly ready: object; readonly joined: readonly GatewayEvent[] };
  changed(): void;
}

const PRIVILEGED = Intents.GuildMembers | Intents.GuildPresences | Intents.MessageContent;
const KNOWN = Object.values(Intents).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);

/** The gateway: who is connected, what they said, and how it behaves. */
export class Gateway implements ConnectionOwner {
  readonly heartbeatInterval: number;
  readonly #options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sessions = new Map<string, Session>();
  readonly connections = new Set<Connection>();
  readonly identifies: Identify[] = [];
  readonly resumes: Resume[] = [];
  /** The sequence number that each heartbeat told. */
  readonly heartbeats: (number | null)[] = [];
  readonly presences: unknown[] = [];
  behaviour: Behaviour = asItShould();

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.heartbeatInterval = options.heartbeatInterval;
    this.#server.on('connection', (socket: WebSocket) => {
      const connection = new Connection(socket, this);
      this.connections.add(connection);
      socket.on('close', (code) => {
        // a client that closes with 1000 or 1001 gives its session up
        if (code === 1000 || code === 1001) this.forget(connection.session);
        connection.detach();
        this.connections.delete(connection);
        options.changed();
      });
      options.changed();
    });
  }

  /** Whether every shard that somebody asked for is logged in and connected. */
  get isComplete(): boolean {
    const connected = [...this.connections].flatMap(({ session }) => session ?? []);
    const [first] = connected;
    return first !== undefined && connected.length >= first.shard[1];
  }

  /** Takes a connection over from HTTP. */
  upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const { onConnect } = this.behaviour;
    if (onConnect === 'reset') socket.resetAndDestroy();
    else if (onConnect === 'unavailable') {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
    } else {
      this.#server.handleUpgrade(request, socket, head, (webSocket) =>
        this.#server.emit('connection', webSocket, request),
      );
    }
  }

  dispatch(event: GatewayEvent): void {
    for (const session of this.#sessions.values()) {
      if (!session.takes(event)) continue;
      const isWithheld = event.withheld !== undefined && !session.mayReadContent;
      session.send(event.type, isWithheld ? event.withheld : event.data);
    }
  }

  /** Sends an event to every shard, whatever it takes. */
  dispatchToAll(type: string, data: unknown): void {
    for (const session of this.#sessions.values()) session.send(type, data);
  }

  forgetAll(): void {
    this.#sessions.clear();
  }

  forget(session: Session | undefined): void {
    if (session !== undefined) this.#sessions.delete(session.id);
  }

  heartbeat(connection: Connection, sequence: number | null): void {
    this.heartbeats.push(sequence);
    if (this.behaviour.answersHeartbeats) connection.send({ op: Op.HeartbeatAck, d: null });
    this.#options.changed();
  }

  presence(presence: unknown): void {
    this.presences.push(presence);
    this.#options.changed();
  }

  identify(connection: Connection, identify: Identify): void {
    this.identifies.push(identify);
    if (identify.presence !== undefined) this.presences.push(identify.presence);
    const refused = this.behaviour.closesOnIdentify ?? this.#refusalOf(identify);
    if (refused !== undefined) connection.close(refused, Close[refused]);
    else if (this.behaviour.answersIdentify) this.#welcome(connection, identify);
    this.#options.changed();
  }

  #refusalOf({ token, intents, shard: [id, count] = [0, 1] }: Identify): number | undefined {
    if (token !== this.#options.token) return Close.AuthenticationFailed;
    if (!Number.isInteger(intents) || (intents & ~KNOWN) !== 0) return Close.InvalidIntents;
    const disallowed = PRIVILEGED & ~this.#options.privilegedIntents;
    if ((intents & disallowed) !== 0) return Close.DisallowedIntents;
    if (id < 0 || id >= count) return Close.InvalidShard;
    return count < this.#options.leastShards ? Close.ShardingRequired : undefined;
  }

  #welcome(connection: Connection, { intents, shard = [0, 1] }: Identify): void {
    for (const old of this.#sessions.values()) {
      if (old.deliver === undefined && old.shard.join() === shard.join()) this.forget(old);
    }
    const session = new Session(intents, shard);
    this.#sessions.set(session.id, session);
    connection.attach(session);
    const { ready, joined } = this.#options.welcome(session);
    session.send('READY', { ...ready, session_id: session.id, shard });
    for (const event of joined) {
      if (session.takes(event)) session.send(event.type, event.data);
    }
  }

  resume(connection: Connection, resume: Resume): void {
    this.resumes.push(resume);
    const session = this.#sessions.get(resume.session_id);
    if (resume.token !== this.#options.token) connection.close(Close.AuthenticationFailed);
    else if (this.behaviour.onResume === 'invalid session' || session === undefined) {
      this.forget(session);
      connection.send({ op: Op.InvalidSession, d: false });
    } else if (resume.seq > session.sequence) connection.close(Close.InvalidSeq, 'Invalid seq.');
    else if (this.behaviour.onResume === 'replay') {
      for (const dispatch of session.after(resume.seq)) connection.send(dispatch);
      connection.attach(session);
      session.send('RESUMED', { _trace: [] });
    }
    this.#options.changed();
  }

  close(): void {
    for (const connection of this.connections) connection.destroy();
    this.#server.close();
  }
}
