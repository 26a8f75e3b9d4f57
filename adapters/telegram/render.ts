import { FormattedString } from '@grammyjs/parse-mode';
import type { InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity } from 'grammy/types';
import {
  type Action,
  decodeAction,
  encodeAction,
  withShown,
} from '../../src/chat/button-action.ts';
import type { Block, Button, Card, Link, Picture, View } from '../../src/chat/card.ts';
import type { Chat, Quotation, Viewed } from '../../src/chat/chat.ts';
import { voteMark } from '../../src/chat/reply-card.ts';
import { parts, shorten } from '../../src/chat/split.ts';

/** UTF-16 units of a message's text. */
export const TELEGRAM_MESSAGE_LIMIT = 4096;
/** UTF-16 units of the text below a photo. */
const TELEGRAM_CAPTION_LIMIT = 1024;
/** Telegram keeps the first so many entities and drops the rest without a word. */
const ENTITY_LIMIT = 100;
/** UTF-16 units of a button's text: what a phone shows on one line and a half. */
const LABEL_LIMIT = 60;
/** What a view's quotation may take of a message: the rest is for its place in the list, its citation. */
const VIEW_ROOM = TELEGRAM_MESSAGE_LIMIT - 700;

const NOTHING = new FormattedString('');

/** What sendMessage takes, beside the chat; or sendPhoto, with the text for a caption. */
export interface TelegramMessage {
  readonly photo?: Picture['png'];
  readonly text: string;
  readonly entities: MessageEntity[];
  readonly reply_markup?: InlineKeyboardMarkup;
}

/**
 * A card as messages: split between sentences where it is too long, buttons under the last. A view
 * without room below the answer is left to its button where it is folded, and follows where not.
 */
export function render(card: Card, viewOf: Chat['view']): TelegramMessage[] {
  if (card.picture !== undefined) return pictured(card, card.picture);
  const messages = pack(card.blocks);
  const view = card.view && viewOf(card.view, VIEW_ROOM);
  const last = messages.pop() ?? NOTHING;
  const joined = below(last, view?.blocks ?? []);
  const fits = joined.text.length <= TELEGRAM_MESSAGE_LIMIT;
  const follows = !fits && card.view?.manner === 'open';
  if (follows) messages.push(last);
  const shown = fits ? joined : follows ? below(NOTHING, view?.blocks ?? []) : last;
  const kept = follows ? 0 : countKept(last.text);
  return [
    ...messages.map((text) => message(text, [])),
    message(shown, [
      ...keyboard([view?.buttons ?? []], kept),
      ...withLink(keyboard(card.buttons, kept), card.link),
    ]),
  ];
}

/** A picture with as much of the text as a caption holds; what is left follows. */
function pictured({ blocks, buttons }: Card, { png }: Picture): TelegramMessage[] {
  const [caption = NOTHING, ...rest] = pack(blocks, TELEGRAM_CAPTION_LIMIT);
  return [
    { photo: png, ...message(caption, rest.length === 0 ? keyboard(buttons, 0) : []) },
    ...rest.map((text, i) => message(text, i === rest.length - 1 ? keyboard(buttons, 0) : [])),
  ];
}

/** A message as Telegram hands it back with a button that was pressed. */
export interface Pressed {
  readonly text: string;
  readonly entities?: readonly MessageEntity[];
  readonly reply_markup?: InlineKeyboardMarkup;
}

/**
 * The message after a button changed its view: its first `kept` UTF-16 units stay, not counting what
 * Telegram drops. `fresh` when the view had no room below them, so that it must be a message of its
 * own. Undefined when the button has expired.
 */
