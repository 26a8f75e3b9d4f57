import type {
  ArticlePage as Page,
  PageCell,
  PageParagraph,
} from '../../../src/chat/pages/article-page.ts';
import type { Article } from '../../../src/chat/pages/library.ts';
import { articlePath, placePath } from '../../../src/chat/place-link.ts';
import type { Reader } from '../request.ts';
import { Layout } from './layout.tsx';

/** Headings from which on an article has a table of contents. */
const ENOUGH_HEADINGS = 3;

export function ArticlePage({ reader, page }: { readonly reader: Reader; readonly page: Page }) {
  const { texts, library } = reader;
  const { article, state, paragraphs, quotedIn } = page;
  const { title, date, source, id } = article;
  const figures = library.figuresOf(article).length;
  const facts = [date ?? texts.undated, source, texts.paragraphs(paragraphs.length)];
  const url = library.originalOf(article);
  const isSound = state === 'same' || state === 'unversioned';
  return (
    <Layout reader={reader} part="articles" title={title}>
      <article>
        <h1 class="title" lang="zh">
          {title}
        </h1>
        <p class="facts">
          {facts.filter(Boolean).join(' · ')}
          {figures > 0 && (
            <>
              {' · '}
              <a href={`/figures?${new URLSearchParams({ article: id })}`}>
                {texts.figuresFound(figures)}
              </a>
            </>
          )}
          {url !== undefined && (
            <>
              {' · '}
              <a href={url} rel="noreferrer">
                {texts.original}
              </a>
            </>
          )}
        </p>
        {state !== 'unversioned' && (
          <p class={isSound ? 'state' : 'state changed'} role="status" data-state={state}>
            {texts.textStates[state]}{' '}
            {quotedIn !== undefined && <a href={`#p${quotedIn}`}>{texts.paragraph(quotedIn)}</a>}{' '}
            {!isSound && <a href={articlePath(article)}>{texts.asItIsNow}</a>}
          </p>
        )}
        <Contents reader={reader} paragraphs={paragraphs} />
        <div class="text" lang="zh" data-version-state={state}>
          {runsOf(paragraphs).map((run) => (
            <>
              {run[0]?.headings.map(({ text, level }) => (
                <Heading text={text} level={level} />
              ))}
              {run[0]?.cells === undefined ? (
                run.map((paragraph) => (
                  <Paragraph reader={reader} article={article} paragraph={paragraph} />
                ))
              ) : (
                <Rows reader={reader} article={article} rows={run} headers={run[0].cells} />
              )}
            </>
          ))}
        </div>
      </article>
    </Layout>
  );
}

/** Paragraphs each for itself, the rows of a table together. */
function runsOf(paragraphs: readonly PageParagraph[]): PageParagraph[][] {
  const runs: PageParagraph[][] = [];
  for (const paragraph of paragraphs) {
    const [first] = runs.at(-1) ?? [];
    const isRow =
      paragraph.headings.length === 0 &&
      paragraph.cells !== undefined &&
      headersOf(paragraph.cells) === headersOf(first?.cells);
    if (isRow) runs.at(-1)?.push(paragraph);
    else runs.push([paragraph]);
  }
  return runs;
}

/** What tells the rows of one table from those of another. */
function headersOf(cells: readonly PageCell[] | undefined): string | undefined {
  return cells && JSON.stringify(cells.map(({ above }) => above));
}

/** The headings, each with a link to the paragraph below it. */
function Contents({
  reader: { texts },
  paragraphs,
}: {
  readonly reader: Reader;
  readonly paragraphs: readonly PageParagraph[];
}) {
  const entries = paragraphs.flatMap(({ number, headings }) =>
    headings.map(({ text, level }) => ({ number, text, level })),
  );
  if (entries.length < ENOUGH_HEADINGS) return null;
  return (
    <nav class="contents" aria-label={texts.contents}>
      <details>
        <summary>{texts.contents}</summary>
        <ol lang="zh">
          {entries.map(({ number, text, level }) => (
            <li class={level > 1 ? 'inner' : undefined}>
              <a href={`#p${number}`}>{text}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

interface Placed {
  readonly reader: Reader;
  readonly article: Article;
}

function Paragraph({ reader, article, paragraph }: Placed & { readonly paragraph: PageParagraph }) {
  const { number, text, marked } = paragraph;
  return (
    <div class="paragraph" id={`p${number}`}>
      <NumberLink reader={reader} article={article} number={number} />
      <p>
        <Quoted
          text={text}
          marked={marked}
          {...(marked && { id: `p${number},${marked.join('-')}` })}
        />
      </p>
    </div>
  );
}

/** The rows of a table, below the headers that stand above its cells. */
function Rows({
  reader,
  article,
  rows,
  headers,
}: Placed & { readonly rows: readonly PageParagraph[]; readonly headers: readonly PageCell[] }) {
  const { texts } = reader;
  return (
    <section class="table" tabindex={0} lang={texts.language} aria-label={texts.table}>
      <table lang="zh">
        {headers.some(({ above }) => above.length > 0) && (
          <thead>
            <tr>
              <td />
              {headers.map(({ above }) => (
                <th scope="col">{above.join(' · ')}</th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(({ number, cells = [], marked }) => (
            <tr id={`p${number}`}>
              <td>
                <NumberLink reader={reader} article={article} number={number} />
              </td>
              {cells.map((cell, i) => (
                <td>
                  <Quoted
                    text={cell.text}
                    marked={cell.marked}
                    {...(marked &&
                      i === cells.findIndex((one) => one.marked !== undefined) && {
                        id: `p${number},${marked.join('-')}`,
                      })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The permanent address of a paragraph. */
function NumberLink({ reader: { texts }, article, number }: Placed & { readonly number: number }) {
  return (
    <a
      class="number"
      lang={texts.language}
      href={placePath(article, { paragraph: number })}
      aria-label={texts.permanentLink(number)}
    >
      {number}
    </a>
  );
}

/** The article's own characters, the quoted ones marked. */
function Quoted({
  text,
  marked,
  id,
}: {
  readonly text: string;
  readonly marked: readonly [start: number, end: number] | undefined;
  readonly id?: string;
}) {
  if (marked === undefined) return <>{text}</>;
  const [start, end] = marked;
  return (
    <>
      {text.slice(0, start)}
      <mark id={id}>{text.slice(start, end)}</mark>
      {text.slice(end)}
    </>
  );
}

/** The headings of an article stand below its title. */
function Heading({ text, level }: { readonly text: string; readonly level: number }) {
  if (level <= 1) return <h2>{text}</h2>;
  return level === 2 ? <h3>{text}</h3> : <h4>{text}</h4>;
}
