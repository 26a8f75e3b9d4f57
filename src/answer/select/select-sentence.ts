import type { Figure } from '../../figures/parts/figure.ts';
import { parsePeriods, periodsCompatible } from '../../figures/parts/periods.ts';
import { dimensionOf } from '../../figures/parts/units.ts';
import { writtenOn } from '../../figures/parts/written-on.ts';
import type { CorpusKnowledge } from '../../knowledge/corpus-knowledge.ts';
import { normalize } from '../../language/normalize.ts';
import { type Demand, demandOf } from '../../question/demand.ts';
import type { Question } from '../../question/question.ts';
import { memoByObject, memoOfLast } from '../../util/memo-by-object.ts';
import { slice } from '../../util/span.ts';
import type { Ranked } from '../rank/rank.ts';
import { tellsWhenExactly } from '../spans/asked-kind.ts';
import { endOfListBelow } from './announced-list.ts';
import { requirementsOf } from './demands/requirements.ts';
import { answeringFigures } from './figures/answering-figures.ts';
import { figureCheck, type Mismatch } from './figures/figure-check.ts';
import { figureFit, isMeasureAsked, isMeasureNamed } from './figures/figure-fit.ts';
import type { FiguredSentence } from './figures/figure-told.ts';
import { figuresOfCase } from './figures/numbered-parts.ts';
import { measureTheSame } from './figures/same-measure.ts';
import { figuresInPlace, textInPlace } from './figures/sentence-parts.ts';
import { surroundingsOf } from './figures/surroundings.ts';
import {
  isFreeFor,
  isFreeOfOther,
  speaksOfCounted,
  writesQuantity,
} from './figures/written-quantity.ts';
import { saysWhatIsAsked, takesUp } from './second-sentence.ts';
import { subjectReader } from './subject-check.ts';
import { rowReader } from './tables/row-reader.ts';

/** The sentence that answers, with the figures in it that do. */
export interface Choice {
  readonly best: Ranked;
  /** Most relevant first; [] where the question asks for none. */
  readonly figures: readonly Figure[];
}

/** The outcome where no near sentence meets the demand of the question; `nearest` is the best figure that fails. */
export interface NoAnswer {
  readonly mismatch: Mismatch;
  readonly demand: Demand;
  readonly nearest?: Figure;
}

/** A figure, how well it fits the question, and what it does not meet of it. */
interface ScoredFigure {
  readonly figure: Figure;
  readonly failed: Mismatch | undefined;
  readonly fit: number;
}

const ASKS_FOR_A_FIGURE: ReadonlySet<string> = new Set(['number', 'money', 'ordinal', 'duration']);
/** Distance in log-odds from the best sentence beyond which a sentence is not considered. */
const MARGIN = 3;
/** The same where the best sentence itself does not meet what the question names: a weaker one that merely does is most often wrong. */
const MARGIN_BEHIND_FAILURE = MARGIN / 2;
/** Weight of a figure's fit beside its sentence's score, which is in log-odds. */
const FIT_WEIGHT = 1;

/**
 * Picks the first of the ranked sentences, best first and not empty, that meets what the question
 * names: whom it is about, when, and of a figure also its unit and direction. The last argument tells
 * whether a sentence is about what is asked; by default the question's names and requirements do.
 */
