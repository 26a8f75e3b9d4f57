import { describe, expect, it } from 'vitest';
import { baseOf, dimensionOf } from '../../../src/figures/parts/units.ts';

describe('units', () => {
  it.each([
    ['元', 'money'],
    ['美元', 'money'],
    ['%', 'percent'],
    ['百分点', 'percent'],
    ['家', 'count'],
    ['万人次', 'count'],
    ['亩', 'area'],
    ['公里', 'length'],
    ['斤', 'weight'],
    ['千瓦时', 'energy'],
    ['℃', 'temperature'],
    ['年', 'time'],
    ['岁', 'age'],
    ['元/平方米', 'rate'],
    ['', 'percent'],
  ])('%s measures %s', (unit, dimension) => expect(dimensionOf(unit)).toBe(dimension));

  it('knows what a scale folds in', () => {
    expect(baseOf('斤')).toEqual(['kg', 0.5]);
    expect(baseOf('家')).toEqual(['家', 1]);
  });
});
