import type { Operation } from '../../figures/arithmetic.ts';
import type { Constraint } from '../../figures/lookup.ts';
import { chinesePeriod, chineseTitle } from '../format-values.ts';
import { type Messages, PLACES_NAMED, VALUES_NAMED } from './messages.ts';

const RESULTS: Readonly<Record<Operation, string>> = {
  difference: '差額',
  ratio: '倍數',
  sum: '合計',
  greater: '差額',
};

const CONSTRAINTS: Readonly<Record<Constraint, string>> = {
  words: '指標',
  unit: '單位',
  direction: '方向',
  period: '時期',
  actor: '主體',
};

const SCALES = { '': '', 万: '萬', 亿: '億', 万亿: '萬億' } as const;

/** Characters of units and counters, each with how the traditional script writes it there: 只 is 隻, 准 is 標準's. */
const UNIT_CHARACTERS: ReadonlyMap<string, string> = new Map(
  `
    个個 项項 点點 吨噸 亩畝 顷頃 块塊 钱錢 镑鎊 欧歐 币幣 门門 韩韓 卢盧 铢銖 亚亞 尔爾 兰蘭 纳納
    时時 间間 钟鐘 岁歲 载載 总總 标標 马馬 摄攝 华華 节節 条條 辆輛 户戶 场場 种種 类類 层層 处處
    栋棟 张張 单單 届屆 队隊 厂廠 县縣 乡鄉 镇鎮 笔筆 头頭 颗顆 页頁 对對 双雙 组組 级級 线線 环環
    国國 号號 车車 针針 准準 顶頂 盏盞 剂劑 轮輪 只隻 两兩 档檔 岗崗 团團 册冊 万萬 亿億
  `
    .trim()
    .split(/\s+/)
    .map(([simplified = '', traditional = '']) => [simplified, traditional]),
);

function unitInTraditional(unit: string): string {
  return [...unit].map((character) => UNIT_CHARACTERS.get(character) ?? character).join('');
}

/** 江蘇的數字, 江蘇技術合同成交額的數字: the figures of somebody, of some time. */
function figuresOf(owner: string, measure: string | undefined): string {
  return measure === undefined ? `${owner}的數字` : `${owner}${measure}的數字`;
}

/** Behind a citation of a scan. */
const RECOGNIZED = '（文字由機器辨識）';

