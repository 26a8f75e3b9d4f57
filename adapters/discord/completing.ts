import type { AutocompleteInteraction } from 'discord.js';
import { type Chat, conversationKey } from '../../src/chat/chat.ts';
import type { Completions } from '../../src/chat/completions.ts';
import { shorten } from '../../src/chat/split.ts';
import type { Deliver } from './deliver.ts';
import { DISCORD_CHOICE_LIMIT, DISCORD_CHOICE_TEXT_LIMIT } from './limits.ts';
import { PLATFORM } from './places.ts';

/** Offers completions of what somebody types into a command. */
export async function complete(
  event: AutocompleteInteraction,
  here: Chat,
  deliver: Deliver,
): Promise<void> {
  // whoever types without pause gets no completions for a while
  const person = conversationKey(PLATFORM, event.user.id);
  if ((await here.allow(person, 'typing')) !== 'yes') return;
  const { name, value } = event.options.getFocused(true);
  const chosen = (option: string) => event.options.getString(option) ?? '';
  const { complete: by } = here;
  const [measure, year] = [chosen('measure'), chosen('year') || undefined];
  const choices = await completed(by, name, value, measure, year);
  const offered = choices.filter((choice) => choice.value.length <= DISCORD_CHOICE_TEXT_LIMIT);
  await deliver(() => event.respond(offered.slice(0, DISCORD_CHOICE_LIMIT)));
}

async function completed(
  by: Completions,
  field: string,
  typed: string,
  measure: string,
  year?: string,
) {
  const plain = (values: readonly string[]) => values.map((value) => ({ name: value, value }));
  switch (field) {
    case 'measure':
      return plain(await by.measures(typed));
    case 'year':
      return plain(by.years(typed, measure));
    case 'actor':
      return plain(by.actors(typed, measure, year));
    default:
      return by.articles(typed).map(({ title, digest }) => ({
        name: shorten(title, DISCORD_CHOICE_TEXT_LIMIT),
        value: digest.toString(36),
      }));
  }
}
