import type { APIEmbed } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DISCORD_BUTTON_LABEL_LIMIT,
  DISCORD_CONTENT_LIMIT,
  DISCORD_EMBED_AUTHOR_LIMIT,
  DISCORD_EMBED_DESCRIPTION_LIMIT,
  DISCORD_EMBED_FIELD_NAME_LIMIT,
  DISCORD_EMBED_FIELD_VALUE_LIMIT,
  DISCORD_EMBED_FOOTER_LIMIT,
  DISCORD_ROW_LIMIT,
} from '../../../adapters/discord/limits.ts';
import { escapeMarkdown } from '../../../adapters/discord/markdown.ts';
import { type DiscordMessage, render, renderView } from '../../../adapters/discord/render.ts';
import { splitSentences } from '../../../src/article/text/sentences.ts';
import { decodeAction } from '../../../src/chat/button-action.ts';
import type { Card } from '../../../src/chat/card.ts';
import { span } from '../../../src/util/span.ts';
import { hostileText, rangeWithin } from '../../helpers/arbitrary.ts';
import { articleOf } from '../../helpers/article.ts';
import { ANSWERED, chatOver } from '../../helpers/chat.ts';

const chat = await chatOver();
const speechless = { view: () => undefined, texts: chat.texts };
const [[QUESTION]] = ANSWERED;

/** Discord's limit on all embeds of a message together. */
const EMBEDS_LIMIT = 6000;

