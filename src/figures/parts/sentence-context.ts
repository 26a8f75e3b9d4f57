import { matchesOf } from './all-matches.ts';
import type { Draft } from './draft.ts';
import type { ActorMention } from './mentions.ts';
import type { PeriodMention } from './periods.ts';

interface Mention {
  readonly start: number;
  readonly end: number;
}

/** The mentions, sorted and apart, that lie within `[from, to)`; found by halving, as each figure asks. */
export function within<T extends Mention>(mentions: readonly T[], from: number, to: number): T[] {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let at = low; at < mentions.length; at += 1) {
    const mention = mentions[at];
    if (!mention || mention.end > to) break;
    found.push(mention);
  }
  return found;
}

/** What earlier sentences leave behind for those that do not say it again. */
export interface Carried {
  readonly period?: string;
  readonly actor?: string;
  readonly measure?: string;
}

/** A sentence as the refiners see it. All offsets are UTF-16 units into `text`. */
export interface SentenceContext {
  readonly text: string;
  readonly clauses: Clauses;
  readonly periods: readonly PeriodMention[];
  readonly actors: readonly ActorMention[];
  /** Those that are the subject of a clause. */
  readonly organisations: readonly ActorMention[];
  /** From the sentences before in the same paragraph. */
  readonly carried: Carried;
  /** From the headings above and the title: what holds when nothing nearer says otherwise. */
  readonly fallback: Carried;
}

/** One step over all figures of a sentence. Pure: returns new drafts in the same order. */
export type Refiner = (drafts: readonly Draft[], context: SentenceContext) => readonly Draft[];

/** The clauses of a sentence, found once so that asking for one costs nothing. */
export interface Clauses {
  /** By offset, where the clause around it begins and ends. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** By offset, the number of the segment between semicolons: parallel clauses do not reach across. */
  readonly segment: Int32Array;
}

const BOUNDARY = /[，,；;：:。！？!?]/g;
const BREAK = /[；;。！？!?]/;

/** 新华社北京8月18日电, 中国经济网北京8月18日讯: who reports, from where and when. */
const DATELINE =
  /^[^，,。；;：:！？!?]{2,30}?[0-9]{1,2}日(?:[综合外专]{1,2})?(?:电(?![影视话子力商动网信台])|讯(?![息问]))/;

/** Where the dateline ends that a sentence begins with; 0 where it has none. It tells nothing of what is reported. */
export function endOfDateline(text: string): number {
  return DATELINE.exec(text)?.[0].length ?? 0;
}

export function clausesOf(text: string): Clauses {
  const size = text.length + 1;
  const [start, end, segment] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  let [from, part] = [0, 0];
  const close = (boundary: number) => {
    start.fill(from, from, boundary + 1);
    end.fill(boundary, from, boundary + 1);
    segment.fill(part, from, boundary + 1);
    from = boundary + 1;
  };
  const dateline = endOfDateline(text);
  if (dateline > 0) close(dateline - 1);
  for (const { 0: mark, index } of matchesOf(BOUNDARY, text)) {
    if (isThousands(text, index)) continue;
    close(index);
    if (BREAK.test(mark)) part += 1;
  }
  close(text.length);
  return { start, end, segment };
}

/** The comma of 1,234. */
function isThousands(text: string, index: number): boolean {
  return (
    /[0-9０-９]/.test(text[index - 1] ?? '') &&
    /^[,，][0-9０-９]{3}(?![0-9０-９])/.test(text.slice(index, index + 5))
  );
}

/** An organisation's name and a preposition. */
const FARTHEST = 20;
const BEFORE_PERIOD = /^(?:[“"\s—其中在到自至从于截止早而了]|对于?|针对|关于|展望)*$/;

/** 由2022年的9.3%调整为9.1%: the year of the number it begins with and of no other. */
export function isStartingPoint(text: string, { start, end }: PeriodMention): boolean {
  return /[由从]/.test(text.charAt(start - 1)) && /^的?[0-9]/.test(text.slice(end, end + 2));
}

/** Words for making something known, on the day that stands before them. */
export const ANNOUNCED = /发布|公布|披露|获悉|召开|举行|表示|报道|消息|印发|出席|主持|介绍|通报/;
const MADE_KNOWN = /^[^，。；0-9]{0,16}(?:发布|公布|披露|公告|获悉|通报)/;

/** Whether a period is one day, its year known or not. */
export function isDay(period: string): boolean {
  return /^(?:\d{4}|-)-\d\d-\d\d$/.test(period);
}

/** 5月6日披露一季报: the day of the news, not of its figures. */
export function isDayOfNews(text: string, { end, period }: PeriodMention): boolean {
  return isDay(period) && MADE_KNOWN.test(text.slice(end, end + 20));
}

const ITS_NUMBER = /^(?:同期)?(?:的|仅|只|则)?(?:为|是|有)?[约超近逾达]?[0-9]/;

/** 上月为395万吨, 去年9.8万张: a number of another time set beside the one that the sentence is about. */
export function isBeside(text: string, { start, end }: PeriodMention): boolean {
  return /^[上去前]/.test(text.slice(start, end)) && ITS_NUMBER.test(text.slice(end, end + 8));
}

/** Whether what begins at `at` begins its clause but for a preposition: such a period holds for what follows. */
export function leadsClause(context: SentenceContext, at: number): boolean {
  const { text, clauses, actors, organisations } = context;
  const from = clauses.start[at] ?? 0;
  if (at - from > FARTHEST) return false;
  if (at - from <= 8 && BEFORE_PERIOD.test(text.slice(from, at))) return true;
  // 福州市去年10月也办起夜校: behind the subject
  const subject = within(organisations, from, at)[0] ?? within(actors, from, at)[0];
  return (
    subject !== undefined &&
    BEFORE_PERIOD.test(text.slice(from, subject.start)) &&
    /^[市省县区]?(?:在|于|自|从)?$/.test(text.slice(subject.end, at))
  );
}
