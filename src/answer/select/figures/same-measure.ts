import type { Figure } from '../../../figures/parts/figure.ts';

/** What a measure's name ends in where it is of the change: 居民消费价格涨幅, 出口增速. */
const OF_CHANGE = /(?:同比)?(?:增速|增幅|升幅|涨幅|降幅|跌幅|增长率|增长速度)$/u;

/** Whether two figures measure the same, be it as a noun or as a verb: 价格涨幅, 价格上涨. */
export function measureTheSame(one: Figure, other: Figure): boolean {
  if (one.measure === other.measure && one.direction === other.direction) return true;
  return (
    one.base.unit === other.base.unit &&
    isOfChange(one) &&
    isOfChange(other) &&
    one.measure.replace(OF_CHANGE, '') === other.measure.replace(OF_CHANGE, '')
  );
}

function isOfChange({ measure, direction }: Figure): boolean {
  return direction !== undefined || OF_CHANGE.test(measure);
}