export function renderView(
  action: Viewed,
  { text, entities = [], reply_markup }: Pressed,
  kept: number,
  viewOf: Chat['view'],
): (TelegramMessage & { readonly fresh: boolean }) | undefined {
  const view = viewOf(action, VIEW_ROOM);
  if (view === undefined) return undefined;
  const end = endOfKept(text, kept);
  const answer = end > 0 ? new FormattedString(text, [...entities]).slice(0, end) : NOTHING;
  const joined = below(answer, view.blocks);
  const fresh = joined.text.length > TELEGRAM_MESSAGE_LIMIT;
  const others = fresh ? [] : (reply_markup?.inline_keyboard ?? []).filter((row) => !leadsOn(row));
  const rows = keyboard([view.buttons], fresh ? 0 : countKept(answer.text));
  const votes = others.map((row) => row.map((button) => voteFor(button, view.shown)));
  return { ...message(fresh ? below(NOTHING, view.blocks) : joined, [...rows, ...votes]), fresh };
}

/** The buttons of a message after one of them unfolded into rows of others. */
export function unfold(
  markup: InlineKeyboardMarkup | undefined,
  pressed: string | undefined,
  buttons: readonly Button[],
): { readonly reply_markup: InlineKeyboardMarkup } {
  const rows = (markup?.inline_keyboard ?? []).map((row) =>
    row.filter((button) => !('callback_data' in button && button.callback_data === pressed)),
  );
  const unfolded = keyboard(
    buttons.map((button) => [button]),
    0,
  );
  return {
    reply_markup: { inline_keyboard: [...rows.filter((row) => row.length > 0), ...unfolded] },
  };
}

/**
 * The buttons of a message after a vote: the one pressed is marked where one person alone sees it,
 * and `reasons` stand in a row of their own, or go.
 */
export function markVote(
  markup: InlineKeyboardMarkup | undefined,
  up: boolean,
  marks: boolean,
  reasons: readonly Button[],
): { readonly reply_markup: InlineKeyboardMarkup } {
  const rows = (markup?.inline_keyboard ?? []).flatMap((row): InlineKeyboardButton[][] => {
    if (row.some((button) => actionOf(button)?.kind === 'reason')) return [];
    if (!row.some((button) => actionOf(button)?.kind === 'vote')) return [row];
    const marked = row.map((button) => {
      const action = actionOf(button);
      if (action?.kind !== 'vote') return button;
      const mark = voteMark(action.up);
      return { ...button, text: marks && action.up === up ? `${mark} ✓` : mark };
    });
    return [marked, ...keyboard([reasons], 0)];
  });
  return { reply_markup: { inline_keyboard: rows } };
}

function actionOf(button: InlineKeyboardButton): Action | undefined {
  return 'callback_data' in button ? decodeAction(button.callback_data)?.action : undefined;
}

/** A quotation and its place as one message; of a longer one, the sentences that have room. */
export function renderQuotation({ text, bold, source, url }: Quotation): TelegramMessage {
  const room = TELEGRAM_MESSAGE_LIMIT - source.length - 1;
  const [[, end] = [0, 0]] = parts(text, room);
  const quote = format({ kind: 'quote', text, bold }, false).slice(0, end);
  return message(FormattedString.join([quote, cited(source, url)], '\n'), []);
}

/**
 * Telegram drops these from what it is sent: carriage returns, line and paragraph separators, marks
 * that embed or override the direction of writing, and three combining marks. So they do not count
 * where a button says how much of its message stays.
 */
const DROPPED = /\r|[\u2028-\u202E]|\u030A|\u0333|\u033F/;

function countKept(text: string): number {
  return [...text].reduce((sum, char) => sum + (DROPPED.test(char) ? 0 : char.length), 0);
}

function endOfKept(text: string, kept: number): number {
  let end = 0;
  for (let left = kept; left > 0 && end < text.length; end++)
    if (!DROPPED.test(text.charAt(end))) left -= 1;
  return end;
}

function message(text: FormattedString, rows: InlineKeyboardButton[][]): TelegramMessage {
  return {
    text: text.text,
    entities: limited(text.entities),
    ...(rows.length > 0 && { reply_markup: { inline_keyboard: rows } }),
  };
}

