import type { HeadField } from '../../article.ts';
import { LABELS } from '../../head/data/head-words.ts';
import { findDate } from '../../text/dates.ts';
import { PAGE_META } from './data/page-meta.ts';
import type { DomDocument } from './dom.ts';
import type { TableText } from './html-table.ts';
import { collapse } from './white-space.ts';

/** Something a page's head says of it, in the page's own characters and as we read them. */
export interface PageFact {
  readonly field: HeadField;
  readonly written: string;
  readonly value: string;
}

const LIMIT = 200;
const FIELDS: readonly HeadField[] = ['title', 'date', 'source', 'author', 'url'];

/** What stands behind the title of a page in its `<title>`: _新华网, - 某市人民政府. */
const SITE = /^(.{4,}?)\s*[_|｜—–-]{1,3}\s*[^_|｜。！？]{2,30}$/u;

/**
 * What a page says of itself out of sight: its meta elements, its JSON-LD, its `<title>`; and in the
 * table of labels above a document. `printed` are the texts of its blocks.
 */
export function readPageFacts(
  document: DomDocument,
  printed: readonly string[],
  tables: readonly TableText[],
): PageFact[] {
  const said = [
    ...publicAccount(document),
    ...metaElements(document),
    ...linkedData(document),
    ...tables.flatMap(labelledCells),
  ];
  const facts: PageFact[] = [];
  for (const field of FIELDS) {
    for (const { written } of said.filter((each) => each.field === field)) {
      const value = readValue(field, written);
      if (value === undefined) continue;
      facts.push({ field, written, value });
      break;
    }
  }
  const title = titleOf(document, facts.find(({ field }) => field === 'title')?.value, printed);
  const others = facts.filter(({ field }) => field !== 'title');
  return title === undefined
    ? others
    : [{ field: 'title', written: title, value: title }, ...others];
}

/** Characters of the shortest line that is taken for the title without being marked as a heading. */
const PLAIN_TITLE = 8;
/** The `<title>` of each page of a site, which names the site. */
const SITE_ALONE = /^.{2,10}(?:网|網|公报|公報|门户|門戶|首页|首頁|政府|新闻|新聞|平台)$/u;

/** The heading that the page prints where its `<title>` holds it, else what its head says. */
function titleOf(
  document: DomDocument,
  said: string | undefined,
  printed: readonly string[],
): string | undefined {
  const browser = collapse(document.querySelector('title')?.textContent ?? '').slice(0, LIMIT);
  const headings = [...document.querySelectorAll('h1, h2')].map((each) =>
    collapse(each.textContent ?? ''),
  );
  const heading = headings.find(
    (each) => each.length >= 4 && [said, browser].some((title) => title?.includes(each)),
  );
  if (heading !== undefined || said !== undefined) return heading ?? said;
  // 某局 通知公告 题 and 题_其他_某网 hold the line that is printed over the text
  const within = printed
    .filter((line) => line !== browser && line.length >= PLAIN_TITLE && isPartOf(line, browser))
    .sort((a, b) => b.length - a.length);
  const [only, ...others] = [...document.querySelectorAll('h1')].map((each) =>
    collapse(each.textContent ?? ''),
  );
  const alone = SITE_ALONE.test(browser) && others.length === 0 ? only : undefined;
  return within[0] ?? (alone || undefined) ?? SITE.exec(browser)?.[1] ?? (browser || undefined);
}

