import type { ArticleFault } from '../../corpus/check-article.ts';
import type { IncomingFault } from '../../corpus/incoming.ts';
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
  /** On joining a group, with the command that asks; questions to try stand below as buttons. */
  welcome(ask: string): string;
  readonly textOnly: string;
  readonly noArticle: string;
  /** Above so many groups of questions that were not answered. */
  unanswered(groups: number): string;
  /** The same, of the last week. */
  weekly(groups: number): string;
  /** Of a group of them, how many had an unsure answer and how many were voted down. */
  readonly wereUnsure: (count: number) => string;
  readonly wereDown: (count: number) => string;
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
  readonly corpus: CorpusTexts;
}

/** What is said to who manages the articles by chat. */
interface CorpusTexts {
  /** How files and addresses are sent; `command` is what begins all of it. */
  usage(command: string, largest: number): string;
  /** Above the facts of a file that was read and is not taken in yet. */
  read(file: string): string;
  readonly sound: string;
  /** Above what can be mended in it. */
  faults(count: number): string;
  /** What can be mended in an article, with the remedy. */
  fault(fault: ArticleFault): string;
  /** The same of one file among many. */
  faultOf(file: string, fault: string): string;
  readonly isThere: string;
  readonly take: string;
  readonly replace: string;
  readonly drop: string;
  readonly dropped: string;
  /** A file was taken in, and cannot be asked yet. */
  taken(file: string): string;
  /** It can be asked now. */
  ready(title: string): string;
  /** It is in the folder, and the bot has not read it for a while. */
  notReady(file: string): string;
  readonly largeMegabytes: (most: number) => string;
  readonly notFetched: string;
  readonly incoming: Readonly<Record<IncomingFault, (detail: string) => string>>;
  filesHeld(count: number): string;
  whichFile(words: string): string;
  confirmRemoval(file: string, title: string): string;
  readonly remove: string;
  removed(file: string): string;
  /** Why a file of the folder was not removed. */
  readonly notRemoved: string;
  faultsHeld(count: number): string;
}
