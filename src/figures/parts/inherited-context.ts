import type { Article, Heading, Paragraph } from '../../article/article.ts';
import { REGIONS } from '../data/places.ts';
import type { Home } from './mentions.ts';
import { organisationsOf } from './organisations.ts';
import { parsePeriods } from './periods.ts';
import { findActors } from './places.ts';
import type { Carried } from './sentence-context.ts';
import { writtenOn } from './written-on.ts';

export interface Surroundings {
  /** What 去年 is read against: the article's date, else the year in its title. */
  readonly reference: string | undefined;
  fallbackOf(paragraph: Paragraph): Carried;
  /** What a paragraph takes over from the one before: list items share the period of what leads them in. */
  leadOf(paragraph: Paragraph, before: Carried): Carried;
}

const LIST_ITEM = /^\s*(?:——|—|●|·|[一二三四五六七八九十]{1,2}是|[0-9]{1,2}[.、．])/;

/** What the title and the headings say for figures whose own paragraph does not. */
export function surroundings(article: Article, home: Home): Surroundings {
  const year = /(?<![0-9])(?:19|20)[0-9]{2}(?=年)/.exec(article.title)?.[0];
  const reference = writtenOn(article) ?? year;
  const title = titleActor(withoutNames(article.title, organisationsOf(article)), home);
  const periodOf = (text: string) => {
    const named = parsePeriods(text, reference).map(({ period }) => period);
    // a day above a paragraph is when it was written
    const found = new Set(named.filter((period) => period.length !== 10));
    return found.size === 1 ? [...found][0] : undefined;
  };
  const fallbackOf = (paragraph: Paragraph): Carried => {
    const above = headingsAbove(article.headings, paragraph);
    const own = above.map(({ text }) => periodOf(text)).find((period) => period !== undefined);
    const period = own ?? (paragraph.heading && periodOf(paragraph.heading)) ?? year;
    return { ...(period && { period }), ...(title && { actor: title }) };
  };
  const leadOf = (paragraph: Paragraph, before: Carried): Carried =>
    LIST_ITEM.test(article.text.slice(paragraph.span.start, paragraph.span.start + 12)) &&
    before.period
      ? { period: before.period }
      : {};
  return { reference, fallbackOf, leadOf };
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
