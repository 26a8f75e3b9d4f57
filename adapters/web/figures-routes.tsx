import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { DrawnChart } from '../../src/chat/charts/chart-of-figures.ts';
import { chartPng } from '../../src/chat/charts/chart-png.ts';
import { figuresCsv } from '../../src/chat/pages/figures-page.ts';
import type { Figure } from '../../src/chat/pages/library.ts';
import { lookupOf, PAGE_QUERY, type PageQuery } from './figures-query.ts';
import type { Cost } from './limits.ts';
import { FiguresPage } from './pages/figures.tsx';
import { paged } from './pages/pager.tsx';
import type { Reader } from './request.ts';

/** Figures on one page of the table. */
const FIGURES_A_PAGE = 300;

/** The table of figures, what it is saved as, and what is drawn of it. */
export function figuresRoutes(
  readerOf: (context: Context) => Reader,
  costing: (cost: Cost) => MiddlewareHandler,
): Hono {
  const app = new Hono();

  app.get('/figures', (context, next) =>
    costing(context.req.query('draw') ? 'picture' : 'page')(context, next),
  );
  app.get('/figures', async (context) => {
    const reader = readerOf(context);
    const query = queryOf(context);
    const found = reader.library.figures(lookupOf(query));
    const figures = found.kind === 'found' ? found.figures : found.nearest;
    // the nearest are not what was asked for
    const isDrawn = query.draw !== undefined && found.kind === 'found';
    const drawn = isDrawn ? await draw(reader, query, figures) : undefined;
    const view = {
      query,
      count: figures.length,
      paged: paged(figures, query.page, FIGURES_A_PAGE),
      ...(found.kind === 'none' && { notice: reader.library.whyNone(found, reader.language) }),
      ...(drawn && { drawn }),
    };
    return context.html(<FiguresPage reader={reader} view={view} />);
  });

  app.get('/figures.csv', costing('page'), (context) => {
    // a byte order mark, without which Excel reads another encoding
    const body = `\ufeff${figuresCsv(foundBy(readerOf(context), queryOf(context)))}`;
    return context.body(body, 200, saved('text/csv; charset=utf-8', 'figures.csv'));
  });
  app.get('/figures.json', costing('page'), (context) => {
    const figures = foundBy(readerOf(context), queryOf(context));
    return context.json({ figures }, 200, saved('application/json', 'figures.json'));
  });
  app.get('/chart.svg', costing('picture'), async (context) => {
    const svg = await svgOf(readerOf(context), queryOf(context));
    if (svg === undefined) return context.notFound();
    return context.body(svg, 200, saved('image/svg+xml', 'chart.svg'));
  });
  app.get('/chart.png', costing('picture'), async (context) => {
    const svg = await svgOf(readerOf(context), queryOf(context));
    if (svg === undefined) return context.notFound();
    const png = Buffer.from(await chartPng(svg));
    return context.body(new Uint8Array(png), 200, saved('image/png', 'chart.png'));
  });
  return app;
}

function queryOf(context: Context): PageQuery {
  const { success, data } = PAGE_QUERY.safeParse(context.req.query());
  if (!success) throw new HTTPException(400);
  return data;
}

function foundBy({ library }: Reader, query: PageQuery): readonly Figure[] {
  const found = library.figures(lookupOf(query));
  return found.kind === 'found' ? found.figures : [];
}

function draw(reader: Reader, query: PageQuery, figures: readonly Figure[]): Promise<DrawnChart> {
  const { draw: form, group } = query;
  return reader.library.draw(figures, reader.language, {
    ...(form !== undefined && form !== 'auto' && { form }),
    ...(group !== undefined && { group }),
  });
}

async function svgOf(reader: Reader, query: PageQuery): Promise<string | undefined> {
  const drawn = await draw(reader, query, foundBy(reader, query));
  return drawn.kind === 'chart' ? drawn.svg : undefined;
}

/** The headers of what a browser saves as a file rather than show. */
function saved(type: string, name: string): Record<string, string> {
  return { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` };
}
