import type { Article, Paragraph, TableCell, TableRow } from '../article/article.ts';
import { type Span, slice } from '../util/span.ts';
import { CHANGES } from './data/directions.ts';
import { ACTOR_COLUMNS, NO_FIGURES, UNIT_COLUMNS } from './data/table-words.ts';
import type { Figure } from './parts/figure.ts';
import { hasOrganisationEnding } from './parts/organisations.ts';
import { parsePeriods } from './parts/periods.ts';
import { findActors } from './parts/places.ts';
import { baseOf } from './parts/units.ts';
import { recognize } from './recognizers/index.ts';

/** 3,889.20; −2.6; 12.5%: a cell that is a number and nothing else. */
const NUMBER = /^(?<sign>[-−－+]?)\s*(?<number>\d[\d,，]*(?:\.\d+)?)\s*(?<unit>[%％‰]?)$/u;

/** 成交额（亿元）; 单位：万人; 增速/%. */
const UNIT =
  /[（(](?:单位\s*[:：])?\s*(?<bracketed>[^（()）]{1,12})[）)]|单位\s*[:：]\s*(?<said>[^\s，。；）)|]{1,12})|[/／](?<last>[%％\p{L}]{1,6})$/u;

const YEAR = /^(?:19|20)\d{2}$/u;
/** 去年, 本月, 同期: read against the article's own date. */
const RELATIVE = /[今去本上前明]年|[本上]月|[本上]季|同期|目前/u;
const CAPTION_NUMBER = /^附?表\s*[\d一二三四五六七八九十.-]*[\s:：]*/u;

/** What a row says where its own cells do not. */
export interface TableContext {
  /** What 去年 is read against. */
  readonly reference: string | undefined;
  readonly period: string | undefined;
  readonly actor: string | undefined;
}

interface NamesContext extends TableContext {
  /** What 上半年 and 3月 are of: the year of the table's caption, else of the title, else of the file. */
  readonly year: string | undefined;
}

/** What names a cell: the header cells above it and the cells beside it in its row. */
interface Names {
  readonly above: readonly string[];
  readonly beside: readonly string[];
  readonly captions: readonly string[];
  /** What stands in the row under 单位. */
  readonly unit: string | undefined;
}

/**
 * The figures of a table's row, one a cell that is a number. Header and row name give measure,
 * period (2022年), actor (江苏), direction (同比增长) and unit (成交额（亿元）). Pure; `article` is in
 * simplified characters, `text` the same in its own.
 */
export function tableFigures(
  article: Article,
  paragraph: Paragraph,
  row: TableRow,
  text: string,
  context: TableContext,
): Figure[] {
  const words = (spans: readonly Span[]) => spans.map((at) => slice(article.text, at));
  const unit = row.cells.find((cell) => UNIT_COLUMNS.test(words(cell.above).join('')));
  const captions = words(row.captions);
  const rowHead = row.cells.find(({ beside }) => beside.length === 0)?.above[0];
  const head = rowHead === undefined ? '' : slice(article.text, rowHead);
  const year = yearIn(captions.join(' ')) ?? yearIn(context.period) ?? yearIn(article.file);
  let before: string | undefined;
  return row.cells.flatMap((cell) => {
    const above = words(cell.above);
    if (cell.beside.length === 0 && row.cells.length > 1 && isLabel(article.text, cell)) return [];
    if (NO_FIGURES.test(above.join(''))) return [];
    const own = above.map(saidUnit).find(Boolean);
    // where the column has a unit, that of the row is none of its cell's: 比上年增长（%）
    const named = cell.beside.filter((at) => at !== unit?.span || own === undefined);
    const names = {
      ...{ above, beside: words(named), captions },
      unit: unit && slice(article.text, unit.span),
    };
    const unitSaid = unitOf(names);
    const read = readCell(slice(article.text, cell.span), counted(unitSaid, above));
    if (read === undefined) return [];
    // 2021年 | 2022年 | 同比增长: a change is that of the year before it
    const changes = above.length > 0 && above.every(isChange);
    const said = readNames(
      names,
      { ...context, year, ...(changes && before && { period: before }) },
      head,
    );
    before = said.period;
    const [base, factor] = baseOf(read.unit);
    return [
      {
        text: slice(text, cell.span),
        ...read,
        base: { value: Number((read.value * factor).toPrecision(12)), unit: base },
        ...said,
        article: article.id,
        paragraph: paragraph.number,
        start: cell.span.start,
        end: cell.span.end,
        sentence: slice(text, paragraph.span),
      },
    ];
  });
}

/** A year or a rank at the head of a row names it. */
function isLabel(text: string, { span: at, above }: TableCell): boolean {
  return above.length > 0 && YEAR.test(slice(text, at));
}

