import { parsePeriods, periodsCompatible } from '../../../figures/parts/periods.ts';
import { dimensionOf, isCounter } from '../../../figures/parts/units.ts';
import { writtenOn } from '../../../figures/parts/written-on.ts';
import type { Token } from '../../../language/tokenizer.ts';
import { STOP_WORDS } from '../../../question/data/stop-words.ts';
import type { Question } from '../../../question/question.ts';
import { isNoun } from '../../../question/question-nouns.ts';
import { slice } from '../../../util/span.ts';
import { wordForms } from '../word-forms.ts';
import { ASKED_KINDS, SAYS_NOTHING } from './data/column-words.ts';
import type { Matched } from './match-table.ts';
import { operationSpans } from './operations.ts';
import type { Table } from './table.ts';

/**
 * The words of a question that a table does not say; `things` name something, a place, somebody, a number,
 * `short` are of one character: 建 of 什么时候建的.
 */
interface Unsaid {
  readonly short: readonly Token[];
  readonly things: readonly Token[];
  readonly others: readonly Token[];
}

/** What of a question neither rows nor columns nor what stands above the table say, nor asking does. */
export function unsaidBy(question: Question, matched: Matched): Unsaid {
  const { table, mentions } = matched;
  const { normalized, tags, names, asksAt, type } = question;
  const kind = ASKED_KINDS.find(({ asked }) => asked.test(normalized));
  const operations = operationSpans(question);
  const periods = parsePeriods(normalized, writtenOn(table.article)).filter(({ period }) =>
    isOfTable(period, table),
  );
  const asked = kind?.asked.exec(normalized);
  const asking = asked ? [{ start: asked.index, end: asked.index + asked[0].length }] : [];
  const covers = [
    ...mentions,
    ...operations,
    ...periods,
    ...asking,
    ...shortForms(normalized, table),
  ];
  const isOfDeed =
    matched.isByKind &&
    matched.columns.every((place) =>
      table.columns[place]?.heads.some(({ text }) => DEED_TIME.test(text)),
    );
  const unsaid = joined(question.content).filter((token) => {
    const { text, start, end } = token;
    const covered = places(token).filter((at) =>
      covers.some((one) => at >= one.start && at < one.end),
    );
    // 全程 is no 半程, whose second half it shares
    const least = covered.includes(start) ? 0 : 1;
    if (covered.length * 2 >= end - start + least) return false;
    if (SAYS_NOTHING.test(text) || kind?.words?.test(text) || isUnit(text)) return false;
    if (isScrap(text, tags) || isPer(text, table)) return false;
    if (MONEY_WORDS.test(text) && isOfMoney(matched)) return false;
    // the number of a claim: 赢了9场吗
    if (token.kind === 'number' && type === 'yesno') return false;
    const forms = wordForms(text, question);
    if (forms.some((form) => form.length > 1 && table.about.includes(form))) return false;
    // 哪支球队: what kind of row is asked for; 几点开跑 and 多久产生抗体 ask of a deed, which 关门时间 is not
    const isHead = start >= asksAt && question.head !== undefined && end <= question.head.end;
    return !(isHead && !((isOfDeed || table.isForm) && ASKS_WHEN.test(normalized.slice(asksAt))));
  });
  const isThing = (token: Token) =>
    token.kind !== 'han' ||
    names.includes(token.text) ||
    isNoun(token, tags) ||
    /^(?:[nrst]|vn|an)/u.test(tags.get(token.text) ?? 'n');
  return {
    things: unsaid.filter((token) => token.text.length > 1 && isThing(token)),
    others: unsaid.filter((token) => token.text.length > 1 && !isThing(token)),
    // 跑 of 路跑在哪里跑 says no more than the name does
    short: unsaid.filter(
      ({ text, start }) =>
        text.length === 1 && !STOP_WORDS.has(text) && normalized.indexOf(text) === start,
    ),
  };
}

/** The head of a column that gives the time of one deed. */
const DEED_TIME = /[开关起停截到出]\p{Script=Han}{0,2}(?:时间|时刻)$/u;
/** A question word behind which no kind of thing stands. */
const ASKS_WHEN = /^(?:几[点时]|什么时|啥时|何时|多久|怎么|为什么)/u;

/** Characters of a short form of what stands above a table. */
const SHORT_FORMS = [5, 4, 3];

/** 武科大 of 武汉科技大学: characters that stand above the table in their order, little between them. */
function shortForms(question: string, { about }: Table): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const length of SHORT_FORMS) {
    for (let start = 0; start + length <= question.length; start++) {
      const text = question.slice(start, start + length);
      if (!/^\p{Script=Han}+$/u.test(text)) continue;
      const isOne = new RegExp([...text].join('\\p{Script=Han}{0,2}'), 'u').test(about);
      if (isOne) found.push({ start, end: start + length });
    }
  }
  return found;
}

/** 每月, of a table whose unit is one a month. */
function isPer(text: string, { about }: Table): boolean {
  const [, each] = /^每(.)$/u.exec(text) ?? [];
  return each !== undefined && (about.includes(`/${each}`) || about.includes(text));
}

const MONEY_WORDS = /^(?:票价|价格|价钱|售价|单价|费用|金额|价)$/u;

/** Whether the head of a column asked for gives its unit in money: 二等座（元）. */
function isOfMoney({ table: { article, columns: all }, columns }: Matched): boolean {
  return columns.some((place) =>
    all[place]?.heads.some(({ span: at }) =>
      /[（(][^（()）]{0,3}元/u.test(slice(article.text, at)),
    ),
  );
}

/** Whether jieba has made a word up of words of grammar: 会要 of 读书会要多少钱; 开 of 开跑 is none. */
function isScrap(text: string, tags: Question['tags']): boolean {
  const left = [...text].filter((one) => one === '开' || !STOP_WORDS.has(one));
  return tags.get(text) === 'x' && left.length < 2 && left.length < text.length;
}

function places({ start, end }: Token): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}

function isUnit(text: string): boolean {
  const unit = text.replace(/^[万亿]+(?=.)/u, '');
  return dimensionOf(unit) !== 'count' || isCounter(unit);
}

/** Whether a period is that of the title, of what stands above the table, or of the article's day. */
function isOfTable(period: string, { about, article }: Matched['table']): boolean {
  const written = writtenOn(article);
  return (
    written?.startsWith(period) === true ||
    parsePeriods(about, written).some((one) => periodsCompatible(period, one.period))
  );
}

/** What parts a place or a name from another one: 南城区. */
const SIDES = /^[东南西北中新老]$/u;

/** Neighbouring characters that jieba leaves single are one word: a name that it does not know. */
function joined(words: readonly Token[]): Token[] {
  const all: Token[] = [];
  for (const word of words) {
    const last = all.at(-1);
    const isSingle = word.kind === 'han' && word.text.length === 1 && !SAYS_NOTHING.test(word.text);
    const isNext = last !== undefined && last.end === word.start;
    const isPart = isSingle && last?.text.length === 1;
    if (isNext && (isPart || SIDES.test(last.text)))
      all[all.length - 1] = { ...last, text: last.text + word.text, end: word.end };
    else all.push(word);
  }
  return all;
}