export function selectSentence(
  question: Question,
  ranked: readonly [Ranked, ...Ranked[]],
  knowledge: CorpusKnowledge,
  { isAbout, lacksValueAlone }: AboutReader = aboutReaders(knowledge)(question),
): Choice | NoAnswer {
  const { figuresOf, homeOf } = knowledge;
  const [top] = ranked;
  const asksFigure = ASKS_FOR_A_FIGURE.has(question.type);
  const isTopNear = isAbout(top) || lacksValueAlone(top);
  const leastFor = (candidate: Ranked) =>
    top.score -
    (isTopNear || takesUp(candidate, top) || saysWhatIsAsked(question, candidate, top)
      ? MARGIN
      : MARGIN_BEHIND_FAILURE);
  const near = ranked.filter(
    (candidate) => candidate.score >= leastFor(candidate) && isAbout(candidate),
  );
  // 去年 is a year only by an article's own date
  const demandFor = (candidate: Ranked) => demandOf(question, candidate.found.article);
  const figuresAsked = (candidate: Ranked) => {
    if (!asksFigure && question.typed) return [];
    const figures = figuresIn(question, candidate, figuresOf);
    return asksFigure ? figures : figures.filter((figure) => isNamed(question, figure));
  };
  const scoredFigures = (
    candidate: Ranked,
    figures: readonly Figure[],
    demand: Demand,
  ): readonly ScoredFigure[] => {
    const around = surroundingsOf(candidate, homeOf);
    return figures
      .map((figure) => ({
        figure,
        failed: figureCheck(demand, figure, around),
        fit: figureFit(question, demand, figure, candidate.found.article),
      }))
      .sort((a, b) => b.fit - a.fit);
  };
  const choiceOf = (candidate: Ranked, scored: readonly ScoredFigure[], demand: Demand) => {
    if (isToldInOtherUnit(question, scored)) return undefined;
    const fitting = scored.filter(({ failed }) => failed === undefined);
    const [first] = fitting;
    if (first === undefined) return undefined;
    const { text, start, figures } = sentenceWithFigures(candidate, figuresOf);
    const answering = answeringFigures(question, demand, { text, start, figures, fitting });
    if (answering.length === 0 && !speaksOfCounted(question, normalize(text).text))
      return undefined;
    return {
      best: candidate,
      figures: answering,
      score: candidate.score + FIT_WEIGHT * first.fit,
    };
  };
  let failure: NoAnswer | undefined =
    near.length === 0 ? { mismatch: 'subject', demand: demandFor(top) } : undefined;
  let isToldOtherwise = false;
  let chosen: (Choice & { readonly score: number }) | undefined;
  for (const candidate of near) {
    const demand = demandFor(candidate);
    const figures = figuresAsked(candidate);
    if (!asksFigure && figures.length === 0) {
      const failed = sentenceCheck(question, demand, candidate);
      if (failed === undefined) return chosen ?? { best: candidate, figures: [] };
      failure ??= { mismatch: failed, demand };
      continue;
    }
    const scored = scoredFigures(candidate, figures, demand);
    const told = choiceOf(candidate, scored, demand);
    if (told !== undefined) {
      const later = chosen === undefined ? undefined : laterOf(demand, told, chosen);
      if (chosen === undefined || (later ?? told.score > chosen.score)) chosen = told;
      continue;
    }
    isToldOtherwise ||= isToldInOtherUnit(question, scored);
    const nearest = scored.find(({ failed }) => failed !== 'unit') ?? scored[0];
    if (nearest?.failed !== undefined && (failure === undefined || failure.mismatch === 'unit')) {
      failure = { mismatch: nearest.failed, demand, nearest: nearest.figure };
    }
  }
  if (chosen !== undefined) return chosen;
  // further off only the very measure is taken: by its name, or in other words for one near, 增速, 增长
  const { nearest } = failure ?? {};
  const others = failure?.mismatch === 'period' ? nearest : undefined;
  // where no sentence near has a figure none is of the unit
  const mismatch = failure?.mismatch ?? 'unit';
  const isMeant = (figure: Figure) =>
    (mismatch === 'subject' && isMeasureNamed(question, figure)) ||
    ((mismatch === 'unit' || mismatch === 'actor') && isMeasureAsked(question, figure)) ||
    (failure?.mismatch === 'direction' &&
      failure.demand.flows.has(figure.direction ?? figure.measure)) ||
    (others !== undefined && measureTheSame(figure, others));
  const mayBeFurther = asksFigure || (near.length === 0 && question.bare);
  for (const candidate of mayBeFurther ? ranked : []) {
    if (near.includes(candidate) || !isAbout(candidate)) continue;
    const demand = demandFor(candidate);
    const figures = figuresAsked(candidate).filter(isMeant);
    const told = choiceOf(candidate, scoredFigures(candidate, figures, demand), demand);
    if (told !== undefined) return told;
  }
  const free =
    question.type === 'money' && failure?.mismatch === 'measure'
      ? near.find(({ found, sentence }) =>
          isFreeFor(question, slice(found.article.text, sentence.span)),
        )
      : undefined;
  if (free !== undefined) return { best: free, figures: [] };
  if (failure !== undefined && failure.mismatch !== 'unit') return failure;
  // a number that is no whole figure: a half, as many again
  const written = (isToldOtherwise ? [] : near).find((candidate) => {
    const text = textInPlace(
      question,
      slice(candidate.found.article.text, candidate.sentence.span),
    );
    const demand = demandFor(candidate);
    if (demand.dimension === 'money' && isFreeOfOther(question, text)) return false;
    return writesQuantity(demand, text) && speaksOfCounted(question, text);
  });
  if (written !== undefined) return { best: written, figures: [] };
  return failure ?? { mismatch: 'unit', demand: demandFor(top) };
}

/** Whether the figure of one choice is the later of two years of the same measure, where no time is asked; undefined where neither is. */
function laterOf({ periods }: Demand, one: Choice, other: Choice): boolean | undefined {
  const [[figure], [rival]] = [one.figures, other.figures];
  if (periods.length > 0 || figure === undefined || rival === undefined) return undefined;
  if (figure.article !== rival.article || !measureTheSame(figure, rival)) return undefined;
  const [year, before] = [figure, rival].map(({ period }) => /^\d{4}/.exec(period ?? '')?.[0]);
  if (year === undefined || before === undefined || year === before) return undefined;
  return year > before && figure.planned !== true;
}

