import type { Article, Paragraph } from '../../article/article.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import { dimensionOf } from '../../figures/parts/units.ts';
import { simplify } from '../../language/simplify.ts';
import { slice, span } from '../../util/span.ts';
import { type Clause, FUNCTION, GETS, isNounLike, MEASURE, type Word } from './clauses.ts';
import { around, END_OF_YEAR, question } from './cloze.ts';
import type { MadeQuestion } from './made-question.ts';
import { ownerOf } from './owner.ts';

/** Verbs by which an amount is a change. */
const CHANGE =
  /(?:增长|增加|下降|减少|提高|上升|上涨|下跌|回升|回落|上浮|下浮|提升|降低|扩大|收窄|下滑|上调|下调|调涨|增|降|升|涨|跌)(?:了|至|到|达)?$/u;
/** What links a measure to its figure. */
const COPULA = /(?:达到?|为|是|约|约为|共|超过?|突破)$/u;
/** Whom a bare number of things is no number of: 港务队4张 counts its cards. */
const ACTOR = /(?:[队司省市县区州国校局厅部院团社行方]|集团|企业|家庭|财政|政府)$/u;
/** Units of a level that is reached, of which nobody has any: 沪指收报3068点. */
const POINTS = /^[点點分]$/u;
/** Counters of places in an order. */
const ORDER = /^(?:级|号线|线|届|期|版|轮|位|节|集|章)$/u;

/** Questions for the figure of each clause that holds one alone. */
export function figureQuestions(
  article: Article,
  paragraph: Paragraph,
  clauses: readonly Clause[],
  figures: readonly Figure[],
): MadeQuestion[] {
  return clauses.flatMap((clause) => {
    const whole = clause.spanOf(0, clause.text.length);
    const [figure, ...others] = figures.filter(
      ({ start, end }) => start >= whole.start && end <= whole.end,
    );
    if (figure === undefined || others.length > 0 || figure.planned) return [];
    const asked = questionFor(article, clause, figure);
    if (asked === undefined) return [];
    const answer = span(figure.start, figure.end);
    return [{ question: asked, paragraph: paragraph.number, answer }];
  });
}

function questionFor(article: Article, clause: Clause, figure: Figure): string | undefined {
  const start = placeIn(clause, figure.start);
  const end = placeIn(clause, figure.end);
  if (start === undefined || end === undefined || /^第/u.test(figure.text)) return undefined;
  // a unit that the article leaves out: 12万
  if (!simplify(figure.text).includes(figure.unit)) return undefined;
  const left = clause.text.slice(0, start);
  const isChange = CHANGE.test(left);
  const halves = around(article, clause, [start, end], isChange);
  if (halves === undefined) return undefined;
  const { after } = halves;
  const before = ownedBy(article, clause, halves.before, start);
  if (before === undefined || (after !== '' && !isTakenIn(clause, start, after))) return undefined;
  if (
    /^(?:[的多余来起之至]|附近|左右|上下)|[时后前的中等里]$/u.test(after) ||
    /(?:[的第前每等、\-:比已共仅又再还仍]|最[高低多少]|[时後后前中间][为達达]?)$/u.test(before)
  )
    return undefined;
  // a list that the number counts: 国、台、英、日四种语言
  if (/[、和及与]/u.test(before + after) && (after !== '' || isList(before))) return undefined;
  const measure = before.replace(COPULA, '');
  // 谋划组织20家企业参加 leaves out who did, as does a deed that the clauses behind it are of
  const opens = clause.carried?.words ?? clause.words;
  const told = before.replace(END_OF_YEAR, '');
  const [first, second] = opens.filter(({ text }) => told.includes(text));
  if (
    /^v/.test(first?.tag ?? '') &&
    told.startsWith(first?.text ?? '') &&
    !DOER.test(second?.text ?? '')
  )
    return undefined;
  if (/[对對](?![于於])/u.test(before) && /的/u.test(after)) return undefined;
  // 泛区是9处蓄滞洪区之一 tells what it is, 建筑业为9亿元 not of which measure
  if (measure !== before && /[为為是]$/u.test(before) && (after !== '' || !MEASURE.test(measure)))
    return undefined;
  if (MEASURE.test(measure) && /占/u.test(measure)) return undefined;
  if (isChange && isOfPlaceAlone(clause, start)) return undefined;
  if (after === '' && MEASURE.test(measure) && !GETS.test(measure) && isPlainNoun(clause, start))
    return measure.length < 3 ? undefined : question(measure, '是多少');
  // 排查网络谣言信息3336条 leaves out who did
  const [opening] = clause.words.filter(({ text }) => before.startsWith(text));
  if (clause.carried === undefined && opening?.tag === 'vn') return undefined;
  if (before.split('公司').length > 2 || /^惠及/u.test(before)) return undefined;
  const counted = countedThings(clause, [start, end], figure.unit, after);
  if (counted !== undefined)
    return question(before.slice(0, before.length - counted.length), `多少${figure.unit}`, counted);
  const isVerbless = isNounsOnly(clause, start);
  const isCount = dimensionOf(figure.unit) === 'count';
  // 湿法隔膜6.3亿平方米 and 重伤员29名 are of what the words before them say
  if (isVerbless && (isCount ? before.length < 4 : !MEASURE.test(before))) return undefined;
  const much = amountOf(figure.unit, before, after, isChange, isVerbless);
  return much === undefined ? undefined : question(before, much, after);
}

