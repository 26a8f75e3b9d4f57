import { encode as pack, decode as unpack } from '@msgpack/msgpack';
import { z } from 'zod';

/** A paragraph of an article, by the article's digest (see article-digests.ts); 0 is the article's head. */
export interface Ref {
  readonly article: number;
  readonly paragraph: number;
}

/** Shows a paragraph in the view below an answer. */
export interface Show {
  readonly kind: 'show';
  /** The paragraphs to page through, best first; not empty. */
  readonly refs: readonly Ref[];
  /** Which of them is shown. */
  readonly at: number;
  /** Which part of it, where it is too long for one message. */
  readonly part: number;
  /**
   * `closed` shows none, `folded` one that opens on demand; `whole` none, for the answer is all of
   * it; `nearest` none, for it does not answer. `several` shows none and offers each by its number,
   * for an answer of several quotations; `chosen` shows one of those.
   */
  readonly manner: 'closed' | 'folded' | 'open' | 'whole' | 'nearest' | 'several' | 'chosen';
  /** Whether the view can be closed again: not that of a refusal, which has nothing else to show. */
  readonly closes: boolean;
}

/** What a button does. Everything it needs is in it, so that it works after a restart. */
export type Action =
  | Show
  /** Asks a suggested question, by its digest. */
  | { readonly kind: 'ask'; readonly article: number; readonly question: number }
  /** Shows the buttons of questions about an article, by their digests. */
  | { readonly kind: 'further'; readonly article: number; readonly questions: readonly number[] }
  | { readonly kind: 'vote'; readonly up: boolean; readonly ref?: Ref }
  /** Says why an answer was voted down. */
  | { readonly kind: 'reason'; readonly reason: Reason; readonly ref?: Ref }
  /** Shows a figure's sentence, by the figure's place among those of its article. */
  | { readonly kind: 'figure'; readonly article: number; readonly figure: number }
  /** Lists the figures that a look-up found, from the `at`th on; the look-up by its digest. */
  | { readonly kind: 'figures'; readonly query: number; readonly at: number }
  /** Draws the figures that a look-up found, or one group of them by the digest of its key. */
  | { readonly kind: 'chart'; readonly query: number; readonly group?: number }
  /** Draws the figures of an article that share a chart with one of them, by its place among all. */
  | { readonly kind: 'series'; readonly article: number; readonly figure: number }
  /** Lists the articles from the `at`th on. */
  | { readonly kind: 'articles'; readonly at: number }
  /** Shows what is in an article. */
  | { readonly kind: 'article'; readonly article: number }
  /** Turns the pages of that, from the `at`th line on. */
  | { readonly kind: 'contents'; readonly article: number; readonly at: number }
  | Management;

/** What an operator does with the articles. */
export type Management =
  /** Takes in a file that was sent, by its key; `replaces` the one of its name. */
  | { readonly kind: 'take'; readonly file: number; readonly replaces: boolean }
  /** Forgets a file that was sent. */
  | { readonly kind: 'drop'; readonly file: number }
  /** Takes an article's file out of the folder. */
  | { readonly kind: 'remove'; readonly article: number }
  /** Lists the files of the folder from the `at`th on. */
  | { readonly kind: 'files'; readonly at: number }
  /** Lists what can be mended in the articles, from the `at`th fault on. */
  | { readonly kind: 'faults'; readonly at: number };

/** What may be wrong with an answer. */
export const REASONS = ['wrong', 'incomplete', 'notFound', 'other'] as const;
export type Reason = (typeof REASONS)[number];

/** What a button was pressed for, and how many UTF-16 units of its message stay as they are. */
export interface Press {
  readonly action: Action;
  readonly kept: number;
}

/** What every platform lets a button carry, in bytes. */
const ACTION_BYTES = 64;

/** Written first into each action: one made for another meaning is told from ours and has expired. */
const VERSION = 1;

const KINDS = [
  ...(['show', 'ask', 'vote', 'figure', 'articles', 'article', 'contents'] as const),
  ...(['further', 'reason', 'figures', 'chart', 'series'] as const),
  ...(['take', 'drop', 'remove', 'files', 'faults'] as const),
] as const;
const MANNERS = [
  ...(['closed', 'folded', 'open', 'whole', 'nearest'] as const),
  ...(['several', 'chosen'] as const),
] as const;

const COUNT = z.int().nonnegative();
const PACKED = z.tuple([z.literal(VERSION), COUNT, COUNT], COUNT);

/** As plain ASCII of at most ACTION_BYTES. Passages that have no room are left out, the last first. */
export function encodeAction(action: Action, kept = 0): string {
  const code = Buffer.from(pack([VERSION, KINDS.indexOf(action.kind), kept, ...numbers(action)]));
  const text = code.toString('base64url');
  if (text.length <= ACTION_BYTES) return text;
  if (action.kind !== 'show' || action.refs.length === 1)
    throw new RangeError(`an action of ${text.length} bytes does not fit a button`);
  const refs = action.refs.slice(0, -1);
  return encodeAction({ ...action, refs, at: Math.min(action.at, refs.length - 1) }, kept);
}

