import type { Reason } from '../button-action.ts';

/**
 * Our own words on chat platforms, in one language: each file beside this one is one. What stands
 * with a reply is in `reply/messages`; what speaks of one platform's commands, beside its adapter.
 */
export interface Texts {
  readonly expired: string;
  /** `mark` is the button that was pressed. */
  voted(mark: string): string;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly whyDown: string;
  readonly slowDown: string;
  /** What is kept of whom, and how long; `forget` is the command that deletes it. */
  privacy(forget: string): string;
  /** What was deleted of whoever asked for it. */
  readonly forgotten: string;
  /** To somebody who may not ask; with the id that the operator would have to allow. */
  stranger(id: string | number): string;
  /** On joining a group; questions to try stand below as buttons. */
  readonly welcome: string;
  readonly textOnly: string;
  readonly noArticle: string;
  /** Above so many groups of questions that were not answered. */
  unanswered(groups: number): string;
  readonly adminsOnly: string;
  readonly previous: string;
  readonly next: string;
  readonly wholeParagraph: string;
  /** Opens the paragraph of one of several quotations. */
  paragraphOf(number: number): string;
  /** Opens the nearest passage below a refusal. */
  readonly nearest: string;
  /** Opens the questions that may be asked next. */
  readonly further: string;
  /** Opens the page that an article is from. */
  readonly source: string;
  readonly close: string;
  readonly earlierPart: string;
  readonly laterPart: string;
  placeInList(at: number, of: number): string;
  partOfParagraph(at: number, of: number): string;
  /** Draws figures. */
  readonly chart: string;
  /** Why one figure is not drawn. */
  readonly oneFigure: string;
  readonly statUsage: string;
  someMeasures(measures: readonly string[]): string;
  readonly noArticles: string;
  articlesHeld(count: number): string;
  articleCounts(paragraphs: number, figures: number): string;
  readonly undated: string;
  readonly contents: string;
  /** Under a quotation without room for all of it. */
  readonly leftOut: string;
  /** Joins facts on one line: a date, a source, counts. */
  facts(facts: readonly string[]): string;
}