/**
 * What stands before a figure, with whose it is where it is a measure by itself, 换手率 or 归母净利润;
 * undefined where nothing says whose.
 */
function ownedBy(
  article: Article,
  clause: Clause,
  before: string,
  end: number,
): string | undefined {
  const measure = before.replace(COPULA, '').replace(CHANGE, '').replace(COMPARED, '');
  const [found] = MEASURE.exec(measure) ?? [];
  if (found === undefined) return before;
  const carried = clause.carried?.words ?? [];
  const isCarried =
    carried.length > 0 && before.startsWith(carried.map(({ text }) => text).join(''));
  const words = isCarried ? carried : clause.words.filter((word) => word.start < end);
  const isThing = ({ text, tag }: Word) =>
    text.length > 1 && THING_TAG.test(tag) && !MEASURE.test(text) && !GENERAL.test(text);
  if (words.some((word) => before.includes(word.text) && isThing(word)) || GETS.test(before))
    return before;
  const { name } = ownerOf(article);
  return name === undefined ? undefined : name + before;
}

/** With what a change is compared: 同比, 比上年. */
const COMPARED = /(?:同比|环比|(?:比|较)(?:上年|去年)?(?:末|底|同期)?)(?:实际)?$/u;
/** jieba's tags of things that a measure is of. */
const THING_TAG = /^(?:n|x|eng|j|l|m)/;
/** Words that say which of somebody's measures it is, and not whose. */
const GENERAL =
  /^(?:归母|归属|扣非|主营|营业|综合|平均|小时|单日|当日|当月|全年|本期|报告期|投资|销售|境内|境外|最[高低大小长短]|总|净|毛|财务|管理|研发|资金|主力|融券|融资|盈利|中心|全区)$/u;

/** Whether the words before a number take it in: a verb or a preposition stands right before it, 用两艘艇. */
function isTakenIn({ words, text, wordsIn }: Clause, start: number, after: string): boolean {
  const last = words.filter((word) => word.start + word.text.length <= start).at(-1);
  if (
    last === undefined ||
    !/^[vp]/.test(last.tag) ||
    /[若如]|只要|导致|造成/u.test(text.slice(0, start))
  )
    return false;
  // 由三栋仓库 wants what was made of them
  const behind = wordsIn(text.length - after.length, text.length);
  return !/^[由以用把将向对为]$/u.test(last.text) || behind.some(({ tag }) => /^v/.test(tag));
}

/** Counters of things that are named before the number in a list of figures: 设立安置点124个. */
const COUNTER = /^[个個名家项項座架辆輛台只隻张張处處艘所条條件支套]$/u;

/** The things counted where they stand between a verb and their number, as nobody asks in that order. */
function countedThings(
  { words, text }: Clause,
  [start, end]: readonly [number, number],
  unit: string,
  after: string,
): string | undefined {
  if (after !== '' || end !== text.length || !COUNTER.test(unit)) return undefined;
  const before = words.filter((word) => word.start < start);
  const verb = before.findLastIndex(
    ({ tag, text: word }) => /^v(?!n)/.test(tag) && word.length > 1,
  );
  const things = before.slice(verb + 1);
  const [first] = things;
  if (
    verb < 0 ||
    first === undefined ||
    things.some((word) => !isNounLike(word) && word.tag !== 'c')
  )
    return undefined;
  return text.slice(first.start, start).trim();
}

/** Whether what stands before a number is a list that ends there: 集成电路、人工智能两大领域. */
function isList(before: string): boolean {
  return /、[^、]*$/u.test(before) && !/等[^、]{1,8}$|[和及与][^、]{2,}$/u.test(before);
}

