import { ApplicationCommandOptionType as OptionType } from 'discord-api-types/v10';
import type { Command } from '../world.ts';
import type { AttachedFile } from './say.ts';

export type OptionValues = Readonly<Record<string, string | number | boolean | AttachedFile>>;

/** Values as they are sent: a file by its id. */
type Sent = Readonly<Record<string, string | number | boolean>>;

interface Declared {
  readonly name: string;
  readonly type: number;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly value: unknown }[];
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_value?: number;
  readonly max_value?: number;
}

type Named = Pick<Command, 'name' | 'options'>;

/** The subcommand of a command; the command itself where none is named. */
export function subcommandOf(command: Named, name: string | undefined): Named {
  const subcommands = declaredBy(command).filter(({ type }) => type === OptionType.Subcommand);
  if (name === undefined) {
    if (subcommands.length > 0) throw new Error(`/${command.name} is used by its subcommands`);
    return command;
  }
  const found = subcommands.find((each) => each.name === name);
  if (found === undefined) throw new Error(`/${command.name} has no subcommand ${name}`);
  return found as Named;
}

const declaredBy = (command: Named) => (command.options ?? []) as readonly Declared[];

/** The options of a slash command as it is sent. Throws what Discord's own form would not let pass. */
export function fillIn(command: Named, values: Sent): readonly object[] {
  const declared = declaredBy(command);
  refuseUnknown(command, values);
  for (const option of declared) {
    const value = values[option.name];
    if (value === undefined) {
      if (option.required) throw new Error(`/${command.name} needs ${option.name}`);
    } else refuseValue(command, option, value);
  }
  return declared
    .filter(({ name }) => values[name] !== undefined)
    .map(({ name, type }) => ({ name, type, value: values[name] }));
}

/** The options so far, one of them being typed in. */
export function halfFilled(command: Named, values: Sent, focused: string): readonly object[] {
  refuseUnknown(command, values);
  const option = declaredBy(command).find(({ name }) => name === focused);
  if (!option?.autocomplete) throw new Error(`/${command.name} ${focused} has no autocomplete`);
  return declaredBy(command)
    .filter(({ name }) => values[name] !== undefined || name === focused)
    .map(({ name, type }) => ({
      name,
      type,
      value: values[name] ?? '',
      ...(name === focused && { focused: true }),
    }));
}

function refuseUnknown(command: Named, values: Sent): void {
  const names = declaredBy(command).map(({ name }) => name);
  const unknown = Object.keys(values).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new Error(`/${command.name} has no option ${unknown}, only ${names.join(', ') || 'none'}`);
}

const VALUE_TYPES: Readonly<Record<number, string>> = {
  [OptionType.Integer]: 'number',
  [OptionType.Number]: 'number',
  [OptionType.Boolean]: 'boolean',
};

function refuseValue(command: Named, option: Declared, value: string | number | boolean): void {
  const wrong = (why: string) => new Error(`/${command.name} ${option.name}: ${value} ${why}`);
  const type = VALUE_TYPES[option.type] ?? 'string';
  if (typeof value !== type) throw wrong(`is not a ${type}`);
  if (option.choices?.length && !option.choices.some((choice) => choice.value === value)) {
    throw wrong('is not one of the choices');
  }
  const size = typeof value === 'string' ? value.length : Number(value);
  const least = typeof value === 'string' ? option.min_length : option.min_value;
  const most = typeof value === 'string' ? (option.max_length ?? 6000) : option.max_value;
  if (least !== undefined && size < least) throw wrong(`is below ${least}`);
  if (most !== undefined && size > most) throw wrong(`is above ${most}`);
}
