import type { APIEmbed } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, withBold } from '../../../adapters/discord/markdown.ts';
import {
  DISCORD_BUTTON_LIMIT,
  DISCORD_CONTENT_LIMIT,
  DISCORD_EMBED_LIMIT,
  DISCORD_EMBEDS_LIMIT,
  DISCORD_FOOTER_LIMIT,
  DISCORD_LABEL_LIMIT,
  DISCORD_ROW_LIMIT,
  type DiscordMessage,
  render,
  renderView,
} from '../../../adapters/discord/render.ts';
import { splitSentences } from '../../../src/article/sentences.ts';
import { decodeAction } from '../../../src/chat/action.ts';
import type { Card } from '../../../src/chat/card.ts';
import { span } from '../../../src/offset.ts';
import { hostileText, rangeWithin } from '../../helpers/arbitrary.ts';
import { articleOf } from '../../helpers/article.ts';
import { ANSWERED, chatOver } from '../../helpers/chat.ts';

const chat = chatOver();
const noView = () => undefined;
const [[QUESTION]] = ANSWERED;

/** What Discord shows of Markdown that holds nothing but escapes, bold and small print. */
const shown = (text: string) =>
  text
    .replace(/^-# /gm, '')
    .replace(/(?<!\\)((?:\\\\)*)\*\*/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');

function expectWithinLimits({ content, embeds, components }: DiscordMessage): void {
  expect(content.length).toBeLessThanOrEqual(DISCORD_CONTENT_LIMIT);
  const units = (embed: APIEmbed) =>
    (embed.description?.length ?? 0) + (embed.footer?.text.length ?? 0);
  expect(embeds.reduce((sum, embed) => sum + units(embed), 0)).toBeLessThanOrEqual(
    DISCORD_EMBEDS_LIMIT,
  );
  for (const { description = '', footer } of embeds) {
    expect(description.length).toBeGreaterThan(0);
    expect(description.length).toBeLessThanOrEqual(DISCORD_EMBED_LIMIT);
    expect(footer?.text.length ?? 0).toBeLessThanOrEqual(DISCORD_FOOTER_LIMIT);
  }
  expect(components.length).toBeLessThanOrEqual(DISCORD_ROW_LIMIT);
  const ids = components.flatMap((row) =>
    row.components.map((button) => ('custom_id' in button ? button.custom_id : '')),
  );
  expect(new Set(ids).size).toBe(ids.length);
  for (const row of components) {
    expect(row.components.length).toBeLessThanOrEqual(DISCORD_BUTTON_LIMIT);
    for (const button of row.components) {
      if (!('custom_id' in button)) throw new Error('a button without an id');
      expect(button.custom_id.length).toBeLessThanOrEqual(100);
      expect(button.label?.length).toBeGreaterThan(0);
      expect(button.label!.length).toBeLessThanOrEqual(DISCORD_LABEL_LIMIT);
    }
  }
}

describe('escapeMarkdown', () => {
  it('leaves text without marks as it is', () => {
    const text = '2022年，供水总量达8.6亿立方米（同比增长3.2%）；“甲”—乙…';
    expect(escapeMarkdown(text)).toBe(text);
  });

  it.each([
    ['**粗** *斜* __下__ ~~删~~', '\\*\\*粗\\*\\* \\*斜\\* \\_\\_下\\_\\_ \\~\\~删\\~\\~'],
    ['||剧透|| `码`', '\\|\\|剧透\\|\\| \\`码\\`'],
    ['[甲](http://x.io)', '\\[甲\\](http\\://x.io)'],
    ['<@1> @everyone <#2> <t:3:R>', '\\<\\@1\\> \\@everyone \\<\\#2\\> \\<t:3:R\\>'],
    ['# 题\n> 引\n- 项\n1. 项', '\\# 题\n\\> 引\n\\- 项\n1\\. 项'],
    ['discord.gg/abc', 'discord.gg\\/abc'],
    ['3.14 和 10:30 和 -5', '3.14 和 10:30 和 -5'],
  ])('%j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('loses and adds no character that is shown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(escapeMarkdown(text).replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(text);
      }),
    );
  });

  it('sets runs in bold, but no white space alone', () => {
    expect(
      withBold('甲乙 丙*', [
        [0, 1],
        [2, 3],
        [3, 5],
      ]),
    ).toBe('**甲**乙 **丙\\***');
  });
});