/**
 * Whether a sentence tells of the very measure asked for in another unit alone: 直播收入同比增长32% gives no
 * amount, and that of 广告收入 beside it is another.
 */
function isToldInOtherUnit(question: Question, scored: readonly ScoredFigure[]): boolean {
  const named = scored.filter(({ figure }) => isMeasureNamed(question, figure));
  // who asks 几家 asks of no amount: 营收超过十亿元的企业有6家
  if (question.counter !== undefined) return false;
  // 新建水厂4座 counts the thing whose cost is asked, and is no amount of it in another unit
  const isAmount = ({ figure }: ScoredFigure) => dimensionOf(figure.unit) !== 'count';
  return named.length > 0 && named.every((one) => one.failed === 'unit' && isAmount(one));
}

/** Tells whether a sentence is about whom and what the question names. */
interface AboutReader {
  isAbout(candidate: Ranked): boolean;
  /** Whether it is, but for a value of the kind asked for. */
  lacksValueAlone(candidate: Ranked): boolean;
}

/** Whom a sentence is about is a reader's to tell: it reads what stands around. */
export const ABOUT_ANYTHING: AboutReader = { isAbout: () => true, lacksValueAlone: () => false };

function aboutReader(question: Question, knowledge: CorpusKnowledge): AboutReader {
  const namesSubject = subjectReader(question, knowledge.index);
  const lackOf = requirementsOf(question, knowledge);
  const saysAll = rowReader(question);
  // a sentence is looked at again as an alternative, and as what another article says
  const read = memoByObject((candidate: Ranked) => {
    const lack = namesSubject(candidate) ? lackOf(candidate) : 'matter';
    return {
      isAbout: lack === undefined && saysAll(candidate),
      lacksValueAlone: lack === 'value',
    };
  });
  return {
    isAbout: (candidate) => read(candidate).isAbout,
    lacksValueAlone: (candidate) => read(candidate).lacksValueAlone,
  };
}

/** Questions whose readers are held: those that are being answered at once. */
const ANSWERED_AT_ONCE = 16;

/** The readers of the questions asked last, for several sentences are selected for each. */
const aboutReaders = memoByObject((knowledge: CorpusKnowledge) =>
  memoOfLast((question: Question) => aboutReader(question, knowledge), ANSWERED_AT_ONCE),
);

/** Upper limit of the figures of one sentence: a table run into a sentence may hold thousands. */
const FIGURE_LIMIT = 300;

/** A sentence with all of its figures. */
export function sentenceWithFigures(
  { found, sentence }: Ranked,
  figuresOf: CorpusKnowledge['figuresOf'],
): FiguredSentence {
  const { start, end } = sentence.span;
  const figures = figuresOf(found.article)
    .filter((figure) => figure.start >= start && figure.end <= end)
    .slice(0, FIGURE_LIMIT);
  return { text: slice(found.article.text, sentence.span), start, figures };
}

/** The figures of the parts of a sentence that speak of what is asked. */
function figuresIn(
  question: Question,
  candidate: Ranked,
  figuresOf: CorpusKnowledge['figuresOf'],
): readonly Figure[] {
  const { text, start, figures } = sentenceWithFigures(candidate, figuresOf);
  return figuresInPlace(question, figuresOfCase(question, figures, text, start), text, start);
}

/** Whether the question's own words name what the figure measures. */
function isNamed(question: Question, { measure }: Figure): boolean {
  return question.content.some(({ text }) => text.length > 1 && measure.includes(text));
}

/** Why a sentence does not answer a question that wants no figure. */
function sentenceCheck(
  question: Question,
  { periods }: Demand,
  { found: { article, paragraph }, sentence, features }: Ranked,
): Mismatch | undefined {
  const { start, end } = sentence.span;
  const text = article.text.slice(start, endOfListBelow(article, paragraph, start) ?? end);
  // what a feature takes for a date is less than what tells when: 于30日晚, 生存于5500万年前
  if (question.type === 'date' && features.hasDate < 0 && !tellsWhenExactly(normalize(text).text))
    return 'date';
  if (periods.length === 0) return undefined;
  const held = parsePeriods(text, writtenOn(article));
  // 三季度 is asked, and 一季度 and 2022年 told: a year tells nothing of a part of it beside other parts
  const parts = held.filter(({ period }) => IN_YEAR.test(period));
  const meet = (asked: string) =>
    (IN_YEAR.test(asked) && parts.length > 0 ? parts : held).some(({ period }) =>
      periodsMeet(asked, period),
    );
  return held.length === 0 || periods.some(meet) ? undefined : 'period';
}

const IN_YEAR = /^(?:\d{4}|-)-\d\d/;

/** Whether either period lies within the other. */
function periodsMeet(asked: string, held: string): boolean {
  return periodsCompatible(asked, held) || periodsCompatible(held, asked);
}
