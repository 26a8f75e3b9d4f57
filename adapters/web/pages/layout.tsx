import { html, raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { STYLE } from '../assets.ts';
import type { Reader } from '../request.ts';

/** The parts of the page that a menu leads to. */
export type Part = 'ask' | 'figures' | 'articles' | 'desk';

const PATHS: Readonly<Record<Part, string>> = {
  ask: '/',
  figures: '/figures',
  articles: '/articles',
  desk: '/desk',
};

/** The frame of every page. */
export function Layout({
  reader: { texts, hasDesk },
  part,
  title,
  children,
}: {
  readonly reader: Reader;
  readonly part?: Part;
  readonly title: string;
  readonly children: Child;
}) {
  const parts: readonly Part[] = [
    'ask',
    'figures',
    'articles',
    ...(hasDesk ? ['desk' as const] : []),
  ];
  const page = (
    <html lang={texts.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · ${texts.name}`}</title>
        <style>{raw(STYLE)}</style>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <script type="module" src="/assets/page.js" />
      </head>
      <body>
        <a class="skip" href="#main">
          {texts.skip}
        </a>
        <header>
          <div class="bar">
            <a class="name" href="/" lang="zh">
              原文
            </a>
            <nav aria-label={texts.menu}>
              {parts.map((one) => (
                <a href={PATHS[one]} {...(one === part && { 'aria-current': 'page' as const })}>
                  {texts[one]}
                </a>
              ))}
            </nav>
          </div>
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <footer>
          <a href="/api/openapi.json">{texts.api}</a>
        </footer>
      </body>
    </html>
  );
  return html`<!doctype html>${page}`;
}

/** The article's own characters, with the runs that matter marked. */
export function Marked({
  text,
  marks,
}: {
  readonly text: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
}) {
  const ordered = marks.toSorted(([a], [b]) => a - b);
  const parts: Child[] = [];
  let from = 0;
  for (const [start, end] of ordered) {
    if (start < from || end <= start || end > text.length) continue;
    parts.push(text.slice(from, start), <strong>{text.slice(start, end)}</strong>);
    from = end;
  }
  parts.push(text.slice(from));
  return <>{parts}</>;
}

/** A page of our own words alone. */
export function Notice({
  reader,
  title,
  hint,
}: {
  readonly reader: Reader;
  readonly title: string;
  readonly hint?: string;
}) {
  return (
    <Layout reader={reader} title={title}>
      <h1>{title}</h1>
      {hint !== undefined && <p>{hint}</p>}
    </Layout>
  );
}
