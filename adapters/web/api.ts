import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Env } from 'hono';
import { cors } from 'hono/cors';
import type { Article, Figure, Library, Reply } from '../../src/chat/pages/library.ts';
import { versionOf } from '../../src/chat/place-link.ts';
import { FIGURES_QUERY, lookupOf } from './figures-query.ts';
import { type Limit, limited } from './limits.ts';

const offset = z.int().nonnegative();

const FIGURE = z
  .object({
    text: z.string().openapi({ description: 'The figure in the article, verbatim.' }),
    value: z.number().openapi({ description: 'The number in the base scale of its unit.' }),
    high: z.number().optional().openapi({ description: 'The upper end, where it is a range.' }),
    planned: z.literal(true).optional().openapi({ description: 'Planned, not come about.' }),
    unit: z.string(),
    base: z.object({ value: z.number(), unit: z.string() }),
    qualifier: z.enum(['exact', 'over', 'under', 'about', 'reaches']),
    measure: z.string(),
    direction: z.string().optional(),
    actor: z.string().optional(),
    period: z.string().optional().openapi({ description: 'ISO 8601: 2022, 2023-06, 2021/2025.' }),
    article: z.string(),
    paragraph: offset,
    start: offset,
    end: offset,
    sentence: z.string(),
  })
  .openapi('Figure');

const PASSAGE = z
  .object({
    article: z.string(),
    title: z.string(),
    paragraph: offset,
    heading: z.string().optional(),
    page: offset.optional(),
    start: offset.openapi({ description: 'UTF-16 units into the article’s text.' }),
    end: offset,
    text: z.string(),
    address: z
      .string()
      .optional()
      .openapi({ description: 'The permanent address of the passage.' }),
  })
  .openapi('Passage');

const REPLY = z
  .object({
    question: z.string(),
    outcome: z.enum(['answered', 'unanswered', 'help']),
    lead: z.string().openapi({ description: 'Verbatim: the sentences that answer.' }),
    highlights: z.array(z.array(offset)),
    passages: z.array(PASSAGE),
    figures: z.array(FIGURE),
    notice: z.string().openapi({ description: 'Our own words, never mixed with quotations.' }),
    suggestions: z.array(z.string()),
    text: z.string().openapi({ description: 'The whole reply as plain text.' }),
  })
  .openapi('Reply');

const ARTICLE = z
  .object({
    id: z.string(),
    version: z.string().openapi({ description: 'Changes with the article.' }),
    title: z.string(),
    date: z.string().optional(),
    source: z.string().optional(),
    paragraphs: offset,
    figures: offset,
  })
  .openapi('ArticleSummary');

const WHOLE_ARTICLE = z
  .object({
    ...ARTICLE.shape,
    warnings: z.array(z.string()),
    body: z.array(
      z.object({
        number: offset,
        start: offset,
        end: offset,
        heading: z.string().optional(),
        text: z.string(),
      }),
    ),
  })
  .openapi('Article');

const FAULT = z.object({ error: z.string() }).openapi('Fault');

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { 'application/json': { schema } },
  description,
});
const FAULTS = {
  400: json(FAULT, 'The request cannot be read.'),
  429: json(FAULT, 'Too many requests; Retry-After says in how many seconds to come again.'),
};
const NOT_FOUND = { 404: json(FAULT, 'There is no such article.') };

const ASK = createRoute({
  method: 'get',
  path: '/ask',
  summary: 'Answers a question with sentences of the articles',
  request: {
    query: z.object({
      q: z.string().min(1).max(2000).openapi({ description: 'The question.' }),
      conversation: z
        .string()
        .regex(/^[A-Za-z0-9_-]{8,64}$/)
        .optional()
        .openapi({
          description: 'A name that you make up: turns that share it are one conversation.',
        }),
    }),
  },
  responses: { 200: json(REPLY, 'The reply.'), ...FAULTS },
});

const FIGURES = createRoute({
  method: 'get',
  path: '/figures',
  summary: 'The figures that match, or the nearest with the reason',
  request: { query: z.object(FIGURES_QUERY) },
  responses: {
    200: json(
      z.object({
        figures: z.array(FIGURE),
        nearest: z.array(FIGURE).openapi({ description: 'Where none matches.' }),
      }),
      'The figures.',
    ),
    ...FAULTS,
  },
});

