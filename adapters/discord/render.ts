import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { decodeAction, encodeAction, withShown } from '../../src/chat/button-action.ts';
import type { Block, Button, Card, Link, Range, View } from '../../src/chat/card.ts';
import type { Chat, Viewed } from '../../src/chat/chat.ts';
import { parts, shorten } from '../../src/chat/split.ts';
import {
  DISCORD_BUTTON_LABEL_LIMIT,
  DISCORD_CONTENT_LIMIT,
  DISCORD_EMBED_AUTHOR_LIMIT,
  DISCORD_EMBED_DESCRIPTION_LIMIT,
  DISCORD_EMBED_FIELD_NAME_LIMIT,
  DISCORD_EMBED_FIELD_VALUE_LIMIT,
  DISCORD_EMBED_FOOTER_LIMIT,
  DISCORD_EMBED_TITLE_LIMIT,
  DISCORD_ROW_LIMIT,
} from './limits.ts';
import { escapeMarkdown, withBold } from './markdown.ts';

/** Our own words are short, but may repeat a word of the question. */
const WORDS_LIMIT = 300;
/** Runs in bold that a quotation has at most, and the units that the marks of one take. */
const BOLD_LIMIT = 10;
const BOLD_MARKS = 4;

/** The chat in the language of whom a message is for. */
type Speaking = Pick<Chat, 'view' | 'texts'>;

/** What a message is to be, beside whom it answers. */
export interface DiscordMessage {
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly components: APIActionRowComponent<APIButtonComponent>[];
}

/**
 * A card as one message: the answer as its content, the view below it as an embed. A quotation
 * without room in the content stands in the embed, where a view takes its place.
 */
export function render(card: Card, chat: Speaking): DiscordMessage {
  const quote = card.blocks.find((block) => block.kind === 'quote');
  const others = card.blocks.filter((block) => block !== quote);
  const bold = quote?.bold.slice(0, BOLD_LIMIT) ?? [];
  const marked = quote ? lines(quote).join('\n') : '';
  const room = DISCORD_CONTENT_LIMIT - fill(others).length - 2;
  const inContent = marked.length <= room;

  const shown = inContent || !card.view ? card.view : { ...card.view, closes: false };
  const view = shown && chat.view(shown, DISCORD_EMBED_DESCRIPTION_LIMIT, sizeOf);
  const embed =
    quote && !inContent ? leadEmbed(quote.text, bold, chat.texts.leftOut) : view && viewEmbed(view);
  return {
    content: inContent ? fill(card.blocks) : fill(others),
    embeds: embed ? [embed] : [],
    components: rows([view?.buttons ?? [], ...withLink(card)]),
  };
}

/** The view that a button leads to, over the buttons that stay; undefined when it has expired. */
export function renderView(
  action: Viewed,
  components: readonly APIActionRowComponent<APIButtonComponent>[],
  viewOf: Chat['view'],
): Omit<DiscordMessage, 'content'> | undefined {
  const view = viewOf(action, DISCORD_EMBED_DESCRIPTION_LIMIT - BOLD_MARKS, sizeOf);
  if (view === undefined) return undefined;
  const embed = viewEmbed(view);
  // the first row is the view's own; a list of figures has none
  const others = action.kind === 'show' ? components.slice(1) : components;
  const votes = others.map((row) => ({
    ...row,
    components: row.components.map((button) => voteFor(button, view.shown)),
  }));
  return { embeds: embed ? [embed] : [], components: [...rows([view.buttons]), ...votes] };
}

/** A button that stays below a view; a vote becomes one for the paragraph that is open. */
function voteFor(button: APIButtonComponent, shown: View['shown']): APIButtonComponent {
  const pressed = 'custom_id' in button ? decodeAction(button.custom_id) : undefined;
  if (pressed?.action.kind !== 'vote') return button;
  return { ...button, custom_id: encodeAction(withShown(pressed.action, shown)) } as typeof button;
}

/** The rows of a message after one of their buttons unfolded into rows of others. */
export function unfold(
  components: readonly APIActionRowComponent<APIButtonComponent>[],
  pressed: string,
  buttons: readonly Button[],
): APIActionRowComponent<APIButtonComponent>[] {
  const others = components
    .map((row) => ({
      ...row,
      components: row.components.filter(
        (each) => !('custom_id' in each && each.custom_id === pressed),
      ),
    }))
    .filter((row) => row.components.length > 0);
  const room = DISCORD_ROW_LIMIT - others.length;
  return [...others, ...rows(buttons.slice(0, room).map((button) => [button]))];
}

const sizeOf = (text: string) => escapeMarkdown(text).length;

