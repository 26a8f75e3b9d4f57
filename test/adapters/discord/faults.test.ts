import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type DiscordDouble,
  type DiscordOptions,
  startDiscord,
} from '../../doubles/discord/index.ts';
import { ANSWERED, chatOver } from '../../helpers/chat.ts';
import type { RunningBot } from '../running.ts';
import { type BotOptions, startBot } from './running.ts';

const [[QUESTION, ANSWER], [OTHER_QUESTION, OTHER_ANSWER]] = ANSWERED;
const MESSAGES = '/channels/{channel_id}/messages';
const chat = await chatOver();

let discord: DiscordDouble;
let bot: RunningBot | undefined;
beforeEach(async () => {
  discord = await newDiscord();
});
afterEach(async () => {
  await bot?.stop().catch(() => {});
  bot = undefined;
  await discord.close();
});
// a busy machine must not count as a slow bot
const newDiscord = (options?: DiscordOptions) =>
  startDiscord({ acknowledgeWithin: 20_000, ...options });

async function start(options?: BotOptions): Promise<RunningBot> {
  bot = startBot(discord, chat, options);
  await discord.ready();
  await discord.waitFor('the commands', () => discord.commands().length > 0);
  return bot;
}
const newChannel = () => discord.channel(discord.guild());

async function expectAlive(): Promise<void> {
  const { content } = await discord.user().mention(newChannel(), OTHER_QUESTION).answer();
  expect(content).toContain(OTHER_ANSWER);
}
/** Copies of the answer, once no further one can be under way. */
async function copies(said: { answer(): Promise<unknown>; readonly answers: readonly unknown[] }) {
  await said.answer();
  await pause(500);
  return said.answers.length;
}

describe('a gateway', () => {
  const REPEATS = 2;
  it.each([
    ['whose socket drops', () => discord.gateway.drop()],
    ['that asks to reconnect (op 7)', () => discord.gateway.reconnect()],
    [
      'that ends the session, which can be resumed (op 9)',
      () => discord.gateway.invalidate({ resumable: true }),
    ],
    ['that ends the session for good (op 9)', () => discord.gateway.invalidate()],
    ['that closes with 4000', () => discord.gateway.closeWith(4000)],
    [
      'that has forgotten the session',
      () => {
        discord.gateway.forgetSessions();
        discord.gateway.reconnect();
      },
    ],
  ])('%s is joined again, and each question is answered once', async (_, fault) => {
    await start();
    const channel = newChannel();
    const li = discord.user();
    for (let time = 0; time < REPEATS; time++) {
      const before = li.mention(channel, QUESTION);
      await before.answer();
      const logins = discord.gateway.identifies.length + discord.gateway.resumes.length;
      fault();
      await discord.waitFor(
        'a new login',
        () => discord.gateway.identifies.length + discord.gateway.resumes.length > logins,
      );
      await discord.ready();
      const after = li.mention(channel, OTHER_QUESTION);
      expect((await after.answer()).content).toContain(OTHER_ANSWER);
      expect(await copies(before)).toBe(1);
      expect(after.answers).toHaveLength(1);
    }
  });

  it('whose heartbeats are not answered is left and joined again', async () => {
    await discord.close();
    discord = await newDiscord({ heartbeatInterval: 300 });
    await start();
    const logins = () => discord.gateway.identifies.length + discord.gateway.resumes.length;
    const before = logins();
    discord.gateway.behave({ answersHeartbeats: false }, 900);
    await discord.waitFor('a new login', () => logins() > before);
    await expectAlive();
  });

  it('replays what was asked while the line was down, and it is answered once', async () => {
    await start();
    const channel = newChannel();
    const li = discord.user();
    await li.mention(channel, QUESTION).answer();
    discord.gateway.behave({ onConnect: 'unavailable' }, 700);
    discord.gateway.closeWith(4000);
    await discord.waitFor('the line to be down', () => discord.gateway.connections === 0);
    const asked = li.mention(channel, OTHER_QUESTION);
    expect(await copies(asked)).toBe(1);
  });

  it('that sends what is no event, or one nobody knows, is listened to all the same', async () => {
    await start();
    discord.gateway.sendRaw('no json');
    discord.gateway.dispatch('SOME_NEW_EVENT', { hello: true });
    discord.gateway.dispatch('MESSAGE_CREATE', { id: '1', channel_id: '2' });
    discord.gateway.dispatch('INTERACTION_CREATE', { id: '3', type: 99 });
    await expectAlive();
  });

  it.each([
    [4004, /DISCORD_TOKEN/],
    [4014, /intents/],
  ])('that closes with %i ends the bot with one clear line', async (code, remedy) => {
    const { ended } = await start();
    discord.gateway.closeWith(code);
    await expect(ended).rejects.toMatchObject({
      code: 'platform',
      message: expect.stringMatching(remedy),
    });
    bot = undefined;
  });

  it('that never answers a RESUME ends the bot, to be started anew', async () => {
    const { ended } = await start({ lostAfter: 700 });
    discord.gateway.behave({ onResume: 'nothing' });
    discord.gateway.drop();
    await expect(ended).rejects.toMatchObject({
      message: expect.stringMatching(/no session back/),
    });
    bot = undefined;
  });
});

