const MONTHS =
  'january february march april may june july august september october november december';
const MONTH_NUMBER = new Map(
  MONTHS.split(' ').flatMap((name, place) => [
    [name, place + 1],
    [name.slice(0, 3), place + 1],
  ]),
);
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
/** A year that is not yet written in Chinese. */
const YEAR = '(?:1[0-9]{3}|20[0-9]{2})(?![0-9年])';
const DAY = '([0-3]?[0-9])(?:st|nd|rd|th)?';
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const ORDINAL = `(?:${ORDINALS.join('|')}|[0-9]+(?:st|nd|rd|th))`;
const CHINESE_DIGITS = '零一二三四五六七八九';
const IN = '(?:\\b(?:in|during|of|for|by|on|at|since|until|as of) (?:the )?(?:year )?)?';

const month = (name = '') => `${MONTH_NUMBER.get(name.slice(0, 3))}月`;
const half = (which = '') => (/first|1/.test(which) ? '上半年' : '下半年');
const quarter = (which = '') => `第${CHINESE_DIGITS[ordinal(which)]}季度`;

/** The number of an ordinal: 3 for third and for 3rd. */
function ordinal(word: string): number {
  return ORDINALS.indexOf(word) + 1 || Number.parseInt(word.replace(/^q/, ''), 10);
}

/** Periods that depend on the article's date, with the Chinese for them. */
const RELATIVE: Readonly<Record<string, string>> = {
  'the year before last': '前年',
  'last year': '去年',
  'the previous year': '去年',
  'this year': '今年',
  'the current year': '今年',
  'next year': '明年',
  'last month': '上月',
  'this month': '本月',
};
const RELATIVE_YEAR = Object.keys(RELATIVE).join('|');

type Write = (...groups: (string | undefined)[]) => string;

/** English periods in lower case, as regex source, with the Chinese for them; the longest first. */
const PERIODS: readonly (readonly [pattern: string, write: Write])[] = [
  [
    `${IN}(?:the )?(first|second) half of (?:the year )?(${YEAR}|${RELATIVE_YEAR})`,
    (which, year) => written(year) + half(which),
  ],
  [`${IN}h([12]) (${YEAR})`, (which, year) => written(year) + half(which)],
  [
    `${IN}(?:the )?(first|second|third|fourth) quarter of (${YEAR}|${RELATIVE_YEAR})`,
    (which, year) => written(year) + quarter(which),
  ],
  [`${IN}(q[1-4]) (?:of )?(${YEAR})`, (which, year) => written(year) + quarter(which)],
  [
    `(?:from|between) (${YEAR}) (?:to|until|and|through) (${YEAR})`,
    (from, to) => `${from}年至${to}年`,
  ],
  [`${IN}\\b(${YEAR})\\s?[-–]\\s?(${YEAR})\\b`, (from, to) => `${from}年至${to}年`],
  [`since (${YEAR})\\b`, (year) => `${year}年以来`],
  [
    `${IN}\\b(${MONTH}) ${DAY},? (?:of )?(${YEAR})\\b`,
    (name, day, year) => `${year}年${month(name)}${day}日`,
  ],
  [
    `${IN}\\b${DAY} (?:of )?(${MONTH}),? (${YEAR})\\b`,
    (day, name, year) => `${year}年${month(name)}${day}日`,
  ],
  [`${IN}\\b(${MONTH}),? (?:of )?(${YEAR})\\b`, (name, year) => `${year}年${month(name)}`],
  [
    `\\b(?:in|during|of|since|by) (${MONTH})(?: ${RELATIVE_YEAR})?(?! [a-z]+ (?:be|have))\\b`,
    month,
  ],
  [`${IN}\\b(?:19|20)?([1-9]0)'?s\\b`, (decade) => `20世纪${decade}年代`],
  [`${IN}(?:the )?(${ORDINAL}) five[- ]year plan(?: period)?`, (which) => plan(which)],
  [
    `(?:in|during|over|for) the (?:past|last) (\\w+) years`,
    (count) => `近${parseEnglish(count)}年`,
  ],
  [`${IN}(${RELATIVE_YEAR})\\b`, (year) => written(year)],
  [
    `\\b(?:in|during|of|for|by|since|until|as of) (?:the )?(?:year )?(${YEAR})(?!,[0-9])`,
    (year) => `${year}年`,
  ],
  [`(?<![0-9.,])((?:19|20)[0-9]{2})(?![0-9年,.]*[0-9年])`, (year) => `${year}年`],
];

function written(year = ''): string {
  return RELATIVE[year] ?? `${year}年`;
}

/** The Chinese name of a five-year plan: 十四五 for 14th. */
function plan(which = ''): string {
  const number = ordinal(which);
  const digit = CHINESE_DIGITS[number % 10] ?? '';
  return `${number >= 10 ? '十' : ''}${digit === '零' ? '' : digit}五`;
}

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

function parseEnglish(word = ''): string {
  const place = SMALL.indexOf(word);
  return place >= 0 ? String(place) : word;
}

/** Powers of ten of English scales; Chinese counts by 万 and 亿. */
const SCALES: Readonly<Record<string, number>> = {
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
};

/** A number with an English scale in Chinese scales: 30.7 billion → 307亿, 1.2 million → 120万, 250 thousand → 25万. */
function scaled(digits: string, scale: string): string {
  const [whole = '', part = ''] = digits.replaceAll(',', '').split('.');
  const power = (SCALES[scale] ?? 0) - part.length;
  const units = power >= 0 ? (whole + part).padEnd(whole.length + part.length + power, '0') : '';
  if (units === '') return digits;
  const value = units.replace(/^0+(?=\d)/, '');
  const [length, word] = value.length > 8 ? [8, '亿'] : value.length > 4 ? [4, '万'] : [0, ''];
  const head = value.slice(0, value.length - length);
  const tail = value.slice(value.length - length).replace(/0+$/, '');
  return `${head}${tail === '' ? '' : `.${tail}`}${word}`;
}

/** Events that Chinese numbers by sessions: 第八届. */
const SESSIONS = 'session|edition|forum|conference|congress|meeting|summit|exhibition|expo|fair';

/** A question in lower case with its periods, amounts and ordinals in Chinese, spaces around them. */
export function translateNumbers(text: string): string {
  let out = text;
  for (const [pattern, write] of PERIODS) {
    out = out.replace(new RegExp(pattern, 'g'), (...match) => ` ${write(...groupsOf(match))} `);
  }
  return out
    .replace(
      /\b([0-9][0-9,]*(?:\.[0-9]+)?) (thousand|million|billion|trillion)\b/g,
      (_, digits: string, scale: string) => scaled(digits, scale),
    )
    .replace(
      new RegExp(`\\b(${ORDINAL})(?= (?:[a-z-]+ ){0,3}?(?:${SESSIONS})\\b)`, 'g'),
      (word) => ` 第${ordinal(word)}届 `,
    )
    .replace(/\b([0-9]+)(?:st|nd|rd|th)\b/g, '第$1')
    .replace(/\b([0-9][0-9,.]*) ?(?:percent|per cent)\b/g, '$1%');
}

/** The groups of a match as `replace` hands it on: all but the match, the offset and the text. */
function groupsOf(match: readonly unknown[]): (string | undefined)[] {
  return match.slice(1, -2).map((group) => (typeof group === 'string' ? group : undefined));
}
