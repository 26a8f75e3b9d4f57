import type { BotCommandScope } from 'grammy/types';
import { badRequest } from '../refusal.ts';
import type { World } from '../world.ts';
import type { Methods } from './methods.ts';

/** Bytes of the largest file that a bot may download. */
const FILE_LIMIT = 20 * 1024 * 1024;
const COMMAND_LIMIT = 100;
const NAME_LIMIT = 64;
const DESCRIPTION_LIMIT = 512;
const SHORT_DESCRIPTION_LIMIT = 120;

/** The methods by which a bot tells about itself. */
export function profileMethods({ bot, chats, profile, files }: World) {
  const checkScope = (scope: BotCommandScope | undefined): void => {
    if (scope !== undefined && 'chat_id' in scope) chats.open(scope.chat_id);
  };
  return {
    getMe: () => bot,

    getFile: ({ file_id }) => {
      const bytes = files.get(file_id);
      if (bytes === undefined) throw badRequest('invalid file_id');
      if (bytes.length > FILE_LIMIT) throw badRequest('file is too big');
      const file_path = `documents/${file_id}`;
      return { file_id, file_unique_id: `u-${file_id}`, file_size: bytes.length, file_path };
    },

    setMyCommands: ({ commands, scope, language_code }) => {
      checkLanguage(language_code);
      checkScope(scope);
      if (commands.length > COMMAND_LIMIT) throw badRequest('BOT_COMMANDS_TOO_MUCH');
      for (const { command, description } of commands) {
        if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
        if (description.trim() === '' || description.length > 256)
          throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
      }
      profile.setCommands(commands, scope, language_code);
      return true;
    },
    deleteMyCommands: ({ scope, language_code } = {}) => {
      checkLanguage(language_code);
      checkScope(scope);
      profile.setCommands([], scope, language_code);
      return true;
    },
    getMyCommands: ({ scope, language_code } = {}) => {
      checkLanguage(language_code);
      return [...profile.commands(scope, language_code)];
    },

    setMyDescription: ({ description, language_code } = {}) =>
      setText(profile.descriptions, description, language_code, DESCRIPTION_LIMIT),
    getMyDescription: ({ language_code } = {}) => ({
      description: getText(profile.descriptions, language_code),
    }),
    setMyShortDescription: ({ short_description, language_code } = {}) =>
      setText(profile.shortDescriptions, short_description, language_code, SHORT_DESCRIPTION_LIMIT),
    getMyShortDescription: ({ language_code } = {}) => ({
      short_description: getText(profile.shortDescriptions, language_code),
    }),
    setMyName: ({ name, language_code } = {}) =>
      setText(profile.names, name, language_code, NAME_LIMIT),
    getMyName: ({ language_code } = {}) => ({
      name: getText(profile.names, language_code) || bot.first_name,
    }),
  } satisfies Methods;
}

/** Sets a text for one language, '' for all without their own; an empty text takes it back. */
function setText(texts: Map<string, string>, text = '', language = '', limit: number): true {
  checkLanguage(language);
  if (text.length > limit) throw badRequest(`text is longer than ${limit}`);
  if (text === '') texts.delete(language);
  else texts.set(language, text);
  return true;
}

/** The text for a language, else that for all others. */
function getText(texts: Map<string, string>, language = ''): string {
  checkLanguage(language);
  return texts.get(language) ?? texts.get('') ?? '';
}

function checkLanguage(language = ''): void {
  if (!/^([a-z]{2})?$/.test(language)) throw badRequest('invalid language code specified');
}
