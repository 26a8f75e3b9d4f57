import { amount, type Recognizer } from '../parts/draft.ts';
import { GAP, QUANTITY, readQuantity, scan } from './quantity.ts';

const PATTERN = new RegExp(
  `(?<minus>(?<=[一-鿿（(:：,，])[-−－]|负)?${QUANTITY}${GAP}(?<unit>[%％‰]|个?百分点|个基点|基点|个点(?![球位赞])|(?:BP|bp)s?(?![A-Za-z]))`,
  'g',
);

/** Written forms → unit. A 百分点 (percentage point) is no percent: 5%增加1个百分点 is 6%. */
const UNIT: Readonly<Record<string, string>> = {
  ...{ '％': '%', 个百分点: '百分点', 个点: '百分点', 个基点: '基点', BP: '基点', bp: '基点' },
};

/** 6.6%, 0.2个百分点, 25个基点, 3‰, -1.2%. */
export const percent: Recognizer = {
  name: 'percent',
  sign: /[%％‰点Pp]/,
  read: (sentence) =>
    scan(PATTERN, sentence, (match, groups) => {
      const quantity = readQuantity(groups);
      if (!quantity) return undefined;
      const unit = groups['unit'] ?? '';
      const value = groups['minus'] ? -quantity.value : quantity.value;
      return amount(
        match.index,
        match[0],
        value,
        UNIT[unit.replace(/s$/, '')] ?? unit,
        quantity.qualifier,
      );
    }),
};
