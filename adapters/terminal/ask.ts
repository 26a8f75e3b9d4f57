import { z } from 'zod';
import type { Bot } from '../../src/bot/bot.ts';
import { YuanwenError } from '../../src/util/errors.ts';
import { type Io, print, wantsColour } from './io.ts';
import { type Line, readLines } from './lines.ts';
import { renderReply } from './render.ts';

/** Answers one question; without one, the whole of standard input is it. */
export async function ask(
  bot: Bot,
  { form, question }: { readonly form: 'text' | 'json'; readonly question: string },
  io: Io,
): Promise<void> {
  const reply = await bot.ask(question);
  const text = form === 'json' ? JSON.stringify(reply) : renderReply(reply, renderOptions(io));
  await print(io.output, `${text}\n`);
}

/** The question on standard input, for `ask` without words. */
export async function readQuestion(io: Io): Promise<string> {
  const lines: string[] = [];
  if (!io.input.isTTY) for await (const { text } of readLines(io.input)) lines.push(text);
  if (lines.length === 0)
    throw new YuanwenError('usage', 'ask needs a question: ask -- "问题". See --help.');
  return lines.join('\n');
}

/** Answers one question a line, as a person reads it. */
export async function askLines(bot: Bot, io: Io): Promise<void> {
  const options = renderOptions(io);
  let gap = '';
  for await (const { text } of readLines(io.input)) {
    if (text.trim() === '') continue;
    await print(io.output, `${gap}${renderReply(await bot.ask(text), options)}\n`);
    gap = '\n';
  }
}

const TURN = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  question: z.string(),
  conversation: z.string().optional(),
});

/** Answers one JSON object a line with one JSON object a line, in order. */
export async function askJsonLines(bot: Bot, io: Io): Promise<void> {
  for await (const line of readLines(io.input)) {
    if (line.text.trim() === '') continue;
    await print(io.output, `${JSON.stringify(await answerLine(bot, line))}\n`);
  }
}

async function answerLine(bot: Bot, { text, fault }: Line): Promise<object> {
  if (fault !== undefined) return { id: null, error: `the line is ${fault}` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { id: null, error: 'the line is not JSON, as {"id": "1", "question": "…"} is' };
  }
  const turn = TURN.safeParse(value);
  if (!turn.success)
    return {
      id: null,
      error: turn.error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; '),
    };
  const { id, question, conversation } = turn.data;
  return { ...(id !== undefined && { id }), ...(await bot.ask(question, conversation)) };
}

function renderOptions(io: Io) {
  return { terminal: io.output.isTTY === true, colour: wantsColour(io) };
}
