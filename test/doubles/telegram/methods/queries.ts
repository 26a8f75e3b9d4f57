import type { InlineQueryResult, InlineQueryResultsButton } from 'grammy/types';
import { inlineKeyboard } from '../keyboard.ts';
import { formatted } from '../parse-mode.ts';
import { badRequest } from '../refusal.ts';
import { CAPTION_LIMIT, TEXT_LIMIT } from '../text.ts';
import type { World } from '../world.ts';
import type { Methods } from './methods.ts';

const CALLBACK_TEXT_LIMIT = 200;
const RESULT_LIMIT = 50;
const ID_LIMIT = 64;
const OFFSET_LIMIT = 64;

/** The methods that answer pressed buttons and inline queries. */
export function queryMethods(world: World) {
  return {
    answerCallbackQuery: (payload) => {
      if ((payload.text ?? '').length > CALLBACK_TEXT_LIMIT) throw badRequest('MESSAGE_TOO_LONG');
      world.queries.answerCallback(payload);
      return true;
    },

    answerInlineQuery: (payload) => {
      const { results, cache_time = 0, next_offset = '', button } = payload;
      if (results.length > RESULT_LIMIT) throw badRequest('RESULTS_TOO_MUCH');
      if (cache_time < 0) throw badRequest('CACHE_TIME_INVALID');
      if (Buffer.byteLength(next_offset) > OFFSET_LIMIT) throw badRequest('NEXT_OFFSET_INVALID');
      for (const result of results) checkResult(result);
      if (new Set(results.map(({ id }) => id)).size < results.length)
        throw badRequest('RESULT_ID_DUPLICATE');
      if (button) checkButton(button);
      world.queries.answerInline(payload);
      return true;
    },
  } satisfies Methods;
}

function checkResult(result: InlineQueryResult): void {
  const bytes = Buffer.byteLength(result.id);
  if (bytes < 1 || bytes > ID_LIMIT) throw badRequest('RESULT_ID_INVALID');
  if (result.type === 'article' && result.title.trim() === '')
    throw badRequest('ARTICLE_TITLE_EMPTY');
  inlineKeyboard(result.reply_markup);
  if ('caption' in result && result.caption !== undefined) {
    const { text } = formatted(result.caption, result.parse_mode, result.caption_entities);
    if (text.length > CAPTION_LIMIT) throw badRequest('MEDIA_CAPTION_TOO_LONG');
  }
  if (!('input_message_content' in result) || result.input_message_content === undefined) return;
  const content = result.input_message_content;
  if (!('message_text' in content)) return;
  const { text } = formatted(content.message_text, content.parse_mode, content.entities);
  if (text === '') throw badRequest("can't parse inline query result: message text is empty");
  if (text.length > TEXT_LIMIT) throw badRequest('MESSAGE_TOO_LONG');
}

function checkButton(button: InlineQueryResultsButton): void {
  if (button.text.trim() === '')
    throw badRequest("can't parse inline query results button: text must be non-empty");
  const start = button.start_parameter;
  if ((start === undefined) === (button.web_app === undefined)) {
    throw badRequest('inline query results button must have exactly one optional field');
  }
  if (start !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(start))
    throw badRequest('START_PARAM_INVALID');
}
