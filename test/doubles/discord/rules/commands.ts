import {
  type APIApplicationCommandOption,
  ApplicationCommandType,
  Locale,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import { type Path, type Problem, problem } from '../problems.ts';
import { isBlank, lengthOf } from '../text.ts';
import { LIMITS } from './limits.ts';

type Localized = Readonly<Record<string, string>> | null;

/** A command as an app declares it, already of the right shape. */
export interface CommandBody {
  readonly id?: string | null;
  readonly type?: number | null;
  readonly name: string;
  readonly name_localizations?: Localized;
  readonly description?: string | null;
  readonly description_localizations?: Localized;
  readonly options?: readonly APIApplicationCommandOption[] | null;
  readonly default_member_permissions?: string | number | null;
  readonly dm_permission?: boolean | null;
  readonly contexts?: readonly number[] | null;
  readonly integration_types?: readonly number[] | null;
  readonly nsfw?: boolean | null;
}

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));

/** What Discord asks of a command beyond the schema: names, locales, order of options, size. */
export function problemsOfCommand(command: CommandBody, path: Path): readonly Problem[] {
  const options = command.options ?? [];
  const problems = problemsOfNames(command, path, isSlash(command));
  if (isSlash(command)) {
    if (isBlank(command.description)) problems.push(problem.required([...path, 'description']));
    problems.push(...problemsOfOptions(options, [...path, 'options']));
  } else {
    if (!isBlank(command.description)) {
      const message = 'Context menu commands cannot have description';
      problems.push(
        problem.of([...path, 'description'], 'APPLICATION_COMMAND_INVALID_DESCRIPTION', message),
      );
    }
    if (options.length > 0) {
      const message = 'Context menu commands cannot have options';
      problems.push(
        problem.of([...path, 'options'], 'APPLICATION_COMMAND_INVALID_OPTIONS', message),
      );
    }
  }
  if (sizeOf(command) > LIMITS.commandTotal) {
    const message = `Command exceeds maximum size (${LIMITS.commandTotal})`;
    problems.push(problem.of(path, 'APPLICATION_COMMAND_TOO_LARGE', message));
  }
  return problems;
}

export const isSlash = ({ type }: { readonly type?: number | null }): boolean =>
  (type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;

interface Named {
  readonly name: string;
  readonly name_localizations?: Localized;
  readonly description_localizations?: Localized;
}

function problemsOfNames(named: Named, path: Path, isSlashName: boolean): Problem[] {
  const names: [Path, string][] = [
    [['name'], named.name],
    ...Object.entries(named.name_localizations ?? {}).map(([locale, name]): [Path, string] => [
      ['name_localizations', locale],
      name,
    ]),
  ];
  const isRight = (name: string) =>
    isSlashName ? NAME.test(name) && name === name.toLowerCase() : !isBlank(name);
  const invalid = names
    .filter(([, name]) => !isRight(name))
    .map(([at]) =>
      problem.of([...path, ...at], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'),
    );
  const unknown = (['name_localizations', 'description_localizations'] as const).flatMap((field) =>
    Object.keys(named[field] ?? {})
      .filter((locale) => !LOCALES.has(locale))
      .map((locale) => problem.notOneOf([...path, field, locale], [...LOCALES])),
  );
  return [...invalid, ...unknown];
}

interface Option extends Named {
  readonly type: number;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly options?: readonly APIApplicationCommandOption[];
}

function problemsOfOptions(given: readonly APIApplicationCommandOption[], path: Path): Problem[] {
  const options = given as readonly Option[];
  const firstOptional = options.findIndex(({ required }) => required !== true);
  const names = options.map(({ name }) => name);
  return options.flatMap((option, index) => {
    const at = [...path, index];
    const problems = problemsOfNames(option, at, true);
    const add = (code: string, message: string, ...where: readonly string[]) =>
      problems.push(problem.of([...at, ...where], code, message));
    if (option.required && index > firstOptional && firstOptional !== -1) {
      const message = 'Required options must be placed before non-required options';
      add('APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message);
    }
    if (names.indexOf(option.name) !== index) {
      add('APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists', 'name');
    }
    const { choices = [] } = option;
    if (option.autocomplete && choices.length > 0) {
      const message = 'Autocomplete options cannot have choices';
      add('APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES', message, 'choices');
    }
    if (new Set(choices.map(({ name }) => name)).size < choices.length) {
      const message = 'Option choice name already exists';
      add('APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_EXISTS', message, 'choices');
    }
    choices.forEach(({ value }, choice) => {
      if (lengthOf(String(value)) <= LIMITS.choiceValue) return;
      problems.push(problem.tooLong([...at, 'choices', choice, 'value'], LIMITS.choiceValue));
    });
    if (isGroup(option)) {
      problems.push(...problemsOfOptions(option.options ?? [], [...at, 'options']));
    }
    return problems;
  });
}

const isGroup = ({ type }: Option) =>
  type === OptionType.Subcommand || type === OptionType.SubcommandGroup;

interface Sized extends Named {
  readonly description?: string | null;
  readonly options?: readonly unknown[] | null;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
}

function sizeOf(command: Sized): number {
  const longest = (text: string | null | undefined, localized: Localized | undefined) =>
    Math.max(...[text ?? '', ...Object.values(localized ?? {})].map(lengthOf));
  const choices = (command.choices ?? []).reduce(
    (sum, { name, value }) => sum + lengthOf(name) + lengthOf(String(value)),
    0,
  );
  return (
    longest(command.name, command.name_localizations) +
    longest(command.description, command.description_localizations) +
    choices +
    ((command.options ?? []) as readonly Sized[]).reduce((sum, option) => sum + sizeOf(option), 0)
  );
}
