import {
  type InteractionResponseType as Callback,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { acknowledge, type CallbackBody, send } from '../../acknowledge.ts';
import { announce, announceDeletion } from '../../announce.ts';
import type { Interaction } from '../../interaction.ts';
import { messagePayload } from '../../payloads.ts';
import { edit } from '../../posting.ts';
import { refusals } from '../../refusal.ts';
import { LIMITS } from '../../rules/limits.ts';
import { type MessageBody, SETTABLE } from '../../rules/message.ts';
import type { Changeable, Message } from '../../world.ts';
import { noContent, ok, type Request, type Route } from '../route.ts';

const WEBHOOK = '/webhooks/{webhook_id}/{webhook_token}';

/** Answers to interactions: the callback, and after it the webhook that the token opens. */
export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/interactions/{interaction_id}/{interaction_token}/callback',
    isOpen: true,
    handle({ params, query, state, files, ...request }) {
      const found = state.interactions.get(params['interaction_token']!);
      const interaction = found?.id === params['interaction_id'] ? found : undefined;
      const body = request.body as CallbackBody;
      const message = acknowledge(state, interaction, body, files);
      if (query.get('with_response') !== 'true') return noContent;
      return ok({
        interaction: summary(interaction!, message),
        resource: {
          type: body.type as Callback,
          ...(message !== undefined && { message: messagePayload(message, state.world) }),
        },
      });
    },
  },
  {
    method: 'POST',
    path: WEBHOOK,
    schema: 'IncomingWebhookRequestPartial',
    isOpen: true,
    handle(request) {
      const { state, files } = request;
      const interaction = interactionOf(request);
      const body = request.body as MessageBody;
      const { original } = interaction;
      // the first follow-up after a deferral takes the place of "thinking…"
      if (original?.loading) {
        edit(original, { ...body, flags: null }, files, SETTABLE.edit);
        announce(state, 'MESSAGE_UPDATE', original);
        return ok(messagePayload(original, state.world));
      }
      if (!interaction.byGuild && interaction.followUps.length >= LIMITS.followUps) {
        throw refusals.tooManyFollowUps();
      }
      const message = send(state, interaction, body, files, 'follow-up');
      interaction.followUps.push(message);
      return ok(messagePayload(message, state.world));
    },
  },
  ...['@original', '{message_id}'].flatMap((id): readonly Route[] => [
    {
      method: 'GET',
      path: `${WEBHOOK}/messages/${id}`,
      isOpen: true,
      handle: (request) => ok(messagePayload(messageOf(request), request.state.world)),
    },
    {
      method: 'PATCH',
      path: `${WEBHOOK}/messages/${id}`,
      schema: 'IncomingWebhookUpdateRequestPartial',
      isOpen: true,
      handle(request) {
        const message = messageOf(request);
        edit(message, request.body as MessageBody, request.files, SETTABLE.edit);
        announce(request.state, 'MESSAGE_UPDATE', message);
        return ok(messagePayload(message, request.state.world));
      },
    },
    {
      method: 'DELETE',
      path: `${WEBHOOK}/messages/${id}`,
      isOpen: true,
      handle(request) {
        const message = messageOf(request);
        message.deleted = true;
        announceDeletion(request.state, message);
        return noContent;
      },
    },
  ]),
];

/** The interaction a token stands for, acknowledged and not over 15 minutes old. */
function interactionOf({ params, state }: Request): Interaction {
  if (params['webhook_id'] !== state.bot.id) throw refusals.unknownWebhook();
  const interaction = state.interactions.get(params['webhook_token']!);
  if (interaction === undefined || interaction.isTokenExpired) {
    throw refusals.invalidWebhookToken();
  }
  if (interaction.callback === undefined || interaction.kind === 'autocomplete') {
    throw refusals.unknownWebhook();
  }
  return interaction;
}

function messageOf(request: Request): Changeable<Message> {
  const interaction = interactionOf(request);
  const id = request.params['message_id'];
  const message = id === undefined ? interaction.original : request.state.world.messages.get(id);
  const isOwn = id === undefined || message?.interaction === interaction.id;
  if (message === undefined || message.deleted || !isOwn) throw refusals.unknownMessage();
  return message;
}

const TYPES = {
  command: InteractionType.ApplicationCommand,
  component: InteractionType.MessageComponent,
  autocomplete: InteractionType.ApplicationCommandAutocomplete,
} as const;

const summary = ({ id, kind }: Interaction, message: Message | undefined) => ({
  id,
  type: TYPES[kind],
  ...(message !== undefined && {
    response_message_id: message.id,
    response_message_loading: message.loading,
    response_message_ephemeral: (message.flags & MessageFlags.Ephemeral) !== 0,
  }),
});
