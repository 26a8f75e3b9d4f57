import type { Reply } from '../../../src/chat/pages/library.ts';
import type { Reader } from '../request.ts';
import { Layout, Marked } from './layout.tsx';

/** What the page asks and has asked. */
export interface Asked {
  /** Names the conversation, for follow-ups to lean on what was asked before. */
  readonly conversation: string;
  /** The questions before, the last one last. */
  readonly before: readonly string[];
  readonly reply?: Reply;
  readonly suggestions: readonly string[];
}

/** Longest question that the field takes, in UTF-16 units. */
const FIELD_LIMIT = 500;
/** Earlier questions that a page repeats. */
const BEFORE = 5;

export function AskPage({ reader, asked }: { readonly reader: Reader; readonly asked: Asked }) {
  const { texts } = reader;
  const { reply, before } = asked;
  return (
    <Layout reader={reader} part="ask" title={reply?.question || texts.ask}>
      {reply === undefined ? <h1>{texts.ask}</h1> : <Answer reader={reader} reply={reply} />}
      {reply === undefined && <p class="hint">{texts.askHint}</p>}
      <AskForm reader={reader} asked={asked} />
      {before.length > 0 && (
        <section aria-labelledby="before">
          <h2 id="before">{texts.earlier}</h2>
          <ol class="before">
            {before.map((question) => (
              <li>
                <a href={questionPath(question)}>{question}</a>
              </li>
            ))}
          </ol>
        </section>
      )}
      <Suggestions reader={reader} asked={asked} />
    </Layout>
  );
}

function AskForm({ reader: { texts }, asked }: { readonly reader: Reader; readonly asked: Asked }) {
  const { reply, conversation, before } = asked;
  const label = reply === undefined ? texts.askLabel : texts.followUp;
  return (
    <search>
      <form class="ask" action="/" method="get">
        <label for="q">{label}</label>
        <div class="field">
          <input
            id="q"
            name="q"
            type="text"
            maxlength={FIELD_LIMIT}
            required
            autocomplete="off"
            enterkeyhint="search"
          />
          <button type="submit">{texts.askButton}</button>
        </div>
        <input type="hidden" name="c" value={conversation} />
        {[...before, ...(reply ? [reply.question] : [])].slice(-BEFORE).map((question) => (
          <input type="hidden" name="b" value={question.slice(0, FIELD_LIMIT)} />
        ))}
      </form>
    </search>
  );
}

function Answer({ reader, reply }: { readonly reader: Reader; readonly reply: Reply }) {
  const { texts, library } = reader;
  const { question, outcome, lead, highlights, figures, passages, notice } = reply;
  const [first, ...others] = passages;
  const isAnswered = outcome === 'answered';
  const leadAt = first && isAnswered ? first.start + Math.max(first.text.indexOf(lead), 0) : 0;
  const leadPath =
    first && library.addressOf({ ...first, start: leadAt, end: leadAt + lead.length });
  return (
    <article aria-labelledby="question">
      <h1 id="question">{question}</h1>
      <section aria-label={texts.answer}>
        {isAnswered && (
          <blockquote lang="zh">
            <Marked text={lead} marks={highlights} />
          </blockquote>
        )}
        {isAnswered && first && <Source reader={reader} passage={first} path={leadPath} />}
        {notice !== '' && <p class="notice">{notice}</p>}
        {figures.length > 0 && (
          <>
            <h2>{texts.figuresOfAnswer}</h2>
            <ul class="figures">
              {figures.map((figure) => (
                <li>
                  <a href={library.addressOf(figure)}>{figure.text}</a>{' '}
                  {[figure.actor, figure.direction, figure.measure, figure.period]
                    .filter(Boolean)
                    .join(' · ')}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <Passages
        reader={reader}
        title={isAnswered ? texts.otherPassages : texts.nearestPassages}
        passages={isAnswered ? others : passages}
      />
    </article>
  );
}

function Passages({
  reader,
  title,
  passages,
}: {
  readonly reader: Reader;
  readonly title: string;
  readonly passages: Reply['passages'];
}) {
  if (passages.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      {passages.map((passage) => (
        <>
          <blockquote lang="zh">{passage.text}</blockquote>
          <Source reader={reader} passage={passage} path={reader.library.addressOf(passage)} />
        </>
      ))}
    </details>
  );
}

/** The place of a passage, with a link to the article where it stands. */
function Source({
  reader: { texts, library },
  passage,
  path,
}: {
  readonly reader: Reader;
  readonly passage: Reply['passages'][number];
  readonly path: string | undefined;
}) {
  const { article, title, paragraph, heading } = passage;
  const facts = [
    library.article(article)?.date,
    paragraph > 0 && texts.paragraph(paragraph),
    heading,
  ];
  return (
    <p class="source">
      <span lang="zh">《{title}》</span> {facts.filter(Boolean).join(' · ')}{' '}
      {path !== undefined && <a href={path}>{texts.whereItStands}</a>}
    </p>
  );
}

function Suggestions({ reader, asked }: { readonly reader: Reader; readonly asked: Asked }) {
  const questions = asked.reply?.suggestions ?? asked.suggestions;
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="suggested">
      <h2 id="suggested">{reader.texts.tryAsking}</h2>
      <ul class="suggested" lang="zh">
        {questions.map((question) => (
          <li>
            <a href={questionPath(question)}>{question}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function questionPath(question: string): string {
  return `/?${new URLSearchParams({ q: question })}`;
}
