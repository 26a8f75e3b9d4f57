import type { Comparison } from '../figures/compare-figures.ts';
import type { Order } from './operations.ts';
import type { Cell, Row, Table } from './table.ts';

/** A row that answers, with the cells of it that do. */
export interface TablePick {
  readonly row: Row;
  readonly cells: readonly Cell[];
}

/** What is told of cells beside the rows that are quoted, in our own words. */
export type TableRemark =
  /** `values` of the row or column called `measure`, the first by `order` among so many. */
  | {
      readonly kind: 'extreme';
      readonly measure: string;
      readonly order: Order;
      readonly values: readonly { readonly name: string; readonly value: string }[];
      readonly among: number;
    }
  /** So many rows of `among` meet what is said of the column called `measure`. */
  | {
      readonly kind: 'meeting';
      readonly measure: string;
      readonly said: string;
      readonly met: number;
      readonly among: number;
    }
  /** Of all rows that answer only so many are shown. */
  | { readonly kind: 'shown'; readonly shown: number; readonly all: number }
  | { readonly kind: 'comparison'; readonly comparison: Comparison };

export type TableRefusal =
  /** The cell is left empty, or says something else than a value. */
  | {
      readonly reason: 'notGiven';
      readonly row: string;
      readonly column: string;
      readonly written?: string;
    }
  /** No row holds all of these. */
  | { readonly reason: 'noSuchRow'; readonly names: readonly string[] };

export type TableAnswer =
  | {
      readonly kind: 'found';
      readonly table: Table;
      readonly picks: readonly TablePick[];
      readonly remark?: TableRemark;
    }
  | {
      readonly kind: 'refused';
      readonly refusal: TableRefusal;
      readonly table: Table;
      /** The row that the refusal is about. */
      readonly row?: Row;
    };
