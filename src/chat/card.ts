import type { Action, Ref, Show } from './button-action.ts';

/** A half-open run of a block's text, in UTF-16 units. */
export type Range = readonly [start: number, end: number];

/**
 * One part of a message, in the order it is read. `quote` holds the article's own characters and
 * nothing else; every other kind is ours.
 */
export type Block =
  /**
   * Of a table's row each cell stands behind the heads above it. `bold` is what answers; `folded` asks for a quotation that opens on demand, where there is one;
   * `number` is its place among several that may answer.
   */
  | {
      readonly kind: 'quote';
      readonly text: string;
      readonly bold: readonly Range[];
      readonly number?: number;
      readonly folded?: boolean;
    }
  /** A figure in the article's characters, and what it is about. */
  | {
      readonly kind: 'figure';
      readonly text: string;
      readonly about: string;
      /** Its number in a list, for the button that shows more of it. */
      readonly number?: number;
    }
  /** Where a quotation stands; `url` shows it there, or is where its article was published. */
  | { readonly kind: 'citation'; readonly text: string; readonly url?: string }
  /** Our own words beside a quotation, to be told from it. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'words'; readonly text: string };

/** What a button says, and what it does when pressed. */
export interface Button {
  readonly label: string;
  readonly action: Action;
}

/** A button that opens a page of the web. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/** What a button shows under an answer, and the row of buttons that leads on from there. */
export interface View {
  readonly blocks: readonly Block[];
  readonly buttons: readonly Button[];
  /** The paragraph that is open in it, which a vote is now of; undefined where none is. */
  readonly shown?: Ref;
}

/** A picture that comes with a message, drawn when it is sent. */
export interface Picture {
  /** All that it shows, in words. */
  readonly alt: string;
  png(): Promise<Uint8Array>;
}

/** A message as every platform is to show it, before a platform's limits and manners. */
export interface Card {
  /** False for a refusal: a platform may show it to the asker alone. */
  readonly answered: boolean;
  /** The part that stays while a button changes the view below it. */
  readonly blocks: readonly Block[];
  /** The view that stands below at first. */
  readonly view?: Show;
  /** The page that the answer was quoted from: a button at the end of the first of these rows. */
  readonly link?: Link;
  readonly picture?: Picture;
  /** Rows of buttons below the view's own row. */
  readonly buttons: readonly (readonly Button[])[];
}

/** A card of our own words alone. */
export function said(text: string): Card {
  return { answered: true, blocks: [{ kind: 'words', text }], buttons: [] };
}
