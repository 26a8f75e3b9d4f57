import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHOICES, call, long, REQUIRED, SOURCES, TOO_LONG, wrong } from './caller.ts';
import { type Channel, type DiscordDouble, type Guild, startDiscord } from './index.ts';

const button = (parts: object = {}) => ({
  type: 2,
  style: 1,
  custom_id: 'a',
  label: '下',
  ...parts,
});
const row = (...components: readonly object[]) => ({ type: 1, components });
const select = (parts: object = {}) => ({
  ...{ type: 3, custom_id: 's', options: [{ label: '甲', value: 'a' }] },
  ...parts,
});
const buttons = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => button({ custom_id: String(from + index) }));

describe.each(SOURCES)('by the schemas of the %s', (schemas) => {
  let discord: DiscordDouble;
  let guild: Guild;
  let channel: Channel;

  beforeAll(async () => {
    discord = await startDiscord({ schemas });
  });

  beforeEach(() => {
    guild = discord.guild();
    channel = discord.channel(guild);
  });

  afterAll(() => discord.close());

  const send = (body: unknown, to = channel) =>
    call(discord, 'POST', `/channels/${to.id}/messages`, body);

  describe('a message is refused', () => {
    it.each<[string, object, object]>([
      ['content over 2,000', { content: long(2001) }, { content: TOO_LONG }],
      ['11 embeds', { embeds: Array(11).fill({ title: 'a' }) }, { embeds: TOO_LONG }],
      ['a long title', { embeds: [{ title: long(257) }] }, { embeds: { 0: { title: TOO_LONG } } }],
      [
        'a long description',
        { embeds: [{ description: long(4097) }] },
        { embeds: { 0: { description: TOO_LONG } } },
      ],
      [
        'a long field',
        { embeds: [{ fields: [{ name: long(257), value: long(1025) }] }] },
        { embeds: { 0: { fields: { 0: { name: TOO_LONG, value: TOO_LONG } } } } },
      ],
      [
        'an empty field',
        { embeds: [{ fields: [{ name: ' ', value: 'a' }] }] },
        { embeds: { 0: { fields: { 0: { name: REQUIRED } } } } },
      ],
      [
        '26 fields',
        { embeds: [{ fields: Array(26).fill({ name: 'a', value: 'b' }) }] },
        { embeds: { 0: { fields: TOO_LONG } } },
      ],
      [
        'a long footer and author',
        { embeds: [{ footer: { text: long(2049) }, author: { name: long(257) } }] },
        { embeds: { 0: { footer: { text: TOO_LONG }, author: { name: TOO_LONG } } } },
      ],
      ['an empty embed', { embeds: [{}] }, { embeds: { 0: { description: REQUIRED } } }],
      [
        'embeds over 6,000 together',
        { embeds: [{ description: long(4000) }, { description: long(2001) }] },
        { embeds: wrong('MAX_EMBED_SIZE_EXCEEDED') },
      ],
      [
        'six rows',
        { components: buttons(6).map((each) => row(each)) },
        { components: wrong('BASE_TYPE_BAD_LENGTH') },
      ],
      [
        'six buttons in a row',
        { components: [row(...buttons(6))] },
        { components: { 0: { components: TOO_LONG } } },
      ],
      [
        'a select beside a button',
        { components: [row(button(), select())] },
        { components: { 0: { components: wrong('COMPONENT_LAYOUT_WIDTH_EXCEEDED') } } },
      ],
      [
        'a custom id over 100',
        { components: [row(button({ custom_id: long(101) }))] },
        { components: { 0: { components: { 0: { custom_id: TOO_LONG } } } } },
      ],
      [
        'a custom id used twice',
        { components: [row(button()), row(button())] },
        {
          components: {
            1: { components: { 0: { custom_id: wrong('COMPONENT_CUSTOM_ID_DUPLICATED') } } },
          },
        },
      ],
      [
        'a label over 80',
        { components: [row(button({ label: long(81) }))] },
        { components: { 0: { components: { 0: { label: TOO_LONG } } } } },
      ],
      [
        'a button without label, and a link without address',
        { components: [row({ type: 2, style: 1, custom_id: 'b' }, button({ style: 5 }))] },
        { components: { 0: { components: { 0: { label: REQUIRED }, 1: { url: REQUIRED } } } } },
      ],
      [
        'an emoji that is none',
        { components: [row(button({ emoji: { name: '字' } }))] },
        { components: { 0: { components: { 0: { emoji: wrong('COMPONENT_INVALID_EMOJI') } } } } },
      ],
      [
        'a select whose values repeat',
        { components: [row(select({ options: Array(2).fill({ label: '甲', value: 'a' }) }))] },
        {
          components: {
            0: {
              components: {
                0: {
                  options: { 1: { value: wrong('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED') } },
                },
              },
            },
          },
        },
      ],
      [
        'text displays without Components V2',
        { components: [{ type: 10, content: 'a' }] },
        { components: { 0: { type: CHOICES } } },
      ],
      [
        'content beside Components V2',
        { content: 'a', flags: 32_768, components: [{ type: 10, content: 'a' }] },
        { content: wrong('MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2') },
      ],
      [
        'over 4,000 characters in Components V2',
        { flags: 32_768, components: Array(3).fill({ type: 10, content: long(1400) }) },
        { components: wrong('COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED') },
      ],
      ['an ephemeral flag', { content: 'a', flags: 64 }, { flags: wrong('MESSAGE_FLAGS_INVALID') }],
      [
        'mentions both parsed and listed',
        { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } },
        { allowed_mentions: wrong('MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE') },
      ],
      [
        'mentions of a kind there is not',
        { content: 'a', allowed_mentions: { parse: ['nobody'] } },
        { allowed_mentions: { parse: { 0: CHOICES } } },
      ],
      [
        'a reply to nothing',
        { content: 'a', message_reference: { message_id: '1' } },
        { message_reference: wrong('REPLIES_UNKNOWN_MESSAGE') },
      ],
      ['a long nonce', { content: 'a', nonce: 'a'.repeat(26) }, { nonce: TOO_LONG }],
    ])('with %s', async (_, body, errors) => {
      expect(await send(body)).toEqual({
        status: 400,
        body: { message: 'Invalid Form Body', code: 50035, errors },
      });
      expect(discord.messages).toEqual([]);
    });

    it.each([
      [{}],
      [{ content: ' \n ' }],
      [{ content: '', embeds: [] }],
    ])('with nothing in it: %j', async (body) => {
      expect(await send(body)).toMatchObject({ status: 400, body: { code: 50006 } });
    });

    it('where the bot cannot go, write or find it', async () => {
      const hidden = discord.channel(guild, { botSees: false });
      const silent = discord.channel(guild, { botWrites: false });
      const gone = discord.channel(guild);
      discord.deleteChannel(gone);
      const closed = discord.user({ takesDirect: false });
      const body = { content: 'a' };
      expect(await send(body, hidden)).toMatchObject({ status: 403, body: { code: 50001 } });
      expect(await send(body, silent)).toMatchObject({ status: 403, body: { code: 50013 } });
      expect(await send(body, gone)).toMatchObject({ status: 404, body: { code: 10003 } });
      expect(await send(body, closed.direct)).toMatchObject({ status: 403, body: { code: 50007 } });
      const path = `/channels/${channel.id}/messages/1`;
      expect(await call(discord, 'PATCH', path, body)).toMatchObject({
        status: 404,
        body: { code: 10008 },
      });
    });
  });

  it('takes all that is just within the limits', async () => {
    const rows = Array.from({ length: 5 }, (_, index) => row(...buttons(5, 5 * index)));
    const fields = Array.from({ length: 25 }, () => ({ name: '名', value: '值' }));
    const taken = await send({
      content: '😀'.repeat(2000),
      embeds: [{ title: long(256), description: long(4096), fields }, { description: long(1598) }],
      components: rows,
      allowed_mentions: { parse: [], replied_user: false },
      message_reference: { message_id: '1', fail_if_not_exists: false },
    });
    expect(taken.status).toBe(200);
    const path = `/channels/${channel.id}/messages/${taken.body['id']}`;
    expect(await call(discord, 'PATCH', path, { content: '改' })).toMatchObject({ status: 200 });
    expect(await call(discord, 'GET', path)).toMatchObject({ body: { content: '改' } });
    const [message] = discord.messages;
    expect(message?.edits).toHaveLength(1);
    expect((await call(discord, 'DELETE', path)).status).toBe(204);
    expect((await call(discord, 'GET', path)).body['code']).toBe(10008);
    expect(message?.deleted).toBe(true);
  });

  it('does not let anybody in without the token, nor anywhere else, nor with broken JSON', async () => {
    expect(await call(discord, 'GET', '/users/@me', undefined, 'x')).toEqual({
      status: 401,
      body: { message: '401: Unauthorized', code: 0 },
    });
    expect((await call(discord, 'GET', '/nowhere')).status).toBe(404);
    expect((await call(discord, 'PUT', '/users/@me')).status).toBe(405);
    expect(await send('{')).toMatchObject({ status: 400, body: { code: 50109 } });
  });
});