/** 床位（张） counts 张床位, as running text does, where the language has such a counter. */
function counted(unit: string, above: readonly string[]): string {
  const noun =
    above
      .at(-1)
      ?.replace(/[（(].*$/u, '')
      .trim() ?? '';
  const whole = `1${unit}${noun}`;
  const found = unit === '' || noun === '' ? undefined : recognize(whole)[0];
  return found?.end === whole.length ? unit + noun : unit;
}

type Read = Pick<Figure, 'value' | 'unit' | 'qualifier'>;

/** The value of a cell: with its own unit where it has one, else in that of its column. */
function readCell(written: string, unit: string): Read | undefined {
  const plain = NUMBER.exec(written)?.groups;
  if (plain === undefined) {
    const [only, ...more] = recognize(written);
    if (only === undefined || more.length > 0 || only.end - only.start < written.length - 2)
      return undefined;
    return { value: only.value, unit: only.unit, qualifier: only.qualifier };
  }
  const { sign = '', number = '', unit: own = '' } = plain;
  const times = sign === '' || sign === '+' ? 1 : -1;
  const [draft] = recognize(number + (own || unit));
  const whole = draft !== undefined && draft.end === (number + (own || unit)).length;
  const value = whole ? draft.value : Number(number.replace(/[,，]/gu, ''));
  return { value: times * value, unit: whole ? draft.unit : own || unit, qualifier: 'exact' };
}

/** 亿元 of 成交额（亿元）, of the column 单位, or of the table's caption; '' where none says it. */
function unitOf({ above, beside, captions, unit }: Names): string {
  const near = [...above.toReversed(), ...beside.toReversed()].map(saidUnit).find(Boolean);
  // a rate of change has no unit of its row: 万人 is what grew
  return near ?? unit ?? captions.toReversed().map(saidUnit).find(Boolean) ?? '';
}

function saidUnit(words: string): string | undefined {
  const { bracketed, said, last } = UNIT.exec(words)?.groups ?? {};
  const unit = bracketed ?? said ?? last;
  if (unit === undefined) return undefined;
  return unit === said || recognize(`1${unit}`)[0]?.end === unit.length + 1 ? unit : undefined;
}

/** Measure, direction, actor and period of a cell; what is one of the latter is no part of the measure. */
function readNames(
  { above, beside, captions }: Names,
  context: NamesContext,
  rowHead: string,
): Pick<Figure, 'measure' | 'direction' | 'actor' | 'period'> {
  let actor: string | undefined;
  let period: string | undefined;
  const measures: string[] = [];
  for (const [words, fromRow] of [...beside.map(pair(true)), ...above.map(pair(false))]) {
    const when = periodIn(words, context);
    const who = actorIn(words) ?? (fromRow && ACTOR_COLUMNS.test(rowHead) ? words : undefined);
    if (when?.whole) period ??= when.period;
    else if (who !== undefined) actor ??= who;
    else {
      period ??= when?.period;
      measures.push(words);
    }
  }
  const all = [...captions, ...measures];
  const title = captions
    .map((words) => words.replace(CAPTION_NUMBER, ''))
    .filter(isTitle)
    .at(-1);
  const names = measures.length > 0 && !measures.every(isChange) ? measures : [title, ...measures];
  const direction = directionIn(measures.join(' '));
  period ??= all.map((words) => periodIn(words, context)?.period).find(Boolean);
  period ??= context.period;
  actor ??= context.actor;
  return {
    measure: names.filter((words) => words !== undefined).join(' '),
    ...(direction && { direction }),
    ...(actor && { actor }),
    ...(period && { period }),
  };
}

function pair(fromRow: boolean): (words: string) => readonly [string, boolean] {
  return (words) => [words, fromRow];
}

/** A caption that says more than the unit, and is no sentence. */
function isTitle(caption: string): boolean {
  if (/[。：:]$/u.test(caption)) return false;
  return caption !== '' && !/^[（(]?(?:计量)?单位\s*[:：]/u.test(caption);
}

/** The one period that words name, and whether they name nothing else; none of what is compared with. */
function periodIn(words: string, { reference, year }: NamesContext) {
  const spoken = YEAR.test(words) ? `${words}年` : words;
  // an annual report is published in the year after: its half-years are not of its date
  const against = RELATIVE.test(words) ? reference : year;
  const found = parsePeriods(spoken, against).filter(({ role }) => role === 'time');
  const [only] = found;
  if (only === undefined || found.length > 1) return undefined;
  return { period: only.period, whole: only.end - only.start >= spoken.length - 1 };
}

function yearIn(words: string | undefined): string | undefined {
  return words === undefined ? undefined : /(?<!\d)(?:19|20)\d{2}(?!\d)/u.exec(words)?.[0];
}

/** 江苏省 → 江苏; an organisation as it is written. */
function actorIn(words: string): string | undefined {
  const [place] = findActors(words);
  const rest = place === undefined ? words : words.replace(place.text, '');
  if (place !== undefined && /^[省市县区\s]*$/u.test(rest)) return place.names.join('、');
  return hasOrganisationEnding(words) ? words : undefined;
}

const CHANGE = new RegExp(
  `(?:${Object.keys(CHANGES)
    .sort((a, b) => b.length - a.length)
    .join('|')})`,
  'u',
);

function directionIn(words: string): string | undefined {
  const found = CHANGE.exec(words.replace(/[（(].*$/u, ''))?.[0];
  if (found !== undefined) return CHANGES[found];
  return /增速|增幅|涨幅/u.test(words) ? '增长' : /降幅|跌幅/u.test(words) ? '下降' : undefined;
}

/** 同比增长（%）, 增速: what changed is named elsewhere. */
function isChange(words: string): boolean {
  const bare = words.replace(/[（(].*$/u, '').trim();
  return /^(?:同比|环比|[比较]上?[年月季]末?同?期?)?.{0,2}(?:增长|增减|增速|增幅|涨幅|涨跌|下降|降幅|变化|[±+])率?$/u.test(
    bare,
  );
}
