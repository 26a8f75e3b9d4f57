import type { APIEmbed } from 'discord-api-types/v10';
import { announce } from '../announce.ts';
import { pingsOf } from '../pings.ts';
import { snowflake } from '../snowflake.ts';
import type { State } from '../state.ts';
import type { Attachment, Channel, Message, User } from '../world.ts';
import { Said } from './said.ts';

/** What people may write: twice as much as a bot, with Nitro. */
const PERSON_LIMIT = 4000;

export interface SayOptions {
  readonly replyTo?: Message;
  /** Of a reply: whether its author is pinged, as people's replies do unless told otherwise. */
  readonly ping?: boolean;
  /** Names of files attached, or files that can be fetched. */
  readonly files?: readonly (string | AttachedFile)[];
  readonly embeds?: readonly APIEmbed[];
}

/** A file with what is in it. */
export interface AttachedFile {
  readonly filename: string;
  readonly bytes: Uint8Array;
  /** Bytes that it is said to have; those that it has where left out. */
  readonly size?: number;
}

/** Keeps a file where the bot may fetch it. */
export function attach(state: State, file: string | AttachedFile): Attachment {
  const id = snowflake();
  const contentType = 'application/octet-stream';
  if (typeof file === 'string' || file.bytes === undefined) {
    return {
      id,
      filename: typeof file === 'string' ? file : file.filename,
      size: 1024,
      contentType,
    };
  }
  const { filename, bytes, size = bytes.length } = file;
  const path = `/attachments/${id}/${filename}`;
  state.files.set(path, bytes);
  return { id, filename, size, contentType, url: `${state.filesAt()}${encodeURI(path)}` };
}

/** Puts a message of somebody's into a channel and tells the bot as much of it as it may know. */
export function say(
  state: State,
  author: User,
  channel: Channel,
  content: string,
  { replyTo, ping = true, files = [], embeds = [] }: SayOptions,
): Said {
  if (content.length > PERSON_LIMIT) throw new Error(`Nobody can write over ${PERSON_LIMIT}`);
  const attachments = files.map((file) => attach(state, file));
  const showing = { content, embeds, components: [], attachments };
  const message: Message = {
    ...showing,
    id: snowflake(),
    channel,
    author,
    flags: 0,
    ephemeral: false,
    loading: false,
    ...(replyTo !== undefined && {
      reference: { message_id: replyTo.id, channel_id: channel.id },
    }),
    at: Date.now(),
    edits: [],
    deleted: false,
    pings: pingsOf(showing, undefined, ping ? replyTo : undefined),
    via: 'person',
    files: [],
  };
  state.world.keep(message);
  announce(state, 'MESSAGE_CREATE', message);
  return new Said(message, state);
}
