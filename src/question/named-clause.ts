import type { Article } from '../article/article.ts';
import { clauseKey, clausesOf } from '../article/clauses.ts';
import { normalize } from '../language/normalize.ts';
import { parseNumeral } from '../language/numerals.ts';
import { memoByObject } from '../util/memo-by-object.ts';
import { withoutQuestionWords } from './asked-type.ts';
import type { Question } from './question.ts';

/** What a question of clauses names: 第四条第二款第一项, 第三条至第五条, 第二章, 附则. */
export type ClauseName =
  | {
      readonly kind: 'clause';
      /** As `Clause.number`, in the order asked. */
      readonly numbers: readonly string[];
      /** Of a single clause: which of its paragraphs (款) and items (项). */
      readonly paragraph?: number;
      readonly item?: number;
    }
  | { readonly kind: 'chapter'; readonly rank: string; readonly number: number }
  | { readonly kind: 'closing' };

/** A question that asks for a clause itself, and of what. */
export interface NamedClause {
  readonly name: ClauseName;
  /** What it asks for, in the question's own words: 第四条第二项. */
  readonly written: string;
  /** The articles in clauses that it names; all of them where it names none. */
  readonly articles: readonly Article[];
  /** The law that it names where no article is that law. */
  readonly unknown?: string;
}

const NUMBER = '[一二三四五六七八九十百千零〇○两\\d]{1,7}';
const ONE = `第\\s?(?:${NUMBER})\\s?条(?:之[一二三四五六七八九十]{1,3})?`;
const CLAUSE = new RegExp(
  `(?<clauses>${ONE}(?:\\s?[至到、和及与,~-]\\s?${ONE})*)的?(?:\\s?第\\s?(?<paragraph>${NUMBER})\\s?[款段])?的?(?:\\s?第?\\s?[((]?(?<item>${NUMBER})[))]?\\s?项|\\s?[((](?<bracketed>${NUMBER})[))])?`,
  'u',
);
const CHAPTER = new RegExp(`第\\s?(?<number>${NUMBER})\\s?(?<rank>[编章节])`, 'u');
const CLOSING = /附则/u;
const NUMBERS = new RegExp(`第\\s?(${NUMBER})\\s?条(?:之([一二三四五六七八九十]{1,3}))?`, 'gu');
const RANGE = /[至到~-]/u;
/** No question asks for more at once. */
const LONGEST_RANGE = 50;

/** What may stand before a law's name, and between it and the clause. */
const BEFORE =
  /^(?:请|帮我|给我|把|查|看|找|一下|一查|告诉|我|引用|列出|关于|根据|按照|依照|在|对于|[这那该本此]|呢|,|\s)+/u;
