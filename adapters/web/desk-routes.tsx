import { createHash, timingSafeEqual } from 'node:crypto';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { DeskTexts } from '../../src/chat/page-texts/index.ts';
import type { Desk } from '../../src/chat/pages/desk.ts';
import type { Log } from '../common/log.ts';
import type { Cost } from './limits.ts';
import { DeskPage, LoginPage, RemovePage, TOKEN_FIELD } from './pages/desk.tsx';
import { paged } from './pages/pager.tsx';
import { personOf, type Reader } from './request.ts';
import type { Session, Sessions } from './sessions.ts';

/** The one cookie of the page: whom the desk knows. */
const COOKIE = 'desk';
/** Bytes of a form without a file, and what a form adds to its file. */
const FORM_LIMIT = 16 * 1024;
const ARTICLES_A_PAGE = 100;

/** What was done before a page is shown, named in its address. */
const DONE = ['uploaded', 'removed', 'left'] as const;

/** The operator's desk, behind its password. */
export function deskRoutes(
  desk: Desk,
  sessions: Sessions,
  isHttps: boolean,
  readerOf: (context: Context) => Reader,
  costing: (cost: Cost) => MiddlewareHandler,
  log: Log,
): Hono {
  const app = new Hono();
  const cookie = { path: '/desk', httpOnly: true, sameSite: 'Strict', secure: isHttps } as const;
  const sessionOf = (context: Context) => sessions.find(getCookie(context, COOKIE));
  const login = (context: Context, status: 200 | 401 | 403 | 429, notice?: string) =>
    context.html(<LoginPage reader={readerOf(context)} notice={notice} />, status);
  const show = async (
    context: Context,
    session: Session,
    notice?: string,
    status: 200 | 400 = 200,
  ) => {
    const reader = readerOf(context);
    const page = Math.trunc(Number(context.req.query('page') ?? 1) || 1);
    const articles = paged(reader.library.articles, page, ARTICLES_A_PAGE);
    const [votes, unmet] = await Promise.all([desk.votes(), desk.unmetQuestions()]);
    const view = { desk, token: session.token, votes, unmet, articles, notice };
    return context.html(<DeskPage reader={reader} view={view} />, status);
  };

  app.use(costing('page'));
  app.use(async (context, next) => {
    await next();
    context.header('cache-control', 'no-store');
  });

  app.get('/', (context) => {
    const session = sessionOf(context);
    const done = DONE.find((one) => one === context.req.query('done'));
    const notice = done && textsOf(readerOf(context))[done];
    return session === undefined ? login(context, 200, notice) : show(context, session, notice);
  });

  app.post('/login', bodyLimit({ maxSize: FORM_LIMIT }), async (context) => {
    const texts = textsOf(readerOf(context));
    if (!isFromHere(context)) return login(context, 403, texts.formExpired);
    const { password } = await context.req.parseBody();
    const given = typeof password === 'string' ? password : '';
    const result = await sessions.logIn(given, personOf(context));
    if (result === 'wrong') {
      log.warn('a wrong password was given at the desk');
      return login(context, 401, texts.wrongPassword);
    }
    if (result === 'tooManyTries') return login(context, 429, texts.tooManyTries);
    setCookie(context, COOKIE, result, cookie);
    return context.redirect('/desk', 303);
  });

  // a form without the session's token was not sent from here; the body is read of a session alone
  app.use(async (context, next) => {
    if (context.req.method !== 'POST') return next();
    const session = sessionOf(context);
    const { formExpired } = textsOf(readerOf(context));
    if (session === undefined || !isFromHere(context)) return login(context, 403, formExpired);
    const isUpload = context.req.path.endsWith('/upload');
    return bodyLimit({ maxSize: FORM_LIMIT + (isUpload ? desk.largest : 0) })(context, async () => {
      const token = (await context.req.parseBody())[TOKEN_FIELD];
      const isSent = typeof token === 'string' && isSame(token, session.token);
      if (isSent) return next();
      context.res = await show(context, session, formExpired, 400);
    });
  });

  app.post('/logout', (context) => {
    sessions.logOut(getCookie(context, COOKIE));
    deleteCookie(context, COOKIE, cookie);
    return context.redirect('/desk?done=left', 303);
  });

  app.post('/upload', async (context) => {
    const session = sessionOf(context);
    const { file } = await context.req.parseBody();
    const { faults } = textsOf(readerOf(context));
    if (session === undefined || !(file instanceof File)) return login(context, 403);
    const fault = await desk.put(file.name, new Uint8Array(await file.arrayBuffer()));
    if (fault !== undefined) return show(context, session, faults[fault], 400);
    log.info({ file: file.name }, 'an article was put in at the desk');
    return context.redirect('/desk?done=uploaded', 303);
  });

  app.get('/remove', (context) => {
    const session = sessionOf(context);
    const file = context.req.query('file') ?? '';
    if (session === undefined) return login(context, 200);
    return context.html(
      <RemovePage reader={readerOf(context)} file={file} token={session.token} />,
    );
  });

  app.post('/remove', async (context) => {
    const session = sessionOf(context);
    const { file } = await context.req.parseBody();
    const { faults } = textsOf(readerOf(context));
    if (session === undefined || typeof file !== 'string') return login(context, 403);
    const fault = await desk.remove(file);
    if (fault !== undefined) return show(context, session, faults[fault], 400);
    log.info({ file }, 'an article was removed at the desk');
    return context.redirect('/desk?done=removed', 303);
  });
  return app;
}

function textsOf({ texts }: Reader): DeskTexts {
  return texts.desks;
}

/** Whether a browser says that a form was sent from a page of this site, or says nothing. */
function isFromHere(context: Context): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = context.req.header('origin');
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === context.req.header('host');
}

/** Takes as long for a wrong token as for the right one. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
