import { randomBytes } from 'node:crypto';
import type { Choice } from './rules/autocomplete.ts';
import { snowflake } from './snowflake.ts';
import type { Changeable, Channel, Message, User } from './world.ts';

export type InteractionStart = Pick<Interaction, 'kind' | 'user' | 'channel' | 'byGuild'> & {
  readonly source?: Changeable<Message>;
};

/** Somebody's use of the app, from the moment Discord tells the bot of it. */
export class Interaction {
  readonly id = snowflake();
  /** Stands for the app in every call about this interaction: no other credential is asked. */
  readonly token = randomBytes(48).toString('base64url');
  readonly kind: 'command' | 'component' | 'autocomplete';
  readonly user: User;
  readonly channel: Channel;
  /** Of a component: the message it is on. */
  readonly source: Changeable<Message> | undefined;
  /** Whether the app is there by the server's choice, not only by the person's own. */
  readonly byGuild: boolean;
  /** When the bot must have acknowledged it, in milliseconds since 1970. */
  deadline: number;
  /** Whether the 15 minutes that the token is good for are over. */
  isTokenExpired = false;
  /** The callback it was acknowledged with. */
  callback: number | undefined;
  /** What `@original` stands for. */
  original: Changeable<Message> | undefined;
  readonly followUps: Message[] = [];
  choices: readonly Choice[] | undefined;
  modal: unknown;

  constructor(
    { kind, user, channel, byGuild, source }: InteractionStart,
    /** Milliseconds the bot has to acknowledge it. */
    within: number,
  ) {
    this.kind = kind;
    this.user = user;
    this.channel = channel;
    this.byGuild = byGuild;
    this.source = source;
    this.deadline = Date.now() + within;
  }
}
