import type { Operation } from '../../figures/arithmetic.ts';
import type { Constraint } from '../../figures/lookup.ts';
import { chinesePeriod, chineseTitle } from '../format-values.ts';
import { type Messages, PLACES_NAMED, VALUES_NAMED } from './messages.ts';

const RESULTS: Readonly<Record<Operation, string>> = {
  difference: '差额',
  ratio: '倍数',
  sum: '合计',
  greater: '差额',
};

const CONSTRAINTS: Readonly<Record<Constraint, string>> = {
  words: '指标',
  unit: '单位',
  direction: '方向',
  period: '时期',
  actor: '主体',
};

/** 江苏的数字, 江苏技术合同成交额的数字: the figures of somebody, of some time. */
function figuresOf(owner: string, measure: string | undefined): string {
  return measure === undefined ? `${owner}的数字` : `${owner}${measure}的数字`;
}

/** Behind a citation of a scan. */
const RECOGNIZED = '（文字由机器识别）';

export const SIMPLIFIED: Messages = {
  notInText: '文中没有找到答案。',
  headUnknown: '文章没有注明。',
  tooLong: '问题太长，请用一两句话来问。',
  whichMeant: '有好几篇文章，看不出问的是哪一件事；请说出名称、地点或时间。',
  unreadable: '文章暂时读不出来，请稍后再问。',
  stillReading: (read, of) =>
    `文章还没有全部读完（${read}/${of}篇），答案可能在没读到的文章里，请稍后再问。`,
  help: '用一句话提问，我用文章的原话回答；文章没有说的，我会照实说。',
  welcome: '不客气，还想知道什么可以接着问。',
  goAhead: '好的，想知道什么可以接着问。',
  articles: (titles, more) =>
    `共${titles.length + more}篇文章：${titles.map(({ title, date }) => chineseTitle(title, date)).join('、')}${more > 0 ? '等' : ''}。`,
  whichArticle: '有好几篇文章，请说出是哪一篇。',
  noSuchNumber: (measure) =>
    measure === undefined ? '没有找到这个数字。' : `没有找到${measure}的数字。`,
  nearest: '最接近的原文（不是答案）：',
  mayAsk: '可以问：',
  period: chinesePeriod,
  list: (words) => words.join('、'),
  notMentioned: (word) => `文中没有提到“${word}”。`,
  noClause: (name) => `文中没有${name}。`,
  severalHave: (name, titles) =>
    `${titles.map((title) => `《${title}》`).join('、')}都有${name}，请说明是哪一部。`,
  goesOn: '后面还有条文。',
  assumed: (words) => `已把${words.map(([typed, read]) => `“${typed}”当作“${read}”`).join('，')}。`,
  noFigureOf: (side) => `文中没有${side}的数字，不能比较。`,
  notGiven: (row, column, written) =>
    `表中没有给出“${row}”${column === '' ? '' : `的“${column}”`}（这一格${written === undefined ? '是空的' : `写的是“${written}”`}）。`,
  noSuchRow: (names) => `表中没有一行同时是${names.map((name) => `“${name}”`).join('和')}。`,
  extremeOf: ({ measure, order, values, among }) => {
    const first = values.map(({ name, value }) => `${value}（${name}）`).join('、');
    const which = order === 'most' ? '最大' : '最小';
    const few = values.length > 1 ? `的${values.length}个` : '的';
    return `“${measure}”的${among}个数中，${which}${few}是${first}。`;
  },
  meetBound: ({ measure, said, met, among }) =>
    `“${measure}”的${among}个数中，${said}的有${met}个。`,
  rowsShown: (shown, all) => `符合的共有${all}行，这里列出前${shown}行。`,
  nothingOf: (periods, measure) =>
    measure === undefined ? `文中没有说${periods}的情况。` : `文中没有说${periods}的${measure}。`,
  onlyFiguresOf: (asked, held, measure) => `文中没有${figuresOf(asked, measure)}，只有${held}的。`,
  noFigureFor: (asked, nearest, measure) =>
    nearest === undefined
      ? `文中没有${figuresOf(asked, measure)}。`
      : `文中没有${figuresOf(asked, measure)}，最接近的是${nearest}的。`,
  noChange: (change, held) =>
    `文中没有说${change === 'up' ? '增长' : '下降'}了多少${held === undefined ? '' : `，说的是${held}`}。`,
  otherDirection: '另一方向',
  reported: (claims, withPeriod) =>
    `${claims
      .map(({ title, date, text, period }) => {
        const when = withPeriod && period !== undefined ? chinesePeriod(period) : '';
        return `${chineseTitle(title, date)}说${when === '' ? '' : `${when}为`}${text}`;
      })
      .join('，')}。`,
  alsoSaid: (claims) =>
    `${claims.map(({ title, date }) => chineseTitle(title, date)).join('、')}也这样说。`,
  equal: '两者相同',
  higher: (name) => `${name}的更高`,
  lower: (name) => `${name}的更低`,
  amount: ({ digits, scale, unit }) => `${digits}${scale}${unit}`,
  caution: (caution, operation, result) => {
    const about = `${RESULTS[operation]}约${result}`;
    switch (caution.code) {
      case 'alike':
        return `${caution.figures === 2 ? '两者' : '各项'}都是“${caution.qualifier}”，${about}`;
      case 'several':
        return `其中有的是“${caution.qualifiers.join('”“')}”，${about}`;
      case 'pair': {
        const [former, latter] = caution.qualifiers.map((word) =>
          word === '' ? '是确数' : `是“${word}”`,
        );
        return `前者${former}，后者${latter}，${about}`;
      }
    }
  },
  notReckoned: (refusal) => {
    const listed = (values: readonly (string | undefined)[]) =>
      values.map((value) => value || '未写明').join('、');
    switch (refusal.reason) {
      case 'count':
        return refusal.operation === 'sum'
          ? '至少要有两个数字才能合计。'
          : '要有两个数字才能比较。';
      case 'unit':
        return `单位不同（${listed(refusal.units)}），不能放在一起算。`;
      case 'percent':
        return '百分比不能直接相加。';
      case 'period':
        return `时期不同（${listed(refusal.periods)}），不能放在一起算。`;
      case 'actor':
        return `主体不同（${listed(refusal.actors)}），不能放在一起算。`;
      case 'range':
        return '原文给的是一个范围，不能得出一个确数。';
      case 'ordinal':
        return '序数不能计算。';
      case 'zero':
        return '除数是零，不能算倍数。';
    }
  },
  sentence: (parts) => `${parts.join('；')}。`,
  noneFound: (constraint, asked, held) => {
    const some = held.slice(0, VALUES_NAMED).join('、');
    const has =
      held.length === 0
        ? '文中没有写明。'
        : `文中有：${some}${held.length > VALUES_NAMED ? '等' : ''}。`;
    return `没有${CONSTRAINTS[constraint]}为“${asked}”的数字。${has}`;
  },
  oneOfThese: '可能是这几处之一：',
  notSure: '不确定是不是这一处：',
  byReader: '模型选句',
  readerOverruled: '模型另选了一句，因为与问题所说的时间、主体、方向或单位不符，没有采用。',
  noneOfNearest: '最接近的几句里没有答案。',
  nearestFigures: '最接近的数字（不是答案）：',
  figuresUnread: (read, of) => `数字还没有读完（${read}/${of}篇），稍后可能更多。`,
  figuresFound: (all, shown, areMore) =>
    all > shown
      ? `${areMore ? '不止' : '共'}${all}个数字，先列出${shown}个；加上年份、地方或更具体的指标可以缩小范围。`
      : `共${all}个数字，按编号看原句：`,
  firstFigures: (all, shown) => `共${all}个数字，这里列出前${shown}个。`,
  asked: (question) => `问：${question}`,
  labelOfFigure: () => '',
  labelOfPassage: () => '',
  citation: ({ title, paragraph, heading, page, recognized, also = [] }, date, source) => {
    const leaf = page === undefined ? '' : `第${page}页`;
    const place = paragraph === 0 ? '文首' : `${leaf}第${paragraph}段`;
    const others = also.slice(0, PLACES_NAMED).map((other) => {
      const facts = [other.source, other.date].filter((fact) => fact !== undefined).join('，');
      return `《${other.title}》${facts === '' ? '' : `（${facts}）`}第${other.paragraph}段`;
    });
    const more = also.length > PLACES_NAMED ? `等${also.length}处` : '';
    const elsewhere = others.length === 0 ? '' : `；又见${others.join('、')}${more}`;
    return `——${chineseTitle(title, date, source)}${place}${heading === undefined ? '' : `，${heading}`}${recognized ? RECOGNIZED : ''}${elsewhere}`;
  },
  citationInSame: ({ paragraph, page }) =>
    paragraph === 0
      ? '——同篇文首'
      : `——同篇${page === undefined ? '' : `第${page}页`}第${paragraph}段`,
};
