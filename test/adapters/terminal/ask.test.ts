import { describe, expect, it } from 'vitest';
import { ask, askJsonLines, askLines, readQuestion } from '../../../adapters/terminal/ask.ts';
import { fakeBot, memoryIo } from './fakes.ts';

describe('ask', () => {
  it('prints one Reply as JSON, verbatim', async () => {
    const { io, said } = memoryIo('', true);
    await ask(fakeBot(() => ({ lead: '\u001B' })).bot, { form: 'json', question: '谁？' }, io);
    expect(JSON.parse(said())).toMatchObject({ question: '谁？', lead: '\u001B' });
  });

  it('takes the question from standard input', async () => {
    expect(await readQuestion(memoryIo('多少？\r\n').io)).toBe('多少？');
    expect(await readQuestion(memoryIo('\n').io)).toBe('');
  });

  it.each([
    ['nothing', memoryIo('').io],
    ['a terminal', memoryIo(undefined, true).io],
  ])('wants a question when standard input is %s', async (_, io) => {
    await expect(readQuestion(io)).rejects.toMatchObject({ code: 'usage' });
  });
});

describe('askLines', () => {
  it('answers a question a line with a blank line between', async () => {
    const { bot, asked } = fakeBot((question) => ({ lead: question, figures: [], passages: [] }));
    const { io, said } = memoryIo('甲？\n\n乙？');
    await askLines(bot, io);
    expect(said()).toBe('甲？\n\n乙？\n');
    expect(asked.map(([question]) => question)).toEqual(['甲？', '乙？']);
  });
});

describe('askJsonLines', () => {
  async function answers(input: string | Uint8Array) {
    const { bot, asked } = fakeBot();
    const { io, said } = memoryIo(input);
    await askJsonLines(bot, io);
    const lines = said().trimEnd().split('\n');
    return { asked, replies: lines.filter(Boolean).map((line) => JSON.parse(line)) };
  }

  it('answers in order with the id as it was given', async () => {
    const { replies, asked } = await answers(
      '\uFEFF{"id":"a","question":"甲？","conversation":"c"}\r\n\r\n{"id":7,"question":""}',
    );
    expect(replies.map(({ id, question }) => [id, question])).toEqual([
      ['a', '甲？'],
      [7, ''],
    ]);
    expect(asked).toEqual([
      ['甲？', 'c'],
      ['', undefined],
    ]);
  });

  it.each([
    ['{"id":1'],
    ['[]'],
    ['null'],
    ['"甲？"'],
    ['{"id":"a"}'],
    ['{"id":"a","question":3}'],
    ['{"id":{},"question":"甲？"}'],
    ['{"id":"a","question":"甲？","conversation":5}'],
  ])('answers %s with an error and goes on', async (line) => {
    const { replies } = await answers(`${line}\n{"id":"z","question":"乙？"}\n`);
    expect(replies[0]).toEqual({ id: null, error: expect.stringMatching(/./) });
    expect(replies[1]).toMatchObject({ id: 'z', outcome: 'answered' });
  });

  it('says that a line is not UTF-8', async () => {
    // 甲 in GBK
    const line = Buffer.from('{"id":"a","question":"\xBC\xD7"}', 'latin1');
    expect((await answers(line)).replies).toEqual([{ id: null, error: 'the line is not UTF-8' }]);
  });
});
