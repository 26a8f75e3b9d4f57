import { describe, expect, it } from 'vitest';
import { chat, responder } from '../../../adapters/terminal/chat.ts';
import { wantsColour } from '../../../adapters/terminal/io.ts';
import { corpus, FIRST, fakeBot, memoryIo, SECOND } from './fakes.ts';

const OPTIONS = { colour: false, terminal: true };

describe('chat', () => {
  it('opens with three samples, answers, and leaves at the end of input', async () => {
    const { bot, asked } = fakeBot();
    const { io, said } = memoryIo('成交额？\n');
    await chat(bot, corpus, io);
    expect(said()).toContain('  甲？\n  乙？\n  丙？\n');
    expect(said()).not.toContain('丁？');
    expect(said()).toContain('成交额超307亿元。');
    expect(asked.at(-1)).toEqual(['成交额？', 'terminal']);
  });

  it('answers nothing after /quit', async () => {
    const { bot, asked } = fakeBot();
    await chat(bot, corpus, memoryIo('/quit\n成交额？\n').io);
    expect(asked).toEqual([['', undefined]]);
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('leaves at %s', async (_, key) => {
    const { bot } = fakeBot();
    const { io, stdin, said } = memoryIo(undefined, true);
    const left = chat(bot, corpus, io);
    stdin.write('成交额？\r');
    stdin.write(key);
    await left;
    expect(said()).toContain('\u001B[1m超307亿元\u001B[22m');
  });

  it('fails when the bot does, and does not hang', async () => {
    const { bot } = fakeBot(() => {
      throw new Error('broken');
    });
    await expect(chat(bot, corpus, memoryIo('成交额？\n').io)).rejects.toThrow('broken');
  });
});

describe('responder', () => {
  it('turns to the next passage and shows its whole paragraph', async () => {
    const respond = responder(fakeBot().bot, corpus, OPTIONS);
    expect(await respond('/next')).toBe('还没有问过问题。');
    expect(await respond('/context')).toBe('还没有可看的原文。');
    await respond('成交额？');
    expect(await respond('/context')).toContain(FIRST);
    expect(await respond('/next')).toContain(SECOND);
    expect(await respond('/context')).toContain(SECOND);
    expect(await respond('/next')).toBe('没有更多段落了。');
  });

  it('lists commands and articles, and hints at an unknown command', async () => {
    const respond = responder(fakeBot().bot, corpus, OPTIONS);
    for (const name of ['/next', '/context', '/articles', '/help', '/quit'])
      expect(await respond('/help')).toContain(name);
    expect(await respond('/articles')).toContain('《长三角合力构建科创共同体》2023-06-01，2 段');
    expect(await respond(' /constructor ')).toBe('没有 /constructor 这个命令；/help 看用法。');
    expect(await respond('  ')).toBe('');
    expect(await respond('/quit')).toBeUndefined();
  });
});

describe('wantsColour', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [false, { FORCE_COLOR: '1' }, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [true, { TERM: 'dumb' }, false],
  ])('terminal %s with %j: %s', (tty, env, colour) => {
    expect(wantsColour(memoryIo('', tty, env).io)).toBe(colour);
  });
});