const ARTICLES = createRoute({
  method: 'get',
  path: '/articles',
  summary: 'The articles, in pages of 200',
  request: {
    query: z.object({ page: z.coerce.number<string>().int().min(1).max(1_000_000).default(1) }),
  },
  responses: {
    200: json(z.object({ articles: z.array(ARTICLE), count: offset }), 'A page of the list.'),
    ...FAULTS,
  },
});

const ONE_ARTICLE = createRoute({
  method: 'get',
  path: '/articles/{id}',
  summary: 'One article with its text',
  request: { params: z.object({ id: z.string().min(1).max(1000) }) },
  responses: { 200: json(WHOLE_ARTICLE, 'The article.'), ...NOT_FOUND, ...FAULTS },
});

const PAGE = 200;

/** The articles, figures and answers for other programs. */
export function api(library: Library, limit: Limit, origins: readonly string[]): OpenAPIHono<Env> {
  const app = new OpenAPIHono({
    defaultHook: (result, context) =>
      result.success
        ? undefined
        : context.json(
            {
              error: result.error.issues
                .map(({ path, message }) => `${path.join('.')}: ${message}`)
                .join('; '),
            },
            400,
          ),
  });
  if (origins.length > 0)
    app.use(cors({ origin: origins.includes('*') ? '*' : [...origins], allowMethods: ['GET'] }));
  const tooMany: Parameters<typeof limited>[2] = (context) =>
    context.json({ error: 'too many requests' }, 429);
  app.use('/ask', limited(limit, 'question', tooMany));
  app.use('/figures', limited(limit, 'page', tooMany));
  app.use('/articles/*', limited(limit, 'page', tooMany));

  app.openapi(ASK, async (context) => {
    const { q, conversation } = context.req.valid('query');
    const reply = await library.reply(q, conversation && `api:${conversation}`);
    return context.json(replyOf(reply, library), 200);
  });
  app.openapi(FIGURES, (context) => {
    const found = library.figures(lookupOf(context.req.valid('query')));
    return context.json(
      found.kind === 'found'
        ? { figures: found.figures.map(figureOf), nearest: [] }
        : { figures: [], nearest: found.nearest.map(figureOf) },
      200,
    );
  });
  app.openapi(ARTICLES, (context) => {
    const { page } = context.req.valid('query');
    const { articles } = library;
    const some = articles.slice((page - 1) * PAGE, page * PAGE);
    return context.json(
      { articles: some.map((article) => summaryOf(article, library)), count: articles.length },
      200,
    );
  });
  app.openapi(ONE_ARTICLE, (context) => {
    const article = library.article(context.req.valid('param').id);
    if (article === undefined) return context.json({ error: 'there is no such article' }, 404);
    const body = article.paragraphs.map(({ number, span: { start, end }, heading }) => ({
      number,
      start,
      end,
      ...(heading !== undefined && { heading }),
      text: article.text.slice(start, end),
    }));
    const warnings = [...library.warningsOf(article)];
    return context.json({ ...summaryOf(article, library), warnings, body }, 200);
  });
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Yuanwen',
      version: '1',
      description: 'Answers questions about Chinese articles in the articles’ own words.',
    },
    servers: [{ url: '/api' }],
  });
  app.notFound((context) => context.json({ error: 'there is no such address' }, 404));
  return app;
}

function figureOf(figure: Figure): z.infer<typeof FIGURE> {
  return { ...figure, base: { ...figure.base } };
}

function replyOf(reply: Reply, library: Library): z.infer<typeof REPLY> {
  const { question, outcome, lead, notice, text } = reply;
  return {
    question,
    outcome,
    lead,
    highlights: reply.highlights.map(([start, end]) => [start, end]),
    passages: reply.passages.map((passage) => {
      const { article, title, paragraph, heading, page, start, end } = passage;
      const address = library.addressOf(passage);
      return {
        article,
        title,
        paragraph,
        ...(heading !== undefined && { heading }),
        ...(page !== undefined && { page }),
        start,
        end,
        text: passage.text,
        ...(address !== undefined && { address }),
      };
    }),
    figures: reply.figures.map(figureOf),
    notice,
    suggestions: [...reply.suggestions],
    text,
  };
}

function summaryOf(article: Article, library: Library): z.infer<typeof ARTICLE> {
  const { id, title, date, source, paragraphs } = article;
  return {
    id,
    version: versionOf(article),
    title,
    ...(date !== undefined && { date }),
    ...(source !== undefined && { source }),
    paragraphs: paragraphs.length,
    figures: library.figuresOf(article).length,
  };
}
