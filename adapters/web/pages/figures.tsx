import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { CHART_FORMS } from '../../../src/chat/charts/chart.ts';
import { groupName } from '../../../src/chat/charts/chart-card.ts';
import type { DrawnChart } from '../../../src/chat/charts/chart-of-figures.ts';
import { SORT_KEYS, type SortKey } from '../../../src/chat/pages/figures-page.ts';
import type { Figure } from '../../../src/chat/pages/library.ts';
import { figuresPath, type PageQuery } from '../figures-query.ts';
import type { Reader } from '../request.ts';
import { Layout } from './layout.tsx';
import { type Paged, Pager } from './pager.tsx';
import { Column, ScrollTable, Section } from './parts.tsx';

/** What was found, and how it is to be shown. */
export interface FiguresView {
  readonly query: PageQuery;
  /** All that was found, before it was cut into pages. */
  readonly count: number;
  readonly paged: Paged<Figure>;
  /** Why nothing was found; the figures are the nearest then. */
  readonly notice?: string;
  readonly drawn?: DrawnChart;
}

const PATH = '/figures';

export function FiguresPage({
  reader,
  view: { query, count, paged, notice, drawn },
}: {
  readonly reader: Reader;
  readonly view: FiguresView;
}) {
  const { texts } = reader;
  return (
    <Layout reader={reader} part="figures" title={texts.figures}>
      <h1>{texts.figures}</h1>
      <FilterForm reader={reader} query={query} />
      {drawn !== undefined && <Drawing reader={reader} query={query} drawn={drawn} />}
      <div class="head">
        <p role="status" class={notice === undefined ? 'count' : 'notice'}>
          {notice ?? texts.figuresFound(count)}
        </p>
        {notice === undefined && count > 0 && <Downloads reader={reader} query={query} />}
      </div>
      {paged.items.length > 0 && <Table reader={reader} query={query} figures={paged.items} />}
      <Pager reader={reader} paged={paged} path={(page) => figuresPath(PATH, query, { page })} />
    </Layout>
  );
}

function FilterForm({ reader, query }: { readonly reader: Reader; readonly query: PageQuery }) {
  const { texts, library } = reader;
  const { words, year, actor, unit, article, sort, order } = query;
  const fields = [
    ['words', texts.words, words],
    ['year', texts.year, year],
    ['actor', texts.actor, actor],
    ['unit', texts.unit, unit],
  ] as const;
  const named = article === undefined ? undefined : library.article(article);
  return (
    <search>
      <form class="filter" action={PATH} method="get">
        {fields.map(([name, label, value]) => (
          <div>
            <label for={name}>{label}</label>
            <input id={name} name={name} value={value ?? ''} maxlength={200} autocomplete="off" />
          </div>
        ))}
        {named !== undefined && (
          <div>
            <label for="article">{texts.article}</label>
            <select id="article" name="article">
              <option value={named.id} selected>
                {named.title}
              </option>
              <option value="">{texts.allArticles}</option>
            </select>
          </div>
        )}
        {sort !== undefined && <input type="hidden" name="sort" value={sort} />}
        {order !== undefined && <input type="hidden" name="order" value={order} />}
        <div class="buttons">
          <button type="submit">{texts.filter}</button>
          <button class="quiet" type="submit" name="draw" value="auto">
            {texts.draw}
          </button>
        </div>
      </form>
    </search>
  );
}

function Downloads({
  reader: { texts },
  query,
}: {
  readonly reader: Reader;
  readonly query: PageQuery;
}) {
  const whole = { ...query, page: undefined, draw: undefined, group: undefined };
  return (
    <p class="downloads">
      {texts.download}
      {texts.colon}
      <a href={figuresPath('/figures.csv', whole)}>CSV</a>{' '}
      <a href={figuresPath('/figures.json', whole)}>JSON</a>
    </p>
  );
}

function Drawing({
  reader,
  query,
  drawn,
}: {
  readonly reader: Reader;
  readonly query: PageQuery;
  readonly drawn: DrawnChart;
}) {
  const { texts } = reader;
  return (
    <Section id="chart" title={texts.chart}>
      {drawn.kind === 'chart' ? (
        <ChartFigure reader={reader} query={query} drawn={drawn} />
      ) : (
        <>
          <p class="notice">{texts.refusals[drawn.reason]}</p>
          <ul class="groups">
            <RefusalItems reader={reader} query={query} drawn={drawn} />
          </ul>
        </>
      )}
    </Section>
  );
}

