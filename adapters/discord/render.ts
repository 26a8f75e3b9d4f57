import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { encodeAction } from '../../src/chat/action.ts';
import type { Block, Button, Card, Range } from '../../src/chat/card.ts';
import type { Chat, Viewed } from '../../src/chat/chat.ts';
import { parts, shorten } from '../../src/chat/split.ts';
import { LEFT_OUT } from '../../src/chat/texts.ts';
import { escapeMarkdown, withBold } from './markdown.ts';

/** UTF-16 units, but for the last two, which are counts. */
export const DISCORD_CONTENT_LIMIT = 2000;
export const DISCORD_EMBED_LIMIT = 4096;
export const DISCORD_EMBEDS_LIMIT = 6000;
export const DISCORD_FOOTER_LIMIT = 2048;
export const DISCORD_LABEL_LIMIT = 80;
export const DISCORD_ROW_LIMIT = 5;
export const DISCORD_BUTTON_LIMIT = 5;

/** A lead without room in the content has this much of an embed, and leaves the rest to a view. */
const LEAD_ROOM = 2800;
/** Left in a view's embed beside its quotation: its place in the list, figures, citation. */
const VIEW_FRAME = 1000;
/** Our own words are short, but may repeat a word of the question. */
const WORDS_LIMIT = 300;
/** Runs in bold, each of which takes four more units. */
const BOLD_LIMIT = 20;

/** What a message is to be, beside whom it answers. */
export interface DiscordMessage {
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly components: APIActionRowComponent<APIButtonComponent>[];
}

/** A card as one message: the answer as its content, the view below it as an embed. */
export function render(card: Card, viewOf: Chat['view']): DiscordMessage {
  const plain = card.blocks.filter(({ kind }) => kind !== 'quote').flatMap(line);
  const [quote] = card.blocks.filter((block) => block.kind === 'quote');
  const room = DISCORD_CONTENT_LIMIT - plain.join('\n').length - 2;
  const bold = quote?.bold.slice(0, BOLD_LIMIT) ?? [];
  const marked = quote && withBold(quote.text, bold);
  const inContent = marked !== undefined && marked.length <= room;
  const lead = quote && !inContent ? leadEmbed(quote.text, bold) : undefined;
  const lines = quote ? around(card.blocks, inContent ? marked : undefined) : plain;
  const message = below(lead ? [lead] : [], card.view, viewOf);
  return {
    content: fill(lines),
    embeds: message?.embeds ?? (lead ? [lead] : []),
    components: rows([message?.buttons ?? [], ...card.buttons], lead ? 1 : 0),
  };
}

/** What a button that changes a view finds on its message. */
export interface Pressed {
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIActionRowComponent<APIButtonComponent>[];
}

/**
 * The embeds and buttons of a message after a button changed its view; its content and first `kept`
 * embeds stay. Undefined when the button has expired.
 */
export function renderView(
  action: Viewed,
  { embeds, components }: Pressed,
  kept: number,
  viewOf: Chat['view'],
): Omit<DiscordMessage, 'content'> | undefined {
  const view = below(embeds.slice(0, kept), action, viewOf);
  if (view === undefined) return undefined;
  // the first row is the view's own; a list of figures has none
  const others = action.kind === 'show' ? components.slice(1) : [...components];
  return { embeds: view.embeds, components: [...rows([view.buttons], kept), ...others] };
}

function below(
  above: readonly APIEmbed[],
  action: Viewed | undefined,
  viewOf: Chat['view'],
): { readonly embeds: APIEmbed[]; readonly buttons: readonly Button[] } | undefined {
  if (action === undefined) return undefined;
  const taken = above.reduce((sum, { description = '' }) => sum + description.length, 0);
  const room = Math.min(DISCORD_EMBED_LIMIT, DISCORD_EMBEDS_LIMIT - taken) - VIEW_FRAME;
  const view = viewOf(action, room, (text) => escapeMarkdown(text).length);
  if (view === undefined) return undefined;
  const shown = view.blocks.filter((block) => !(block.kind === 'quote' && block.folded));
  const citation = shown.find(({ kind }) => kind === 'citation');
  const lines = shown.filter(({ kind }) => kind !== 'citation').flatMap(line);
  const embed = {
    description: lines.join('\n'),
    ...(citation && { footer: { text: shorten(citation.text, DISCORD_FOOTER_LIMIT) } }),
  };
  return { embeds: lines.length > 0 ? [...above, embed] : [...above], buttons: view.buttons };
}

/** Of a lead too long for the content, the sentences around what answers. */
function leadEmbed(text: string, bold: readonly Range[]): APIEmbed {
  const [first = 0] = bold[0] ?? [];
  const size = (part: string) => escapeMarkdown(part).length;
  const all = parts(text, LEAD_ROOM - 4 * BOLD_LIMIT, size);
  const [start, end] = all.find(([, stop]) => first < stop) ?? [0, 0];
  const inside = bold
    .filter((run) => run[0] >= start && run[1] <= end)
    .map(([from, to]): Range => [from - start, to - start]);
  const quote = withBold(text.slice(start, end), inside);
  return { description: all.length > 1 ? `${quote}\n-# ${LEFT_OUT}` : quote };
}

/** The lines of an answer, with its quotation in its place where it has room in the content. */
function around(blocks: readonly Block[], quote: string | undefined): string[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'quote') return line(block);
    return quote === undefined ? [] : [quote, ''];
  });
}

function line(block: Block): string[] {
  switch (block.kind) {
    case 'quote':
      return [withBold(block.text, block.bold.slice(0, BOLD_LIMIT))];
    case 'figure': {
      const { text, about, number } = block;
      const mark = number === undefined ? '•' : `${number}\\.`;
      return [
        `${mark} **${escapeMarkdown(text)}**　${escapeMarkdown(shorten(about, WORDS_LIMIT))}`,
      ];
    }
    case 'citation':
    case 'note':
      return [`-# ${escapeMarkdown(shorten(block.text, WORDS_LIMIT))}`];
    case 'words':
      return [escapeMarkdown(shorten(block.text, WORDS_LIMIT))];
  }
}

/** As many whole lines as have room. */
function fill(lines: readonly string[]): string {
  let text = '';
  for (const each of lines) {
    const longer = text === '' ? each : `${text}\n${each}`;
    if (longer.length > DISCORD_CONTENT_LIMIT) break;
    text = longer;
  }
  return text;
}

/** Discord's five rows of five; where a card has more rows, their buttons are set closer. */
function rows(
  all: readonly (readonly Button[])[],
  kept: number,
): APIActionRowComponent<APIButtonComponent>[] {
  const filled = all.filter((row) => row.length > 0);
  const buttons = filled.flat().slice(0, DISCORD_ROW_LIMIT * DISCORD_BUTTON_LIMIT);
  const fits = filled.length <= DISCORD_ROW_LIMIT;
  const laid = fits
    ? filled
    : Array.from({ length: Math.ceil(buttons.length / DISCORD_BUTTON_LIMIT) }, (_, i) =>
        buttons.slice(i * DISCORD_BUTTON_LIMIT, (i + 1) * DISCORD_BUTTON_LIMIT),
      );
  return laid.map((row) => ({
    type: ComponentType.ActionRow,
    components: row.map(({ label, action }) => ({
      type: ComponentType.Button,
      style: action.kind === 'ask' ? ButtonStyle.Primary : ButtonStyle.Secondary,
      label: shorten(label, DISCORD_LABEL_LIMIT),
      custom_id: encodeAction(action, kept),
    })),
  }));
}
