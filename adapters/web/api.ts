import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Env } from 'hono';
import { cors } from 'hono/cors';
import type { Article, Figure, Library, Reply } from '../../src/chat/pages/library.ts';
import { versionOf } from '../../src/chat/place-link.ts';
import {
  ARTICLE,
  FAULT,
  FIGURE,
  OFFSET,
  type PASSAGE,
  REPLY,
  WHOLE_ARTICLE,
} from './api-schemas.ts';
import { FIGURES_QUERY, lookupOf } from './figures-query.ts';
import { type Limit, limited } from './limits.ts';
import { languageOfRequest } from './request.ts';

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
      z.strictObject({
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
    200: json(z.strictObject({ articles: z.array(ARTICLE), count: OFFSET }), 'A page of the list.'),
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
    const warnings = [...library.warningsOf(article, languageOfRequest(context))];
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
  return app;
}

function figureOf(figure: Figure): z.infer<typeof FIGURE> {
  return { ...figure, base: { ...figure.base } };
}

type Alternative = NonNullable<Reply['alternatives']>[number];

function replyOf(reply: Reply, library: Library): z.infer<typeof REPLY> {
  const {
    id: _,
    highlights,
    passages,
    together,
    alternatives,
    figures,
    suggestions,
    ...rest
  } = reply;
  const quotation = (one: Alternative) => ({
    ...passageOf(one, library),
    highlights: spansOf(one.highlights),
  });
  return {
    ...rest,
    highlights: spansOf(highlights),
    passages: passages.map((passage) => passageOf(passage, library)),
    ...(together && { together: together.map(quotation) }),
    ...(alternatives && { alternatives: alternatives.map(quotation) }),
    figures: figures.map(figureOf),
    suggestions: [...suggestions],
  };
}

function passageOf(passage: Reply['passages'][number], library: Library): z.infer<typeof PASSAGE> {
  const { article: id, title, paragraph, heading, page, recognized } = passage;
  const { also, start, end, text, cells } = passage;
  const article = library.article(id);
  const url = article && library.originalOf(article);
  const address = library.addressOf(passage);
  return {
    article: id,
    title,
    paragraph,
    ...(heading !== undefined && { heading }),
    ...(page !== undefined && { page }),
    ...(recognized && { recognized }),
    ...(article?.date !== undefined && { date: article.date }),
    ...(article?.source !== undefined && { source: article.source }),
    ...(url !== undefined && { url }),
    ...(also && { also: also.map((place) => ({ ...place })) }),
    start,
    end,
    text,
    ...(cells && { cells: cells.map((cell) => ({ ...cell, heads: [...cell.heads] })) }),
    ...(address !== undefined && { address }),
  };
}

function spansOf(spans: Reply['highlights']): [start: number, end: number][] {
  return spans.map(([start, end]) => [start, end]);
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