const BETWEEN = /(?:的|里面?|中的?|之中|当中|,|:|\s)+$/u;
/** What a question says that asks for no more than the words of a clause. */
const FILLERS =
  /(?:具体|完整|原文|全文|原话|条文|条款|内容|规定|写明|写道|提到|讲述|主要|大意|意思|怎么|如何|里面|[是有的了说讲写提指述为啊呢吗么请把给看查念吧些,.?!:;"'\s])+/gu;
/** How laws, contracts and their like are called. */
const LAW =
  /(?:法|条例|办法|规定|细则|规则|规范|章程|合同|协议|制度|公约|守则|准则|决定|规程|手册|标准|宪法|解释)(?:\([^()]{1,12}\))?》?$/u;
/** 本办法 and 合同 name the article itself. */
const ITSELF =
  /^(?:[这那该本此](?:部|份|个|项)?)?(?:法律?|条例|办法|规定|细则|规则|规范|章程|合同|协议书?|制度|公约|守则|准则|规程|手册|文件|文章|文|法规)?$/u;

/**
 * Reads a question as one for a clause itself: 第四条规定了什么, 《某办法》第四条第二项. Undefined
 * where it asks for something else, or where no article is written in clauses. `last` is the article
 * that the turn before was answered from.
 */
export function clauseNamed(
  { normalized }: Question,
  articles: readonly Article[],
  last: string | undefined,
): NamedClause | undefined {
  const found = readName(normalized);
  if (found === undefined) return undefined;
  const { name, written, start, end } = found;
  const behind = withoutQuestionWords(normalized.slice(end)).replace(FILLERS, '');
  if (behind !== '') return undefined;
  const lawful = articles.filter((article) => clausesOf(article).length > 0);
  if (lawful.length === 0) return undefined;
  const before = normalized.slice(0, start).replace(BETWEEN, '');
  const law = (/《([^《》]+)》$/u.exec(before)?.[1] ?? withoutCourtesy(before)).replace(/\s/gu, '');
  const named = law === '' ? [] : articlesOf(law, lawful);
  if (named.length > 0) return { name, written, articles: named };
  if (ITSELF.test(law)) {
    const talked = lawful.filter(({ id }) => id === last);
    return { name, written, articles: talked.length > 0 ? talked : lawful };
  }
  if (!LAW.test(law) && !before.endsWith('》')) return undefined;
  // an article may tell what another law says
  const mention = new RegExp(`${escaped(law)}》?(?:\\([^()]{0,20}\\))?的?${escaped(written)}`, 'u');
  if (articles.some((article) => mention.test(textOf(article)))) return undefined;
  return { name, written, articles: [], unknown: law };
}

function readName(text: string) {
  const clause = CLAUSE.exec(text);
  const chapter = clause ?? CHAPTER.exec(text) ?? CLOSING.exec(text);
  if (chapter === null) return undefined;
  const written = chapter[0].replace(/的+$/u, '');
  const name = clause !== null ? clauseName(clause) : chapterName(chapter);
  if (name === undefined) return undefined;
  return { name, written, start: chapter.index, end: chapter.index + written.length };
}

function clauseName({ groups = {} }: RegExpExecArray): ClauseName | undefined {
  const { clauses = '', paragraph, item, bracketed } = groups;
  const named = [...clauses.matchAll(NUMBERS)].map(([, number = '', inserted]) =>
    clauseKey(number, inserted),
  );
  const numbers = named.filter((key) => key !== undefined);
  const [first, second] = numbers.map(Number);
  if (first === undefined || numbers.length < named.length) return undefined;
  if (second !== undefined && numbers.length === 2 && RANGE.test(clauses)) {
    const length = Math.floor(second) - Math.floor(first) + 1;
    if (length < 1 || length > LONGEST_RANGE) return undefined;
    return { kind: 'clause', numbers: Array.from({ length }, (_, i) => String(first + i)) };
  }
  const [part, point] = [paragraph, item ?? bracketed].map((each) => parseNumeral(each ?? ''));
  return {
    ...{ kind: 'clause', numbers },
    ...(numbers.length === 1 && part !== undefined && { paragraph: part }),
    ...(numbers.length === 1 && point !== undefined && { item: point }),
  };
}

function chapterName({ groups = {} }: RegExpExecArray): ClauseName | undefined {
  const { rank, number = '' } = groups;
  if (rank === undefined) return { kind: 'closing' };
  const value = parseNumeral(number);
  return value === undefined ? undefined : { kind: 'chapter', rank, number: value };
}

function withoutCourtesy(before: string): string {
  return withoutQuestionWords(before).trim().replace(BEFORE, '').replace(BETWEEN, '');
}

/** The articles whose title is that name, else holds it, else is it with words left out. */
function articlesOf(law: string, articles: readonly Article[]): readonly Article[] {
  const wanted = law.replace(/[《》\s]/gu, '');
  if (wanted.length < 2) return [];
  const titled = articles.map((article) => ({ article, title: titleOf(article) }));
  const fits = [
    (title: string) => title === wanted,
    (title: string) => title.includes(wanted) || (title.length > 3 && wanted.endsWith(title)),
    (title: string) => wanted.length > 2 && (isWithin(wanted, title) || isWithin(title, wanted)),
  ];
  for (const fit of fits) {
    const found = titled.filter(({ title }) => fit(title)).map(({ article }) => article);
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether all characters of `short` stand in `long`, in their order. */
function isWithin(short: string, long: string): boolean {
  if (short.length < 3) return false;
  let at = 0;
  for (const char of long) if (char === short.charAt(at)) at++;
  return at === short.length;
}

/** Normalised once: a question is held against every article. */
const titleOf = memoByObject(({ title }: Article) =>
  normalize(title).text.replace(/[《》\s]/gu, ''),
);
const textOf = memoByObject(({ text }: Article) => normalize(text).text);

function escaped(words: string): string {
  return words.replace(/[()[\]{}|*+?.^$/\\]/gu, '\\$&');
}
