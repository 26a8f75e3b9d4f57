import { z } from '@hono/zod-openapi';

// What the API answers with, as its OpenAPI document says; an object has no other fields than these.

/** UTF-16 units, or a count. */
export const OFFSET = z.int().nonnegative();

const SPAN = z.tuple([OFFSET, OFFSET]);

export const FIGURE = z
  .strictObject({
    text: z.string().openapi({ description: 'The figure in the article, verbatim.' }),
    value: z.number().openapi({ description: 'The number in the base scale of its unit.' }),
    high: z.number().optional().openapi({ description: 'The upper end, where it is a range.' }),
    planned: z.literal(true).optional().openapi({ description: 'Planned, not come about.' }),
    unit: z.string(),
    base: z.strictObject({ value: z.number(), unit: z.string() }),
    qualifier: z.enum(['exact', 'over', 'under', 'about', 'reaches']),
    measure: z.string(),
    direction: z.string().optional(),
    actor: z.string().optional(),
    period: z.string().optional().openapi({ description: 'ISO 8601: 2022, 2023-06, 2021/2025.' }),
    article: z.string(),
    paragraph: OFFSET,
    start: OFFSET,
    end: OFFSET,
    sentence: z.string(),
  })
  .openapi('Figure');

const OTHER_PLACE = z
  .strictObject({
    article: z.string(),
    title: z.string(),
    paragraph: OFFSET,
    source: z.string().optional(),
    date: z.string().optional(),
  })
  .openapi('OtherPlace');

export const PASSAGE = z
  .strictObject({
    article: z.string(),
    title: z.string(),
    paragraph: OFFSET,
    heading: z.string().optional(),
    page: OFFSET.optional().openapi({ description: 'Of a paged file: where it begins.' }),
    recognized: z
      .literal(true)
      .optional()
      .openapi({ description: 'A machine has read the text from pictures.' }),
    date: z.string().optional().openapi({ description: 'When the article was published.' }),
    source: z.string().optional().openapi({ description: 'Who published it.' }),
    url: z.string().optional().openapi({ description: 'Where it was published.' }),
    also: z
      .array(OTHER_PLACE)
      .optional()
      .openapi({ description: 'Where other articles say the same, the earliest first.' }),
    start: OFFSET.openapi({ description: 'UTF-16 units into the article’s text.' }),
    end: OFFSET,
    text: z.string(),
    cells: z
      .array(
        z.strictObject({
          heads: z.array(z.string()),
          text: z.string(),
          start: OFFSET,
          end: OFFSET,
        }),
      )
      .optional()
      .openapi({ description: 'Of a table’s row: its cells, with the heads above each.' }),
    address: z
      .string()
      .optional()
      .openapi({ description: 'The permanent address of the passage.' }),
  })
  .openapi('Passage');

const ALTERNATIVE = z
  .strictObject({
    ...PASSAGE.shape,
    highlights: z.array(SPAN).openapi({ description: 'Spans of its text that may answer.' }),
  })
  .openapi('Alternative');

export const REPLY = z
  .strictObject({
    question: z.string(),
    outcome: z.enum(['answered', 'unanswered', 'help']),
    layout: z.literal('outline').optional().openapi({
      description:
        'The passages are the first sentences of an article’s parts, below their headings.',
    }),
    lead: z.string().openapi({ description: 'Verbatim: the sentences that answer.' }),
    highlights: z.array(SPAN).openapi({ description: 'Spans of the lead that hold the answer.' }),
    certainty: z.enum(['sure', 'unsure']).optional().openapi({
      description: 'Of an answer: whether its lead is likely enough to stand alone.',
    }),
    together: z.array(ALTERNATIVE).optional().openapi({
      description: 'Further rows of a table that answer together with the lead.',
    }),
    alternatives: z.array(ALTERNATIVE).optional().openapi({
      description: 'Where it is unsure: further quotations that may answer, best first.',
    }),
    chosenBy: z.enum(['rules', 'reader']).optional().openapi({
      description: 'Of an answer: who chose its lead among the sentences found.',
    }),
    passages: z.array(PASSAGE).openapi({
      description: 'Best first: the first one holds the lead. Where unanswered, the nearest.',
    }),
    figures: z.array(FIGURE),
    notice: z.string().openapi({ description: 'Our own words, never mixed with quotations.' }),
    reckoned: z.literal(true).optional().openapi({
      description: 'The notice holds the answer: what arithmetic with the figures came to.',
    }),
    suggestions: z.array(z.string()),
    text: z.string().openapi({ description: 'The whole reply as plain text.' }),
  })
  .openapi('Reply');

export const ARTICLE = z
  .strictObject({
    id: z.string(),
    version: z.string().openapi({ description: 'Changes with the article.' }),
    title: z.string(),
    date: z.string().optional(),
    source: z.string().optional(),
    paragraphs: OFFSET,
    figures: OFFSET,
  })
  .openapi('ArticleSummary');

export const WHOLE_ARTICLE = z
  .strictObject({
    ...ARTICLE.shape,
    warnings: z.array(z.string()).openapi({
      description: 'What its operator can mend, in the language of Accept-Language.',
    }),
    body: z.array(
      z.strictObject({
        number: OFFSET,
        start: OFFSET,
        end: OFFSET,
        heading: z.string().optional(),
        text: z.string(),
      }),
    ),
  })
  .openapi('Article');

export const FAULT = z.strictObject({ error: z.string() }).openapi('Fault');