/** What Discord shows of Markdown that holds nothing but escapes, bold and small print. */
const shown = (text: string) =>
  text
    .replace(/^-# /gm, '')
    .replace(/(?<!\\)((?:\\\\)*)\*\*/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');

function expectWithinLimits({ content, embeds, components }: DiscordMessage): void {
  expect(content.length).toBeLessThanOrEqual(DISCORD_CONTENT_LIMIT);
  const texts = embeds.flatMap(({ description, footer, author, fields = [] }: APIEmbed) => [
    [description, DISCORD_EMBED_DESCRIPTION_LIMIT] as const,
    [footer?.text, DISCORD_EMBED_FOOTER_LIMIT] as const,
    [author?.name, DISCORD_EMBED_AUTHOR_LIMIT] as const,
    ...fields.flatMap(({ name, value }) => [
      [name, DISCORD_EMBED_FIELD_NAME_LIMIT] as const,
      [value, DISCORD_EMBED_FIELD_VALUE_LIMIT] as const,
    ]),
  ]);
  for (const [text, limit] of texts) {
    if (text === undefined) continue;
    expect(text.length).toBeGreaterThan(0);
    expect(text.length).toBeLessThanOrEqual(limit);
  }
  const all = texts.reduce((sum, [text = '']) => sum + text.length, 0);
  expect(all).toBeLessThanOrEqual(EMBEDS_LIMIT);
  expect(components.length).toBeLessThanOrEqual(DISCORD_ROW_LIMIT);
  const buttons = components.flatMap((row) => {
    expect(row.components.length).toBeLessThanOrEqual(DISCORD_ROW_LIMIT);
    return row.components.flatMap((button) => ('custom_id' in button ? [button] : []));
  });
  expect(new Set(buttons.map(({ custom_id }) => custom_id)).size).toBe(buttons.length);
  for (const { custom_id, label = '' } of buttons) {
    expect(custom_id.length).toBeLessThanOrEqual(100);
    expect(label.length).toBeGreaterThan(0);
    expect(label.length).toBeLessThanOrEqual(DISCORD_BUTTON_LABEL_LIMIT);
  }
}

describe('an answer too long for the content', () => {
  const sentence = (i: number) => `第${i}处水厂日处理能力为${i}.5万吨，同比增长3.2%。`;
  const long = Array.from({ length: 160 }, (_, i) => sentence(i)).join('');
  const at = long.indexOf('第150处');

  it('shows the sentences around what answers, and says that others are left out', () => {
    const message = render(
      {
        answered: true,
        blocks: [{ kind: 'quote', text: long, bold: [[at, at + 5]] }],
        buttons: [],
      },
      speechless,
    );
    expectWithinLimits(message);
    const { description = '', footer } = message.embeds[0]!;
    expect(description).toContain('**第150处**');
    expect(footer?.text).toMatch(/原文段落/);
    expect(long).toContain(shown(description));
    expect(shown(description)).toMatch(/^第\d+处[\s\S]*。$/);
  });

  it('leads by its buttons to every sentence of the paragraph', async () => {
    const page = articleOf('long', `长段公报\n\n${long}\n\n另有水厂12座。\n`);
    const over = await chatOver([page]);
    const card = await over.ask('第150处水厂日处理能力是多少？');
    const message = render(card, over);
    expectWithinLimits(message);
    let state: Pick<DiscordMessage, 'embeds' | 'components'> = message;
    let text = '';
    const press = (label: RegExp): boolean => {
      const button = state.components
        .flatMap((row) => row.components)
        .find((each) => 'label' in each && label.test(each.label ?? ''));
      if (!button || !('custom_id' in button)) return false;
      const { action } = decodeAction(button.custom_id)!;
      if (action.kind !== 'show') throw new Error(action.kind);
      state = renderView(action, state.components, over.view)!;
      expectWithinLimits({ content: '', ...state });
      return true;
    };
    expect(press(/原文段落/)).toBe(true);
    const quoted = () => shown(state.embeds.at(-1)!.description!);
    do text += quoted();
    while (press(/后文/));
    expect(text).toBe(long);
  });
});

describe('one sentence as long as an embed', async () => {
  const sentence = `${'甲区水厂改造，'.repeat(560)}合计日处理能力为30万吨。`;
  const over = await chatOver([articleOf('one', `长句公报\n\n${sentence}\n\n另有水厂12座。\n`)]);
  const quoted = ({ embeds }: Pick<DiscordMessage, 'embeds'>) =>
    shown(embeds[0]?.description ?? '');

  it('is shown whole, as an answer and as a figure’s sentence', async () => {
    expect(sentence.length).toBeGreaterThan(3900);
    const answer = render(await over.ask('合计日处理能力是多少？'), over);
    expectWithinLimits(answer);
    expect(quoted(answer)).toBe(sentence);
    const figure = render(await over.stat({ words: ['日处理能力'] }), over);
    expectWithinLimits(figure);
    expect(quoted(figure)).toBe(sentence);
    expect(figure.components.flatMap((row) => row.components)).not.toEqual([]);
    const view = renderView((await over.ask('合计日处理能力是多少？')).view!, [], over.view);
    expect(view === undefined || quoted(view) === sentence || view.embeds.length === 0).toBe(true);
  });
});

describe('an answer with a hundred figures', async () => {
  const list = Array.from({ length: 100 }, (_, i) => `水厂${i + 1}号投资${i + 1}亿元`).join('，');
  const over = await chatOver([articleOf('list', `投资公报\n\n${list}。\n`)]);

  it('keeps its citation, and says that figures are left out', async () => {
    const message = render(await over.ask('水厂投资多少？'), over);
    expectWithinLimits(message);
    expect(message.content).toMatch(/-# ——《投资公报》第1段/);
    expect(message.content).toMatch(/共\d+个数字，这里列出前\d个/);
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
          const message = render(card, speechless);
          expectWithinLimits(message);
          const lead = message.embeds[0]?.description;
          if (lead === undefined)
            expect(shown(message.content)).toContain(shown(escapeMarkdown(quote)));
          else expect(quote).toContain(shown(lead));
          // where it stands is never left out
          expect(message.content).toContain('-# ——《');
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
            ({ start, end }) =>
              escapeMarkdown(quote.slice(start, end)).length < DISCORD_EMBED_DESCRIPTION_LIMIT - 4,
          ),
        );
        const at = Math.min(Math.floor(place * quote.length), quote.length - 1);
        const { embeds } = render(
          {
            answered: true,
            blocks: [{ kind: 'quote', text: quote, bold: [[at, at + 1]] }],
            buttons: [],
          },
          speechless,
        );
        const lead = embeds[0]?.description;
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

  it('a view holds to the limits too', async () => {
    const show = (await chat.ask(QUESTION)).view!;
    const message = render(await chat.ask(QUESTION), chat);
    const view = renderView({ ...show, manner: 'open' }, message.components, chat.view)!;
    expectWithinLimits({ content: message.content, ...view });
    expect(view.embeds).toHaveLength(1);
  });
});
