import type { UserFromGetMe } from 'grammy/types';
import type { Signal } from '../signal.ts';
import type { UploadedFile } from './body.ts';
import type { Chats } from './chats.ts';
import type { Profile } from './profile.ts';
import type { Queries } from './queries.ts';
import type { Call, SentMessage } from './records.ts';
import type { Updates } from './updates.ts';
import type { Webhook } from './webhook.ts';

/** All that the double knows; methods read and change it. */
export interface World {
  readonly bot: UserFromGetMe;
  readonly chats: Chats;
  readonly updates: Updates;
  readonly webhook: Webhook;
  readonly queries: Queries;
  readonly profile: Profile;
  /** The bot's messages that were accepted. */
  readonly sent: SentMessage[];
  readonly calls: Call[];
  /** What is in the files that people have sent, by their ids. */
  readonly files: Map<string, Uint8Array>;
  /** Told of every change that a test may wait for. */
  readonly signal: Signal;
}

/** A call under way, beside its payload. */
export interface CallContext {
  readonly call: Call;
  readonly files: readonly UploadedFile[];
  /** Aborted when the caller leaves. */
  readonly gone: AbortSignal;
}
