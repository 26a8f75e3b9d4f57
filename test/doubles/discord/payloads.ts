import { ChannelType, MessageType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Channel, Guild, Message, Role, User, World } from './world.ts';

/** What the bot may do where nothing was taken away: all but to administer. */
export const PERMISSIONS = String(
  PermissionFlagsBits.ViewChannel |
    PermissionFlagsBits.SendMessages |
    PermissionFlagsBits.SendMessagesInThreads |
    PermissionFlagsBits.EmbedLinks |
    PermissionFlagsBits.AttachFiles |
    PermissionFlagsBits.ReadMessageHistory |
    PermissionFlagsBits.UseApplicationCommands,
);

const iso = (at: number) => new Date(at).toISOString().replace('Z', '000+00:00');

/** The shapes Discord sends things in, over REST and the gateway alike. */
export function userPayload({ id, name, kind }: User) {
  return {
    id,
    username: name,
    global_name: kind === 'person' ? name : null,
    discriminator: kind === 'person' ? '0' : '0000',
    avatar: null,
    public_flags: 0,
    ...(kind !== 'person' && { bot: true }),
  };
}

export const memberPayload = () => ({
  nick: null,
  avatar: null,
  roles: [] as string[],
  joined_at: '2024-01-01T00:00:00.000000+00:00',
  premium_since: null,
  deaf: false,
  mute: false,
  flags: 0,
  pending: false,
  communication_disabled_until: null,
});

/** The member of an interaction: whose user and permissions are told as well. */
export const invokerPayload = (user: User) => ({
  ...memberPayload(),
  user: userPayload(user),
  permissions: PERMISSIONS,
});

const rolePayload = ({ id, name }: Role, position: number) => ({
  id,
  name,
  permissions: PERMISSIONS,
  position,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: false,
  mentionable: true,
  flags: 0,
});

export function channelPayload(channel: Channel) {
  const { id, name, type, guild, parent, people = [] } = channel;
  if (guild === undefined) {
    return { id, type, recipients: people.map(userPayload), last_message_id: null, flags: 0 };
  }
  return {
    id,
    type,
    name,
    guild_id: guild.id,
    parent_id: parent?.id ?? null,
    position: 0,
    permission_overwrites: [],
    nsfw: false,
    topic: null,
    last_message_id: null,
    rate_limit_per_user: 0,
    flags: 0,
    permissions: PERMISSIONS,
    ...(isThread(channel) && {
      owner_id: guild.owner.id,
      member_count: 1,
      message_count: 0,
      thread_metadata: {
        archived: false,
        auto_archive_duration: 1440,
        archive_timestamp: iso(Date.now()),
        locked: false,
      },
    }),
  };
}

export const isThread = ({ type }: Channel) => type === ChannelType.PublicThread;

export function guildPayload(guild: Guild, world: World, bot: User) {
  const channels = [...world.channels.values()].filter(
    (channel) => channel.guild === guild && !channel.deleted,
  );
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    owner_id: guild.owner.id,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: guild.roles.map(rolePayload),
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    max_members: 500_000,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    preferred_locale: guild.locale,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    joined_at: memberPayload().joined_at,
    large: false,
    unavailable: false,
    member_count: 2,
    members: [{ ...memberPayload(), user: userPayload(bot) }],
    channels: channels.filter((channel) => !isThread(channel)).map(channelPayload),
    threads: channels.filter(isThread).map(channelPayload),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** A message as it is now; the one it replies to is told too, but not that one's own. */
export function messagePayload(message: Message, world: World): Record<string, unknown> {
  const { reference, author, channel } = message;
  const repliedTo = reference && world.messages.get(reference.message_id);
  const mentioned = message.pings.flatMap((ping) => {
    const id = /^(?:<@|reply:)(\d+)>?$/.exec(ping)?.[1];
    return world.users.get(id ?? '') ?? [];
  });
  return {
    id: message.id,
    channel_id: channel.id,
    type: reference === undefined ? MessageType.Default : MessageType.Reply,
    author: userPayload(author),
    content: message.content,
    embeds: message.embeds.map((embed) => ({ type: 'rich', ...embed })),
    components: message.components,
    attachments: message.attachments.map(({ contentType, url, ...attachment }) => ({
      ...attachment,
      content_type: contentType,
      url:
        url ??
        `https://cdn.discordapp.com/attachments/${channel.id}/${attachment.id}/${attachment.filename}`,
      proxy_url: `https://media.discordapp.net/attachments/${channel.id}/${attachment.id}/${attachment.filename}`,
    })),
    mentions: [...new Set(mentioned)].map(userPayload),
    mention_roles: [...message.content.matchAll(/<@&(\d+)>/g)].map(([, id]) => id),
    mention_everyone: message.pings.some((ping) => ping === '@everyone' || ping === '@here'),
    timestamp: iso(message.at),
    edited_timestamp: message.editedAt === undefined ? null : iso(message.editedAt),
    flags: message.flags,
    pinned: false,
    tts: false,
    ...(author.kind === 'webhook' && { webhook_id: author.id }),
    ...(message.nonce !== undefined && { nonce: message.nonce }),
    ...(message.interaction !== undefined && { application_id: author.id, webhook_id: author.id }),
    ...(reference !== undefined && {
      message_reference: { type: 0, ...reference, guild_id: channel.guild?.id },
      referenced_message:
        repliedTo === undefined || repliedTo.deleted
          ? null
          : messagePayload(withoutReference(repliedTo), world),
    }),
  };
}

function withoutReference({ reference: _, ...message }: Message): Message {
  return message;
}
