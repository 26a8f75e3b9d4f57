import type { Qualifier } from '../parts/figure.ts';

/** Words before a number that say how exact it is. */
export const BEFORE: Readonly<Record<string, Qualifier>> = {
  ...{
    超: 'over',
    超过: 'over',
    超出: 'over',
    突破: 'over',
    逾: 'over',
    破: 'over',
    大于: 'over',
    高于: 'over',
  },
  ...{
    多于: 'over',
    至少: 'over',
    不少于: 'over',
    不低于: 'over',
    不小于: 'over',
    达到或超过: 'over',
  },
  ...{ 不足: 'under', 不到: 'under', 低于: 'under', 少于: 'under', 小于: 'under', 未超过: 'under' },
  ...{
    不超过: 'under',
    不高于: 'under',
    不多于: 'under',
    至多: 'under',
    最多: 'under',
    未达: 'under',
    不超: 'under',
  },
  ...{ 约: 'about', 近: 'about', 大约: 'about', 接近: 'about', 将近: 'about', 约为: 'about' },
  ...{ 大概: 'about', 约合: 'about', 约占: 'about', 差不多: 'about', 约有: 'about' },
  ...{
    达: 'reaches',
    达到: 'reaches',
    高达: 'reaches',
    多达: 'reaches',
    达成: 'reaches',
    达到了: 'reaches',
    达至: 'reaches',
  },
};

/** Words behind a number and its unit. */
export const AFTER: Readonly<Record<string, Qualifier>> = {
  ...{
    以上: 'over',
    及以上: 'over',
    之多: 'over',
    有余: 'over',
    多: 'over',
    余: 'over',
    开外: 'over',
  },
  ...{ 以下: 'under', 及以下: 'under', 以内: 'under', 之内: 'under' },
  ...{ 左右: 'about', 上下: 'about', 许: 'about' },
};

/** Characters between a number and its scale or unit: 9300多项, 30余万人. 来 means a little less or more. */
export const INSIDE: Readonly<Record<string, Qualifier>> = { 多: 'over', 余: 'over', 来: 'about' };
