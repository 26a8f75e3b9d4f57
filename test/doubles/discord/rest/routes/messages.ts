import { announce, announceDeletion, withhold } from '../../announce.ts';
import { channelPayload, messagePayload } from '../../payloads.ts';
import { edit, post } from '../../posting.ts';
import { refusals } from '../../refusal.ts';
import { type MessageBody, SETTABLE } from '../../rules/message.ts';
import type { State } from '../../state.ts';
import type { Changeable, Channel, Message } from '../../world.ts';
import { noContent, ok, type Request, type Route } from '../route.ts';

/** Above every id. */
const MAX_ID = 1n << 64n;
/** Milliseconds for which a nonce is remembered. */
const NONCE_LIFETIME = 5 * 60 * 1000;

/** Channels, and the messages in them. */
export const messageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/channels/{channel_id}',
    handle: (request) => ok(channelPayload(channelOf(request))),
  },
  {
    method: 'POST',
    path: '/channels/{channel_id}/typing',
    handle(request) {
      writable(request);
      return noContent;
    },
  },
  {
    method: 'POST',
    path: '/channels/{channel_id}/messages',
    schema: 'MessageCreateRequest',
    handle(request) {
      const { state, files } = request;
      const body = request.body as MessageBody;
      const channel = writable(request);
      const sent = body.enforce_nonce ? sentWith(state, channel, body.nonce) : undefined;
      if (sent !== undefined) return ok(messagePayload(sent, state.world));
      const message = post(state.world, {
        channel,
        author: state.bot,
        body,
        files,
        via: 'channel',
        settable: SETTABLE.channel,
      });
      announce(state, 'MESSAGE_CREATE', message);
      return ok(messagePayload(message, state.world));
    },
  },
  {
    method: 'GET',
    path: '/channels/{channel_id}/messages',
    handle(request) {
      const { query, state } = request;
      const channel = channelOf(request);
      const before = BigInt(query.get('before') ?? MAX_ID);
      const messages = state.world
        .messagesIn(channel)
        .filter(({ id, deleted, ephemeral }) => !deleted && !ephemeral && BigInt(id) < before);
      const latest = messages.reverse().slice(0, Number(query.get('limit') ?? 50));
      return ok(latest.map((message) => readable(state, message)));
    },
  },
  {
    method: 'GET',
    path: '/channels/{channel_id}/messages/{message_id}',
    handle: (request) => ok(readable(request.state, messageOf(request))),
  },
  {
    method: 'PATCH',
    path: '/channels/{channel_id}/messages/{message_id}',
    schema: 'MessageEditRequestPartial',
    handle(request) {
      const { state, files } = request;
      const message = messageOf(request);
      if (message.author !== state.bot) throw refusals.notTheAuthor();
      edit(message, request.body as MessageBody, files, SETTABLE.edit);
      announce(state, 'MESSAGE_UPDATE', message);
      return ok(messagePayload(message, state.world));
    },
  },
  {
    method: 'DELETE',
    path: '/channels/{channel_id}/messages/{message_id}',
    handle(request) {
      const message = messageOf(request);
      if (message.author !== request.state.bot) throw refusals.missingPermissions();
      message.deleted = true;
      announceDeletion(request.state, message);
      return noContent;
    },
  },
];

/** A message as an app may read it, with the content intent or without. */
function readable(state: State, message: Message): object {
  const payload = messagePayload(message, state.world);
  return state.readsContent ? payload : withhold(state, message, payload);
}

function channelOf({ params, state }: Request): Channel {
  const channel = state.world.channels.get(params['channel_id']!);
  if (channel === undefined || channel.deleted) throw refusals.unknownChannel();
  if (!channel.botSees) throw refusals.missingAccess();
  return channel;
}

function writable(request: Request): Channel {
  const channel = channelOf(request);
  if (!channel.botWrites) throw refusals.missingPermissions();
  if (channel.guild === undefined && channel.people?.some(({ takesDirect }) => !takesDirect)) {
    throw refusals.cannotMessageUser();
  }
  return channel;
}

function messageOf(request: Request): Changeable<Message> {
  const channel = channelOf(request);
  const message = request.state.world.messages.get(request.params['message_id']!);
  if (
    message === undefined ||
    message.channel !== channel ||
    message.deleted ||
    message.ephemeral
  ) {
    throw refusals.unknownMessage();
  }
  return message;
}

/** The bot's message that went out with this nonce a short while ago. */
function sentWith({ world, bot }: State, channel: Channel, nonce: MessageBody['nonce']) {
  if (nonce === undefined || nonce === null) return undefined;
  return world
    .messagesIn(channel)
    .find(
      (message) =>
        message.author === bot &&
        message.nonce === String(nonce) &&
        Date.now() - message.at < NONCE_LIFETIME,
    );
}
