import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHOICES, call, long, REQUIRED, SOURCES, TOO_LONG, wrong } from './caller.ts';
import { type DiscordDouble, startDiscord } from './index.ts';

describe.each(SOURCES)('by the schemas of the %s', (schemas) => {
  let discord: DiscordDouble;

  beforeAll(async () => {
    discord = await startDiscord({ schemas });
  });

  afterAll(() => discord.close());

  describe('a command is refused', () => {
    const ask = { name: 'ask', description: 'Ask' };
    const option = (parts: object = {}) => ({ type: 3, name: 'a', description: 'b', ...parts });
    const name = wrong('APPLICATION_COMMAND_INVALID_NAME');
    const choice = (parts: object) => ({ name: 'a', value: 'a', ...parts });

    it.each<[string, object, object]>([
      ['for capitals', { ...ask, name: 'Ask' }, { name }],
      ['for a space', { ...ask, name: 'ask me' }, { name }],
      ['for a long name', { ...ask, name: 'a'.repeat(33) }, { name: TOO_LONG }],
      ['for no description', { name: 'ask' }, { description: REQUIRED }],
      ['for a long description', { ...ask, description: long(101) }, { description: TOO_LONG }],
      [
        'for a locale that is none',
        { ...ask, name_localizations: { zh: '问', 'zh-CN': '问', 'zh-TW': '問', 'en-US': 'ask' } },
        { name_localizations: { zh: CHOICES } },
      ],
      [
        'for a localised name with a space',
        { ...ask, name_localizations: { 'zh-CN': '问 我' } },
        { name_localizations: { 'zh-CN': name } },
      ],
      [
        'for 26 options',
        {
          ...ask,
          options: Array.from({ length: 26 }, (_, index) => option({ name: `o${index}` })),
        },
        { options: TOO_LONG },
      ],
      [
        'for an option needed behind one that is not',
        { ...ask, options: [option(), option({ name: 'b', required: true })] },
        { options: { 1: wrong('APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID') } },
      ],
      [
        'for options of one name',
        { ...ask, options: [option(), option()] },
        { options: { 1: { name: wrong('APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS') } } },
      ],
      [
        'for 26 choices',
        {
          ...ask,
          options: [
            option({
              choices: Array.from({ length: 26 }, (_, index) => choice({ name: `${index}` })),
            }),
          ],
        },
        { options: { 0: { choices: TOO_LONG } } },
      ],
      [
        'for a long choice',
        { ...ask, options: [option({ choices: [choice({ name: long(101) })] })] },
        { options: { 0: { choices: { 0: { name: TOO_LONG } } } } },
      ],
      [
        'for a menu with a description',
        { name: '问', type: 3, description: 'a' },
        { description: wrong('APPLICATION_COMMAND_INVALID_DESCRIPTION') },
      ],
    ])('%s', async (_, command, errors) => {
      const guild = discord.guild();
      const path = `/applications/${discord.bot.id}`;
      const refused = { status: 400, body: { code: 50035 } };
      const one = await call(discord, 'POST', `${path}/commands`, command);
      const all = await call(discord, 'PUT', `${path}/guilds/${guild.id}/commands`, [ask, command]);
      expect(one).toMatchObject({ ...refused, body: { errors } });
      expect(all).toMatchObject({ ...refused, body: { errors: { 1: errors } } });
      expect(discord.commands()).toEqual([]);
    });
  });
});
