import type { APIAllowedMentions } from 'discord-api-types/v10';
import type { MessageBody } from './rules/message.ts';
import { walk } from './rules/walk.ts';
import type { Message, Showing } from './world.ts';

const MENTION = /@everyone|@here|<@!?(?<user>\d+)>|<@&(?<role>\d+)>/g;

/**
 * Who a message notifies: what it mentions, as far as `allowed_mentions` lets it.
 * Without `allowed_mentions` everything counts, also where the bot might lack the permission,
 * and so does a mention within code or behind a backslash: a bot should not lean on those.
 */
export function pingsOf(
  showing: Pick<Showing, 'content' | 'components'>,
  allowed: MessageBody['allowed_mentions'],
  repliedTo: Message | undefined,
): readonly string[] {
  const pings = new Set<string>();
  for (const match of textOf(showing).matchAll(MENTION)) {
    if (isAllowed(match, allowed)) pings.add(match[0].replace('!', ''));
  }
  const pingsReplied = allowed?.replied_user ?? !allowed;
  if (repliedTo !== undefined && pingsReplied) pings.add(`reply:${repliedTo.author.id}`);
  return [...pings];
}

/** The content and what text displays show: embeds never notify. */
function textOf({ content, components }: Pick<Showing, 'content' | 'components'>): string {
  const displayed = [...walk(components, [])].map(({ component }) =>
    'content' in component ? component.content : '',
  );
  return [content, ...displayed].join('\n');
}

function isAllowed(match: RegExpMatchArray, allowed: APIAllowedMentions | null | undefined) {
  if (!allowed) return true;
  const { user, role } = match.groups ?? {};
  const kind = user !== undefined ? 'users' : role !== undefined ? 'roles' : 'everyone';
  const parses = (allowed.parse ?? []).some((each) => each === kind);
  const ids = kind === 'everyone' ? [] : (allowed[kind] ?? []);
  return parses || ids.includes(user ?? role ?? '');
}
