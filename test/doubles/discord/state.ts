import type { Signal } from '../signal.ts';
import type { CommandRegistry } from './command-registry.ts';
import type { Interaction } from './interaction.ts';
import type { Validate } from './validate.ts';
import type { User, World } from './world.ts';

/** An event of the gateway on its way to the bot. */
export interface GatewayEvent {
  readonly type: string;
  readonly data: unknown;
  /** Of a guild's event: which guild, so that the right shard gets it. */
  readonly guild?: string;
  /** The intent without which the event is not sent; none needed where it is left out. */
  readonly intent?: number;
  /** The data for a bot without the content intent; `data` where left out. */
  readonly withheld?: unknown;
}

/** What every part of the double works on. */
export interface State {
  readonly token: string;
  readonly bot: User;
  readonly world: World;
  readonly commands: CommandRegistry;
  readonly interactions: Map<string, Interaction>;
  /** Whether the app may read every message over REST: the intent is switched on in the portal. */
  readonly readsContent: boolean;
  readonly validate: Validate;
  readonly signal: Signal;
  /** Files that people have attached, by the path of their address. */
  readonly files: Map<string, Uint8Array>;
  /** Where those are fetched. */
  filesAt(): string;
  dispatch(event: GatewayEvent): void;
}
