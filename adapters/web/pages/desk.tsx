import type {
  CorpusProblem,
  Desk,
  GivenVote,
  QuestionGroup,
} from '../../../src/chat/pages/desk.ts';
import type { Article } from '../../../src/chat/pages/library.ts';
import type { Reader } from '../request.ts';
import { ArticleList } from './article-list.tsx';
import { Layout } from './layout.tsx';
import type { Paged } from './pager.tsx';
import { Column, ScrollTable, Section, Status } from './parts.tsx';

/** The name of the field that carries a session's token. */
export const TOKEN_FIELD = 'token';

const MEGABYTE = 1024 * 1024;
const HOUR = 3600;
/** Groups of questions that are listed. */
const GROUPS = 50;

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
      <Status text={notice} />
      <form class="login" action="/desk/login" method="post">
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
  readonly unmet: readonly QuestionGroup[];
  readonly articles: Paged<Article>;
  readonly notice?: string | undefined;
}

export function DeskPage({ reader, view }: { readonly reader: Reader; readonly view: DeskView }) {
  const { texts } = reader;
  return (
    <Layout reader={reader} part="desk" title={texts.desk}>
      <div class="head">
        <h1>{texts.desk}</h1>
        <form action="/desk/logout" method="post">
          <Token token={view.token} />
          <button class="quiet" type="submit">
            {texts.desks.logOut}
          </button>
        </form>
      </div>
      <Status text={view.notice} />
      <HealthList reader={reader} view={view} />
      <LeftOut reader={reader} problems={view.desk.leftOut()} />
      <Unmet reader={reader} groups={view.unmet} />
      <Votes reader={reader} view={view} />
      <UploadForm reader={reader} view={view} />
      <Articles reader={reader} view={view} />
    </Layout>
  );
}

interface Part {
  readonly reader: Reader;
  readonly view: DeskView;
}

function Token({ token }: { readonly token: string }) {
  return <input type="hidden" name={TOKEN_FIELD} value={token} />;
}

function HealthList({ reader: { texts }, view: { desk } }: Part) {
  const { running, memory, articles } = desk.health();
  const facts = [
    [texts.desks.running, runningFor(running, texts.language)],
    [texts.desks.memory, `${Math.round(memory / MEGABYTE)} MB`],
    [texts.desks.articlesHeld, String(articles)],
  ] as const;
  return (
    <Section id="health" title={texts.desks.health}>
      <dl>
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** Minutes of the first hour, then hours. */
function runningFor(seconds: number, language: string): string {
  const [value, unit] =
    seconds < HOUR ? [Math.floor(seconds / 60), 'minute'] : [seconds / HOUR, 'hour'];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(value);
}

/** The files that are not asked about, with what is wrong with each. */
function LeftOut({
  reader: { texts },
  problems,
}: {
  readonly reader: Reader;
  readonly problems: readonly CorpusProblem[];
}) {
  return (
    <Section id="left-out" title={texts.desks.leftOut} count={problems.length}>
      {problems.length === 0 ? (
        <p class="hint">{texts.desks.noneLeftOut}</p>
      ) : (
        <ul class="problems">
          {problems.map(({ file, message }) => (
            <li class="warning" lang="en">
              {message.includes(file) ? message : `${file}: ${message}`}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** What people asked and did not get. */
function Unmet({
  reader: { texts },
  groups,
}: {
  readonly reader: Reader;
  readonly groups: readonly QuestionGroup[];
}) {
  const { desks } = texts;
  return (
    <Section id="unmet" title={desks.unmet} count={groups.length}>
      {groups.length === 0 ? (
        <p class="hint">{desks.noUnmet}</p>
      ) : (
        <ScrollTable
          label={desks.unmet}
          columns={[desks.times, desks.question, desks.nearest].map((name) => (
            <Column name={name} />
          ))}
        >
          {groups.slice(0, GROUPS).map(({ question, count, down, nearest }) => (
            <tr>
              <td>
                {count}
                {down > 0 && <span class="warning"> {desks.votedDown(down)}</span>}
              </td>
              <td class="wide" lang="zh">
                <a href={`/?${new URLSearchParams({ q: question })}`}>{question}</a>
              </td>
              <td class="wide" lang="zh">
                {nearest && (
                  <>
                    {nearest.text}
                    <p class="source">{nearest.place}</p>
                  </>
                )}
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </Section>
  );
}

function Votes({ reader: { texts, library }, view: { votes } }: Part) {
  const { desks } = texts;
  const at = new Intl.DateTimeFormat(texts.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Section id="votes" title={desks.votes} count={votes.length}>
      {votes.length === 0 ? (
        <p class="hint">{desks.noVotes}</p>
      ) : (
        <ScrollTable
          label={desks.votes}
          columns={[desks.vote, desks.question, texts.article, desks.at].map((name) => (
            <Column name={name} />
          ))}
        >
          {votes.map(({ vote, question, article, at: time }) => (
            <tr>
              <td>{vote === 'up' ? desks.votesUp : desks.votesDown}</td>
              <td class="wide" lang="zh">
                {question}
              </td>
              <td lang="zh">{article && (library.article(article)?.title ?? article)}</td>
              <td>
                <time datetime={time}>{shownTime(time, at)}</time>
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </Section>
  );
}

/** A time of a file that somebody may have written into. */
function shownTime(time: string, format: Intl.DateTimeFormat): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? time : format.format(date);
}

function UploadForm({ reader: { texts }, view: { desk, token } }: Part) {
  return (
    <Section id="upload" title={texts.desks.upload}>
      <form action="/desk/upload" method="post" enctype="multipart/form-data">
        <Token token={token} />
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
    </Section>
  );
}

function Articles({ reader, view: { desk, articles } }: Part) {
  const { texts } = reader;
  return (
    <Section id="articles" title={texts.articles}>
      <ArticleList
        reader={reader}
        paged={articles}
        path={(page) => `/desk?page=${page}`}
        findingsOf={(article) => desk.findingsOf(article, reader.language)}
        factsOf={({ file, title }) => (
          <>
            {file}
            {/* a file of many articles is the operator's to change */}
            {desk.formats.some((ending) => file.toLowerCase().endsWith(ending)) && (
              <>
                {' · '}
                <a
                  href={`/desk/remove?${new URLSearchParams({ file })}`}
                  aria-label={texts.desks.removeNamed(title)}
                >
                  {texts.desks.remove}
                </a>
              </>
            )}
          </>
        )}
      />
    </Section>
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
      <form class="choice" action="/desk/remove" method="post">
        <Token token={token} />
        <input type="hidden" name="file" value={file} />
        <button type="submit">{texts.desks.remove}</button> <a href="/desk">{texts.desks.cancel}</a>
      </form>
    </Layout>
  );
}