describe('an answer too long for the content', () => {
  const sentence = (i: number) => `第${i}处水厂日处理能力为${i}.5万吨，同比增长3.2%。`;
  const long = Array.from({ length: 300 }, (_, i) => sentence(i)).join('');
  const at = long.indexOf('第250处');

  it('shows the sentences around what answers, and says that others are left out', () => {
    const message = render(
      {
        answered: true,
        blocks: [{ kind: 'quote', text: long, bold: [[at, at + 5]] }],
        buttons: [],
      },
      noView,
    );
    expectWithinLimits(message);
    const [quote, note] = message.embeds[0]!.description!.split('\n-# ');
    expect(quote).toContain('**第250处**');
    expect(note).toMatch(/原文段落/);
    expect(long).toContain(shown(quote!));
    expect(shown(quote!)).toMatch(/^第\d+处[\s\S]*。$/);
  });

  it('leads by its buttons to every sentence of the paragraph', () => {
    const page = articleOf('long', `长段公报\n\n${long}\n\n另有水厂12座。\n`);
    const over = chatOver([page]);
    const card = over.ask('第250处水厂日处理能力是多少？');
    const message = render(card, over.view);
    expectWithinLimits(message);
    let state: Pick<DiscordMessage, 'embeds' | 'components'> = message;
    let text = '';
    const press = (label: RegExp): boolean => {
      const button = state.components
        .flatMap((row) => row.components)
        .find((each) => 'label' in each && label.test(each.label ?? ''));
      if (!button || !('custom_id' in button)) return false;
      const { action, kept } = decodeAction(button.custom_id)!;
      if (action.kind !== 'show') throw new Error(action.kind);
      state = renderView(action, state, kept, over.view)!;
      expectWithinLimits({ content: '', ...state });
      return true;
    };
    expect(press(/原文段落/)).toBe(true);
    const quoted = () =>
      shown(state.embeds.at(-1)!.description!).replace(/^相关段落.*\n|^本段.*\n/, '');
    do text += quoted();
    while (press(/后文/));
    expect(text).toBe(long);
  });
});

describe('whatever a card holds', () => {
  const label = fc.string({ minLength: 1, maxLength: 200 });
  const button = fc
    .tuple(label, fc.integer({ min: 1, max: 0xffffffff }))
    .map(([each, article]) => ({
      label: each,
      action: { kind: 'article', article } as const,
    }));

  it('a message holds to Discord’s limits and quotes only whole runs of the article', () => {
    fc.assert(
      fc.property(
        hostileText.chain((quote) =>
          fc.tuple(fc.constant(quote), fc.array(rangeWithin(quote.length), { maxLength: 40 })),
        ),
        hostileText,
        fc.uniqueArray(button, { maxLength: 12, selector: ({ action }) => action.article }),
        ([quote, ranges], own, buttons) => {
          const bold = ranges
            .toSorted((a, b) => a[0] - b[0])
            .filter((each, i, all) => i === 0 || each[0] >= all[i - 1]![1]);
          const card: Card = {
            answered: true,
            blocks: [
              { kind: 'quote', text: quote, bold },
              { kind: 'figure', text: '超25亿元', about: own },
              { kind: 'citation', text: `——《${own}》第1段` },
              { kind: 'note', text: own },
            ],
            buttons: buttons.map((each) => [each]),
          };
          const message = render(card, noView);
          expectWithinLimits(message);
          const lead = message.embeds[0]?.description?.split('\n-# 这里只列出')[0];
          const said = shown(lead ?? message.content);
          if (lead === undefined)
            expect(said.startsWith(shown(escapeMarkdown(quote)).split('\n')[0]!)).toBe(true);
          else expect(quote).toContain(said);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('nothing is cut inside a sentence that has room in a message', () => {
    fc.assert(
      fc.property(hostileText, fc.double({ min: 0, max: 1, noNaN: true }), (quote, place) => {
        const sentences = splitSentences(quote, span(0, quote.length)).map((each) => each.span);
        fc.pre(sentences.length > 0);
        fc.pre(
          sentences.every(
            ({ start, end }) => escapeMarkdown(quote.slice(start, end)).length < 2500,
          ),
        );
        const at = Math.min(Math.floor(place * quote.length), quote.length - 1);
        const { embeds } = render(
          {
            answered: true,
            blocks: [{ kind: 'quote', text: quote, bold: [[at, at + 1]] }],
            buttons: [],
          },
          noView,
        );
        const lead = embeds[0]?.description?.split('\n-# 这里只列出')[0];
        if (lead === undefined) return;
        const from = quote.indexOf(shown(lead));
        expect(from).toBeGreaterThanOrEqual(0);
        const edges = [0, quote.length, ...sentences.map(({ start }) => start as number)];
        // the same words may stand in several places: one of them must begin and end with sentences
        const fits = edges.some(
          (start) =>
            edges.includes(start + shown(lead).length) && quote.startsWith(shown(lead), start),
        );
        expect(fits).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  it('a view holds to the limits too', () => {
    const show = chat.ask(QUESTION).view!;
    const message = render(chat.ask(QUESTION), chat.view);
    const view = renderView({ ...show, manner: 'open' }, message, 0, chat.view)!;
    expectWithinLimits({ content: message.content, ...view });
    expect(view.embeds).toHaveLength(1);
  });
});
