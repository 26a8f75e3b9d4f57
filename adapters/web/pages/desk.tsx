import type { Desk, GivenVote } from '../../../src/chat/pages/desk.ts';
import type { Article } from '../../../src/chat/pages/library.ts';
import { articlePath } from '../../../src/chat/place-link.ts';
import type { Reader } from '../request.ts';
import { Layout } from './layout.tsx';
import { type Paged, Pager } from './pager.tsx';

/** The name of the field that carries a session's token. */
export const TOKEN_FIELD = 'token';

const MEGABYTE = 1024 * 1024;

export function LoginPage({
  reader,
  notice,
}: {
  readonly reader: Reader;
  readonly notice?: string | undefined;
}) {
  const { texts } = reader;
  return (
    <Layout reader={reader} part="desk" title={texts.desk}>
      <h1>{texts.desk}</h1>
      {notice !== undefined && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      <form action="/desk/login" method="post">
        <label for="password">{texts.desks.password}</label>
        <div class="field">
          <input
            id="password"
            name="password"
            type="password"
            required
            maxlength={1000}
            autocomplete="current-password"
          />
          <button type="submit">{texts.desks.logIn}</button>
        </div>
      </form>
    </Layout>
  );
}

/** What stands on the desk. */
export interface DeskView {
  readonly desk: Desk;
  readonly token: string;
  readonly votes: readonly GivenVote[];
  readonly articles: Paged<Article>;
  readonly notice?: string | undefined;
}

export function DeskPage({ reader, view }: { readonly reader: Reader; readonly view: DeskView }) {
  const { texts } = reader;
  const { token, notice } = view;
  return (
    <Layout reader={reader} part="desk" title={texts.desk}>
      <h1>{texts.desk}</h1>
      {notice !== undefined && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      <HealthList reader={reader} view={view} />
      <UploadForm reader={reader} view={view} />
      <Votes reader={reader} view={view} />
      <Articles reader={reader} view={view} />
      <form action="/desk/logout" method="post">
        <input type="hidden" name={TOKEN_FIELD} value={token} />
        <button type="submit">{texts.desks.logOut}</button>
      </form>
    </Layout>
  );
}

interface Part {
  readonly reader: Reader;
  readonly view: DeskView;
}

function HealthList({ reader: { texts }, view: { desk } }: Part) {
  const { running, memory, articles } = desk.health();
  const hours = new Intl.NumberFormat(texts.language, {
    style: 'unit',
    unit: 'hour',
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  });
  return (
    <section aria-labelledby="health">
      <h2 id="health">{texts.desks.health}</h2>
      <dl>
        <dt>{texts.desks.running}</dt>
        <dd>{hours.format(running / 3600)}</dd>
        <dt>{texts.desks.memory}</dt>
        <dd>{Math.round(memory / MEGABYTE)} MB</dd>
        <dt>{texts.desks.articlesHeld}</dt>
        <dd>{articles}</dd>
      </dl>
    </section>
  );
}

function UploadForm({ reader: { texts }, view: { desk, token } }: Part) {
  return (
    <section aria-labelledby="upload">
      <h2 id="upload">{texts.desks.upload}</h2>
      <form action="/desk/upload" method="post" enctype="multipart/form-data">
        <input type="hidden" name={TOKEN_FIELD} value={token} />
        <label for="file">{texts.desks.file}</label>
        <div class="field">
          <input
            id="file"
            name="file"
            type="file"
            required
            accept={desk.formats.join(',')}
            aria-describedby="formats"
          />
          <button type="submit">{texts.desks.uploadButton}</button>
        </div>
        <p class="hint" id="formats">
          {texts.desks.uploadHint} {desk.formats.join(' ')}
        </p>
      </form>
    </section>
  );
}

function Votes({ reader: { texts, library }, view: { votes } }: Part) {
  const { desks } = texts;
  return (
    <section aria-labelledby="votes">
      <h2 id="votes">{desks.votes}</h2>
      {votes.length === 0 ? (
        <p>{desks.noVotes}</p>
      ) : (
        <section class="table" tabindex={0} aria-label={desks.votes}>
          <table>
            <thead>
              <tr>
                <th scope="col">{desks.vote}</th>
                <th scope="col">{desks.question}</th>
                <th scope="col">{texts.article}</th>
                <th scope="col">{desks.at}</th>
              </tr>
            </thead>
            <tbody>
              {votes.map(({ vote, question, article, at }) => (
                <tr>
                  <td>{vote === 'up' ? desks.votesUp : desks.votesDown}</td>
                  <td lang="zh">{question}</td>
                  <td lang="zh">{article && (library.article(article)?.title ?? article)}</td>
                  <td>{at}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

function Articles({ reader, view: { desk, articles } }: Part) {
  const { texts, library } = reader;
  return (
    <section aria-labelledby="articles">
      <h2 id="articles">{texts.articles}</h2>
      <ul class="articles">
        {articles.items.map((article) => {
          const warnings = library.warningsOf(article);
          // a file of many articles is the operator's to change
          const isAlone = desk.formats.some((ending) =>
            article.file.toLowerCase().endsWith(ending),
          );
          return (
            <li>
              <a href={articlePath(article)} lang="zh">
                {article.title}
              </a>{' '}
              <span class="facts">{article.file}</span>{' '}
              {isAlone && (
                <a
                  href={`/desk/remove?${new URLSearchParams({ file: article.file })}`}
                  aria-label={texts.desks.removeNamed(article.title)}
                >
                  {texts.desks.remove}
                </a>
              )}
              {warnings.length > 0 && (
                <p class="warning">
                  {texts.warnings}: <span lang="en">{warnings.join('; ')}</span>
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <Pager reader={reader} paged={articles} path={(page) => `/desk?page=${page}`} />
    </section>
  );
}

export function RemovePage({
  reader,
  file,
  token,
}: {
  readonly reader: Reader;
  readonly file: string;
  readonly token: string;
}) {
  const { texts } = reader;
  return (
    <Layout reader={reader} part="desk" title={texts.desks.remove}>
      <h1>{texts.desks.remove}</h1>
      <p>{texts.desks.sureToRemove(file)}</p>
      <form action="/desk/remove" method="post">
        <input type="hidden" name={TOKEN_FIELD} value={token} />
        <input type="hidden" name="file" value={file} />
        <button type="submit">{texts.desks.remove}</button> <a href="/desk">{texts.desks.cancel}</a>
      </form>
    </Layout>
  );
}
