import { aboutArticle } from '../../article/about-article.ts';
import type { Article, Heading, Paragraph } from '../../article/article.ts';
import { simplify } from '../../language/simplify.ts';
import { memoByObject } from '../../util/memo-by-object.ts';
import { slice } from '../../util/span.ts';
import { REGIONS } from '../data/places.ts';
import { recognize } from '../recognizers/index.ts';
import type { Home } from './mentions.ts';
import { organisationsOf } from './organisations.ts';
import { parsePeriods } from './periods.ts';
import { findActors } from './places.ts';
import { type Carried, isDay } from './sentence-context.ts';
import { simplifiedArticle } from './simplified-article.ts';
import { writtenOn } from './written-on.ts';

export interface Surroundings {
  /** What 去年 is read against: the article's date, else the year in its title. */
  readonly reference: string | undefined;
  /** The period that the article reports on, where it says one. */
  readonly report: string | undefined;
  fallbackOf(paragraph: Paragraph): Carried;
  /** What a paragraph takes over from the one before: list items share the period of what leads them in. */
  leadOf(paragraph: Paragraph, before: Carried): Carried;
}

const LIST_ITEM = /^\s*(?:——|—|●|·|[一二三四五六七八九十]{1,2}是|[0-9]{1,2}[.、．])/;

/** What the title and the headings say for figures whose own paragraph does not. */
export function surroundings(article: Article, home: Home): Surroundings {
  const year = yearOf(article.title);
  const report = reportPeriod(article);
  const reference = writtenOn(article) ?? year ?? yearOfPart(report);
  const known = organisationsOf(article);
  const placeIn = (text: string) => titleActor(withoutNames(text, known), home);
  // 失业统计数字发表, in a file that people have named 香港失业统计
  const title = placeIn(article.title) ?? placeIn(simplify(aboutArticle(article)));
  const periodOf = (text: string) => {
    const named = parsePeriods(text, reference, { report }).map(({ period }) => period);
    // a day above a paragraph is when it was written
    const found = new Set(named.filter((period) => !isDay(period)));
    return found.size === 1 ? [...found][0] : undefined;
  };
  const fallbackOf = (paragraph: Paragraph): Carried => {
    const above = headingsAbove(article.headings, paragraph);
    const own = above.map(({ text }) => periodOf(text)).find((period) => period !== undefined);
    const period = own ?? (paragraph.heading && periodOf(paragraph.heading)) ?? report ?? year;
    return { ...(period && { period }), ...(title && { actor: title }) };
  };
  const leadOf = (paragraph: Paragraph, before: Carried): Carried =>
    LIST_ITEM.test(article.text.slice(paragraph.span.start, paragraph.span.start + 12)) &&
    before.period
      ? { period: before.period }
      : {};
  return { reference, report, fallbackOf, leadOf };
}

/** A year, or a part of one: what a report may be about. */
const OF_ONE_YEAR = /^(?:(?:(\d{4})|-)(?:-\d\d(?:\/(?:\1|-)-\d\d)?)?)$/;

/**
 * The period that an article reports on (ISO 8601): the one its title names, or where that names only a
 * year or none the part of it with which its first sentence begins and gives figures. A figure of a report for
 * half a year that says no period of its own is of that half, and not of the year.
 */
export const reportPeriod = memoByObject((written: Article): string | undefined => {
  const article = simplifiedArticle(written);
  const year = yearOf(article.title);
  const reference = writtenOn(written) ?? year;
  const named = periodsOfReport(article.title, reference);
  const titled = named.length === 1 ? named[0] : undefined;
  if (titled !== undefined && titled !== year) return titled;
  const first = article.paragraphs.find(({ row }) => row === undefined)?.sentences[0];
  const lead = first === undefined ? '' : slice(article.text, first.span);
  const [leading, ...more] = periodsOfReport(lead, reference, titled);
  const isPart = leading !== undefined && /-\d\d$/.test(leading) && more.length === 0;
  const isOfTitle = titled === undefined || leading?.startsWith(titled) === true;
  const announced = ofReportAnnounced(lead, reference);
  if (titled === undefined && announced !== undefined) return announced;
  return isPart && isOfTitle && BEGINS.test(lead) && isCounted(lead) ? leading : titled;
});

/** 公布了2023年第二季度财报, 发布2023年半年度报告: the report that a first sentence is the news of. */
const REPORT_NEWS =
  /(?:发布|公布|披露|发表|出炉)[^，。；]{0,12}?(?<of>\d{4}年?(?:[上下]半年|第?[一二三四1-4]季度|前三季度|度)?[^，。；、0-9]{0,6}?(?:半年度报告|半年报|中报|[一三]季报|季度报告|季报|年度报告|年报|财报|财务报告|业绩))/;

/** The period of the report that a text announces, where it says the year of it. */
function ofReportAnnounced(text: string, reference?: string): string | undefined {
  const of = REPORT_NEWS.exec(text)?.groups?.['of'];
  const [period, ...more] = of === undefined ? [] : periodsOfReport(of, reference);
  return more.length === 0 && /^\d{4}/.test(period ?? '') ? period : undefined;
}

/** The year of a report for a part of it, which is written within that year or right behind it. */
function yearOfPart(report: string | undefined): string | undefined {
  return /^(\d{4})-\d\d\//.exec(report ?? '')?.[1];
}

/** The first sentence begins with its period, but for a dateline and whose report it is. */
const BEGINS =
  /^(?:[^，。；]{0,40}(?:讯|电|消息)[）)]?\s?|[^，。；0-9]{0,12}[，,]?)(?:\d{4}年|今年|去年)?(?:[上下]半年|第?[一二三四]季度|前[两二三]?个?季度|[0-9]{1,2}(?:[-—－至][0-9]{1,2})?月|前[0-9一二三四五六七八九十]{1,2}个月|截至)/;

/** Whether a sentence gives a statistic beside its dates and ordinals. */
function isCounted(sentence: string): boolean {
  return recognize(sentence).some(({ form }) => form !== 'ordinal' && form !== 'duration');
}

/** The periods of one year or less that a text is of, each once; what it compares with is none. */
function periodsOfReport(text: string, reference?: string, report?: string): string[] {
  const named = parsePeriods(text, reference, { report })
    .filter(({ role, period }) => role === 'time' && OF_ONE_YEAR.test(period))
    .map(({ period }) => period);
  return [...new Set(named)];
}

function yearOf(title: string): string | undefined {
  return /(?<![0-9])(?:19|20)[0-9]{2}(?=年)/.exec(title)?.[0];
}

/** The headings that a paragraph stands under, nearest first. */
function headingsAbove(headings: readonly Heading[], paragraph: Paragraph): Heading[] {
  const above: Heading[] = [];
  for (const heading of headings
    .filter(({ span }) => span.start < paragraph.span.start)
    .reverse()) {
    if (heading.level < (above.at(-1)?.level ?? Number.POSITIVE_INFINITY)) above.push(heading);
  }
  return above;
}

/** A title without the organisations in it: 中国云锦 names no country. */
function withoutNames(title: string, names: ReadonlySet<string>): string {
  return [...names].reduce((rest, name) => rest.replaceAll(name, ''), title);
}

/** The one place a title names: 2023年江苏省…公报. A region (京津冀) is a topic, not whom a figure is about. */
function titleActor(title: string, home: Home): string | undefined {
  const names = new Set(findActors(title, home).flatMap((mention) => mention.names));
  const [name] = names;
  return names.size === 1 && name !== undefined && !(name in REGIONS) ? name : undefined;
}
