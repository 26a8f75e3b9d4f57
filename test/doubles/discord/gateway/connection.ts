import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import type { Dispatch, Session } from './session.ts';

interface Incoming {
  readonly op: number;
  readonly d: unknown;
}

export interface Identify {
  readonly token: string;
  readonly intents: number;
  readonly shard?: readonly [number, number];
  readonly presence?: unknown;
}

export interface Resume {
  readonly token: string;
  readonly session_id: string;
  readonly seq: number;
}

/** The gateway as a connection knows it: told of what the client sends. */
export interface ConnectionOwner {
  /** Milliseconds between heartbeats, told in HELLO. */
  readonly heartbeatInterval: number;
  heartbeat(connection: Connection, sequence: number | null): void;
  identify(connection: Connection, identify: Identify): void;
  resume(connection: Connection, resume: Resume): void;
  presence(presence: unknown): void;
}

/** One socket, from HELLO to its close. */
export class Connection {
  readonly #socket: WebSocket;
  readonly #gateway: ConnectionOwner;
  readonly #deliver = (dispatch: Dispatch) => this.send(dispatch);
  session: Session | undefined;

  constructor(socket: WebSocket, gateway: ConnectionOwner) {
    this.#socket = socket;
    this.#gateway = gateway;
    socket.on('message', (data) => this.#receive(data));
    // a reset socket is what a test asked for
    socket.on('error', () => {});
    this.send({ op: Op.Hello, d: { heartbeat_interval: gateway.heartbeatInterval, _trace: [] } });
  }

  send(payload: unknown): void {
    this.sendRaw(JSON.stringify(payload));
  }

  sendRaw(text: string): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(text);
  }

  /** Ends the session's use of this socket: what comes later waits for a RESUME. */
  detach(): void {
    // it may be on another socket by now
    if (this.session?.deliver === this.#deliver) this.session.deliver = undefined;
    this.session = undefined;
  }

  close(code: number, reason = ''): void {
    this.detach();
    this.#socket.close(code, reason);
  }

  /** As a broken line: without a closing handshake. */
  destroy(): void {
    this.detach();
    this.#socket.terminate();
  }

  attach(session: Session): void {
    this.session = session;
    session.deliver = this.#deliver;
  }

  #receive(data: RawData): void {
    let incoming: Incoming;
    try {
      incoming = JSON.parse(String(data));
    } catch {
      this.close(Close.DecodeError, 'Error while decoding payload.');
      return;
    }
    const gateway = this.#gateway;
    switch (incoming.op) {
      case Op.Heartbeat:
        gateway.heartbeat(this, incoming.d as number | null);
        return;
      case Op.Identify:
        if (this.session !== undefined) this.close(Close.AlreadyAuthenticated);
        else gateway.identify(this, incoming.d as Identify);
        return;
      case Op.Resume:
        if (this.session !== undefined) this.close(Close.AlreadyAuthenticated);
        else gateway.resume(this, incoming.d as Resume);
        return;
      case Op.PresenceUpdate:
      case Op.VoiceStateUpdate:
      case Op.RequestGuildMembers:
        if (this.session === undefined) this.close(Close.NotAuthenticated, 'Not authenticated.');
        else if (incoming.op === Op.PresenceUpdate) gateway.presence(incoming.d);
        return;
      default:
        this.close(Close.UnknownOpcode, 'Unknown opcode.');
    }
  }
}
