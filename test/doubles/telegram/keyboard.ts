import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import { badRequest } from './refusal.ts';

const BUTTON_LIMIT = 100;
const DATA_LIMIT = 64;
const COPY_LIMIT = 256;

/** Fields of a button that say what it does: it has one of them. */
const ACTIONS = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
];

/** Checks reply markup of any kind; the inline keyboard in it without empty rows, or undefined for none. */
export function inlineKeyboard(markup: object | undefined): InlineKeyboardMarkup | undefined {
  if (markup === undefined || !('inline_keyboard' in markup)) return undefined;
  const rows = (markup as InlineKeyboardMarkup).inline_keyboard.filter((row) => row.length > 0);
  const buttons = rows.flat();
  if (buttons.length > BUTTON_LIMIT) throw badRequest('reply markup is too long');
  for (const button of buttons) checkButton(button);
  return rows.length > 0 ? { inline_keyboard: rows } : undefined;
}

function checkButton(button: InlineKeyboardButton): void {
  if (button.text.trim() === '')
    throw badRequest("can't parse inline keyboard button: button text must be non-empty");
  const actions = ACTIONS.filter((action) => action in button);
  if (actions.length === 0) {
    throw badRequest(
      "can't parse inline keyboard button: text buttons are unallowed in the inline keyboard",
    );
  }
  if (actions.length > 1) {
    throw badRequest(`can't parse inline keyboard button: it has both ${actions.join(' and ')}`);
  }
  if ('callback_data' in button) {
    const bytes = Buffer.byteLength(button.callback_data);
    if (bytes < 1 || bytes > DATA_LIMIT) throw badRequest('BUTTON_DATA_INVALID');
  }
  if ('url' in button && !/^(https?|tg):\/\/\S+$/i.test(button.url))
    throw badRequest('BUTTON_URL_INVALID');
  if ('copy_text' in button) {
    const { length } = button.copy_text.text;
    if (length < 1 || length > COPY_LIMIT) throw badRequest('BUTTON_COPY_TEXT_INVALID');
  }
  if (button.style !== undefined && !['danger', 'success', 'primary'].includes(button.style)) {
    throw badRequest('BUTTON_STYLE_INVALID');
  }
}
