import { readFileSync } from 'node:fs';
import type { Article } from '../../../src/article/article.ts';
import type { Figure } from '../../../src/figures/parts/figure.ts';
import { articleOf } from './article.ts';

/**
 * A figure as a careful reader lists it. Where several answers are right each is given; null means
 * that the attribute may be left out, `*` that the text does not settle it.
 */
interface Expected {
  readonly text: string;
  readonly start: number;
  readonly value: number;
  readonly unit: readonly string[];
  readonly qualifier: Figure['qualifier'];
  readonly period: Answers;
  readonly actor: Answers;
  readonly measure: Answers;
  readonly direction: Answers;
}

type Answers = '*' | readonly (string | null)[];

export interface Page {
  readonly article: Article;
  readonly expected: readonly Expected[];
}

interface PageLine {
  readonly page: string;
  readonly title: string;
  readonly date?: string;
  readonly source?: string;
  /** The excerpt, or the file in the project that holds the whole text. */
  readonly text?: string;
  readonly file?: string;
}

export const ATTRIBUTES = [
  'text',
  'value',
  'unit',
  'qualifier',
  'period',
  'actor',
  'measure',
  'direction',
] as const;
type Attribute = (typeof ATTRIBUTES)[number];

const root = new URL('../../../', import.meta.url);

/** Reads test/fixtures/figures/NAME.jsonl: a line about the page, then one line a figure. */
export function page(name: string): Page {
  const file = new URL(`test/fixtures/figures/${name}.jsonl`, root);
  const [first = '{}', ...rest] = readFileSync(file, 'utf8').trim().split('\n');
  const { page: id, title, date, source, text, file: from } = JSON.parse(first) as PageLine;
  const whole = text ?? readFileSync(new URL(from ?? '', root), 'utf8');
  const article = articleOf(whole, { id, title, ...(date && { date }), ...(source && { source }) });
  return { article, expected: rest.map((line) => JSON.parse(line) as Expected) };
}

export interface Score {
  readonly expected: number;
  readonly found: number;
  /** Figures of the list that were found at their place. */
  readonly matched: number;
  /** Of the matched, how many have each attribute right. */
  readonly right: Readonly<Record<Attribute, number>>;
  /** Of the matched, how many have every attribute right. */
  readonly whole: number;
  /** What is wrong, a line each. */
  readonly faults: readonly string[];
}

export function score({ expected }: Page, figures: readonly Figure[]): Score {
  const faults: string[] = [];
  const right = Object.fromEntries(ATTRIBUTES.map((name) => [name, 0])) as Record<
    Attribute,
    number
  >;
  const left = new Set(figures);
  let [matched, whole] = [0, 0];
  for (const wanted of expected) {
    const end = wanted.start + wanted.text.length;
    const figure = [...left].find((other) => other.start < end && wanted.start < other.end);
    if (!figure) {
      faults.push(`missed ${wanted.text}`);
      continue;
    }
    left.delete(figure);
    matched += 1;
    const wrong = ATTRIBUTES.filter((name) => {
      const good = wanted[name] === '*' || allowed(wanted, name).includes(figure[name] ?? null);
      if (good) right[name] += 1;
      else
        faults.push(
          `${wanted.text} ${name}: ${figure[name]} for ${allowed(wanted, name).join(' or ')}`,
        );
      return !good;
    });
    if (wrong.length === 0) whole += 1;
  }
  for (const extra of left)
    faults.push(`extra ${extra.text} in ${extra.sentence.trim().slice(0, 60)}`);
  return { expected: expected.length, found: figures.length, matched, right, whole, faults };
}

function allowed(wanted: Expected, name: Attribute): readonly (string | number | null)[] {
  const value = wanted[name];
  return typeof value === 'object' ? value : [value];
}

/** Several pages as one. */
export function total(scores: readonly Score[]): Score {
  const sum = (read: (score: Score) => number) =>
    scores.reduce((all, score) => all + read(score), 0);
  return {
    expected: sum((score) => score.expected),
    found: sum((score) => score.found),
    matched: sum((score) => score.matched),
    right: Object.fromEntries(
      ATTRIBUTES.map((name) => [name, sum((score) => score.right[name])]),
    ) as Record<Attribute, number>,
    whole: sum((score) => score.whole),
    faults: scores.flatMap((score) => score.faults),
  };
}
