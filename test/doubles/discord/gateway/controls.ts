import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import { asItShould, type Behaviour } from './behaviour.ts';
import type { Identify, Resume } from './connection.ts';
import type { Gateway } from './gateway.ts';

/** A test's hands on the gateway: what was said to it, and what it does to whoever is connected. */
export interface GatewayControls {
  /** Of `ws://127.0.0.1:PORT`, as the bot is told it. */
  readonly url: string;
  readonly identifies: readonly Identify[];
  readonly resumes: readonly Resume[];
  /** The sequence number each heartbeat told, in order. */
  readonly heartbeats: readonly (number | null)[];
  readonly presences: readonly unknown[];
  /** Sockets that are open now. */
  readonly connections: number;
  /** Sockets that logged in or resumed, and are open now. */
  readonly sessions: number;
  /** Sends op 7 to every connection. */
  reconnect(): void;
  /** Sends op 9 to every connection; their sessions are gone unless `resumable`. */
  invalidate(options?: { readonly resumable?: boolean }): void;
  /** Closes every socket with a code, as 1001 or 4000. */
  closeWith(code: number, reason?: string): void;
  /** Breaks every socket without a closing handshake, as a broken line. */
  drop(): void;
  /** Forgets every session, so that a RESUME is answered with op 9. */
  forgetSessions(): void;
  /** Changes how the gateway behaves from now on, for `milliseconds` or until changed again. */
  behave(change: Partial<Behaviour>, milliseconds?: number): void;
  /** Sends an event of any type to every shard, outside of what the double knows. */
  dispatch(type: string, data: unknown): void;
  /** Sends a frame as it is, which may be no JSON at all. */
  sendRaw(text: string): void;
}

export function controlsOf(gateway: Gateway, url: string): GatewayControls {
  const all = () => [...gateway.connections];
  return {
    url,
    identifies: gateway.identifies,
    resumes: gateway.resumes,
    heartbeats: gateway.heartbeats,
    presences: gateway.presences,
    get connections() {
      return gateway.connections.size;
    },
    get sessions() {
      return all().filter(({ session }) => session !== undefined).length;
    },
    reconnect() {
      for (const connection of all()) connection.send({ op: Op.Reconnect, d: null });
    },
    invalidate({ resumable = false } = {}) {
      for (const connection of all()) {
        if (!resumable) gateway.forget(connection.session);
        connection.detach();
        connection.send({ op: Op.InvalidSession, d: resumable });
      }
    },
    closeWith(code, reason) {
      for (const connection of all()) connection.close(code, reason);
    },
    drop() {
      for (const connection of all()) connection.destroy();
    },
    forgetSessions: () => gateway.forgetAll(),
    behave(change, milliseconds) {
      const keys = Object.keys(change) as (keyof Behaviour)[];
      gateway.behaviour = { ...gateway.behaviour, ...change };
      if (milliseconds === undefined) return;
      setTimeout(() => {
        const normal = asItShould();
        const restored = Object.fromEntries(keys.map((key) => [key, normal[key]]));
        gateway.behaviour = { ...gateway.behaviour, ...restored };
      }, milliseconds).unref();
    },
    dispatch: (type, data) => gateway.dispatchToAll(type, data),
    sendRaw(text) {
      for (const connection of all()) connection.sendRaw(text);
    },
  };
}
