import type { Article } from '../../article/article.ts';
import { comparedText } from '../../duplicates/fingerprint.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import { findActors } from '../../figures/parts/places.ts';
import type { CorpusKnowledge } from '../../knowledge/corpus-knowledge.ts';
import { demandOf } from '../../question/demand.ts';
import type { Question } from '../../question/question.ts';
import type { Claim } from '../../reply/claim.ts';
import { span } from '../../util/span.ts';
import type { Ranked } from '../rank/rank.ts';
import { type Choice, selectSentence } from './select-sentence.ts';

/** Distance in log-odds from the best sentence beyond which another article's sentence is no answer. */
const MARGIN = 3;
/** Log-odds that a follow-up adds to sentences of the article talked about: it is twice as likely meant. */
const TALKED_ABOUT = Math.log(2);
/** Share of the shorter title that the titles of two reports of one series have in common, at least. */
const SERIES = 0.5;

/** The choice among what several articles answer, with what the others say. */
export interface AcrossArticles {
  readonly choice: Choice;
  /** Undefined where no other article answers. */
  readonly others?: OtherClaims;
}

/** What other articles say of what is asked. */
export type OtherClaims =
  /** The same as the choice. */
  | { readonly kind: 'same'; readonly claims: readonly Claim[] }
  /** Something else; the claim of the choice is the first. */
  | {
      readonly kind: 'different';
      readonly claims: readonly Claim[];
      readonly ofOnePeriod: boolean;
    };

/** The answer of one article: its sentence and its best figure. */
interface ArticleAnswer {
  readonly choice: Choice;
  readonly article: Article;
  readonly figure: Figure;
}

/** The ranked sentences, those of the article that the conversation is about raised by `TALKED_ABOUT`. */
export function preferTalkedAbout(
  ranked: readonly Ranked[],
  article: string | undefined,
): readonly Ranked[] {
  if (article === undefined) return ranked;
  const lean = (one: Ranked) => (one.found.article.id === article ? TALKED_ABOUT : 0);
  return ranked
    .map((one) => ({ ...one, score: one.score + lean(one) }))
    .sort((a, b) => b.score - a.score);
}

/**
 * Where several articles give the figure asked for, takes that of the article talked about, else of
 * the newest, and says what the others give: another figure for the same time, the figure of their
 * own year where the question names none, or the same.
 */
export function acrossArticles(
  question: Question,
  choice: Choice,
  ranked: readonly Ranked[],
  knowledge: CorpusKnowledge,
  talkedAbout: string | undefined,
): AcrossArticles {
  const preferred = (a: Article, b: Article) =>
    Number(b.id === talkedAbout) - Number(a.id === talkedAbout) ||
    compare(b.date ?? '', a.date ?? '');
  const [told] = answersOf(choice);
  if (told === undefined) {
    const [best = choice.best, ...rest] = sayingTheSame(choice.best, ranked).sort((a, b) =>
      preferred(a.found.article, b.found.article),
    );
    const claims = rest.map(({ found }) => claimOf(found.article));
    return {
      choice: { ...choice, best },
      ...(claims.length > 0 && { others: { kind: 'same', claims } }),
    };
  }
  const others = othersOf(question, told, ranked, knowledge);
  const [first = told, ...rest] = [told, ...others].sort((a, b) => preferred(a.article, b.article));
  if (rest.length === 0) return { choice: first.choice };
  return { choice: first.choice, others: claimsOf(first, rest) };
}

/** Each figure of a choice as the one that answers, the best first. */
function answersOf(choice: Choice): ArticleAnswer[] {
  const { best, figures } = choice;
  return figures.map((figure) => ({
    choice: { best, figures: [figure, ...figures.filter((other) => other !== figure)] },
    article: best.found.article,
    figure,
  }));
}

/** The sentence, and of each other article the first sentence that is word for word the same. */
function sayingTheSame(best: Ranked, ranked: readonly Ranked[]): Ranked[] {
  const said = ({ found, sentence }: Ranked) => comparedText(found.article.text, sentence.span);
  const wanted = said(best);
  const same = new Map([[best.found.article, best]]);
  for (const candidate of ranked) {
    const { article } = candidate.found;
    if (!same.has(article) && said(candidate) === wanted) same.set(article, candidate);
  }
  return [...same.values()];
}