/** The UTF-16 unit of a clause at which a place of the article stands. */
function placeIn(clause: Clause, place: number): number | undefined {
  for (let at = 0; at <= clause.text.length; at += 1)
    if (clause.spanOf(at, at).start === place) return at;
  return undefined;
}

/** What makes a doer of a verb before it: 停车人. */
const DOER = /^[人者方员員]$/u;

/** 韩国同比下降 leaves out of what: nothing but a place stands before the change. */
function isOfPlaceAlone({ words, carried }: Clause, end: number): boolean {
  const own = words.filter(
    ({ start, tag, text }) =>
      start < end && !/^(?:v|d|t|u)/.test(tag) && !/^(?:同比|环比|環比|[比较較])$/u.test(text),
  );
  return carried === undefined && own.length > 0 && own.every(({ tag }) => tag === 'ns');
}

function isPlainNoun({ words, text }: Clause, end: number): boolean {
  const nounEnd = text.slice(0, end).replace(COPULA, '').length;
  return words.every(({ start, tag }) => start >= nounEnd || !FUNCTION.test(tag));
}

/** Whether nothing but nouns stands before a figure: 研发人员486人. */
function isNounsOnly({ words }: Clause, end: number): boolean {
  return words.every((word) => word.start >= end || isNounLike(word));
}

/** How an amount of a unit is asked for between `before` and `after`; undefined of what nobody asks so. */
function amountOf(
  unit: string,
  before: string,
  after: string,
  isChange: boolean,
  isVerbless: boolean,
): string | undefined {
  switch (dimensionOf(unit)) {
    case 'percent':
      if (after !== '') return undefined;
      if (/百分点|个点|基点/u.test(unit)) return isChange ? '多少个百分点' : undefined;
      return isChange || /(?:占比?|达到?|为|至)$/u.test(before) ? '多少' : undefined;
    case 'time':
      return after === '' && /(?:[达为是期需要长满]|时间)$/u.test(before) ? '多久' : undefined;
    case 'age':
      return after === '' && !/[未已不]?满$/u.test(before) ? '多少岁' : undefined;
    case 'ordinal':
    case 'ratio':
    case 'rate':
      return undefined;
    case 'count':
      // 总人次占312人 is a part of what it was counted among
      if (unit === '' || ORDER.test(unit) || /占$/u.test(before)) return undefined;
      if (after !== '') return `多少${unit}`;
      return ACTOR.test(before)
        ? undefined
        : `${isVerbless && !POINTS.test(unit) ? '有' : ''}多少${unit}`;
    case 'money':
      return after === '' && unit !== '人民币' ? `多少${unit}` : undefined;
    default:
      return after === '' ? `多少${unit}` : undefined;
  }
}

/** Questions for the cells of a table's row that hold a figure: 学生的票价是多少. */
export function cellQuestions(
  article: Article,
  { number, row }: Paragraph,
  figures: readonly Figure[],
): MadeQuestion[] {
  return (row?.cells ?? []).flatMap(({ span: cell, above, beside }, place) => {
    const figure = figures.find(({ start, end }) => start >= cell.start && end <= cell.end);
    const [name, measure] = [beside[0], above.at(-1)].map((at) => at && slice(article.text, at));
    if (figure === undefined || !name || !measure || !SHORT_NAME.test(name + measure)) return [];
    if (figure.value === 0) return [];
    const asked = isMeasureBeside(article, row, figures, place)
      ? question(`${measure}的${name}`, '是多少')
      : question(`${name}的${measure}`, '是多少');
    return asked === undefined ? [] : [{ question: asked, paragraph: number, answer: cell }];
  });
}

/**
 * Whether the head of a row is what is measured and that of the column whose it is: the figures of the
 * row are of one unit, and the column is not headed by a measure.
 */
function isMeasureBeside(
  article: Article,
  row: Paragraph['row'],
  figures: readonly Figure[],
  place: number,
): boolean {
  const cells = row?.cells ?? [];
  const head = cells[place]?.above.at(-1);
  if (head !== undefined && MEASURE.test(simplify(slice(article.text, head)))) return false;
  const units = cells.flatMap(({ span: cell }) => {
    const figure = figures.find(({ start, end }) => start >= cell.start && end <= cell.end);
    return figure === undefined ? [] : [figure.unit];
  });
  // counts without a unit may be of anything: 胜 | 平 | 负
  return units.length > 1 && new Set(units).size === 1 && units[0] !== '';
}

const SHORT_NAME = /^[\p{Script=Han}\p{L}\p{N}]{3,20}$/u;