describe('as many shards as Discord wants', () => {
  it('are logged in, and all of them are listened to', async () => {
    await discord.close();
    discord = await newDiscord({ leastShards: 2 });
    await start();
    expect(new Set(discord.gateway.identifies.map(({ shard }) => String(shard)))).toEqual(
      new Set(['0,2', '1,2']),
    );
    for (let i = 0; i < 4; i++) await expectAlive();
    const li = discord.user();
    expect((await li.say(li.direct, QUESTION).answer()).content).toContain(ANSWER);
  });
});

describe('a call', () => {
  it('in a flood waits, one copy, and others are answered', async () => {
    await start();
    const [slow, quick] = [newChannel(), newChannel()];
    discord.faults.add({
      kind: 'rate limit',
      retryAfter: 1.5,
      method: 'POST',
      route: MESSAGES,
      channel: slow.id,
    });
    const asked = discord.user().mention(slow, QUESTION);
    const at = Date.now();
    await discord.user().mention(quick, OTHER_QUESTION).answer();
    expect(Date.now() - at).toBeLessThan(1400);
    expect(await copies(asked)).toBe(1);
    expect(asked.answers[0]!.at - at).toBeGreaterThanOrEqual(1400);
  });

  it('in a flood of all routes waits, one copy', async () => {
    await start();
    discord.faults.add({
      kind: 'rate limit',
      retryAfter: 1,
      global: true,
      method: 'POST',
      route: MESSAGES,
    });
    expect(await copies(discord.user().mention(newChannel(), QUESTION))).toBe(1);
  });

  it.each([
    ['500', { kind: 'status', status: 500 }],
    ['502 as a page', { kind: 'status', status: 502, html: true }],
    ['503', { kind: 'status', status: 503 }],
    ['a reset', { kind: 'reset' }],
    ['a reset after acceptance', { kind: 'reset', accepted: true }],
    ['a connection that is closed', { kind: 'close' }],
    ['a connection that is closed after acceptance', { kind: 'close', accepted: true }],
  ] as const)('that meets %s is repeated: one copy, alive', async (_, fault) => {
    await start();
    for (const times of [1, 3]) {
      const channel = newChannel();
      const added = discord.faults.add({
        ...fault,
        method: 'POST',
        route: MESSAGES,
        channel: channel.id,
        times,
      });
      const asked = discord.user().mention(channel, QUESTION);
      await discord.waitFor('the tries', () => added.hits === times);
      expect(await copies(asked)).toBe(1);
    }
    await expectAlive();
  });

  it('without end is given up, and logged', async () => {
    await start();
    const channel = newChannel();
    const fault = discord.faults.add({
      kind: 'status',
      status: 503,
      channel: channel.id,
      times: Number.POSITIVE_INFINITY,
    });
    discord.user().mention(channel, QUESTION);
    await discord.waitFor(
      'the last try',
      () => bot?.lines.join('').includes('could not be delivered'),
      40_000,
    );
    expect(fault.hits).toBeLessThanOrEqual(18);
    fault.remove();
    await expectAlive();
  }, 60_000);

  it.each([
    ['without the permission', 403, 50_013],
    ['to a channel that is gone', 404, 10_003],
  ])('%s is logged once, and not repeated', async (_, status, code) => {
    await start();
    const channel = newChannel();
    const fault = discord.faults.add({
      kind: 'status',
      status,
      code,
      channel: channel.id,
      times: Number.POSITIVE_INFINITY,
    });
    for (let time = 1; time <= 3; time++) {
      discord.user().mention(channel, QUESTION);
      await discord.waitFor('the refusal', () => fault.hits === time);
    }
    await expectAlive();
    expect(fault.hits).toBe(3);
    expect(bot?.lines.filter((line) => line.includes('Discord refuses'))).toHaveLength(1);
  });

  it('to answer a message that is gone is answered all the same', async () => {
    await start();
    const channel = newChannel();
    const said = discord.user().mention(channel, QUESTION);
    discord.deleteMessage(said.message);
    await discord.waitFor('the answer', () =>
      discord.messages.some((each) => each.channel === channel && each.content.includes(ANSWER)),
    );
  });

  it('to register the commands is repeated too', async () => {
    discord.faults.add({ kind: 'status', status: 503, method: 'GET', route: /commands/, times: 4 });
    discord.faults.add({ kind: 'close', method: 'PUT', route: /commands/ });
    await start();
    expect(discord.commands().length).toBeGreaterThan(0);
  });

  it('to register the commands that says the token is no longer valid ends the bot', async () => {
    discord.faults.add({ kind: 'status', status: 401, code: 0, method: 'GET', route: /commands/ });
    bot = startBot(discord, chat);
    await expect(bot.ended).rejects.toMatchObject({
      message: expect.stringMatching(/DISCORD_TOKEN/),
    });
    bot = undefined;
  });

  it('that says the token is no longer valid ends the bot', async () => {
    const { ended, lines } = await start();
    discord.faults.add({
      kind: 'status',
      status: 401,
      code: 0,
      message: '401: Unauthorized',
      method: 'POST',
      route: MESSAGES,
    });
    discord.user().mention(newChannel(), QUESTION);
    const error: unknown = await ended.catch((fault: unknown) => fault);
    expect(error).toMatchObject({ message: expect.stringMatching(/DISCORD_TOKEN/) });
    expect(`${inspect(error)}${lines.join('')}`).not.toContain(discord.token);
    bot = undefined;
  });
});

