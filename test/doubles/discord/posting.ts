import { MessageFlags } from 'discord-api-types/v10';
import { pingsOf } from './pings.ts';
import { type Path, type Problem, problem } from './problems.ts';
import { refusals } from './refusal.ts';
import { LIMITS } from './rules/limits.ts';
import { type MessageBody, problemsOfMessage } from './rules/message.ts';
import { snowflake } from './snowflake.ts';
import { isBlank } from './text.ts';
import type {
  Attachment,
  Changeable,
  Channel,
  Message,
  Showing,
  UploadedFile,
  User,
  World,
} from './world.ts';

export interface Draft {
  readonly channel: Channel;
  readonly author: User;
  readonly body: MessageBody;
  readonly files: readonly UploadedFile[];
  readonly via: Message['via'];
  /** Flags that this way of sending may set. */
  readonly settable: number;
  readonly interaction?: string;
  /** Where the body lies within the request, for the paths of problems. */
  readonly under?: Path;
}

/** Keeps a new message, or refuses it as Discord would. */
export function post(world: World, draft: Draft): Changeable<Message> {
  const { channel, author, body, files, via } = draft;
  const repliedTo = referenceOf(world, draft);
  check(problemsOfMessage(body, draft.settable), draft.under);
  const attachments = attachmentsOf(body, files);
  const showing = show({}, body, attachments);
  if (isEmpty(showing, body)) throw refusals.emptyMessage();
  const flags = body.flags ?? 0;
  const message: Changeable<Message> = {
    ...showing,
    id: snowflake(),
    channel,
    author,
    flags,
    ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
    loading: false,
    ...(repliedTo !== undefined && {
      reference: { message_id: repliedTo.id, channel_id: channel.id },
    }),
    ...(via === 'channel' &&
      (body.nonce ?? undefined) !== undefined && { nonce: String(body.nonce) }),
    ...(draft.interaction !== undefined && { interaction: draft.interaction }),
    at: Date.now(),
    edits: [],
    deleted: false,
    pings: pingsOf(showing, body.allowed_mentions, repliedTo),
    via,
    files,
  };
  world.keep(message);
  return message;
}

/** Changes what a message shows, or refuses to. */
export function edit(
  message: Changeable<Message>,
  body: MessageBody,
  files: readonly UploadedFile[],
  settable: number,
  under?: Path,
): void {
  const wasV2 = (message.flags & MessageFlags.IsComponentsV2) !== 0;
  // a client may send the flags back that the message has already
  check(problemsOfMessage(body, settable | message.flags, wasV2), under);
  const before: Showing = {
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    attachments: message.attachments,
  };
  const attachments = attachmentsOf(body, files, message.attachments);
  const after = show(before, body, attachments);
  if (isEmpty(after, body)) throw refusals.emptyMessage();
  if (message.loading) {
    message.loading = false;
    message.flags &= ~MessageFlags.Loading;
  } else {
    message.edits = [...message.edits, before];
    message.editedAt = Date.now();
  }
  message.flags |= (body.flags ?? 0) & settable;
  message.pings = [
    ...new Set([...message.pings, ...pingsOf(after, body.allowed_mentions, undefined)]),
  ];
  message.files = [...message.files, ...files];
  Object.assign(message, after);
}

/** Refuses a body that has problems; `under` is where the body lies within the request. */
export function check(problems: readonly Problem[], under: Path = []): void {
  if (problems.length === 0) return;
  throw refusals.invalidForm(problems.map((each) => ({ ...each, path: [...under, ...each.path] })));
}

function show(
  before: Partial<Showing>,
  body: MessageBody,
  attachments: readonly Attachment[],
): Showing {
  return {
    content: body.content === undefined ? (before.content ?? '') : (body.content ?? '').trim(),
    embeds: body.embeds === undefined ? (before.embeds ?? []) : (body.embeds ?? []),
    components: body.components === undefined ? (before.components ?? []) : (body.components ?? []),
    attachments,
  };
}

function isEmpty({ content, embeds, components, attachments }: Showing, body: MessageBody) {
  return (
    isBlank(content) &&
    embeds.length + components.length + attachments.length === 0 &&
    (body.sticker_ids ?? []).length === 0 &&
    (body.poll ?? undefined) === undefined
  );
}

/** The message replied to; undefined where it is gone and the bot does not mind. */
function referenceOf(world: World, { channel, body }: Draft): Message | undefined {
  const reference = body.message_reference;
  if (reference === undefined || reference === null) return undefined;
  const found = world.messages.get(reference.message_id);
  if (found !== undefined && found.channel === channel && !found.deleted && !found.ephemeral) {
    return found;
  }
  if (reference.fail_if_not_exists === false) return undefined;
  const unknown = problem.of(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
  throw refusals.invalidForm([unknown]);
}

/** The files of a call, described by its `attachments`; an edit keeps those it names. */
function attachmentsOf(
  { attachments }: MessageBody,
  files: readonly UploadedFile[],
  before: readonly Attachment[] = [],
): readonly Attachment[] {
  const described = attachments ?? [];
  const kept =
    attachments === undefined || attachments === null
      ? before
      : before.filter(({ id }) => described.some((each) => each.id === id));
  const unknown = described.filter(
    ({ id }) => files[Number(id)] === undefined && !kept.some((each) => each.id === id),
  );
  check(
    unknown.map(({ id }) =>
      problem.of(
        ['attachments', described.findIndex((each) => each.id === id), 'id'],
        'ATTACHMENT_NOT_FOUND',
        'Attachment data not found',
      ),
    ),
  );
  if (files.length > LIMITS.files) throw refusals.tooManyFiles(LIMITS.files);
  const uploaded = files.map((file, index): Attachment => {
    const own = described.find(({ id }) => id === String(index));
    return {
      id: snowflake(),
      filename: own?.filename ?? file.name,
      size: file.data.length,
      contentType: file.type,
      ...(own?.description && { description: own.description }),
    };
  });
  return [...kept, ...uploaded];
}