function below(top: FormattedString, blocks: readonly Block[]): FormattedString {
  const shown = blocks.map((block) => format(block, true));
  return FormattedString.join(top.text === '' ? shown : [top, ...shown], '\n');
}

/**
 * As few messages as hold all blocks in order, none inside a sentence unless one alone is too long.
 * @param firstLimit the most that the first of them holds
 */
function pack(
  blocks: readonly Block[],
  firstLimit: number = TELEGRAM_MESSAGE_LIMIT,
): FormattedString[] {
  const messages: FormattedString[] = [];
  let current: FormattedString | undefined;
  for (const [i, block] of blocks.entries()) {
    const limit = messages.length === 0 ? firstLimit : TELEGRAM_MESSAGE_LIMIT;
    const whole = format(block, false);
    const gap = blocks[i - 1]?.kind === 'quote' && block.kind !== 'citation' ? '\n\n' : '\n';
    const joined = current && FormattedString.join([current, whole], gap);
    if (joined && joined.text.length <= limit) {
      current = joined;
      continue;
    }
    if (current) messages.push(current);
    const pieces = parts(whole.text, limit).map(([start, end]) => whole.slice(start, end));
    current = pieces.pop();
    messages.push(...pieces);
  }
  return current ? [...messages, current] : messages;
}

/** Entities instead of marks: nothing in an article can be taken for formatting. */
function format(block: Block, inView: boolean): FormattedString {
  switch (block.kind) {
    case 'quote': {
      const { text, bold, folded, number } = block;
      const entities = bold.map(
        ([start, end]): MessageEntity => ({ type: 'bold', offset: start, length: end - start }),
      );
      const quote = new FormattedString(text, entities);
      if (number !== undefined) return FormattedString.join([`${number}. `, quote]);
      if (folded) return FormattedString.expandableBlockquote(quote);
      return inView ? FormattedString.blockquote(quote) : quote;
    }
    case 'figure': {
      const { text, about, number } = block;
      const mark = number === undefined ? '• ' : `${number}. `;
      return FormattedString.join([mark, FormattedString.bold(text), about ? `　${about}` : '']);
    }
    case 'note':
      return FormattedString.italic(block.text);
    case 'citation':
      return cited(block.text, block.url);
    case 'words':
      return new FormattedString(block.text);
  }
}

/** A citation, which opens the page that it names. */
function cited(text: string, url: string | undefined): FormattedString {
  return url === undefined ? new FormattedString(text) : FormattedString.link(text, url);
}

function limited(entities: readonly MessageEntity[]): MessageEntity[] {
  return entities.slice(0, ENTITY_LIMIT);
}

function keyboard(rows: readonly (readonly Button[])[], kept: number): InlineKeyboardButton[][] {
  return rows
    .filter((row) => row.length > 0)
    .map((row) =>
      row.map(({ label, action }) => ({
        text: shorten(label, LABEL_LIMIT),
        callback_data: encodeAction(action, kept),
      })),
    );
}

/** A button that stays below a view; a vote becomes one for the paragraph that is open. */
function voteFor(button: InlineKeyboardButton, shown: View['shown']): InlineKeyboardButton {
  const pressed = 'callback_data' in button ? decodeAction(button.callback_data) : undefined;
  if (pressed?.action.kind !== 'vote') return button;
  return { ...button, callback_data: encodeAction(withShown(pressed.action, shown), pressed.kept) };
}

function withLink(
  [first = [], ...others]: InlineKeyboardButton[][],
  link: Link | undefined,
): InlineKeyboardButton[][] {
  const opens = link ? [{ text: shorten(link.label, LABEL_LIMIT), url: link.url }] : [];
  return [[...first, ...opens], ...others].filter((row) => row.length > 0);
}

/** The row of a view's own buttons. */
function leadsOn(row: readonly InlineKeyboardButton[]): boolean {
  return row.some((button) => actionOf(button)?.kind === 'show');
}
