import type { Figure, Qualifier } from '../figures/parts/figure.ts';

/** 2022 → 2022年, 2023-06 → 2023年6月, 2021/2025 → 2021年至2025年, 2019/.. → 2019年起, --06 → 6月. */
export function chinesePeriod(period: string): string {
  if (period.endsWith('/..')) return `${chinesePeriod(period.slice(0, -3))}起`;
  const part = partOfYear(period);
  if (part !== undefined) return part;
  if (period.startsWith('--'))
    return period
      .replaceAll('--', `${ANY_YEAR}-`)
      .split('/')
      .map((part) => chinesePeriod(part).slice(ANY_YEAR.length + 1))
      .join('至');
  return period
    .split('/')
    .map((part) => {
      const [year, month, day] = part.split('-').map(Number);
      return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
    })
    .join('至');
}

/** Runs of months that have a name of their own, by the first and the last. */
const PARTS_OF_YEAR: Readonly<Record<string, string>> = {
  '01/03': '第一季度',
  '04/06': '第二季度',
  '07/09': '第三季度',
  '10/12': '第四季度',
  '01/06': '上半年',
  '07/12': '下半年',
  '01/09': '前三季度',
};

/** 2021-04/2021-06 → 2021年第二季度; undefined of what is no such part of a year. */
function partOfYear(period: string): string | undefined {
  const [, year, first, other, last] = /^(\d{4})-(\d\d)\/(\d{4})-(\d\d)$/.exec(period) ?? [];
  const name = year === other ? PARTS_OF_YEAR[`${first}/${last}`] : undefined;
  return name === undefined ? undefined : `${year}年${name}`;
}

/** 《题目》（2023-06-01，滨江日报）; without what there is none of. */
export function chineseTitle(title: string, date?: string, source?: string): string {
  const facts = [date, source].filter((fact) => fact !== undefined).join('，');
  return `《${title}》${facts === '' ? '' : `（${facts}）`}`;
}

/** `《题目》 (2023-06-01, 滨江日报)`; without what there is none of. */
export function englishTitle(title: string, date?: string, source?: string): string {
  const facts = [date, source].filter((fact) => fact !== undefined).join(', ');
  return `《${title}》${facts === '' ? '' : ` (${facts})`}`;
}

const ANY_YEAR = '2000';

/** 2022 → 2022, 2023-06 → June 2023, 2021/2025 → 2021 to 2025, 2019/.. → from 2019, --06 → June. */
export function englishPeriod(period: string): string {
  if (period.endsWith('/..')) return `from ${englishPeriod(period.slice(0, -3))}`;
  if (period.startsWith('--'))
    return englishPeriod(period.replaceAll('--', `${ANY_YEAR}-`)).replaceAll(/,? 2000/g, '');
  return period
    .split('/')
    .map((part) => {
      const [year, month, day] = part.split('-').map(Number);
      if (year === undefined || month === undefined) return part;
      const date = new Date(Date.UTC(year, month - 1, day ?? 1));
      return date.toLocaleDateString('en', {
        timeZone: 'UTC',
        year: 'numeric',
        month: 'long',
        ...(day !== undefined && { day: 'numeric' }),
      });
    })
    .join(' to ');
}

/** The English word of each unit that has one; an amount in any other unit is left to the quotation. */
const UNITS: Readonly<Record<string, string>> = {
  '%': '%',
  元: ' yuan',
  美元: ' US dollars',
  人: ' people',
  公里: ' km',
  米: ' m',
  平方公里: ' km²',
  吨: ' tonnes',
};
const QUALIFIERS: Readonly<Record<Qualifier, string>> = {
  exact: '',
  reaches: '',
  over: 'over ',
  under: 'under ',
  about: 'about ',
};

/** 超307亿元 → over 30.7 billion yuan; '' where the unit has no plain English. */
export function englishAmount({ value, unit, qualifier }: Figure): string {
  const word = UNITS[unit];
  if (word === undefined) return '';
  const number = value.toLocaleString('en', {
    notation: Math.abs(value) >= 1e6 ? 'compact' : 'standard',
    compactDisplay: 'long',
    maximumFractionDigits: 6,
  });
  return `${QUALIFIERS[qualifier]}${number}${word}`;
}
