const DIGITS = '零一二三四五六七八九';
const LEGAL: Readonly<Record<string, string>> = {
  ...{ 一: '壹', 二: '贰', 三: '叁', 四: '肆', 五: '伍', 六: '陆', 七: '柒', 八: '捌', 九: '玖' },
  ...{ 十: '拾', 百: '佰', 千: '仟' },
};
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ROMAN = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

/** The formats of list numbers (ECMA-376, ST_NumberFormat) that Chinese documents use. */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: (value) => enclosed(0x2460, value),
  decimalEnclosedCircleChinese: (value) => enclosed(0x2460, value),
  decimalEnclosedParen: (value) => enclosed(0x2474, value),
  decimalEnclosedFullstop: (value) => enclosed(0x2488, value),
  upperLetter: (value) => letter(value),
  lowerLetter: (value) => letter(value).toLowerCase(),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  chineseCounting: counting,
  chineseCountingThousand: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  japaneseCounting: counting,
  ideographDigital: (value) => digits(value),
  japaneseDigitalTenThousand: (value) => digits(value),
  taiwaneseDigital: (value) => digits(value),
  chineseLegalSimplified: (value) =>
    [...counting(value)].map((char) => LEGAL[char] ?? char).join(''),
  ideographLegalTraditional: (value) =>
    [...counting(value)].map((char) => LEGAL[char] ?? char).join(''),
  ideographTraditional: (value) => cycle(STEMS, value),
  ideographZodiac: (value) => cycle(BRANCHES, value),
};

/** A list's number as Word prints it; in digits where the format is none of those read here. */
export function formatNumber(value: number, format: string): string {
  return (Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined)?.(value) ?? String(value);
}

function fullWidth(value: number): string {
  return [...String(value)]
    .map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    .join('');
}

/** ① … ⑳ and their like; there are twenty of each. */
function enclosed(first: number, value: number): string {
  return value >= 1 && value <= 20 ? String.fromCodePoint(first + value - 1) : String(value);
}

/** A … Z, AA, BB: Word repeats the letter. */
function letter(value: number): string {
  if (value < 1) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 20));
}

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [sign, worth] of ROMAN)
    while (rest >= worth && text.length < 20) {
      text += sign;
      rest -= worth;
    }
  return text;
}

function digits(value: number): string {
  return [...String(value)].map((digit) => DIGITS[Number(digit)]?.replace('零', '〇')).join('');
}

/** 一 … 十, 十一, 二十, 一百零一. */
function counting(value: number): string {
  if (value <= 0 || value >= 10_000) return String(value);
  let text = '';
  let zero = false;
  for (const [sign, worth] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
    ['', 1],
  ] as const) {
    const digit = Math.floor(value / worth) % 10;
    if (digit === 0) zero = text !== '';
    else {
      text += (zero ? '零' : '') + DIGITS[digit] + sign;
      zero = false;
    }
  }
  return value < 20 ? text.replace('一十', '十') : text;
}

function cycle(signs: string, value: number): string {
  return value >= 1 && value <= signs.length ? signs.charAt(value - 1) : String(value);
}
