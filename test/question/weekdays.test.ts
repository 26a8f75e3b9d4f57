import { expect, it } from 'vitest';
import { weekdaysIn } from '../../src/question/weekdays.ts';

it.each([
  ['周二至周五', [2, 3, 4, 5]],
  ['星期一到六', [1, 2, 3, 4, 5, 6]],
  ['周六、日', [6, 7]],
  ['礼拜天', [7]],
  ['周末', [6, 7]],
  ['平日', [1, 2, 3, 4, 5]],
  ['每天', [1, 2, 3, 4, 5, 6, 7]],
  ['一周内', []],
  ['周日内瓦', [7]],
])('%s names %j', (text, days) => {
  expect([...weekdaysIn(text)].sort()).toEqual(days);
});
