import { z } from 'zod';
import { CHART_FORMS } from '../../src/chat/charts/chart.ts';
import { type FiguresQuery, SORT_KEYS } from '../../src/chat/pages/figures-page.ts';

/** Longest text of a field, in UTF-16 units. */
const LIMIT = 200;
/** `2022`, `2023-06`, `2021/2025`. */
const PERIOD = /^\d{4}(?:-\d\d){0,2}(?:\/\d{4}(?:-\d\d){0,2})?$/;

const text = z.string().trim().max(LIMIT);
const field = text.transform((value) => value || undefined).optional();

/** What a form or a program asks of figures, as the query of an address. */
export const FIGURES_QUERY = {
  words: field,
  year: text
    .transform((value) => value.normalize('NFKC').replace(/年$/, '') || undefined)
    .refine(
      (value) => value === undefined || PERIOD.test(value),
      'must be a year or ISO 8601 period',
    )
    .optional(),
  actor: field,
  unit: field,
  article: z
    .string()
    .max(1000)
    .transform((value) => value || undefined)
    .optional(),
  sort: z.enum(SORT_KEYS).optional(),
  order: z.enum(['asc', 'desc']).optional(),
};

export const PAGE_QUERY = z.object({
  ...FIGURES_QUERY,
  // an address with a slip in how it sorts or draws still shows its figures
  sort: FIGURES_QUERY.sort.catch(undefined),
  order: FIGURES_QUERY.order.catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1).default(1),
  /** A form, or `auto` for the one that suits the figures. */
  draw: z
    .enum([...CHART_FORMS, 'auto'])
    .optional()
    .catch(undefined),
  group: z.string().max(1000).optional(),
});
export type PageQuery = z.infer<typeof PAGE_QUERY>;

/** What is looked up. */
export function lookupOf({
  words,
  year,
  actor,
  unit,
  article,
  sort,
  order,
}: Pick<PageQuery, keyof typeof FIGURES_QUERY>): FiguresQuery {
  return {
    ...(words !== undefined && { words: words.split(/\s+/) }),
    ...(year !== undefined && { year }),
    ...(actor !== undefined && { actor }),
    ...(unit !== undefined && { unit }),
    ...(article !== undefined && { article }),
    ...(sort !== undefined && { sort, descending: order === 'desc' }),
  };
}

type QueryChange = { readonly [K in keyof PageQuery]?: PageQuery[K] | undefined };

/** The query again, with some of it changed; what is undefined is left out. */
export function figuresPath(path: string, query: QueryChange, change: QueryChange = {}): string {
  const entries = Object.entries({ ...query, ...change }).flatMap(([name, value]) =>
    value === undefined || (name === 'page' && value === 1)
      ? []
      : [[name, String(value)] as [string, string]],
  );
  const search = new URLSearchParams(entries).toString();
  return search === '' ? path : `${path}?${search}`;
}
