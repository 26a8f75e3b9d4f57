import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Hono } from 'hono';

const { resolve } = createRequire(import.meta.url);

/** Each file of the page's own, by the name that it is served under. */
const FILES = [
  ['page.js', '#assets/page.js', 'text/javascript; charset=utf-8'],
  ['icon.svg', '#assets/icon.svg', 'image/svg+xml'],
  ['echarts-client.js', 'echarts/ssr/client/index', 'text/javascript; charset=utf-8'],
] as const;

/** The style of all pages. It stands in each: a page is painted without waiting for another file. */
export const STYLE = readFileSync(resolve('#assets/page.css'), 'utf8')
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/\s+/g, ' ')
  .trim();

/** What a content security policy allows the style by. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** The files that pages refer to; a browser asks each time whether one has changed. */
export function assets(): Hono {
  const app = new Hono();
  for (const [name, module, type] of FILES) {
    const body = readFileSync(resolve(module));
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
    app.get(`/${name}`, (context) => {
      const headers = { 'content-type': type, 'cache-control': 'no-cache', etag: tag };
      // whoever compresses a file on its way makes its tag a weak one
      return context.req.header('if-none-match')?.replace(/^W\//, '') === tag
        ? context.body(null, 304, headers)
        : context.body(new Uint8Array(body), 200, headers);
    });
  }
  return app;
}
