import { parseNumeral } from '../../language/numerals.ts';
import { amount, type Recognizer } from '../parts/draft.ts';
import { NUMBER_BEGINS, scan } from './quantity.ts';

const PATTERN = new RegExp(
  `${NUMBER_BEGINS}(?<first>[0-9]+(?:\\.[0-9]+)?)(?<rest>(?: ?[:：∶] ?[0-9]+(?:\\.[0-9]+)?)+)`,
  'g',
);

/** 6.7∶38.2∶55.1, 1:3. The value is the first part over the second, or the first part of three or more. */
export const ratio: Recognizer = {
  name: 'ratio',
  sign: /[:：∶]/,
  read: (sentence) =>
    scan(PATTERN, sentence, (match, { first = '', rest = '' }) => {
      const [second = '', third] = rest
        .split(/[:：∶]/)
        .slice(1)
        .map((part) => part.trim());
      const [left, right] = [parseNumeral(first), parseNumeral(second)];
      if (left === undefined || !right) return undefined;
      return amount(match.index, match[0], third === undefined ? left / right : left, '');
    }),
};
