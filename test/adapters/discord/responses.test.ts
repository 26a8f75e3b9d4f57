import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createResponses } from '../../../adapters/discord/responses.ts';
import type { Chat } from '../../../src/chat/chat.ts';
import { type DiscordDouble, type Person, startDiscord } from '../../doubles/discord/index.ts';
import type { Channel } from '../../doubles/discord/world.ts';
import { ANSWERED, chatOver, UNANSWERED } from '../../helpers/chat.ts';
import type { RunningBot } from '../running.ts';
import { startBot } from './running.ts';

const [[QUESTION, ANSWER]] = ANSWERED;

let discord: DiscordDouble;
let bot: RunningBot;
let li: Person;
let channel: Channel;
/** Lets the questions that wait be answered. */
let release: () => void;
beforeEach(async () => {
  discord = await startDiscord({ acknowledgeWithin: 10_000 });
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const chat = await chatOver();
  const slow = (inner: Chat): Chat => ({
    ...inner,
    in: (language) => slow(inner.in(language)),
    at: (...place) => slow(inner.at(...place)),
    async askAloud(...asked) {
      await held;
      return inner.askAloud(...asked);
    },
  });
  bot = startBot(discord, slow(chat));
  await discord.ready();
  await discord.waitFor('the commands', () => discord.commands().length > 0);
  [li, channel] = [discord.user(), discord.channel(discord.guild())];
});
afterEach(async () => {
  await bot.stop();
  await discord.close();
});

const callbacks = () => discord.calls.filter(({ path }) => path.endsWith('/callback'));
const deferral = () =>
  discord.waitFor('the deferral', () =>
    callbacks().some(({ body }) => JSON.stringify(body).includes('"type":5')),
  );

it('what takes long is deferred, and answered in its place', async () => {
  const used = li.slash(channel, 'ask', { question: QUESTION });
  await deferral();
  release();
  const answer = await used.response();
  await discord.waitFor('the answer', () => answer.content.includes(ANSWER));
  expect(answer).toMatchObject({ ephemeral: false, loading: false });
});

it('a refusal that took long is for the asker alone, and nothing of it stays', async () => {
  const used = li.slash(channel, 'ask', { question: UNANSWERED });
  await deferral();
  release();
  const thinking = await used.response();
  const refusal = await discord.waitFor('the refusal', () =>
    discord.messages.find((message) => message.ephemeral),
  );
  expect(refusal.content).toContain(UNANSWERED);
  expect(thinking.deleted).toBe(true);
});

it('what is quick is not deferred', async () => {
  release();
  const answer = await li.slash(channel, 'ask', { question: QUESTION }).response();
  expect(answer.content).toContain(ANSWER);
  expect(callbacks().map(({ body }) => body)).toEqual([expect.objectContaining({ type: 4 })]);
});

it('an interaction that is left alone is not deferred later', async () => {
  const calls: string[] = [];
  const responses = createResponses(async (call) => void (await call()), 10);
  const event = { deferReply: async () => calls.push('defer') } as never;
  responses.expect(event);
  responses.leave(event);
  await pause(30);
  expect(calls).toEqual([]);
});