function ChartFigure({
  reader: { texts, library },
  query,
  drawn,
}: {
  readonly reader: Reader;
  readonly query: PageQuery;
  readonly drawn: Extract<DrawnChart, { kind: 'chart' }>;
}) {
  const { chart, svg, marks, description } = drawn;
  const isOverTime = chart.axis === 'period';
  return (
    <figure class="chart">
      <div class="drawing" role="img" aria-label={description}>
        {raw(svg)}
      </div>
      <figcaption>
        <div class="head">
          {isOverTime && (
            <p class="forms">
              {CHART_FORMS.map((form) => (
                <a
                  href={figuresPath(PATH, query, { draw: form })}
                  {...(form === chart.form && { 'aria-current': 'true' as const })}
                >
                  {texts.forms[form]}
                </a>
              ))}
            </p>
          )}
          <p class="downloads">
            {texts.download}
            {texts.colon}
            <a href={figuresPath('/chart.svg', query)}>SVG</a>{' '}
            <a href={figuresPath('/chart.png', query)}>PNG</a>
          </p>
        </div>
        {chart.leftOut > 0 && <p class="hint">{texts.leftOut(chart.leftOut)}</p>}
        <ol class="marks">
          {marks.map(({ series, place, figure, at }) => (
            <li data-mark={at}>
              {[series, place].filter(Boolean).join(' · ')}{' '}
              <a href={library.addressOf(figure)}>{figure.text}</a>
            </li>
          ))}
        </ol>
      </figcaption>
    </figure>
  );
}

function RefusalItems({
  reader: { texts, library },
  query,
  drawn,
}: {
  readonly reader: Reader;
  readonly query: PageQuery;
  readonly drawn: Extract<DrawnChart, { kind: 'refused' }>;
}) {
  if (drawn.reason === 'mixed')
    return (
      <>
        {drawn.groups.map((group) => (
          <li>
            <a href={figuresPath(PATH, query, { group: group.key })}>{groupName(group, texts)}</a>{' '}
            {texts.figuresFound(group.figures.length)}
          </li>
        ))}
      </>
    );
  if (drawn.reason !== 'differing') return null;
  return (
    <>
      {drawn.figures.map((figure) => (
        <li>
          <a href={library.addressOf(figure)}>{figure.text}</a>{' '}
          <span lang="zh">《{library.article(figure.article)?.title}》</span>
        </li>
      ))}
    </>
  );
}

/** The columns behind the figure itself, in order. */
const COLUMNS: readonly SortKey[] = SORT_KEYS;
const CLASSES: Readonly<Partial<Record<SortKey, string>>> = {
  value: 'value',
  measure: 'wide',
  period: 'period',
};

function Table({
  reader,
  query,
  figures,
}: {
  readonly reader: Reader;
  readonly query: PageQuery;
  readonly figures: readonly Figure[];
}) {
  const { texts, library } = reader;
  const number = new Intl.NumberFormat(texts.language, { maximumFractionDigits: 6 });
  return (
    <ScrollTable
      label={texts.figures}
      columns={[
        <Column name={texts.columns.text} />,
        ...COLUMNS.map((column) => <SortHeader reader={reader} query={query} column={column} />),
        <Column name={texts.columns.place} />,
      ]}
    >
      {figures.map((figure) => (
        <tr lang="zh">
          <th scope="row">{figure.text}</th>
          {COLUMNS.map((column) => (
            <td class={CLASSES[column]}>{shown(figure, column, number)}</td>
          ))}
          <td class="wide">
            <a lang={texts.language} href={library.addressOf(figure)}>
              {`《${library.article(figure.article)?.title ?? figure.article}》${texts.paragraph(figure.paragraph)}`}
            </a>
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}

function shown(figure: Figure, column: SortKey, number: Intl.NumberFormat): Child {
  return column === 'value' ? number.format(figure.value) : (figure[column] ?? '');
}

function SortHeader({
  reader: { texts },
  query,
  column,
}: {
  readonly reader: Reader;
  readonly query: PageQuery;
  readonly column: SortKey;
}) {
  const isSorted = query.sort === column;
  const isAscending = isSorted && query.order !== 'desc';
  const name = texts.columns[column];
  const order = isAscending ? 'desc' : 'asc';
  const sorting = isAscending ? 'ascending' : 'descending';
  return (
    <th scope="col" {...(isSorted && { 'aria-sort': sorting })}>
      <a
        href={figuresPath(PATH, query, { sort: column, order, page: 1 })}
        title={texts.sortBy(name)}
      >
        {name}
        <span aria-hidden="true">{isSorted ? (isAscending ? ' ▲' : ' ▼') : ''}</span>
      </a>
    </th>
  );
}