describe('an interaction', () => {
  it.each([
    ['has expired', 10_062],
    ['was acknowledged already', 40_060],
    ['has a token that expired', 50_027],
  ])('that %s is no fault', async (_, code) => {
    await start();
    const fault = discord.faults.add({
      kind: 'status',
      status: 400,
      code,
      method: 'POST',
      route: /callback$/,
    });
    discord.user().slash(newChannel(), 'ask', { question: QUESTION });
    await discord.waitFor('the refusal', () => fault.hits === 1);
    await expectAlive();
    expect(fault.hits).toBe(1);
    expect(bot?.lines.filter((line) => line.includes(`"code":${code}`))).toHaveLength(1);
    expect(bot?.lines.join('')).not.toMatch(/"level":"(?:warn|error)"/);
  });

  it.each([
    ['a reset', { kind: 'reset' }],
    ['a closed connection after acceptance', { kind: 'close', accepted: true }],
    ['a 502', { kind: 'status', status: 502, html: true }],
  ] as const)('answered through %s has one answer', async (_, fault) => {
    await start();
    const channel = newChannel();
    discord.faults.add({ ...fault, method: 'POST', route: /callback$/ });
    const answer = await discord.user().slash(channel, 'ask', { question: QUESTION }).response();
    expect(answer.content).toContain(ANSWER);
    await pause(500);
    expect(discord.messages.filter((each) => each.channel === channel)).toHaveLength(1);
    expect(bot?.lines.join('')).not.toContain('"level":"error"');
  });
});

describe('a login', () => {
  it('with a wrong token ends at once with one clear line, without the token', async () => {
    const token = 'wrong.token.here';
    bot = startBot(discord, chat, { token });
    const error: unknown = await bot.ended.catch((fault: unknown) => fault);
    expect(error).toMatchObject({
      code: 'platform',
      message: expect.stringMatching(/DISCORD_TOKEN/),
    });
    expect((error as Error).message).not.toContain('\n');
    expect((error as Error).message).not.toContain(token);
    expect(bot.lines.join('')).not.toContain(token);
    bot = undefined;
  });

  it('that Discord refuses for its intents ends with a clear line', async () => {
    discord.gateway.behave({ closesOnIdentify: 4014 });
    bot = startBot(discord, chat);
    await expect(bot.ended).rejects.toMatchObject({ message: expect.stringMatching(/intents/) });
    bot = undefined;
  });

  it('while Discord is out of reach is tried again', async () => {
    const outage = discord.faults.add({ kind: 'reset', route: '/gateway/bot', times: 4 });
    bot = startBot(discord, chat);
    await discord.ready(20_000);
    expect(outage.hits).toBe(4);
    await expectAlive();
  });
});

