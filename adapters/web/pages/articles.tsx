import type { Article } from '../../../src/chat/pages/library.ts';
import type { Reader } from '../request.ts';
import { ArticleList } from './article-list.tsx';
import { Layout } from './layout.tsx';
import type { Paged } from './pager.tsx';

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
      <ArticleList
        reader={reader}
        paged={paged}
        path={(page) => `/articles?page=${page}`}
        findingsOf={(article) => library.warningsOf(article, reader.language)}
        factsOf={(article) => {
          const { date, source, paragraphs } = article;
          const counts = texts.counts(paragraphs.length, library.figuresOf(article).length);
          return [date ?? texts.undated, source, counts].filter(Boolean).join(' · ');
        }}
      />
    </Layout>
  );
}
