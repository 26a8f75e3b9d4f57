import type { Article } from '../article/article.ts';
import {
  ASKS_OUTLINE,
  ASKS_TO_SUM_UP,
  BOT_QUESTIONS,
  type BotQuestion,
  TITLE_ASKED_FOR,
  TOPIC_ASKED_FOR,
} from './data/bot-questions.ts';
import { articlesTitled } from './named-article.ts';

/** A message that asks nothing of the articles' text. */
export interface ToBot {
  readonly kind: BotQuestion;
  /** The articles that it names, of an outline. */
  readonly named?: readonly Article[];
}

/**
 * What a normalised message says to the bot itself: thanks, chatter, a call for help, for the list of
 * articles or for the outline of one. Undefined where it asks of what the articles tell.
 */
export function toBot(normalized: string, articles: readonly Article[]): ToBot | undefined {
  const said = lettersOf(normalized);
  const found = BOT_QUESTIONS.find(({ pattern }) => pattern.test(said));
  if (found !== undefined) return { kind: found.kind };
  const title =
    titleAskedFor(normalized) ??
    (TOPIC_ASKED_FOR.exec(said) ?? TITLE_ASKED_FOR.exec(said))?.groups?.['topic'];
  const named = title === undefined ? [] : articlesTitled(title, articles);
  return named.length === 0 ? undefined : { kind: 'outline', named };
}

/** The articles that a message names by title and asks nothing of: 《滨江科技一年间》, or 那《滨江科技一年间》呢. */
export function titleAlone(normalized: string, articles: readonly Article[]): readonly Article[] {
  const title = /^[是那]?《([^《》]{2,})》(?:呢|这篇|那篇|的)?[\s?!.。]*$/u.exec(
    normalized.trim(),
  )?.[1];
  return title === undefined ? [] : articlesTitled(title, articles);
}

/** The title in 《滨江科技一年间》讲了什么, in 总结一下《滨江科技一年间》, and of 《滨江科技一年间》 alone. */
function titleAskedFor(normalized: string): string | undefined {
  const [, before = '', title, behind = ''] =
    /^([^《》]*)《([^《》]{2,})》([^《》]*)$/u.exec(normalized) ?? [];
  const [opening, closing] = [lettersOf(before), lettersOf(behind)];
  const isAsked =
    (opening === '' && (closing === '' || ASKS_OUTLINE.test(closing))) ||
    (ASKS_TO_SUM_UP.test(opening) && closing === '');
  return isAsked ? title : undefined;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}/]+/gu, '');
}
