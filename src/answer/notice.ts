import { FLOWS } from '../figures/data/directions.ts';
import type { Figure } from '../figures/types.ts';
import type { NoAnswer } from './choose.ts';
import type { Demand } from './demand.ts';

export const NOT_IN_TEXT = '文中没有说。';
export const HEAD_UNKNOWN = '文章没有注明。';
export const TOO_LONG = '问题太长，请用一两句话来问。';
export const HELP = '用一句话提问，我用文章的原话回答；文章没有说的，我会照实说。';

export function notMentioned(word: string): string {
  return `文中没有提到“${word}”。`;
}

/** What was read otherwise than typed. */
export function assumed(words: readonly (readonly [typed: string, read: string])[]): string {
  return `已把${words.map(([typed, read]) => `“${typed}”当作“${read}”`).join('，')}。`;
}

export function noFigureOf(side: string): string {
  return `文中没有${side}的数字，不能比较。`;
}

/** Why a figure was refused, and what the article holds instead. */
export function mismatchNotice({ mismatch, demand, nearest }: NoAnswer): string {
  switch (mismatch) {
    case 'period':
      return nearest?.period === undefined
        ? `文中没有说${demand.periods.map(spokenPeriod).join('、')}的情况。`
        : `文中没有${demand.periods.map(spokenPeriod).join('、')}的数字，只有${spokenPeriod(nearest.period)}的。`;
    case 'actor':
      return nearest?.actor === undefined
        ? `文中没有${whom(demand)}的数字。`
        : `文中没有${whom(demand)}的数字，最接近的是${nearest.actor}的。`;
    case 'direction':
      return demand.change === undefined
        ? `文中没有${[...demand.flows].join('、')}的数字，最接近的是${directionOf(nearest)}的。`
        : `文中没有说${demand.change === 'up' ? '增长' : '下降'}了多少${risen(nearest)}。`;
    case 'subject':
    case 'date':
      return NOT_IN_TEXT;
    case 'unit':
      return '文中没有说这个数字。';
  }
}

/** 2022 → 2022年, 2023-06 → 2023年6月, 2021/2025 → 2021年至2025年. */
export function spokenPeriod(period: string): string {
  return period
    .split('/')
    .map((part) => {
      const [year, month, day] = part.split('-').map(Number);
      return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
    })
    .join('至');
}

/** Whom the question asks about. */
function whom({ actors, organisations }: Demand): string {
  return [...actors, ...organisations].join('、');
}

/** What the article says instead of the change asked for. */
function risen(figure: Figure | undefined): string {
  return figure?.direction === undefined || FLOWS.includes(figure.direction)
    ? ''
    : `，说的是${figure.direction}`;
}

function directionOf(figure: Figure | undefined): string {
  return figure?.direction ?? '另一方向';
}
