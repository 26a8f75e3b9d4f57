import type { APIApplicationCommandOption } from 'discord-api-types/v10';
import { type Problem, problem } from './problems.ts';
import { refusals } from './refusal.ts';
import { type CommandBody, isSlash, problemsOfCommand } from './rules/commands.ts';
import { LIMITS } from './rules/limits.ts';
import { snowflake } from './snowflake.ts';
import type { Command } from './world.ts';

/** The commands an app registered, globally (`guild` left out) and in each guild. */
export class CommandRegistry {
  readonly #application: string;
  readonly #scopes = new Map<string, readonly Command[]>();

  constructor(application: string) {
    this.#application = application;
  }

  list(guild = ''): readonly Command[] {
    return this.#scopes.get(guild) ?? [];
  }

  /** Every command a person sees in a guild, or outside of any. */
  available(guild?: string): readonly Command[] {
    return guild === undefined ? this.list() : [...this.list(guild), ...this.list()];
  }

  get(id: string, guild?: string): Command {
    const command = this.list(guild).find((each) => each.id === id);
    if (command === undefined) throw refusals.unknownCommand();
    return command;
  }

  /** Replaces all of a scope; a command of the same kind and name keeps its id. */
  replace(bodies: readonly CommandBody[], guild = ''): readonly Command[] {
    refuse(bodies.flatMap((body, index) => problemsOfCommand(body, [index])));
    refuse(duplicates(bodies));
    const commands = bodies.map((body) => this.#make(body, guild));
    this.#keep(guild, commands);
    return commands;
  }

  /** Adds a command, or overwrites the one of the same kind and name. */
  add(body: CommandBody, guild = ''): { readonly command: Command; readonly isNew: boolean } {
    refuse(problemsOfCommand(body, []));
    const command = this.#make(body, guild);
    const others = this.list(guild).filter(({ id }) => id !== command.id);
    this.#keep(guild, [...others, command]);
    return { command, isNew: others.length === this.list(guild).length };
  }

  change(id: string, changes: Partial<CommandBody>, guild = ''): Command {
    const before = this.get(id, guild);
    const body = { ...before, ...changes };
    refuse(problemsOfCommand(body, []));
    const command = { ...this.#make(body, guild), id };
    this.#keep(
      guild,
      this.list(guild).map((each) => (each.id === id ? command : each)),
    );
    return command;
  }

  remove(id: string, guild = ''): void {
    this.get(id, guild);
    this.#keep(
      guild,
      this.list(guild).filter((each) => each.id !== id),
    );
  }

  #keep(guild: string, commands: readonly Command[]): void {
    const slash = commands.filter(isSlash).length;
    if (slash > LIMITS.slashCommands || commands.length - slash > 2 * LIMITS.menuCommands) {
      throw refusals.tooManyCommands(LIMITS.slashCommands);
    }
    this.#scopes.set(guild, commands);
  }

  #make(body: CommandBody, guild: string): Command {
    const type = body.type ?? 1;
    const same = this.list(guild).find((each) => each.type === type && each.name === body.name);
    return {
      id: same?.id ?? snowflake(),
      application_id: this.#application,
      ...(guild !== '' && { guild_id: guild }),
      version: snowflake(),
      type,
      name: body.name,
      name_localizations: body.name_localizations ?? null,
      description: body.description ?? '',
      description_localizations: body.description_localizations ?? null,
      ...(body.options && body.options.length > 0 && { options: body.options.map(tidy) }),
      default_member_permissions:
        body.default_member_permissions === undefined || body.default_member_permissions === null
          ? null
          : String(body.default_member_permissions),
      dm_permission: body.dm_permission ?? true,
      // only global commands have them, by default as the app itself is installed
      contexts: guild === '' ? (body.contexts ?? null) : null,
      integration_types: guild === '' ? (body.integration_types ?? [0, 1]) : [0],
      nsfw: body.nsfw ?? false,
    };
  }
}

/** As Discord gives an option back: without what only states the default. */
function tidy(option: APIApplicationCommandOption): APIApplicationCommandOption {
  const { required, autocomplete, options, ...rest } = option as unknown as Record<
    string,
    unknown
  > & {
    options?: readonly APIApplicationCommandOption[];
  };
  return {
    ...rest,
    ...(required === true && { required }),
    ...(autocomplete === true && { autocomplete }),
    ...(options !== undefined && { options: options.map(tidy) }),
  } as unknown as APIApplicationCommandOption;
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw refusals.invalidForm(problems);
}

function duplicates(bodies: readonly CommandBody[]): readonly Problem[] {
  const keys = bodies.map(({ type, name }) => `${type ?? 1} ${name}`);
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index
      ? []
      : [
          problem.of(
            [index],
            'APPLICATION_COMMANDS_DUPLICATE_NAME',
            'Application command names must be unique',
          ),
        ],
  );
}
