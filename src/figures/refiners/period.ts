import type { Draft } from '../parts/draft.ts';
import type { PeriodMention } from '../parts/periods.ts';
import {
  isBeside,
  isDayOfNews,
  isStartingPoint,
  leadsClause,
  type Refiner,
  type SentenceContext,
} from '../parts/sentence-context.ts';

/** 预计于2025年推向市场: a period behind the number counts where a word leads it in. */
const LEADS_IN = /(?:[于到至在将拟]|预计|有望|计划)$/;
/** 由320座减少到2023年的12座: what follows says when it had become another number. */
const BECOMES =
  /(?:[升增降减涨跌]|提高|扩大|回落|下滑|缩小|放缓|收窄|变成?|调整?)[^，。；]{0,6}[至到]$/;
/** 目前的3.5%: what holds now is of no year that another sentence spoke of; what money in brackets is worth now is. */
const PRESENT =
  /(?<!(?:元|英镑)[（(](?:[^（）()]{0,10}[：:])?)(?:目前|现在|当前|现行|如今)[的为是约已有达仅只]{0,3}$/;
/** A time by the day of the news alone, which no sentence before tells. */
const BY_DAY_OF_NEWS = /上周|本周|昨[天日]/;
/** What stands between two numbers of one list. */
const LISTED = /^[、和及与]$/;
/** Between a period and its very own number: 去年同期的9.8%, 上年同期亏损3亿元. */
const SAME_PART = /^同[期月季](?:的|为|是|净|亏损|盈利)*$/;
const NEAR = 10;
/** 超过2019年创下的7.6万公顷纪录: a record's number is of the year it was set in. */
const SET_THEN =
  /^(?:同[期月季])?[^，。；、0-9的]{0,6}(?:创下|创造|创|录得|取得|达到|保持)的[^，。；、0-9]{0,8}$/;
const FAR = 24;

/**
 * When each figure holds: the nearest period before it in its clause, one that follows in the clause,
 * one earlier in the sentence, then what the paragraph, the headings and the title leave.
 */
export const period: Refiner = (drafts, context) => {
  const { text, clauses, periods, carried, fallback } = context;
  const times = periods.filter(
    (mention) =>
      mention.role === 'time' && !isStartingPoint(text, mention) && !isDayOfNews(text, mention),
  );
  const leading = times.filter((mention) => {
    const { start, end } = mention;
    return (
      (leadsClause(context, start) || /^[^，。；]{0,6}[：:]/.test(text.slice(end, end + 7))) &&
      !isBeside(text, mention)
    );
  });
  let [seen, led, near] = [0, 0, 0];
  let used: PeriodMention | undefined;
  /** Where a figure ends whose own period is where a change starts from, and that period. */
  let started: { readonly end: number; readonly period: string } | undefined;
  return drafts.map((draft) => {
    while ((times[seen]?.end ?? Number.POSITIVE_INFINITY) <= draft.start) seen += 1;
    while ((leading[led]?.end ?? Number.POSITIVE_INFINITY) <= draft.start) led += 1;
    while ((periods[near]?.end ?? Number.POSITIVE_INFINITY) <= draft.start) near += 1;
    const [before, after] = [times[seen - 1], times[seen]];
    const inClause = before && before.start >= (clauses.start[draft.start] ?? 0);
    const follows =
      after &&
      after.end <= (clauses.end[draft.end] ?? 0) &&
      LEADS_IN.test(text.slice(Math.max(0, after.start - 2), after.start)) &&
      !BECOMES.test(text.slice(draft.end, after.start));
    const found = inClause
      ? before
      : follows
        ? after
        : later(
            leading[led - 1],
            used && clauses.segment[used.start] === clauses.segment[draft.start] ? used : undefined,
          );
    if (inClause && !isBeside(text, before)) used = before;
    if (draft.period !== undefined) return draft;
    if (PRESENT.test(text.slice(Math.max(0, draft.start - 8), draft.start))) return draft;
    const isToldAnew =
      before === undefined
        ? BY_DAY_OF_NEWS.test(text.slice(0, draft.start))
        : isOfAnotherYear(before.period, carried.period);
    const said = isToldAnew ? undefined : carried.period;
    const when = found?.period ?? said ?? fallback.period;
    const isListed = started !== undefined && LISTED.test(text.slice(started.end, draft.start));
    const its = ownPeriod(draft, periods[near - 1], when, text);
    const own = its ?? (isListed ? started?.period : undefined) ?? when;
    const mention = periods[near - 1];
    const starts = its !== undefined && mention !== undefined && isStartingPoint(text, mention);
    if (own !== undefined && (starts || isListed)) started = { end: draft.end, period: own };
    return own === undefined ? draft : { ...draft, period: own };
  });
};

/** 展期自2025年2月至6月，票价200元, behind a sentence of 2009: the sentence has come to another year. */
function isOfAnotherYear(period: string, carried: string | undefined): boolean {
  return carried !== undefined && period.slice(0, 4) !== carried.slice(0, 4);
}

/** What a clause before said holds on: 乙厂上半年售出7万辆，增长9%. */
function later(first: PeriodMention | undefined, said: PeriodMention | undefined) {
  return said && said.start > (first?.start ?? -1) ? said : first;
}

/** The period that stands at the number itself: 由2022年的9.3, 去年同期的9.8%, 比上年的2亿元多. */
function ownPeriod(
  { start }: Draft,
  mention: PeriodMention | undefined,
  when: string | undefined,
  text: SentenceContext['text'],
): string | undefined {
  if (!mention || start - mention.end > FAR) return undefined;
  const between = text.slice(mention.end, start);
  if (mention.role === 'comparison' && SET_THEN.test(between)) return mention.period;
  // ，上年同期国内销售额12.5亿元: all of a clause that begins so
  const isLeading =
    mention.role === 'comparison' &&
    /^同[期月季]/.test(between) &&
    !/[，；。]/.test(between) &&
    /(?:^|[，；：（])$/.test(text.slice(0, mention.start)) &&
    !/^同[期月季](?:相比|比|持平|相当)/.test(between);
  if (between.length > NEAR && !isLeading) return undefined;
  if (mention.role === 'time') {
    return between.length <= 1 && isStartingPoint(text, mention) ? mention.period : undefined;
  }
  if (between === '的') return mention.period;
  if (!SAME_PART.test(between) && !isLeading) return undefined;
  // the same part of that year: 2024-01/2024-06 → 2023-01/2023-06
  const whole = mention.period.length === 4 && /^[0-9]{4}-/.test(when ?? '');
  return whole ? when?.replaceAll(/[0-9]{4}(?=-)/g, mention.period) : mention.period;
}
