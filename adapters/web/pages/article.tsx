import type { ArticlePage as Page, PageParagraph } from '../../../src/chat/pages/article-page.ts';
import type { Article } from '../../../src/chat/pages/library.ts';
import { articlePath, placePath } from '../../../src/chat/place-link.ts';
import type { Reader } from '../request.ts';
import { Layout } from './layout.tsx';

export function ArticlePage({ reader, page }: { readonly reader: Reader; readonly page: Page }) {
  const { texts, library } = reader;
  const { article, state, paragraphs, quotedIn } = page;
  const { title, date, source, id } = article;
  const figures = library.figuresOf(article).length;
  const facts = [date ?? texts.undated, source, texts.counts(paragraphs.length, figures)];
  const url = library.originalOf(article);
  const figuresPath = `/figures?${new URLSearchParams({ article: id })}`;
  const isSound = state === 'same' || state === 'unversioned';
  return (
    <Layout reader={reader} part="articles" title={title}>
      <article>
        <h1 lang="zh">{title}</h1>
        <p class="facts">
          {facts.filter(Boolean).join(' · ')} · <a href={figuresPath}>{texts.figures}</a>
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
        <div class="text" lang="zh" data-version-state={state}>
          {paragraphs.map((paragraph) => (
            <Paragraph reader={reader} article={article} paragraph={paragraph} />
          ))}
        </div>
      </article>
    </Layout>
  );
}

function Paragraph({
  reader: { texts },
  article,
  paragraph,
}: {
  readonly reader: Reader;
  readonly article: Article;
  readonly paragraph: PageParagraph;
}) {
  const { number, text, headings, marked } = paragraph;
  return (
    <>
      {headings.map(({ text, level }) => (
        <Heading text={text} level={level} />
      ))}
      <div class="paragraph" id={`p${number}`}>
        <a
          class="number"
          lang={texts.language}
          href={placePath(article, { paragraph: number })}
          aria-label={texts.permanentLink(number)}
        >
          {number}
        </a>
        <p>
          {marked === undefined ? (
            text
          ) : (
            <>
              {text.slice(0, marked[0])}
              <mark id={`p${number},${marked[0]}-${marked[1]}`}>
                {text.slice(marked[0], marked[1])}
              </mark>
              {text.slice(marked[1])}
            </>
          )}
        </p>
      </div>
    </>
  );
}

/** The headings of an article stand below its title. */
function Heading({ text, level }: { readonly text: string; readonly level: number }) {
  if (level <= 1) return <h2>{text}</h2>;
  return level === 2 ? <h3>{text}</h3> : <h4>{text}</h4>;
}