export const TRADITIONAL: Messages = {
  notInText: '文中沒有找到答案。',
  headUnknown: '文章沒有註明。',
  tooLong: '問題太長，請用一兩句話來問。',
  whichMeant: '有好幾篇文章，看不出問的是哪一件事；請說出名稱、地點或時間。',
  unreadable: '文章暫時讀不出來，請稍後再問。',
  stillReading: (read, of) =>
    `文章還沒有全部讀完（${read}/${of}篇），答案可能在沒讀到的文章裡，請稍後再問。`,
  help: '用一句話提問，我用文章的原話回答；文章沒有說的，我會照實說。',
  welcome: '不客氣，還想知道什麼可以接著問。',
  goAhead: '好的，想知道什麼可以接著問。',
  articles: (titles, more) =>
    `共${titles.length + more}篇文章：${titles.map(({ title, date }) => chineseTitle(title, date)).join('、')}${more > 0 ? '等' : ''}。`,
  whichArticle: '有好幾篇文章，請說出是哪一篇。',
  noSuchNumber: (measure) =>
    measure === undefined ? '沒有找到這個數字。' : `沒有找到${measure}的數字。`,
  nearest: '最接近的原文（不是答案）：',
  mayAsk: '可以問：',
  period: chinesePeriod,
  list: (words) => words.join('、'),
  notMentioned: (word) => `文中沒有提到「${word}」。`,
  noClause: (name) => `文中沒有${name}。`,
  severalHave: (name, titles) =>
    `${titles.map((title) => `《${title}》`).join('、')}都有${name}，請說明是哪一部。`,
  goesOn: '後面還有條文。',
  assumed: (words) =>
    `已把${words.map(([typed, read]) => `「${typed}」當作「${read}」`).join('，')}。`,
  noFigureOf: (side) => `文中沒有${side}的數字，不能比較。`,
  notGiven: (row, column, written) =>
    `表中沒有給出「${row}」${column === '' ? '' : `的「${column}」`}（這一格${written === undefined ? '是空的' : `寫的是「${written}」`}）。`,
  noSuchRow: (names) => `表中沒有一行同時是${names.map((name) => `「${name}」`).join('和')}。`,
  extremeOf: ({ measure, order, values, among }) => {
    const first = values.map(({ name, value }) => `${value}（${name}）`).join('、');
    const which = order === 'most' ? '最大' : '最小';
    const few = values.length > 1 ? `的${values.length}個` : '的';
    return `「${measure}」的${among}個數中，${which}${few}是${first}。`;
  },
  meetBound: ({ measure, said, met, among }) =>
    `「${measure}」的${among}個數中，${said}的有${met}個。`,
  rowsShown: (shown, all) => `符合的共有${all}行，這裡列出前${shown}行。`,
  nothingOf: (periods, measure) =>
    measure === undefined ? `文中沒有說${periods}的情況。` : `文中沒有說${periods}的${measure}。`,
  onlyFiguresOf: (asked, held, measure) => `文中沒有${figuresOf(asked, measure)}，只有${held}的。`,
  noFigureFor: (asked, nearest, measure) =>
    nearest === undefined
      ? `文中沒有${figuresOf(asked, measure)}。`
      : `文中沒有${figuresOf(asked, measure)}，最接近的是${nearest}的。`,
  noChange: (change, held) =>
    `文中沒有說${change === 'up' ? '增長' : '下降'}了多少${held === undefined ? '' : `，說的是${held}`}。`,
  otherDirection: '另一方向',
  reported: (claims, withPeriod) =>
    `${claims
      .map(({ title, date, text, period }) => {
        const when = withPeriod && period !== undefined ? chinesePeriod(period) : '';
        return `${chineseTitle(title, date)}說${when === '' ? '' : `${when}為`}${text}`;
      })
      .join('，')}。`,
  alsoSaid: (claims) =>
    `${claims.map(({ title, date }) => chineseTitle(title, date)).join('、')}也這樣說。`,
  equal: '兩者相同',
  higher: (name) => `${name}的更高`,
  lower: (name) => `${name}的更低`,
  amount: ({ digits, scale, unit }) => `${digits}${SCALES[scale]}${unitInTraditional(unit)}`,
  caution: (caution, operation, result) => {
    const about = `${RESULTS[operation]}約${result}`;
    switch (caution.code) {
      case 'alike':
        return `${caution.figures === 2 ? '兩者' : '各項'}都是「${caution.qualifier}」，${about}`;
      case 'several':
        return `其中有的是「${caution.qualifiers.join('」「')}」，${about}`;
      case 'pair': {
        const [former, latter] = caution.qualifiers.map((word) =>
          word === '' ? '是確數' : `是「${word}」`,
        );
        return `前者${former}，後者${latter}，${about}`;
      }
    }
  },
  notReckoned: (refusal) => {
    const listed = (values: readonly (string | undefined)[]) =>
      values.map((value) => value || '未寫明').join('、');
    switch (refusal.reason) {
      case 'count':
        return refusal.operation === 'sum'
          ? '至少要有兩個數字才能合計。'
          : '要有兩個數字才能比較。';
      case 'unit':
        return `單位不同（${listed(refusal.units.map(unitInTraditional))}），不能放在一起算。`;
      case 'percent':
        return '百分比不能直接相加。';
      case 'period':
        return `時期不同（${listed(refusal.periods)}），不能放在一起算。`;
      case 'actor':
        return `主體不同（${listed(refusal.actors)}），不能放在一起算。`;
      case 'range':
        return '原文給的是一個範圍，不能得出一個確數。';
      case 'ordinal':
        return '序數不能計算。';
      case 'zero':
        return '除數是零，不能算倍數。';
    }
  },
  sentence: (parts) => `${parts.join('；')}。`,
  noneFound: (constraint, asked, held) => {
    const some = held.slice(0, VALUES_NAMED).join('、');
    const has =
      held.length === 0
        ? '文中沒有寫明。'
        : `文中有：${some}${held.length > VALUES_NAMED ? '等' : ''}。`;
    return `沒有${CONSTRAINTS[constraint]}為「${asked}」的數字。${has}`;
  },
  oneOfThese: '可能是這幾處之一：',
  notSure: '不確定是不是這一處：',
  byReader: '模型選句',
  readerOverruled: '模型另選了一句，因為與問題所說的時間、主體、方向或單位不符，沒有採用。',
  noneOfNearest: '最接近的幾句裡沒有答案。',
  nearestFigures: '最接近的數字（不是答案）：',
  figuresUnread: (read, of) => `數字還沒有讀完（${read}/${of}篇），稍後可能更多。`,
  figuresFound: (all, shown, areMore) =>
    all > shown
      ? `${areMore ? '不止' : '共'}${all}個數字，先列出${shown}個；加上年份、地方或更具體的指標可以縮小範圍。`
      : `共${all}個數字，按編號看原句：`,
  firstFigures: (all, shown) => `共${all}個數字，這裡列出前${shown}個。`,
  asked: (question) => `問：${question}`,
  labelOfFigure: () => '',
  labelOfPassage: () => '',
  citation: ({ title, paragraph, heading, page, recognized, also = [] }, date, source) => {
    const leaf = page === undefined ? '' : `第${page}頁`;
    const place = paragraph === 0 ? '文首' : `${leaf}第${paragraph}段`;
    const others = also.slice(0, PLACES_NAMED).map((other) => {
      const facts = [other.source, other.date].filter((fact) => fact !== undefined).join('，');
      return `《${other.title}》${facts === '' ? '' : `（${facts}）`}第${other.paragraph}段`;
    });
    const more = also.length > PLACES_NAMED ? `等${also.length}處` : '';
    const elsewhere = others.length === 0 ? '' : `；又見${others.join('、')}${more}`;
    return `——${chineseTitle(title, date, source)}${place}${heading === undefined ? '' : `，${heading}`}${recognized ? RECOGNIZED : ''}${elsewhere}`;
  },
  citationInSame: ({ paragraph, page }) =>
    paragraph === 0
      ? '——同篇文首'
      : `——同篇${page === undefined ? '' : `第${page}頁`}第${paragraph}段`,
};
