import type { BotCommand, BotCommandScope } from 'grammy/types';

/** What a bot has set about itself: command lists by scope and language, and texts by language ('' for all others). */
export class Profile {
  readonly #commands = new Map<string, readonly BotCommand[]>();
  readonly descriptions = new Map<string, string>();
  readonly shortDescriptions = new Map<string, string>();
  readonly names = new Map<string, string>();

  /** The list set for exactly that scope and language; empty where none is. */
  commands(scope?: BotCommandScope, language?: string): readonly BotCommand[] {
    return this.#commands.get(key(scope, language)) ?? [];
  }

  setCommands(
    commands: readonly BotCommand[],
    scope: BotCommandScope | undefined,
    language: string | undefined,
  ): void {
    if (commands.length === 0) this.#commands.delete(key(scope, language));
    else this.#commands.set(key(scope, language), commands);
  }
}

function key(scope: BotCommandScope = { type: 'default' }, language = ''): string {
  return JSON.stringify([Object.entries(scope).sort(), language]);
}
