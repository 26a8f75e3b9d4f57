import {
  type APIAllowedMentions,
  type APIEmbed,
  type APIMessageTopLevelComponent,
  MessageFlags,
} from 'discord-api-types/v10';
import { type Problem, problem } from '../problems.ts';
import { isBlank, lengthOf } from '../text.ts';
import { problemsOfComponents } from './components.ts';
import { problemsOfEmbeds } from './embeds.ts';
import { LIMITS } from './limits.ts';

/** The body of every call that makes or changes a message, as far as the rules look at it. */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: readonly APIEmbed[] | null;
  readonly components?: readonly APIMessageTopLevelComponent[] | null;
  readonly flags?: number | null;
  readonly allowed_mentions?: APIAllowedMentions | null;
  readonly attachments?:
    | readonly {
        readonly id: string;
        readonly filename?: string | null;
        readonly description?: string | null;
      }[]
    | null;
  readonly message_reference?: {
    readonly message_id: string;
    readonly channel_id?: string | null;
    readonly fail_if_not_exists?: boolean | null;
  } | null;
  readonly nonce?: string | number | null;
  readonly enforce_nonce?: boolean | null;
  readonly poll?: unknown;
  readonly sticker_ids?: readonly string[] | null;
}

/** Flags an app may set, by the way it sends. */
export const SETTABLE = {
  channel:
    MessageFlags.SuppressEmbeds |
    MessageFlags.SuppressNotifications |
    MessageFlags.IsVoiceMessage |
    MessageFlags.IsComponentsV2,
  interaction:
    MessageFlags.SuppressEmbeds |
    MessageFlags.SuppressNotifications |
    MessageFlags.IsVoiceMessage |
    MessageFlags.IsComponentsV2 |
    MessageFlags.Ephemeral,
  edit: MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2,
} as const;

/**
 * What Discord asks of a message beyond the schema, which allows 4,000 characters
 * and knows nothing of sums, of ids used twice, or of fields that exclude each other.
 * @param settable Flags that the call may set.
 * @param wasV2 Of an edit: whether the message has Components V2 already, which stay.
 */
export function problemsOfMessage(
  body: MessageBody,
  settable: number,
  wasV2 = false,
): readonly Problem[] {
  const flags = body.flags ?? 0;
  const isV2 = wasV2 || (flags & MessageFlags.IsComponentsV2) !== 0;
  const problems: Problem[] = [];
  if (lengthOf((body.content ?? '').trim()) > LIMITS.content) {
    problems.push(problem.tooLong(['content'], LIMITS.content));
  }
  if ((flags & ~settable) !== 0) {
    problems.push(
      problem.of(
        ['flags'],
        'MESSAGE_FLAGS_INVALID',
        `These flags cannot be set: ${flags & ~settable}.`,
      ),
    );
  }
  if (isV2) problems.push(...problemsOfLegacyFields(body));
  return [
    ...problems,
    ...problemsOfEmbeds(body.embeds ?? []),
    ...problemsOfComponents(body.components ?? [], isV2),
    ...problemsOfMentions(body.allowed_mentions ?? {}),
  ];
}

function problemsOfLegacyFields(body: MessageBody): readonly Problem[] {
  const fields = {
    content: !isBlank(body.content),
    embeds: (body.embeds ?? []).length > 0,
    poll: body.poll !== undefined && body.poll !== null,
    sticker_ids: (body.sticker_ids ?? []).length > 0,
  };
  return Object.entries(fields)
    .filter(([, used]) => used)
    .map(([field]) =>
      problem.of(
        [field],
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      ),
    );
}

function problemsOfMentions(allowed: APIAllowedMentions): readonly Problem[] {
  return (['users', 'roles'] as const)
    .filter((kind) => allowed.parse?.some((each) => each === kind) && allowed[kind]?.length)
    .map((kind) =>
      problem.of(
        ['allowed_mentions'],
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      ),
    );
}
