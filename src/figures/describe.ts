import type { Figure } from './parts/figure.ts';

/** What a figure is about, for people: `江苏 · 输出 · 技术合同成交额 · 2022`; '' where nothing is known. */
export function describe({ actor, direction, measure, period }: Figure): string {
  return [actor, direction, measure, period].filter(Boolean).join(' · ');
}
