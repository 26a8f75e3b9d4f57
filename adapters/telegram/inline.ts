import type { Context } from 'grammy';
import type { InlineQueryResultArticle } from 'grammy/types';
import type { Chat, Quotation } from '../../src/chat/chat.ts';
import { shorten } from '../../src/chat/split.ts';
import { renderQuotation } from './render.ts';

/** Telegram takes 50; ten are read. */
const RESULTS = 10;
/** Seconds that Telegram may give everybody the same results. */
const CACHE_SECONDS = 300;
const TITLE_LIMIT = 60;
const DESCRIPTION_LIMIT = 120;

type InlineContext = Pick<Context, 'me' | 'answerInlineQuery'> & {
  readonly inlineQuery: { readonly query: string; readonly offset: string };
};

/**
 * Offers the passages that answer a query, to be pasted anywhere; where none does, says so.
 * `isPersonal` keeps Telegram from handing them to others who ask the same.
 */
export async function answerInline(
  ctx: InlineContext,
  chat: Chat,
  isPersonal: boolean,
): Promise<void> {
  const { query, offset } = ctx.inlineQuery;
  // all there is comes at once: there is no second page
  if (offset !== '') {
    await ctx.answerInlineQuery([], { is_personal: isPersonal, cache_time: CACHE_SECONDS });
    return;
  }
  const { quotations, notice } = await chat.quotations(query);
  const shown = quotations.slice(0, RESULTS);
  await ctx.answerInlineQuery(
    shown.map((quotation, i) => result(quotation, i, ctx.me.username, chat)),
    {
      is_personal: isPersonal,
      cache_time: CACHE_SECONDS,
      ...(shown.length === 0 && {
        // an unknown payload gets the ordinary welcome
        button: { text: shorten(notice, TITLE_LIMIT), start_parameter: 'ask' },
      }),
    },
  );
}

/**
 * Offers nothing to who may not ask, or not so fast, and says why.
 * @param seconds for which Telegram may repeat it
 */
export async function refuseInline(
  ctx: InlineContext,
  why: string,
  seconds = CACHE_SECONDS,
): Promise<void> {
  await ctx.answerInlineQuery([], {
    is_personal: true,
    cache_time: seconds,
    button: { text: shorten(why, TITLE_LIMIT), start_parameter: 'ask' },
  });
}

function result(
  quotation: Quotation,
  place: number,
  username: string,
  chat: Chat,
): InlineQueryResultArticle {
  const { text, source, ref } = quotation;
  const { text: message_text, entities } = renderQuotation(quotation);
  const url = `https://t.me/${username}?start=${chat.link(ref)}`;
  return {
    type: 'article',
    id: `${place}-${chat.link(ref)}`,
    title: shorten(text, TITLE_LIMIT),
    description: shorten(source, DESCRIPTION_LIMIT),
    input_message_content: {
      message_text,
      entities,
      link_preview_options: { is_disabled: true },
    },
    reply_markup: { inline_keyboard: [[{ text: chat.texts.wholeParagraph, url }]] },
  };
}
