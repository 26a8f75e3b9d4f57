import { expect, it, vi } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { createChat } from '../../src/chat/create-chat.ts';
import { articleOf } from '../helpers/article.ts';
import { BULLETIN, newStateDir } from '../helpers/chat.ts';
import { slowEngine } from '../helpers/slow-engine.ts';

const QUESTION = '青禾水厂日处理能力是多少？';
const bulletin = articleOf('bulletin', BULLETIN);
const corrected = articleOf('bulletin', BULLETIN.replace('30万吨', '31万吨'));

it('an answer that was waited for leads to the paragraph it quotes, never to a later one', async () => {
  const { engine, holdNext, isHolding } = slowEngine();
  const bot = await createBot({ articles: [bulletin], problems: [] }, { engine: () => engine });
  const chat = createChat(bot, newStateDir());
  const expected = (await chat.ask(QUESTION)).view?.refs;
  const release = holdNext();
  const asked = chat.ask(QUESTION, 'one');
  await vi.waitFor(() => expect(isHolding()).toBe(true));
  const updated = bot.update({ articles: [corrected], problems: [] });
  release();
  const card = await asked;
  expect(card.blocks[0]).toMatchObject({ text: expect.stringContaining('30万吨') });
  expect(card.view?.refs).toEqual(expected);
  await updated;
  expect(chat.view(card.view!, 3000)).toBeUndefined();
  expect((await chat.ask(QUESTION)).blocks[0]).toMatchObject({
    text: expect.stringContaining('31万吨'),
  });
});