/** Undefined for what we did not write, or wrote in an earlier version. */
export function decodeAction(text: string): Press | undefined {
  let packed: unknown;
  try {
    packed = unpack(Buffer.from(text, 'base64url'));
  } catch {
    return undefined;
  }
  const numbers = PACKED.safeParse(packed).data;
  if (numbers === undefined) return undefined;
  const [, kind, kept, ...rest] = numbers;
  const action = read(KINDS[kind], rest);
  return action && { action, kept };
}

/** The action of a button that stays while a view opens a paragraph: a vote is then of that paragraph. */
export function withShown(action: Action, shown: Ref | undefined): Action {
  return action.kind === 'vote' && shown !== undefined ? { ...action, ref: shown } : action;
}

function numbers(action: Action): number[] {
  switch (action.kind) {
    case 'show': {
      const { at, part, manner, closes, refs } = action;
      return [at, part, MANNERS.indexOf(manner) * 2 + Number(closes), ...flatten(refs)];
    }
    case 'ask':
      return [action.article, action.question];
    case 'further':
      return [action.article, ...action.questions];
    case 'vote':
      return [Number(action.up), ...(action.ref ? [action.ref.article, action.ref.paragraph] : [])];
    case 'reason': {
      const { reason, ref } = action;
      return [REASONS.indexOf(reason), ...(ref ? [ref.article, ref.paragraph] : [])];
    }
    case 'figure':
    case 'series':
      return [action.article, action.figure];
    case 'chart':
      return [action.query, ...(action.group === undefined ? [] : [action.group])];
    case 'figures':
      return [action.query, action.at];
    case 'articles':
    case 'files':
    case 'faults':
      return [action.at];
    case 'article':
    case 'remove':
      return [action.article];
    case 'take':
      return [action.file, Number(action.replaces)];
    case 'drop':
      return [action.file];
    case 'contents':
      return [action.article, action.at];
  }
}

function read(
  kind: (typeof KINDS)[number] | undefined,
  all: readonly number[],
): Action | undefined {
  const [first, second, third, ...rest] = all;
  if (kind === undefined || first === undefined) return undefined;
  switch (kind) {
    case 'articles':
    case 'files':
    case 'faults':
      return { kind, at: first };
    case 'article':
    case 'remove':
      return { kind, article: first };
    case 'take':
      return { kind, file: first, replaces: second === 1 };
    case 'drop':
      return { kind, file: first };
    case 'further':
      return second === undefined ? undefined : { kind, article: first, questions: all.slice(1) };
    case 'vote':
      return { kind, up: first === 1, ...readRef(second, third) };
    case 'reason': {
      const reason = REASONS[first];
      return reason && { kind, reason, ...readRef(second, third) };
    }
    case 'ask':
      return second === undefined ? undefined : { kind, article: first, question: second };
    case 'contents':
      return second === undefined ? undefined : { kind, article: first, at: second };
    case 'figures':
      return second === undefined ? undefined : { kind, query: first, at: second };
    case 'chart':
      return { kind, query: first, ...(second !== undefined && { group: second }) };
    case 'figure':
    case 'series':
      return second === undefined ? undefined : { kind, article: first, figure: second };
    case 'show': {
      const manner = third === undefined ? undefined : MANNERS[third >> 1];
      const refs = unflatten(rest);
      if (second === undefined || third === undefined || manner === undefined) return undefined;
      if (refs === undefined || first >= refs.length) return undefined;
      return { kind, refs, at: first, part: second, manner, closes: third % 2 === 1 };
    }
  }
}

function readRef(
  article: number | undefined,
  paragraph: number | undefined,
): { readonly ref?: Ref } {
  return article === undefined || paragraph === undefined ? {} : { ref: { article, paragraph } };
}

/** Article and paragraph in turn; 0 stands for the article before, as a digest takes five bytes. */
function flatten(refs: readonly Ref[]): number[] {
  return refs.flatMap(({ article, paragraph }, i) => [
    article === refs[i - 1]?.article ? 0 : article,
    paragraph,
  ]);
}

function unflatten(numbers: readonly number[]): Ref[] | undefined {
  const refs: Ref[] = [];
  for (let i = 0; i < numbers.length; i += 2) {
    const article = numbers[i] || refs.at(-1)?.article;
    const paragraph = numbers[i + 1];
    if (article === undefined || paragraph === undefined) return undefined;
    refs.push({ article, paragraph });
  }
  return refs.length > 0 ? refs : undefined;
}
