import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { answerPage } from '../../src/chat/pages/answer-page.ts';
import type { Desk } from '../../src/chat/pages/desk.ts';
import type { Library } from '../../src/chat/pages/library.ts';
import type { Log } from '../common/log.ts';
import { api } from './api.ts';
import { assets, STYLE_SOURCE } from './assets.ts';
import { deskRoutes } from './desk-routes.tsx';
import { figuresRoutes } from './figures-routes.tsx';
import { type Cost, createLimit, limited } from './limits.ts';
import { ArticlePage } from './pages/article.tsx';
import { ArticlesPage } from './pages/articles.tsx';
import { AskPage } from './pages/ask.tsx';
import { Notice } from './pages/layout.tsx';
import { paged } from './pages/pager.tsx';
import { languageOfRequest, type Reader, textsOf } from './request.ts';
import type { Sessions } from './sessions.ts';

export interface WebSettings {
  /** The operator's desk with its sessions; unset where there is none. */
  readonly desk?: { readonly desk: Desk; readonly sessions: Sessions; readonly isHttps: boolean };
  /** Origins whose pages may read the JSON API. */
  readonly origins: readonly string[];
}

/** Articles on one page of the list. */
const ARTICLES_A_PAGE = 100;
/** Longest question that is repeated as asked before, in UTF-16 units, and how many are. */
const QUESTION_LIMIT = 500;
const BEFORE = 5;
const CONVERSATION = /^[A-Za-z0-9_-]{22}$/;

/** The page and its API over one library. */
export function createApp(library: Library, { origins, desk }: WebSettings, log: Log): Hono {
  const app = new Hono();
  const limit = createLimit();
  const readerOf = (context: Context): Reader => {
    const language = languageOfRequest(context);
    return { library, language, texts: textsOf(language), hasDesk: desk !== undefined };
  };
  const tooMany = (context: Context) => {
    const reader = readerOf(context);
    return context.html(<Notice reader={reader} title={reader.texts.slowDown} />, 429);
  };
  const costing = (cost: Cost) => limited(limit, cost, tooMany);

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: [STYLE_SOURCE],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      // with none at all, a form of our own would not say where it was sent from
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      // whether it is reached by https is for the proxy to say
      strictTransportSecurity: false,
    }),
  );
  app.use(async (context, next) => {
    await next();
    context.header('vary', 'accept-language', { append: true });
  });
  const compressed = compress();
  // the length of what is compressed beside a secret would tell of it
  app.use((context, next) =>
    context.req.path.startsWith('/desk') ? next() : compressed(context, next),
  );
  app.route('/assets', assets());
  app.route('/api', api(library, limit, origins));

  app.get('/', (context, next) =>
    costing(context.req.query('q') ? 'question' : 'page')(context, next),
  );
  app.get('/', async (context) => {
    const reader = readerOf(context);
    const question = context.req.query('q')?.trim() ?? '';
    const given = context.req.query('c') ?? '';
    const conversation = CONVERSATION.test(given) ? given : randomBytes(16).toString('base64url');
    const reply =
      question === '' ? undefined : await library.reply(question, `web:${conversation}`);
    const before = (context.req.queries('b') ?? [])
      .filter((one) => one.length <= QUESTION_LIMIT)
      .slice(-BEFORE);
    const suggestions = reply?.suggestions ?? (await library.suggestions());
    const answer = reply && answerPage(reply, library);
    const asked = { conversation, before, suggestions, ...(answer && { answer }) };
    return context.html(<AskPage reader={reader} asked={asked} />);
  });

  app.get('/articles', costing('page'), (context) => {
    const page = Number(context.req.query('page') ?? 1) || 1;
    const list = paged(library.articles, Math.trunc(page), ARTICLES_A_PAGE);
    return context.html(<ArticlesPage reader={readerOf(context)} paged={list} />);
  });

  app.get('/a/:address', costing('page'), (context) => {
    const page = library.page(context.req.param('address'), context.req.query('quote'));
    if (page === undefined) return context.notFound();
    return context.html(<ArticlePage reader={readerOf(context)} page={page} />);
  });

  app.route('/', figuresRoutes(readerOf, costing));
  if (desk !== undefined)
    app.route('/desk', deskRoutes(desk.desk, desk.sessions, desk.isHttps, readerOf, costing, log));

  // a program that asks for a path of the API reads no page, and the handlers of a part are not asked
  const isOfApi = ({ req }: Context) => /^\/api(?:\/|$)/.test(req.path);
  app.notFound((context) => {
    if (isOfApi(context)) return context.json({ error: 'there is no such address' }, 404);
    const reader = readerOf(context);
    const { notFound, notFoundHint } = reader.texts;
    return context.html(<Notice reader={reader} title={notFound} hint={notFoundHint} />, 404);
  });
  app.onError((error, context) => {
    const reader = readerOf(context);
    if (error instanceof HTTPException) {
      const title = reader.texts.badRequest;
      if (isOfApi(context)) return context.json({ error: 'bad request' }, error.status);
      return context.html(<Notice reader={reader} title={title} />, error.status);
    }
    log.error({ err: error }, 'a request for the page failed');
    if (isOfApi(context)) return context.json({ error: 'failed' }, 500);
    return context.html(<Notice reader={reader} title={reader.texts.failed} />, 500);
  });
  return app;
}
