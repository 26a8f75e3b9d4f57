import { InteractionResponseType as Callback, MessageFlags } from 'discord-api-types/v10';
import { announce } from './announce.ts';
import type { Interaction } from './interaction.ts';
import { check, edit, post } from './posting.ts';
import { problem } from './problems.ts';
import { refusals } from './refusal.ts';
import { type Choice, problemsOfChoices } from './rules/autocomplete.ts';
import { type MessageBody, SETTABLE } from './rules/message.ts';
import { snowflake } from './snowflake.ts';
import type { State } from './state.ts';
import type { Changeable, Message, UploadedFile } from './world.ts';

/** Callback types that each kind of interaction takes. */
const TAKES: Record<Interaction['kind'], readonly number[]> = {
  command: [
    Callback.ChannelMessageWithSource,
    Callback.DeferredChannelMessageWithSource,
    Callback.Modal,
  ],
  component: [
    Callback.ChannelMessageWithSource,
    Callback.DeferredChannelMessageWithSource,
    Callback.DeferredMessageUpdate,
    Callback.UpdateMessage,
    Callback.Modal,
  ],
  autocomplete: [Callback.ApplicationCommandAutocompleteResult],
};

/** The schema of a callback's body, by its type. */
export const CALLBACK_SCHEMAS: Readonly<Record<number, string>> = {
  [Callback.ChannelMessageWithSource]: 'CreateMessageInteractionCallbackRequest',
  [Callback.DeferredChannelMessageWithSource]: 'CreateMessageInteractionCallbackRequest',
  [Callback.DeferredMessageUpdate]: 'UpdateMessageInteractionCallbackRequest',
  [Callback.UpdateMessage]: 'UpdateMessageInteractionCallbackRequest',
  [Callback.ApplicationCommandAutocompleteResult]: 'ApplicationCommandAutocompleteCallbackRequest',
  [Callback.Modal]: 'ModalInteractionCallbackRequest',
};

export interface CallbackBody {
  readonly type: number;
  readonly data?: (MessageBody & { readonly choices?: readonly Choice[] }) | null;
}

/** Acknowledges an interaction: once, in time, and with what its kind takes. */
export function acknowledge(
  state: State,
  interaction: Interaction | undefined,
  body: CallbackBody,
  files: readonly UploadedFile[],
): Message | undefined {
  if (interaction === undefined) throw refusals.unknownInteraction();
  if (interaction.callback !== undefined) throw refusals.alreadyAcknowledged();
  if (Date.now() > interaction.deadline) throw refusals.unknownInteraction();
  const { kind } = interaction;
  if (!TAKES[kind].includes(body?.type)) check([problem.notOneOf(['type'], TAKES[kind])]);
  check(state.validate(CALLBACK_SCHEMAS[body.type] ?? '', body));
  const message = take(state, interaction, body, files);
  interaction.callback = body.type;
  return message;
}

function take(
  state: State,
  interaction: Interaction,
  { type, data }: CallbackBody,
  files: readonly UploadedFile[],
): Message | undefined {
  switch (type) {
    case Callback.ApplicationCommandAutocompleteResult:
      check(problemsOfChoices(data?.choices ?? []));
      interaction.choices = data?.choices ?? [];
      return undefined;
    case Callback.Modal:
      interaction.modal = data;
      return undefined;
    case Callback.DeferredMessageUpdate:
      interaction.original = interaction.source;
      return interaction.original;
    case Callback.UpdateMessage: {
      const source = interaction.source;
      if (source === undefined || source.deleted) throw refusals.unknownMessage();
      edit(source, data ?? {}, files, SETTABLE.edit, ['data']);
      interaction.original = source;
      announce(state, 'MESSAGE_UPDATE', source);
      return source;
    }
    case Callback.DeferredChannelMessageWithSource:
      interaction.original = thinking(state, interaction, data?.flags ?? 0);
      announce(state, 'MESSAGE_CREATE', interaction.original);
      return interaction.original;
    default:
      interaction.original = send(state, interaction, data ?? {}, files, 'response', ['data']);
      return interaction.original;
  }
}

/** Sends a message in answer to an interaction. */
export function send(
  state: State,
  interaction: Interaction,
  body: MessageBody,
  files: readonly UploadedFile[],
  via: Message['via'],
  under: readonly string[] = [],
): Changeable<Message> {
  const message = post(state.world, {
    channel: interaction.channel,
    author: state.bot,
    body,
    files,
    via,
    settable: SETTABLE.interaction,
    interaction: interaction.id,
    under,
  });
  announce(state, 'MESSAGE_CREATE', message);
  return message;
}

/** The "thinking…" that a deferral shows. */
function thinking(state: State, interaction: Interaction, flags: number): Changeable<Message> {
  const allowed = MessageFlags.Ephemeral | MessageFlags.SuppressNotifications;
  if ((flags & ~allowed) !== 0) {
    check([problem.of(['data', 'flags'], 'MESSAGE_FLAGS_INVALID', 'These flags cannot be set.')]);
  }
  const message: Changeable<Message> = {
    id: snowflake(),
    channel: interaction.channel,
    author: state.bot,
    content: '',
    embeds: [],
    components: [],
    attachments: [],
    flags: flags | MessageFlags.Loading,
    ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
    loading: true,
    at: Date.now(),
    edits: [],
    deleted: false,
    pings: [],
    via: 'response',
    interaction: interaction.id,
    files: [],
  };
  state.world.keep(message);
  return message;
}
