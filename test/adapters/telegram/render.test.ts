import fc from 'fast-check';
import type { MessageEntity } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import {
  render,
  renderQuotation,
  renderView,
  TELEGRAM_MESSAGE_LIMIT,
  type TelegramMessage,
} from '../../../adapters/telegram/render.ts';
import { splitSentences } from '../../../src/article/text/sentences.ts';
import { decodeAction } from '../../../src/chat/button-action.ts';
import type { Card } from '../../../src/chat/card.ts';
import { span } from '../../../src/util/span.ts';
import { hostileText, rangeWithin } from '../../helpers/arbitrary.ts';
import { articleOf } from '../../helpers/article.ts';
import { ANSWERED, chatOver } from '../../helpers/chat.ts';

const chat = await chatOver();
const [[QUESTION, ANSWER]] = ANSWERED;
const noView = () => undefined;
/** Half of a character. */
const LONE_SURROGATE = /\p{Cs}/u;

const marked = ({ text, entities }: TelegramMessage, type: MessageEntity['type']) =>
  entities
    .filter((entity) => entity.type === type)
    .map(({ offset, length }) => text.slice(offset, offset + length));
const quoting = (text: string): Card => ({
  answered: true,
  blocks: [
    { kind: 'quote', text, bold: [] },
    { kind: 'citation', text: '——《题》第1段' },
  ],
  buttons: [],
});

describe('an answer', async () => {
  const [message] = render(await chat.ask(QUESTION), chat.view);

  it('is the lead with what answers in bold, figures, citation, the paragraph to unfold', () => {
    expect(message?.text).toBe(
      [
        '2022年，滨江新区供水总量达8.6亿立方米，同比增长3.2%。',
        '',
        '• 达8.6亿立方米　滨江新区供水总量 · 2022',
        '——《滨江新区2022年水务公报》（2023-04-22，滨江日报）第1段，一、供水',
        '2022年，滨江新区供水总量达8.6亿立方米，同比增长3.2%。全年新建水厂4座，总投资超25亿元。',
      ].join('\n'),
    );
    expect(marked(message!, 'bold')[0]).toContain(ANSWER);
    expect(marked(message!, 'expandable_blockquote')).toEqual([message!.text.split('\n').at(-1)]);
  });

  it('has buttons within Telegram’s bounds', () => {
    const buttons = message?.reply_markup?.inline_keyboard.flat() ?? [];
    expect(buttons.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['看原文段落', '下一条 ›', '👍', '👎']),
    );
    for (const button of buttons)
      expect('callback_data' in button && decodeAction(button.callback_data)).toBeTruthy();
  });

  it('keeps its own part when the view below changes', () => {
    const button = message!
      .reply_markup!.inline_keyboard.flat()
      .find(({ text }) => text === '下一条 ›');
    const press = decodeAction((button as { callback_data: string }).callback_data)!;
    if (press.action.kind !== 'show') throw new Error(press.action.kind);
    const view = renderView(press.action, message!, press.kept, chat.view)!;
    const kept = message!.text.slice(0, press.kept);
    expect(kept).toMatch(/第1段，一、供水$/);
    expect(view).toMatchObject({
      fresh: false,
      text: expect.stringContaining(`${kept}\n相关段落 2/`),
    });
    expect(marked(view, 'bold')[0]).toContain(ANSWER);
    expect(view.reply_markup?.inline_keyboard.flat().map(({ text }) => text)).toEqual(
      expect.arrayContaining(['‹ 上一条', '收起', '👍', '👎']),
    );
    // and once more from there: the row of the view is changed for the next, not added to it
    const again = renderView({ ...press.action, at: 0 }, view, press.kept, chat.view)!;
    expect(again.reply_markup?.inline_keyboard).toHaveLength(
      view.reply_markup!.inline_keyboard.length,
    );
    expect(again.text.startsWith(`${kept}\n`)).toBe(true);
  });
});

describe('an answer without room for a view', () => {
  it('gets the view as a message of its own', async () => {
    const show = (await chat.ask(QUESTION)).view!;
    const full = '满'.repeat(4000);
    const view = renderView({ ...show, manner: 'open' }, { text: full }, 4000, chat.view);
    expect(view?.fresh).toBe(true);
    expect(view?.text).not.toContain('满');
  });
});

describe('a view of one long sentence', async () => {
  const sentence = `${'甲区水厂改造，'.repeat(450)}合计日处理能力为30万吨。`;
  const over = await chatOver([
    articleOf('one', `长句公报\n\n${sentence}\n\n另有水厂12座，由甲区管理。\n`),
  ]);

  it('is never cut to fit below an answer: it gets a message of its own', async () => {
    const show = (await over.ask('合计日处理能力是多少？')).view!;
    const answer = { text: '满'.repeat(1500) };
    const view = renderView({ ...show, at: 0, manner: 'open' }, answer, 1500, over.view)!;
    expect(view.fresh).toBe(true);
    expect(view.text).toContain(sentence);
  });

  it('follows a refusal whole', async () => {
    const card = await over.ask('乙区水厂合计日处理能力是多少？');
    const text = render({ ...card, view: { ...card.view!, at: 0, manner: 'open' } }, over.view)
      .map((each) => each.text)
      .join('\n');
    expect(text).toContain(sentence);
  });
});

