import type { NotReckoned } from '../../figures/arithmetic.ts';
import type { OtherClaims } from './across-articles.ts';
import type { Comparison } from './figures/compare-figures.ts';
import type { SideName } from './figures/comparison-sides.ts';
import type { NoAnswer } from './select-sentence.ts';
import type { TableRefusal, TableRemark } from './tables/table-answer.ts';

/** Why a question is not answered, with the facts that are told of it; compose words it. */
export type Refusal =
  /**
   * `tooLong` is the question; `unreadable` are the stored articles, damaged or gone; `whichMeant` says
   * that the question names nothing that tells which of several articles it is about; `noneOfNearest`
   * that a reader found no answer in what it was offered.
   */
  | {
      readonly reason:
        | 'notInText'
        | 'headUnknown'
        | 'tooLong'
        | 'unreadable'
        | 'whichMeant'
        | 'noneOfNearest';
    }
  /** Something the question names, as the asker calls it, that the corpus does not write. */
  | { readonly reason: 'notMentioned'; readonly name: string }
  /** A comparison lacks a figure for one of its sides. */
  | { readonly reason: 'missingSide'; readonly side: SideName }
  | { readonly reason: 'notReckoned'; readonly refusal: NotReckoned }
  | TableRefusal
  /** What is nearest does not meet what the question names. */
  | ({ readonly reason: 'mismatch' } & NoAnswer);

/** What is to be told beside an answer. */
export type Remark =
  | { readonly kind: 'comparison'; readonly comparison: Comparison }
  | { readonly kind: 'otherClaims'; readonly others: OtherClaims }
  | { readonly kind: 'table'; readonly table: Exclude<TableRemark, { kind: 'comparison' }> };
