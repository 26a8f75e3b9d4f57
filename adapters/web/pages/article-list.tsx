import type { Child } from 'hono/jsx';
import type { Article } from '../../../src/chat/pages/library.ts';
import { articlePath } from '../../../src/chat/place-link.ts';
import type { Reader } from '../request.ts';
import { type Paged, Pager } from './pager.tsx';
import { Findings } from './parts.tsx';

/** A page of the list of articles, each with its facts and with what can be mended in it. */
export function ArticleList({
  reader,
  paged,
  path,
  findingsOf,
  factsOf,
}: {
  readonly reader: Reader;
  readonly paged: Paged<Article>;
  /** The address of another page of the list. */
  readonly path: (page: number) => string;
  readonly findingsOf: (article: Article) => readonly string[];
  readonly factsOf: (article: Article) => Child;
}) {
  if (paged.items.length === 0) return <p>{reader.texts.noArticles}</p>;
  return (
    <>
      <ul class="articles">
        {paged.items.map((article) => (
          <li>
            <a href={articlePath(article)} lang="zh">
              {article.title}
            </a>
            <p class="facts">{factsOf(article)}</p>
            <Findings reader={reader} findings={findingsOf(article)} />
          </li>
        ))}
      </ul>
      <Pager reader={reader} paged={paged} path={path} />
    </>
  );
}
