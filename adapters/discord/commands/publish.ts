import { type Client, Routes } from 'discord.js';
import { COMMANDS } from './commands.ts';

/** Registers the commands in one server or everywhere, when they differ from what Discord has. */
export async function publishCommands(client: Client<true>, guildId?: string): Promise<boolean> {
  const { id } = client.application;
  const route =
    guildId === undefined
      ? Routes.applicationCommands(id)
      : Routes.applicationGuildCommands(id, guildId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const held: unknown = await client.rest.get(route, { query });
  if (sameCommands(held, guildId !== undefined)) return false;
  await client.rest.put(route, { body: COMMANDS });
  return true;
}

function sameCommands(held: unknown, inGuild: boolean): boolean {
  if (!Array.isArray(held) || held.length !== COMMANDS.length) return false;
  return COMMANDS.every((wanted) => {
    // in a server Discord keeps to itself where a command may be used
    const { contexts, integration_types, ...rest } = wanted;
    const compared = inGuild ? rest : { ...rest, contexts, integration_types };
    return (held as readonly { readonly name?: unknown; readonly type?: unknown }[]).some(
      (each) => each.name === wanted.name && each.type === wanted.type && holds(each, compared),
    );
  });
}

/** Whether `held` says all that `wanted` says; Discord adds ids and defaults. */
function holds(held: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted))
    return (
      Array.isArray(held) &&
      held.length === wanted.length &&
      wanted.every((each, i) => holds(held[i], each))
    );
  if (typeof wanted !== 'object' || wanted === null) return held === wanted;
  if (typeof held !== 'object' || held === null) return false;
  const there = held as Readonly<Record<string, unknown>>;
  return Object.entries(wanted).every(([key, value]) => holds(there[key], value));
}
