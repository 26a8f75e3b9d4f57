import { RESTJSONErrorCodes as Codes } from 'discord-api-types/v10';
import { errorTree, type Problem } from './problems.ts';

/** A call that Discord would turn down; `body` is what it would answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly body: { readonly message: string; readonly code: number; readonly errors?: unknown };

  constructor(status: number, code: number, message: string, errors?: unknown) {
    super(message);
    this.status = status;
    this.body = { message, code, ...(errors !== undefined && { errors }) };
  }
}

export const refusals = {
  unauthorized: () => new Refusal(401, 0, '401: Unauthorized'),
  notFound: () => new Refusal(404, 0, '404: Not Found'),
  wrongMethod: () => new Refusal(405, 0, '405: Method Not Allowed'),
  notJson: () => new Refusal(400, 50109, 'The request body contains invalid JSON.'),
  unknownChannel: () => new Refusal(404, Codes.UnknownChannel, 'Unknown Channel'),
  unknownGuild: () => new Refusal(404, Codes.UnknownGuild, 'Unknown Guild'),
  unknownUser: () => new Refusal(404, Codes.UnknownUser, 'Unknown User'),
  unknownMessage: () => new Refusal(404, Codes.UnknownMessage, 'Unknown Message'),
  unknownWebhook: () => new Refusal(404, Codes.UnknownWebhook, 'Unknown Webhook'),
  unknownCommand: () =>
    new Refusal(404, Codes.UnknownApplicationCommand, 'Unknown application command'),
  unknownInteraction: () => new Refusal(404, Codes.UnknownInteraction, 'Unknown interaction'),
  alreadyAcknowledged: () =>
    new Refusal(
      400,
      Codes.InteractionHasAlreadyBeenAcknowledged,
      'Interaction has already been acknowledged.',
    ),
  invalidWebhookToken: () => new Refusal(401, Codes.InvalidWebhookToken, 'Invalid Webhook Token'),
  tooManyFollowUps: () =>
    new Refusal(
      400,
      Codes.ThisInteractionHasHitTheMaximumNumberOfFollowUpMessages,
      'This interaction has hit the maximum number of follow-up messages',
    ),
  missingAccess: () => new Refusal(403, Codes.MissingAccess, 'Missing Access'),
  missingPermissions: () => new Refusal(403, Codes.MissingPermissions, 'Missing Permissions'),
  notTheAuthor: () =>
    new Refusal(
      403,
      Codes.CannotEditMessageAuthoredByAnotherUser,
      'Cannot edit a message authored by another user',
    ),
  cannotMessageUser: () =>
    new Refusal(403, Codes.CannotSendMessagesToThisUser, 'Cannot send messages to this user'),
  tooManyFiles: (most: number) =>
    new Refusal(
      400,
      Codes.MaximumNumberOfAttachmentsInAMessageReached,
      `Maximum number of attachments in a message reached (${most})`,
    ),
  tooManyCommands: (most: number) =>
    new Refusal(
      400,
      Codes.MaximumNumberOfApplicationCommandsReached,
      `Maximum number of application commands reached (${most})`,
    ),
  emptyMessage: () =>
    new Refusal(400, Codes.CannotSendAnEmptyMessage, 'Cannot send an empty message'),
  invalidRecipients: () => new Refusal(400, 50033, 'Invalid Recipient(s)'),
  invalidForm: (problems: readonly Problem[]) =>
    new Refusal(400, Codes.InvalidFormBodyOrContentType, 'Invalid Form Body', errorTree(problems)),
};
