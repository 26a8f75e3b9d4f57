import { GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { shardOf, snowflake } from '../snowflake.ts';
import type { GatewayEvent } from '../state.ts';

export interface Dispatch {
  readonly op: GatewayOpcodes.Dispatch;
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

/** One login of one shard: what was sent to it, so that a RESUME can have the rest. */
export class Session {
  readonly id = `session-${snowflake()}`;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  /** Every dispatch since the login, whether it arrived or not. */
  readonly #sent: Dispatch[] = [];
  /** Where dispatches go; undefined while the shard is not connected. */
  deliver: ((dispatch: Dispatch) => void) | undefined;

  constructor(intents: number, shard: readonly [number, number]) {
    this.intents = intents;
    this.shard = shard;
  }

  get sequence(): number {
    return this.#sent.length;
  }

  send(type: string, data: unknown): void {
    const dispatch: Dispatch = {
      op: GatewayOpcodes.Dispatch,
      t: type,
      s: this.#sent.length + 1,
      // as it is now: what it tells of may change before it is sent again
      d: structuredClone(data),
    };
    this.#sent.push(dispatch);
    this.deliver?.(dispatch);
  }

  /** What came after a sequence number. */
  after(sequence: number): readonly Dispatch[] {
    return this.#sent.slice(sequence);
  }

  /** Whether this shard with these intents gets an event. */
  takes({ guild, intent }: GatewayEvent): boolean {
    const [id, count] = this.shard;
    return (
      (guild === undefined ? id === 0 : shardOf(guild, count) === id) &&
      (intent === undefined || (this.intents & intent) !== 0)
    );
  }

  get mayReadContent(): boolean {
    return (this.intents & GatewayIntentBits.MessageContent) !== 0;
  }
}