/** What the other articles among the ranked ones give for the same measure. */
function othersOf(
  question: Question,
  told: ArticleAnswer,
  ranked: readonly Ranked[],
  knowledge: CorpusKnowledge,
): ArticleAnswer[] {
  const top = ranked[0]?.score ?? 0;
  const byArticle = new Map<Article, Ranked[]>();
  for (const candidate of ranked) {
    const { article } = candidate.found;
    if (article === told.article || candidate.score < top - MARGIN) continue;
    byArticle.set(article, [...(byArticle.get(article) ?? []), candidate]);
  }
  const namesPeriod = demandOf(question, told.article).periods.length > 0;
  return [...byArticle.values()].flatMap((candidates) => {
    const tellings = candidates.flatMap((candidate) => {
      const choice = selectSentence(question, [candidate], knowledge);
      return 'mismatch' in choice ? [] : answersOf(choice);
    });
    const other = tellings.find(
      (one) => isOfOneThing(told, one) && isOfOneTime(told, one, namesPeriod),
    );
    return other ?? [];
  });
}

/**
 * Whether figures are of the same time or, where the question names none, each of its own article's:
 * the year before in both of two yearly reports, and not what one plans and the other has done.
 */
function isOfOneTime(a: ArticleAnswer, b: ArticleAnswer, namesPeriod: boolean): boolean {
  if (a.figure.period === b.figure.period) return true;
  const [distance, other] = [distanceOf(a), distanceOf(b)];
  return !namesPeriod && distance !== undefined && distance === other;
}

/** Years from an article's date to the end of its figure's period. */
function distanceOf({ figure, article }: ArticleAnswer): number | undefined {
  const year = figure.period?.split('/').at(-1)?.slice(0, 4);
  return year === undefined || article.date === undefined
    ? undefined
    : Number(year) - Number(article.date.slice(0, 4));
}

/** Whether two articles' figures are of the same measure, unit, direction and actor. */
function isOfOneThing(a: ArticleAnswer, b: ArticleAnswer): boolean {
  const [one, other] = [a.figure, b.figure];
  if (one.unit !== other.unit || one.direction !== other.direction) return false;
  if (!isLike(bare(one.measure), bare(other.measure))) return false;
  if (one.actor !== undefined && other.actor !== undefined) return one.actor === other.actor;
  // what names no actor is of whom its article is about
  return isOneSeries(a.article.title, b.article.title);
}

/** One measure within the other: 赤字率 and 财政赤字率. */
function isLike(a: string, b: string): boolean {
  return a === b || (Math.min(a.length, b.length) > 1 && (a.includes(b) || b.includes(a)));
}

/** Whether titles differ in little but their numbers, and name the same places: two yearly reports. */
function isOneSeries(a: string, b: string): boolean {
  const [one, other] = [bare(a), bare(b)].sort((x, y) => x.length - y.length);
  if (one === undefined || other === undefined || placesIn(a) !== placesIn(b)) return false;
  const length = Math.max(2, Math.ceil(one.length * SERIES));
  for (let i = 0; i + length <= one.length; i += 1) {
    if (other.includes(one.slice(i, i + length))) return true;
  }
  return false;
}

function bare(text: string): string {
  return comparedText(text, span(0, text.length)).replace(/[0-9.|-]/g, '');
}

function placesIn(title: string): string {
  const names = findActors(title)
    .flatMap((mention) => mention.names)
    .filter((name) => name !== '全国');
  return [...new Set(names)].sort().join();
}

function claimsOf(told: ArticleAnswer, others: readonly ArticleAnswer[]): OtherClaims {
  const isSame = ({ figure }: ArticleAnswer) =>
    figure.value === told.figure.value &&
    figure.qualifier === told.figure.qualifier &&
    figure.period === told.figure.period;
  const [same, different] = [others.filter(isSame), others.filter((other) => !isSame(other))];
  const claims = (some: readonly ArticleAnswer[]) =>
    some.map((one) => claimOf(one.article, one.figure));
  if (different.length === 0) return { kind: 'same', claims: claims(same) };
  const periods = new Set([told, ...different].map(({ figure }) => figure.period));
  return {
    kind: 'different',
    claims: claims([told, ...different]),
    ofOnePeriod: periods.size === 1,
  };
}

function claimOf({ title, date }: Article, figure?: Figure): Claim {
  const { text = '', period } = figure ?? {};
  return {
    title,
    text,
    ...(date === undefined ? {} : { date }),
    ...(period === undefined ? {} : { period }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
