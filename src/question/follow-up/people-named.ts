import type { Question } from '../question.ts';
import { weekdaysIn } from '../weekdays.ts';

/** People for whom rules hold that differ from those for others. */
export const PEOPLE =
  /老年?人|长者|学生|小孩|孩子|小朋友|儿童|[成大]人|未?成年人|军人|残疾人|教师|[本外]地人|外国人|[0-9]岁/u;

/** Whether normalised text names people or days for which something may hold that does not for others. */
export function isOfSomeOnly(text: string): boolean {
  return PEOPLE.test(text) || weekdaysIn(text).size > 0;
}

/** Whether a question asks what holds, and neither of such people nor for a number of them. */
export function isOfAnybody({ normalized, counter, type }: Question): boolean {
  const counts = type === 'number' && (counter === undefined || /[人名位口个]/u.test(counter));
  return !counts && !PEOPLE.test(normalized);
}