/** The quotation has the description to itself; what is said of it stands around it. */
function viewEmbed({ blocks }: View): APIEmbed | undefined {
  const find = <K extends Block['kind']>(kind: K) =>
    blocks.find((block): block is Extract<Block, { kind: K }> => block.kind === kind);
  const [quote, note, figure, citation] = [
    find('quote'),
    find('note'),
    find('figure'),
    find('citation'),
  ];
  // Discord has nothing that unfolds: the button opens it
  if (quote === undefined || quote.folded) return undefined;
  return {
    description: withBold(quote.text, quote.bold),
    ...(note && { author: { name: shorten(note.text, DISCORD_EMBED_AUTHOR_LIMIT) } }),
    ...(figure && {
      fields: [
        {
          name: shorten(escapeMarkdown(figure.text), DISCORD_EMBED_FIELD_NAME_LIMIT),
          value: shorten(escapeMarkdown(figure.about) || '—', DISCORD_EMBED_FIELD_VALUE_LIMIT),
        },
      ],
    }),
    ...(citation && cited(citation)),
  };
}

/** A footer takes no link, a title does. */
function cited({ text, url }: { readonly text: string; readonly url?: string }): APIEmbed {
  return url === undefined
    ? { footer: { text: shorten(text, DISCORD_EMBED_FOOTER_LIMIT) } }
    : { title: shorten(escapeMarkdown(text), DISCORD_EMBED_TITLE_LIMIT), url };
}

/** Of a lead too long for the content, as many whole sentences around what answers as have room. */
function leadEmbed(text: string, bold: readonly Range[], leftOut: string): APIEmbed {
  const room = DISCORD_EMBED_DESCRIPTION_LIMIT - BOLD_MARKS * bold.length;
  const [first = 0] = bold[0] ?? [];
  const all = parts(text, room, sizeOf);
  const [start, end] = all.find(([, stop]) => first < stop) ?? [0, 0];
  const inside = bold
    .filter((run) => run[0] >= start && run[1] <= end)
    .map(([from, to]): Range => [from - start, to - start]);
  return {
    description: withBold(text.slice(start, end), inside),
    ...(all.length > 1 && { footer: { text: leftOut } }),
  };
}

function lines(block: Block): string[] {
  switch (block.kind) {
    case 'quote': {
      const mark = block.number === undefined ? '' : `${block.number}\\. `;
      return [mark + withBold(block.text, block.bold.slice(0, BOLD_LIMIT))];
    }
    case 'figure': {
      const { text, about, number } = block;
      const mark = number === undefined ? '•' : `${number}\\.`;
      return [
        `${mark} **${escapeMarkdown(text)}**　${escapeMarkdown(shorten(about, WORDS_LIMIT))}`,
      ];
    }
    case 'citation': {
      const text = escapeMarkdown(shorten(block.text, WORDS_LIMIT));
      // in angle brackets an address unfolds into no preview
      return [`-# ${block.url === undefined ? text : `[${text}](<${block.url}>)`}`];
    }
    case 'note':
      return [`-# ${escapeMarkdown(shorten(block.text, WORDS_LIMIT))}`];
    case 'words':
      return [escapeMarkdown(shorten(block.text, WORDS_LIMIT))];
  }
}

/**
 * The lines of all blocks, each quotation set off from what follows. Where they have no room, lines of
 * figures and of our own words are left out, the last first: never where a quotation stands, and what
 * is said of it.
 */
function fill(blocks: readonly Block[]): string {
  const all = blocks.map((block) => ({
    kind: block.kind,
    text: `${lines(block).join('\n')}${block.kind === 'quote' ? '\n' : ''}`,
  }));
  const length = () => all.reduce((sum, { text }) => sum + text.length + 1, -1);
  for (const kind of ['figure', 'words', 'note'] as const) {
    while (length() > DISCORD_CONTENT_LIMIT) {
      const last = all.findLastIndex((each) => each.kind === kind);
      if (last < 0) break;
      all.splice(last, 1);
    }
  }
  return all.map(({ text }) => text).join('\n');
}

function withLink({ buttons: [first = [], ...others], link }: Card): (Button | Link)[][] {
  return [[...first, ...(link ? [link] : [])], ...others.map((row) => [...row])];
}

/** Discord's five rows of five; where a card has more rows, their buttons are set closer. */
export function rows(
  all: readonly (readonly (Button | Link)[])[],
): APIActionRowComponent<APIButtonComponent>[] {
  const filled = all.filter((row) => row.length > 0);
  const buttons = filled.flat().slice(0, DISCORD_ROW_LIMIT * DISCORD_ROW_LIMIT);
  const closer = Array.from({ length: Math.ceil(buttons.length / DISCORD_ROW_LIMIT) }, (_, i) =>
    buttons.slice(i * DISCORD_ROW_LIMIT, (i + 1) * DISCORD_ROW_LIMIT),
  );
  return (filled.length <= DISCORD_ROW_LIMIT ? filled : closer).map((row) => ({
    type: ComponentType.ActionRow,
    components: row.map(buttonOf),
  }));
}

function buttonOf(button: Button | Link): APIButtonComponent {
  const label = shorten(button.label, DISCORD_BUTTON_LABEL_LIMIT);
  const type = ComponentType.Button;
  if ('url' in button) return { type, style: ButtonStyle.Link, label, url: button.url };
  const style = button.action.kind === 'ask' ? ButtonStyle.Primary : ButtonStyle.Secondary;
  return { type, style, label, custom_id: encodeAction(button.action) };
}