describe('a long answer', () => {
  const sentence = (i: number) => `第${i}处水厂日处理能力为${i}.5万吨，同比增长3.2%。`;
  const long = Array.from({ length: 400 }, (_, i) => sentence(i)).join('');

  it('is split between sentences, all of it, buttons under the last part', async () => {
    const messages = render(
      { ...quoting(long), buttons: (await chat.ask(QUESTION)).buttons },
      noView,
    );
    expect(messages.length).toBeGreaterThan(2);
    for (const { text } of messages.slice(0, -1)) expect(text.endsWith('。')).toBe(true);
    expect(messages.map(({ text }) => text).join('')).toContain(long);
    expect(messages.map(({ reply_markup }) => reply_markup !== undefined)).toEqual(
      messages.map((_, i) => i === messages.length - 1),
    );
  });

  it('keeps what answers in bold wherever it falls', () => {
    const at = long.indexOf('第390处');
    const card = quoting(long);
    const [quote] = card.blocks;
    if (quote?.kind !== 'quote') throw new Error('no quote');
    const blocks = [{ ...quote, bold: [[at, at + 6] as const] }, ...card.blocks.slice(1)];
    const messages = render({ ...card, blocks }, noView);
    expect(messages.flatMap((message) => marked(message, 'bold'))).toEqual(['第390处水']);
  });

  it('as an inline result gives the whole sentences that have room', () => {
    const { text } = renderQuotation({
      text: long,
      bold: [],
      source: '——《题》',
      ref: { article: 1, paragraph: 1 },
    });
    expect(text).toMatch(/。\n——《题》$/);
    expect(long.startsWith(text.split('\n')[0]!)).toBe(true);
  });
});

describe('an article of marks', async () => {
  const HOSTILE =
    '水厂*加粗*_斜_[链接](http://x.io)~`代码`>#+-=|{}.!\\，<b>甲</b>&amp;，@everyone @admin，\u202E反\u202C\u2066隔\u2069，😀👨‍👩‍👧‍👦🇨🇳，||剧透||，/start，tg://user?id=1。';
  const page = articleOf(
    'hostile',
    `记号公报\n\n${HOSTILE}另有水厂12座。\n\n全年水厂投资25亿元。\n`,
  );
  const hostile = await chatOver([page]);

  it('comes out character by character, with no entity but ours', async () => {
    const card = await hostile.ask('水厂有多少座？');
    const [message] = render(
      { ...card, ...(card.view && { view: { ...card.view, manner: 'open' } }) },
      hostile.view,
    );
    expect(message?.text).toContain(HOSTILE);
    for (const { type } of message!.entities)
      expect(['bold', 'italic', 'blockquote', 'expandable_blockquote']).toContain(type);
  });
});

describe('whatever a card holds', () => {
  it('messages hold to Telegram’s limits, and every quoted character in order', () => {
    fc.assert(
      fc.property(
        hostileText.chain((quote) =>
          fc.tuple(fc.constant(quote), fc.array(rangeWithin(quote.length), { maxLength: 150 })),
        ),
        hostileText,
        ([quote, bold], own) => {
          const card: Card = {
            answered: true,
            blocks: [
              { kind: 'quote', text: quote, bold },
              { kind: 'figure', text: '超25亿元', about: own },
              { kind: 'citation', text: '——《题》第1段' },
              { kind: 'note', text: own },
            ],
            buttons: [],
          };
          const messages = render(card, noView);
          for (const message of messages) {
            expect(message.text.length).toBeLessThanOrEqual(TELEGRAM_MESSAGE_LIMIT);
            expect(LONE_SURROGATE.test(message.text)).toBe(false);
            expect(message.entities.length).toBeLessThanOrEqual(100);
            for (const { offset, length } of message.entities) {
              expect(offset).toBeGreaterThanOrEqual(0);
              expect(length).toBeGreaterThan(0);
              expect(offset + length).toBeLessThanOrEqual(message.text.length);
            }
          }
          expect(
            messages
              .map((message) => message.text)
              .join('')
              .startsWith(quote),
          ).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('no message ends inside a sentence that has room in one', () => {
    fc.assert(
      fc.property(hostileText, (quote) => {
        const sentences = splitSentences(quote, span(0, quote.length)).map((each) => each.span);
        fc.pre(sentences.every(({ start, end }) => end - start < 3000));
        const messages = render(quoting(quote), noView);
        const starts = [0, quote.length, ...sentences.map(({ start }) => start as number)];
        let at = 0;
        for (const message of messages) {
          if (at < quote.length) expect(starts).toContain(at);
          at += message.text.length;
        }
      }),
      { numRuns: 60 },
    );
  });
});
