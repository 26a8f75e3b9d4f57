import type { Article } from '../../article/article.ts';
import {
  type Block,
  type Chapter,
  type Clause,
  clausesOf,
  inlineItems,
  itemAmong,
  paragraphsOfClause,
} from '../../article/clauses.ts';
import type { ClauseName, NamedClause } from '../../question/named-clause.ts';
import { type Span, span } from '../../util/span.ts';

/** The part of an article that a question for a clause names. */
export interface FoundClause {
  readonly article: Article;
  /** What is quoted: the clause, its paragraph or its item, whole. */
  readonly blocks: readonly [Block, ...Block[]];
  /** What it stands in: all of the clause. */
  readonly around: readonly [Block, ...Block[]];
  /** Where an item stands in the middle of a block. */
  readonly highlight?: Span;
  /** The clauses of a chapter behind those that are quoted. */
  readonly more: readonly Clause[];
}

export type ClauseAnswer =
  | { readonly kind: 'found'; readonly found: readonly [FoundClause, ...FoundClause[]] }
  /** No article that is asked has it. */
  | { readonly kind: 'missing'; readonly articles: readonly Article[] }
  /** Several articles have it, and the question names none of them. */
  | { readonly kind: 'ambiguous'; readonly found: readonly FoundClause[] };

/** A chapter is quoted as far as its clauses stay within so many UTF-16 units. */
const CHAPTER_LIMIT = 1200;

/** Finds what a question for a clause names; the clause itself, never a mention of it. */
export function findClause({ name, articles }: NamedClause): ClauseAnswer {
  const found = articles.map((article) => findIn(article, name)).filter((each) => each.length > 0);
  const [first, ...others] = found;
  const [best, ...rest] = first ?? [];
  if (best === undefined) return { kind: 'missing', articles };
  if (others.length > 0) return { kind: 'ambiguous', found: found.flatMap(([one]) => one ?? []) };
  return { kind: 'found', found: [best, ...rest] };
}

function findIn(article: Article, name: ClauseName): FoundClause[] {
  const clauses = clausesOf(article);
  if (name.kind !== 'clause') return chapterIn(article, clauses, name);
  const found: FoundClause[] = [];
  for (const number of name.numbers) {
    const clause = wholest(clauses.filter((each) => each.number === number));
    const part = clause && partOf(article, clause, name);
    if (part === undefined) return [];
    found.push(part);
  }
  return joined(found);
}

/** A table of contents names a clause too; the clause itself says most. */
function wholest(clauses: readonly Clause[]): Clause | undefined {
  const said = ({ blocks }: Clause) => blocks.some(({ text }) => /[。；：]/u.test(text));
  return clauses.find(said) ?? clauses[0];
}

function partOf(
  article: Article,
  clause: Clause,
  { paragraph, item }: ClauseName & { kind: 'clause' },
): FoundClause | undefined {
  const around = nonEmpty(clause.blocks);
  if (around === undefined) return undefined;
  const within = paragraph === undefined ? around : paragraphsOfClause(clause)[paragraph - 1];
  if (within === undefined) return undefined;
  const blocks = item === undefined ? within : nonEmpty(itemAmong(within, item));
  if (blocks === undefined) return undefined;
  const [block] = blocks;
  const inline = item === undefined ? undefined : inlineItems(block.text).get(item);
  const at = block.span.start;
  return {
    ...{ article, blocks, around, more: [] },
    ...(inline !== undefined &&
      inline.start > 0 && { highlight: span(at + inline.start, at + inline.end) }),
  };
}

/** Neighbours as one: 第三条至第五条. */
function joined(found: readonly FoundClause[]): FoundClause[] {
  const runs: FoundClause[] = [];
  for (const one of found) {
    const last = runs.at(-1);
    const end = last?.blocks.at(-1)?.span.end;
    if (last !== undefined && end !== undefined && isNext(one, end)) {
      const blocks = [...last.blocks, ...one.blocks] as const;
      runs[runs.length - 1] = { ...last, blocks, around: blocks };
    } else runs.push(one);
  }
  return runs;
}

function isNext({ article, blocks: [first] }: FoundClause, end: number): boolean {
  // Markdown puts the mark of a heading between the two
  return first.span.start > end && /^[\s#*_>]*$/u.test(article.text.slice(end, first.span.start));
}

function chapterIn(
  article: Article,
  clauses: readonly Clause[],
  name: Exclude<ClauseName, { kind: 'clause' }>,
): FoundClause[] {
  const isNamed = (chapter: Chapter | undefined): boolean =>
    chapter !== undefined &&
    ((name.kind === 'closing'
      ? chapter.closing
      : chapter.kind === name.rank && chapter.number === name.number) ||
      isNamed(chapter.above));
  const within = clauses.filter(({ chapter }) => isNamed(chapter));
  const [first] = within;
  if (first?.chapter === undefined) return [];
  const blocks: [Block, ...Block[]] = [first.chapter.title, ...first.blocks];
  let count = 1;
  for (const clause of within.slice(1)) {
    const end = clause.blocks.at(-1)?.span.end ?? 0;
    if (end - blocks[0].span.start > CHAPTER_LIMIT) break;
    blocks.push(...clause.blocks);
    count++;
  }
  return [{ article, blocks, around: blocks, more: within.slice(count) }];
}

function nonEmpty<T>(list: readonly T[]): readonly [T, ...T[]] | undefined {
  const [first, ...rest] = list;
  return first === undefined ? undefined : [first, ...rest];
}
