import type { Article, Paragraph, Sentence } from '../article/article.ts';
import { slice } from '../util/span.ts';
import type { Draft } from './parts/draft.ts';
import type { Figure } from './parts/figure.ts';
import { surroundings } from './parts/inherited-context.ts';
import type { ActorMention } from './parts/mentions.ts';
import { findOrganisations, isOrganisation, organisationsOf } from './parts/organisations.ts';
import { parsePeriods } from './parts/periods.ts';
import { findActors, homeOf, isCountry } from './parts/places.ts';
import {
  ANNOUNCED,
  type Carried,
  clausesOf,
  isBeside,
  isDay,
  isStartingPoint,
  leadsClause,
  type SentenceContext,
} from './parts/sentence-context.ts';
import { inOriginal, simplifiedArticle } from './parts/simplified-article.ts';
import { baseOf } from './parts/units.ts';
import { mentionsOf, unlistedPlaces } from './parts/unlisted-places.ts';
import { recognize } from './recognizers/index.ts';
import { subjectsOf } from './refiners/actor.ts';
import { REFINERS } from './refiners/index.ts';
import { tableFigures } from './table.ts';

/** The statistics of an article's running text, in order. Pure; the head and the title hold none. */
export function extractFigures(article: Article): Figure[] {
  const simple = simplifiedArticle(article);
  const home = homeOf(article);
  const { reference, report, fallbackOf, leadOf } = surroundings(simple, home);
  const known = organisationsOf(article);
  const towns = unlistedPlaces(article);
  const figures: Figure[] = [];
  let lead: Carried = {};
  for (const paragraph of simple.paragraphs) {
    if (paragraph.row !== undefined) {
      const { period, actor } = fallbackOf(paragraph);
      const around = { reference, period, actor };
      figures.push(...tableFigures(simple, paragraph, paragraph.row, article.text, around));
      continue;
    }
    const texts = paragraph.sentences.map((sentence) => slice(simple.text, sentence.span));
    const seen = texts.map(recognize);
    // what comes behind the last figure can leave nothing to any; the first sentence leads a list in
    const last = Math.max(
      seen.findLastIndex((drafts) => drafts.length > 0),
      0,
    );
    let carried: Carried = leadOf(paragraph, lead);
    let mentioned: string | undefined;
    for (const [index, sentence] of paragraph.sentences.slice(0, last + 1).entries()) {
      const text = texts[index] ?? '';
      if (isOrganisation(carried.actor ?? '') && !CONTINUES.test(text)) {
        const { actor: _, ...rest } = carried;
        carried = rest;
      }
      const clauses = clausesOf(text);
      const fallback = fallbackOf(paragraph);
      const said = carried.period ?? fallback.period;
      const spoken = { report: fallback.period ?? report, said, mentioned };
      const periods = parsePeriods(text, reference, spoken);
      mentioned = periods.at(-1)?.period ?? mentioned;
      const context: SentenceContext = {
        text,
        clauses,
        periods,
        actors: together(findActors(text, home), mentionsOf(towns, text)),
        organisations: findOrganisations(text, clauses, periods, known),
        carried,
        fallback,
      };
      const drafts = REFINERS.reduce((done, refine) => refine(done, context), seen[index] ?? []);
      for (const draft of drafts) {
        const { measure = '' } = draft;
        const at = sentence.span.start + draft.start;
        const own = inOriginal(measure, article.text, simple.text, at);
        figures.push(finish({ ...draft, measure: own }, article, paragraph, sentence));
      }
      carried = carry(context, drafts);
      if (index === 0) lead = { ...lead, ...(carried.period && { period: carried.period }) };
    }
  }
  return figures;
}

/** Places that a list holds and such as the article shows to be places, none inside another. */
function together(listed: readonly ActorMention[], others: readonly ActorMention[]) {
  if (others.length === 0) return listed;
  const apart = listed.filter(
    ({ start, end }) => !others.some((other) => other.start < end && start < other.end),
  );
  return [...apart, ...others].sort((a, b) => a.start - b.start);
}

/** An organisation goes on being the subject only where a sentence takes it up: 该公司, 公司, 其中. */
const CONTINUES =
  /^[“"\s]*(?:其中|同时|此外)|该(?:公司|集团|校|院|行|企业|所|馆)|(?:^|[，；])(?:其|公司|集团|学校|医院)/;

/** Between the periods of a list. */
const LIST = /^[、和与及]$/;

/** What the next sentence of the paragraph may leave out: the last subject and leading period. */
function carry(context: SentenceContext, drafts: readonly Draft[]): Carried {
  const { text, periods, carried } = context;
  const leading = periods.filter((mention, index) => {
    const { role, start, end, period } = mention;
    // 4月18日，公司发布年报: the day of the news, not of its figures
    const announced = isDay(period) && ANNOUNCED.test(text);
    const isApart = isStartingPoint(text, mention) || isBeside(text, mention);
    const leads = leadsClause(context, start) && !isApart;
    // 2020年和2021年: the one is no more meant than the other
    const next = periods[index + 1];
    const among = next !== undefined && LIST.test(text.slice(end, next.start));
    return role === 'time' && !announced && leads && !among;
  });
  const period = leading.at(-1)?.period ?? carried.period;
  // a report about one place comes back to it with every sentence
  // 国内经济稳步复苏 gives no figure, and the report goes on about its own firm
  const isTopic = ({ names: [name = ''], start }: ActorMention) =>
    !isCountry(name) || (drafts.at(-1)?.start ?? 0) > start;
  const last = subjectsOf(context).findLast(isTopic)?.names.join('、') ?? carried.actor;
  const actor = context.fallback.actor === undefined ? last : undefined;
  const measure = drafts.at(-1)?.measure;
  return { ...(period && { period }), ...(actor && { actor }), ...(measure && { measure }) };
}

function finish(draft: Draft, article: Article, paragraph: Paragraph, sentence: Sentence): Figure {
  const { value, unit, qualifier, measure = '', direction, actor, period, high, planned } = draft;
  const [start, end] = [sentence.span.start + draft.start, sentence.span.start + draft.end];
  const [base, factor] = baseOf(unit);
  return {
    text: article.text.slice(start, end),
    value,
    unit,
    // twelve digits: more than any article gives, and 亩 is a third of 2000 m²
    base: { value: Number((value * factor).toPrecision(12)), unit: base },
    qualifier,
    measure,
    ...(direction && { direction }),
    ...(actor && { actor }),
    ...(period && { period }),
    ...(high !== undefined && { high }),
    ...(planned && { planned }),
    article: article.id,
    paragraph: paragraph.number,
    start,
    end,
    sentence: slice(article.text, sentence.span),
  };
}
