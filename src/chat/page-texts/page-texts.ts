import type { Qualifier } from '../../figures/parts/figure.ts';
import type { ChartForm, ChartRefusal } from '../charts/chart.ts';
import type { TextState } from '../pages/article-page.ts';
import type { SortKey } from '../pages/figures-page.ts';

/** All that the web page says in our own words, in one language: each file beside this one is one. */
export interface PageTexts {
  /** BCP 47. */
  readonly language: string;
  readonly name: string;
  readonly skip: string;
  readonly menu: string;
  readonly ask: string;
  readonly figures: string;
  readonly articles: string;
  readonly desk: string;
  /** Between a label and what it is of. */
  readonly colon: string;
  readonly semicolon: string;
  /** What the page is for, above its question. */
  readonly motto: string;
  articlesHeld(count: number): string;
  /** A page of a paged file. */
  pageNumber(page: number): string;
  /** Of an article whose text a machine has read from pictures. */
  readonly recognized: string;
  /** Before another article that says the same. */
  readonly alsoIn: string;
  paragraphs(count: number): string;
  readonly contents: string;
  readonly table: string;
  /** The document of the JSON API. */
  readonly api: string;
  readonly askLabel: string;
  readonly askButton: string;
  readonly askHint: string;
  readonly followUp: string;
  readonly newQuestion: string;
  readonly answer: string;
  readonly earlier: string;
  readonly figuresOfAnswer: string;
  readonly otherPassages: string;
  readonly nearestPassages: string;
  readonly whereItStands: string;
  readonly tryAsking: string;
  readonly slowDown: string;
  readonly notFound: string;
  readonly notFoundHint: string;
  readonly failed: string;
  readonly badRequest: string;
  /** What the page says of the text beside the version that its address names. */
  readonly textStates: Readonly<Record<TextState, string>>;
  readonly asItIsNow: string;
  permanentLink(paragraph: number): string;
  paragraph(number: number): string;
  readonly original: string;
  readonly undated: string;
  counts(paragraphs: number, figures: number): string;
  readonly date: string;
  readonly source: string;
  readonly warnings: string;
  readonly noArticles: string;
  readonly noWarnings: string;
  readonly columns: Readonly<Record<SortKey | 'text' | 'place', string>>;
  readonly qualifiers: Readonly<Record<Qualifier, string>>;
  sortBy(column: string): string;
  readonly words: string;
  readonly year: string;
  readonly actor: string;
  readonly unit: string;
  readonly article: string;
  readonly allArticles: string;
  readonly filter: string;
  readonly draw: string;
  figuresFound(count: number): string;
  pageOf(page: number, pages: number): string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly download: string;
  readonly chart: string;
  readonly forms: Readonly<Record<ChartForm, string>>;
  readonly refusals: Readonly<Record<ChartRefusal['reason'], string>>;
  /** Where figures are of several groups, each of which makes no chart. */
  readonly noneDrawable: string;
  unitIs(unit: string): string;
  readonly noUnit: string;
  /** An article that a chart's figures are from. */
  sourceIs(title: string, date: string | undefined): string;
  /** How many there are, where a chart has no room to name all. */
  moreSources(count: number): string;
  readonly planned: string;
  /** Figures that were found and could not be drawn. */
  leftOut(count: number): string;
  readonly desks: DeskTexts;
}

/** What the operator's desk says. */
export interface DeskTexts {
  readonly password: string;
  readonly logIn: string;
  readonly logOut: string;
  readonly wrongPassword: string;
  readonly tooManyTries: string;
  readonly formExpired: string;
  readonly health: string;
  readonly running: string;
  readonly memory: string;
  readonly articlesHeld: string;
  readonly leftOut: string;
  readonly noneLeftOut: string;
  readonly unmet: string;
  readonly noUnmet: string;
  readonly times: string;
  readonly nearest: string;
  /** How many of those who asked did not like the answer. */
  votedDown(count: number): string;
  readonly votes: string;
  readonly votesUp: string;
  readonly votesDown: string;
  readonly noVotes: string;
  readonly vote: string;
  readonly question: string;
  readonly at: string;
  readonly upload: string;
  readonly file: string;
  readonly uploadButton: string;
  readonly uploadHint: string;
  readonly remove: string;
  removeNamed(title: string): string;
  sureToRemove(file: string): string;
  readonly cancel: string;
  readonly uploaded: string;
  readonly removed: string;
  readonly left: string;
  readonly faults: Readonly<
    Record<'name' | 'format' | 'size' | 'exists' | 'missing' | 'failed', string>
  >;
}
