import type {
  AnswerPage as Page,
  PagePassage,
  PageQuotation,
} from '../../../src/chat/pages/answer-page.ts';
import { figuresPath } from '../figures-query.ts';
import type { Reader } from '../request.ts';
import { Layout, Marked } from './layout.tsx';
import { Section } from './parts.tsx';

/** What the page asks and has asked. */
export interface Asked {
  /** Names the conversation, for follow-ups to lean on what was asked before. */
  readonly conversation: string;
  /** The questions before, the last one last. */
  readonly before: readonly string[];
  readonly answer?: Page;
  /** Questions to try, or to go on with. */
  readonly suggestions: readonly string[];
}

/** Longest question that the field takes, in UTF-16 units. */
const FIELD_LIMIT = 500;
/** Earlier questions that a page repeats. */
const BEFORE = 5;

export function AskPage({ reader, asked }: { readonly reader: Reader; readonly asked: Asked }) {
  const { texts, library } = reader;
  const { answer, before } = asked;
  return (
    <Layout reader={reader} part="ask" title={answer?.question || texts.ask}>
      {answer === undefined ? (
        <div class="hero">
          <h1>{texts.motto}</h1>
          <p class="hint">{texts.askHint}</p>
          <AskForm reader={reader} asked={asked} />
        </div>
      ) : (
        <>
          <Answer reader={reader} answer={answer} />
          <AskForm reader={reader} asked={asked} />
        </>
      )}
      <Suggestions reader={reader} questions={asked.suggestions} />
      {before.length > 0 && (
        <Section id="before" title={texts.earlier}>
          <ol class="before">
            {before.map((question) => (
              <li>
                <a href={questionPath(question)}>{question}</a>
              </li>
            ))}
          </ol>
        </Section>
      )}
      {answer === undefined && (
        <p class="held">
          <a href="/articles">{texts.articlesHeld(library.articles.length)}</a>
        </p>
      )}
    </Layout>
  );
}

function AskForm({ reader: { texts }, asked }: { readonly reader: Reader; readonly asked: Asked }) {
  const { answer, conversation, before } = asked;
  const label = answer === undefined ? texts.askLabel : texts.followUp;
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
        {[...before, ...(answer ? [answer.question] : [])].slice(-BEFORE).map((question) => (
          <input type="hidden" name="b" value={question.slice(0, FIELD_LIMIT)} />
        ))}
      </form>
    </search>
  );
}

function Answer({ reader, answer }: { readonly reader: Reader; readonly answer: Page }) {
  const { texts } = reader;
  const { question, isAnswered, isOutline, isReckoned, opening, quotations, notice } = answer;
  const note = notice !== '' && <p class="notice">{notice}</p>;
  return (
    <article aria-labelledby="question">
      <h1 id="question">{question}</h1>
      <section aria-label={texts.answer}>
        {isReckoned && note}
        {opening !== undefined && <p class="opening">{opening}</p>}
        {quotations.map((quotation) => (
          <Quotation reader={reader} quotation={quotation} />
        ))}
        {answer.chosenBy !== undefined && <p class="source">{answer.chosenBy}</p>}
        {!isReckoned && note}
        {answer.chart !== undefined && (
          <p class="more">
            <a href={figuresPath('/figures', answer.chart)}>{texts.draw}</a>
          </p>
        )}
        {isOutline && <Outline reader={reader} parts={answer.passages} />}
      </section>
      {!isOutline && (
        <Passages
          reader={reader}
          title={isAnswered ? texts.otherPassages : texts.nearestPassages}
          passages={answer.passages}
        />
      )}
    </article>
  );
}

function Quotation({
  reader,
  quotation: { text, highlights, figures, number, passage },
}: {
  readonly reader: Reader;
  readonly quotation: PageQuotation;
}) {
  const { texts, library } = reader;
  return (
    <figure class="quotation">
      <blockquote lang="zh">
        {number !== undefined && <span class="place">{number}</span>}
        <Marked text={text} marks={highlights} />
      </blockquote>
      {passage !== undefined && (
        <figcaption>
          <Source reader={reader} passage={passage} />
        </figcaption>
      )}
      {figures.length > 0 && (
        <ul class="figures" aria-label={texts.figuresOfAnswer}>
          {figures.map((figure) => (
            <li>
              <a href={library.addressOf(figure)}>{figure.text}</a>{' '}
              {[figure.actor, figure.direction, figure.measure, figure.period]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

/** The first sentence of each part of an article, below its heading. */
function Outline({
  reader,
  parts,
}: {
  readonly reader: Reader;
  readonly parts: readonly PagePassage[];
}) {
  return (
    <ol class="outline" lang="zh">
      {parts.map(({ heading, text, path }) => (
        <li>
          {heading !== undefined && <h2>{heading}</h2>}
          <p class="quoted">{text}</p>
          {path !== undefined && (
            <a lang={reader.texts.language} href={path}>
              {reader.texts.whereItStands}
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}

function Passages({
  reader,
  title,
  passages,
}: {
  readonly reader: Reader;
  readonly title: string;
  readonly passages: readonly PagePassage[];
}) {
  if (passages.length === 0) return null;
  return (
    <details>
      <summary>
        {title} <span class="number-of">{passages.length}</span>
      </summary>
      {passages.map((passage) => (
        <figure class="quotation lesser">
          <blockquote lang="zh">{passage.text}</blockquote>
          <figcaption>
            <Source reader={reader} passage={passage} />
          </figcaption>
        </figure>
      ))}
    </details>
  );
}

/** The place of a passage, with a link to the article where it stands. */
function Source({
  reader: { texts },
  passage,
}: {
  readonly reader: Reader;
  readonly passage: PagePassage;
}) {
  const { title, paragraph, heading, page, date, source, path, also } = passage;
  const facts = [
    date,
    source,
    page !== undefined && texts.pageNumber(page),
    paragraph > 0 && texts.paragraph(paragraph),
    heading,
  ];
  return (
    <p class="source">
      <span lang="zh">《{title}》</span> {facts.filter(Boolean).join(' · ')}{' '}
      {path !== undefined && <a href={path}>{texts.whereItStands}</a>}
      {also.map(({ title, paragraph, path }) => (
        <>
          <br />
          {texts.alsoIn} <a href={path}>{`《${title}》${texts.paragraph(paragraph)}`}</a>
        </>
      ))}
    </p>
  );
}

function Suggestions({
  reader: { texts },
  questions,
}: {
  readonly reader: Reader;
  readonly questions: readonly string[];
}) {
  if (questions.length === 0) return null;
  return (
    <Section id="suggested" title={texts.tryAsking}>
      <ul class="suggested" lang="zh">
        {questions.map((question) => (
          <li>
            <a href={questionPath(question)}>{question}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function questionPath(question: string): string {
  return `/?${new URLSearchParams({ q: question })}`;
}
