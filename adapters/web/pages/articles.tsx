import type { Article } from '../../../src/chat/pages/library.ts';
import { articlePath } from '../../../src/chat/place-link.ts';
import type { Reader } from '../request.ts';
import { Layout } from './layout.tsx';
import { type Paged, Pager } from './pager.tsx';

export function ArticlesPage({
  reader,
  paged,
}: {
  readonly reader: Reader;
  readonly paged: Paged<Article>;
}) {
  const { texts, library } = reader;
  return (
    <Layout reader={reader} part="articles" title={texts.articles}>
      <h1>{texts.articles}</h1>
      {paged.items.length === 0 ? (
        <p>{texts.noArticles}</p>
      ) : (
        <ul class="articles">
          {paged.items.map((article) => {
            const { title, date, source, paragraphs } = article;
            const counts = texts.counts(paragraphs.length, library.figuresOf(article).length);
            const warnings = library.warningsOf(article);
            return (
              <li>
                <a href={articlePath(article)} lang="zh">
                  {title}
                </a>
                <p class="facts">
                  {[date ?? texts.undated, source, counts].filter(Boolean).join(' · ')}
                </p>
                {warnings.length > 0 && (
                  <p class="warning">
                    {texts.warnings}: <span lang="en">{warnings.join('; ')}</span>
                  </p>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <Pager reader={reader} paged={paged} path={(page) => `/articles?page=${page}`} />
    </Layout>
  );
}