describe('a flood of 50 questions of one user', () => {
  it('is slowed with one ephemeral hint, and others are not disturbed', async () => {
    await start();
    const channel = newChannel();
    const flooder = discord.user();
    const used = Array.from({ length: 50 }, () =>
      flooder.slash(channel, 'ask', { question: QUESTION }),
    );
    const other = await discord
      .user()
      .slash(newChannel(), 'ask', { question: OTHER_QUESTION })
      .response();
    expect(other.content).toContain(OTHER_ANSWER);
    await discord.waitFor('the hint', () =>
      discord.messages.some(({ content }) => content.includes('太快')),
    );
    await used[0]?.response();
    await pause(500);
    const own = discord.messages.filter((each) => each.channel === channel);
    const hints = own.filter(({ content }) => content.includes('太快'));
    expect(hints).toHaveLength(1);
    expect(hints[0]?.ephemeral).toBe(true);
    expect(own.length).toBeLessThan(50);
    expect(own.length).toBeGreaterThan(20);
  });
});

describe('a channel that Discord answers slowly', () => {
  it('holds 30 questions that wait, is told once, and others are not disturbed', async () => {
    await start();
    const channel = newChannel();
    discord.faults.add({
      kind: 'late',
      milliseconds: 1500,
      method: 'POST',
      route: MESSAGES,
      channel: channel.id,
      times: 40,
    });
    const said = Array.from({ length: 60 }, () => discord.user().mention(channel, QUESTION));
    await expectAlive();
    await discord.waitFor(
      'the hint',
      () => said.some(({ answers }) => answers[0]?.content.includes('太快')),
      60_000,
    );
    const answered = () => said.filter(({ answers }) => answers[0]?.content.includes(ANSWER));
    await discord.waitFor('the answers', () => answered().length >= 30, 60_000);
    // a further answer would come as late as each of these
    await pause(2000);
    expect(answered()).toHaveLength(30);
    expect(said.filter(({ answers }) => answers.length > 0)).toHaveLength(31);
  }, 150_000);
});

describe('completions of one user who types without pause', () => {
  it('are given up to a limit of their own, and questions are answered', async () => {
    await start();
    const [channel, user] = [newChannel(), discord.user()];
    for (let i = 0; i < 90; i++) user.autocomplete(channel, 'stat', { measure: '供水' }, 'measure');
    const answer = await user.slash(channel, 'ask', { question: QUESTION }).response();
    expect(answer.content).toContain(ANSWER);
    const callbacks = discord.calls.filter(({ route }) => /callback$/.test(route));
    expect(callbacks.length).toBeLessThanOrEqual(61);
  });
});

describe('a stop', () => {
  it('with answers in flight sends them, then closes the gateway, within 5 s', async () => {
    const { stop } = await start();
    const channel = newChannel();
    discord.faults.add({
      kind: 'late',
      milliseconds: 700,
      method: 'POST',
      route: MESSAGES,
      times: 10,
    });
    const asked = Array.from({ length: 5 }, () => discord.user().mention(channel, QUESTION));
    await discord.waitFor(
      'the questions to arrive',
      () =>
        discord.calls.filter(({ route, method }) => method === 'POST' && route === MESSAGES)
          .length > 0,
    );
    expect(await stop()).toBeLessThan(5000);
    bot = undefined;
    for (const said of asked) expect(said.answers).toHaveLength(1);
    await discord.waitFor('the gateway to close', () => discord.gateway.connections === 0);
  });
});

describe('200 questions of 50 users over one gateway, 5 % of calls failing, two reconnects', () => {
  it('are each answered once', async () => {
    await start();
    const guild = discord.guild();
    const places = Array.from({ length: 10 }, () => discord.channel(guild));
    const users = Array.from({ length: 50 }, () => discord.user());
    for (const fault of [
      { kind: 'status', status: 502 },
      { kind: 'reset' },
      { kind: 'close' },
    ] as const)
      discord.faults.add({ ...fault, probability: 0.05 / 3, times: Number.POSITIVE_INFINITY });
    const asked = [0, 1, 2, 3].flatMap((round) => {
      const [question, answer] = ANSWERED[round]!;
      return users.map((user, i) => ({
        said: user.mention(places[(i + round) % 10]!, question),
        answer,
      }));
    });
    const answered = () => asked.filter(({ said }) => said.answers.length > 0).length;
    await discord.waitFor('a third of the answers', () => answered() >= 60, 60_000);
    discord.gateway.drop();
    await discord.waitFor('two thirds of the answers', () => answered() >= 130, 60_000);
    discord.gateway.reconnect();
    await discord.waitFor('all answers', () => answered() === asked.length, 60_000);
    await pause(1000);
    for (const { said, answer } of asked) {
      expect(said.answers.map(({ content }) => content.includes(answer))).toEqual([true]);
    }
    expect(
      discord.gateway.resumes.length + discord.gateway.identifies.length,
    ).toBeGreaterThanOrEqual(3);
  }, 120_000);
});