/** Whether a line begins or ends a title, with a mark or a space between it and the rest. */
function isPartOf(line: string, title: string): boolean {
  const at = title.indexOf(line);
  if (at < 0 || line.length > LIMIT) return false;
  const [before, after] = [title.slice(0, at), title.slice(at + line.length)];
  return /(?:^|[\s_|｜—–:：-])$/u.test(before) && /^(?:$|[\s_|｜—–(（-])/u.test(after);
}

/** 发文机关：| 某省政府 | 成文日期：| 2023年5月4日, in the table above an official document. */
function labelledCells({ rows }: TableText): Said[] {
  return rows.flatMap((row) =>
    row.flatMap(({ text }, i) => {
      const label = text.replace(/[\s:：]/gu, '');
      const field = Object.hasOwn(LABELS, label) ? LABELS[label] : undefined;
      const written = (row[i + 1]?.text ?? '').slice(0, LIMIT);
      if (field === undefined || field === 'none' || field === 'update' || written === '')
        return [];
      return [{ field, written }];
    }),
  );
}

/** What a public account's page (公众号) says in its script alone: the account, and the second it was sent. */
function publicAccount(document: DomDocument): Said[] {
  if (document.querySelector('#js_article, #js_content') === null) return [];
  const said: Said[] = [];
  const name = collapse(document.querySelector('#js_name')?.textContent ?? '').slice(0, LIMIT);
  if (name !== '') said.push({ field: 'source', written: name });
  for (const script of document.querySelectorAll('script')) {
    const code = script.textContent ?? '';
    const day = /\bcreateTime\s*=\s*["'](\d{4}-\d{2}-\d{2}[^"']{0,12})["']/u.exec(code)?.[1];
    const seconds = /\b(?:ct|oriCreateTime)\s*=\s*["'](\d{9,11})["']/u.exec(code)?.[1];
    const written = day ?? (seconds === undefined ? undefined : dayAt(Number(seconds)));
    if (written !== undefined) return [...said, { field: 'date', written }];
  }
  return said;
}

/** Chinese pages count the day by their own clock, eight hours ahead. */
const CLOCK = 8 * 3600;

function dayAt(seconds: number): string {
  return new Date((seconds + CLOCK) * 1000).toISOString().slice(0, 10);
}

/** The names under which a whole platform stands for each of its writers. */
const PLATFORMS = /^(?:微信公众平台|微信公众号|公众号|知乎|知乎专栏|简书|百家号|搜狐|CSDN博客)$/u;

interface Said {
  readonly field: HeadField;
  readonly written: string;
}

function metaElements(document: DomDocument): Said[] {
  const found = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const name = ['property', 'name', 'itemprop']
      .map((each) => meta.getAttribute(each))
      .find(Boolean);
    const content = collapse(meta.getAttribute('content') ?? '').slice(0, LIMIT);
    const key = name?.toLowerCase() ?? '';
    if (content !== '' && !found.has(key)) found.set(key, content);
  }
  const canonical = collapse(
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '',
  );
  return [
    ...(canonical === '' ? [] : [{ field: 'url', written: canonical } as const]),
    ...Object.entries(PAGE_META).flatMap(([name, field]) => {
      const written = found.get(name);
      return written === undefined ? [] : [{ field, written }];
    }),
  ];
}

/** Headline, day, publisher and author of the first article that the page describes to machines. */
function linkedData(document: DomDocument): Said[] {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let data: unknown;
    try {
      data = JSON.parse(script.textContent ?? '');
    } catch {
      continue;
    }
    for (const item of itemsOf(data)) {
      const said: Said[] = [];
      const take = (field: HeadField, value: unknown) => {
        const written = nameOf(value);
        if (written !== '') said.push({ field, written });
      };
      take('title', item['headline']);
      take('date', item['datePublished'] ?? item['pubDate']);
      take('source', item['publisher']);
      take('author', item['author']);
      if (said.length > 0) return said;
    }
  }
  return [];
}

function itemsOf(data: unknown): Record<string, unknown>[] {
  if (Array.isArray(data)) return data.slice(0, 20).filter(isRecord);
  if (!isRecord(data)) return [];
  const graph = data['@graph'];
  return Array.isArray(graph) ? graph.slice(0, 20).filter(isRecord) : [data];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `{"name": "新华网"}`, `[{…}]` or the name itself. */
function nameOf(value: unknown): string {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  const name = isRecord(one) ? one['name'] : one;
  return typeof name === 'string' ? collapse(name).slice(0, LIMIT) : '';
}

function readValue(field: HeadField, written: string): string | undefined {
  if (field === 'url') return /^https?:\/\/[^\s<>]+$/iu.test(written) ? written : undefined;
  // an author's address is no name
  if (/^https?:/u.test(written) || /[<>]/u.test(written)) return undefined;
  if (field === 'source' && PLATFORMS.test(written)) return undefined;
  return field === 'date' ? findDate(written)?.iso : written;
}
