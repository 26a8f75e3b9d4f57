import type { Amount, Caution, NotReckoned, Operation } from '../../figures/arithmetic.ts';
import type { Constraint } from '../../figures/lookup.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import type { Claim } from '../claim.ts';
import type { Passage } from '../reply.ts';

/**
 * All that a reply says in our own words, in one language: each file beside this one is one. Names,
 * figures and quotations are given to it as the question or the article writes them, periods as ISO 8601.
 */
export interface Messages {
  /** No answer was found: the articles may yet hold one in other words. */
  readonly notInText: string;
  readonly headUnknown: string;
  readonly tooLong: string;
  /** Which of several articles a question is about cannot be told. */
  readonly whichMeant: string;
  readonly unreadable: string;
  /** Behind a refusal while articles are still indexed: how many are, of how many. */
  stillReading(read: number, of: number): string;
  readonly help: string;
  /** To thanks. */
  readonly welcome: string;
  /** To what is neither a question nor thanks. */
  readonly goAhead: string;
  /** The articles answered from; `more` of them are not named. */
  articles(titles: readonly Titled[], more: number): string;
  /** The outline of one of several articles is asked for, and which is not said. */
  readonly whichArticle: string;
  /** A number is asked for and not found; `measure`, here and below, is what is measured, in the asker's words. */
  noSuchNumber(measure?: string): string;
  readonly nearest: string;
  readonly mayAsk: string;
  period(period: string): string;
  list(words: readonly string[]): string;
  notMentioned(word: string): string;
  /** A law has no clause of that name. */
  noClause(name: string): string;
  /** Several articles have a clause of that name, and the question names none of them. */
  severalHave(name: string, titles: readonly string[]): string;
  /** A chapter is quoted in part. */
  readonly goesOn: string;
  /** What was read otherwise than typed. */
  assumed(words: readonly (readonly [typed: string, read: string])[]): string;
  noFigureOf(side: string): string;
  /** A cell of a table is empty, or says `written` and no value. */
  notGiven(row: string, column: string, written: string | undefined): string;
  /** No row of a table holds all of these. */
  noSuchRow(names: readonly string[]): string;
  /** The greatest or least of some cells of a table, or the first few of them. */
  extremeOf(found: ExtremeCells): string;
  /** How many cells of a table meet a bound, as the question says it. */
  meetBound(found: MetBound): string;
  /** Of the rows that are asked for only the first are quoted. */
  rowsShown(shown: number, all: number): string;
  nothingOf(periods: string, measure?: string): string;
  onlyFiguresOf(asked: string, held: string, measure?: string): string;
  /** `nearest` is whom or which direction the nearest figure is of. */
  noFigureFor(asked: string, nearest: string | undefined, measure?: string): string;
  /** `held` is what the article says instead. */
  noChange(change: 'up' | 'down', held: string | undefined): string;
  readonly otherDirection: string;
  /** What several articles say, where it is not the same; with its period where that differs. */
  reported(claims: readonly Claim[], withPeriod: boolean): string;
  /** Which other articles say the same. */
  alsoSaid(claims: readonly Claim[]): string;
  readonly equal: string;
  higher(name: string): string;
  lower(name: string): string;
  /** An amount that arithmetic came to: `523亿元`. */
  amount(amount: Amount): string;
  /** Why the result of an arithmetic is not exact; `result` is an `amount`. */
  caution(caution: Caution, operation: Operation, result: string): string;
  /** Why figures are not reckoned with each other. */
  notReckoned(refusal: NotReckoned): string;
  /** Joins the parts of one notice. */
  sentence(parts: readonly string[]): string;
  /** No figure meets a constraint of a look-up; `held` are the values that the articles have of it. */
  noneFound(constraint: Constraint, asked: string, held: readonly string[]): string;
  readonly nearestFigures: string;
  /** Above two or three quotations of which one may answer. */
  readonly oneOfThese: string;
  /** Above a single quotation that may not answer. */
  readonly notSure: string;
  /** Behind a citation: a reader has chosen the quotation. */
  readonly byReader: string;
  /** A reader's choice contradicts the question. */
  readonly readerOverruled: string;
  /** A reader finds no answer among the nearest sentences. */
  readonly noneOfNearest: string;
  /** Above the list of what a look-up found. */
  figuresFound(all: number, shown: number, areMore?: boolean): string;
  /** Below it while figures of some articles are still to be read: of how many they are. */
  figuresUnread(read: number, of: number): string;
  /** An answer lists no more than so many of its figures. */
  firstFigures(all: number, shown: number): string;
  /** Above an answer whose question stands in no message. */
  asked(question: string): string;
  /** What an answer is, for who cannot read it; '' where its reader can. */
  labelOfFigure(figure: Figure, measure: string, actor: string | undefined): string;
  labelOfPassage(passage: Passage): string;
  /** `date` and `source` are those of the article. */
  citation(passage: Cited, date?: string, source?: string): string;
  /** The citation of a passage that stands under one of the same article. */
  citationInSame(passage: Cited): string;
}

/** The first of `among` cells by their values, with what each is called; `measure` is what they give. */
interface ExtremeCells {
  readonly measure: string;
  readonly order: 'most' | 'least';
  readonly values: readonly { readonly name: string; readonly value: string }[];
  readonly among: number;
}

interface MetBound {
  readonly measure: string;
  /** The bound, as the question says it: 超过20. */
  readonly said: string;
  readonly met: number;
  readonly among: number;
}

/** What names an article. */
interface Titled {
  readonly title: string;
  readonly date?: string;
}

/** What a citation says of a passage. */
type Cited = Pick<Passage, 'title' | 'paragraph' | 'heading' | 'page' | 'recognized' | 'also'>;

/** Other places that a citation names; of more it says the number. */
export const PLACES_NAMED = 2;
/** Values that a look-up without result names. */
export const VALUES_NAMED = 8;
