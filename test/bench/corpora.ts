import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { type Case, parseCases } from '../../src/evaluation/evaluate.ts';
import { createTokenizer } from '../../src/language/tokenizer.ts';
import { slice } from '../../src/util/span.ts';
import { QUESTIONS } from './one-article.ts';
import { storiesOf } from './stories.ts';

/** The folder beside a corpus in which all that is made of it is kept. */
export const STATE = '.state';

/** The file of the questions of a corpus that was written here. */
export const questionsFile = (dir: string) => join(dir, '.questions.jsonl');

/** The file of its first articles. */
export const firstFile = (dir: string) => join(dir, 'articles-0.jsonl');
/** Articles of one file: a whole corpus may be larger than a file that is read. */
const ARTICLES = 500;

/** Paragraphs of a grown article, and the least characters of each: about the public sets' mean. */
const PARAGRAPHS = 40;
const CHARACTERS = 350;
/** Questions asked of one corpus, evenly chosen: enough for a 99th percentile. */
const ASKED = 200;

/** Questions without sets: nothing is expected of them, so nothing is scored. */
const UNSCORED: readonly Case[] = QUESTIONS.map((question, place) => ({
  id: String(place),
  question,
  kind: 'unscored',
  expect: { answerable: false },
}));

/** A folder with `articles.jsonl` and `questions.jsonl`. */
export interface QuestionSet {
  readonly articles: readonly Article[];
  readonly cases: readonly Case[];
}

const hasQuestions = (dir: string) => existsSync(join(dir, 'questions.jsonl'));
const within = (path: string) => [path, ...readdirSync(path).map((name) => join(path, name))];

/** Whether the folder is a question set, or holds some. */
export function hasSets(path: string): boolean {
  return within(path).some(hasQuestions);
}

/** The sets in `path`, or in the folders of it. */
export function readSets(path: string): Promise<QuestionSet[]> {
  return Promise.all(
    within(path)
      .filter(hasQuestions)
      .map(async (dir) => ({
        articles: (await loadCorpus(dir)).articles,
        cases: parseCases(readFileSync(join(dir, 'questions.jsonl'), 'utf8')),
      })),
  );
}

/**
 * Writes a corpus of so many paragraphs, with its questions: articles of the sets in turn, each with
 * the questions that it answers, and then paragraphs of the filling. `real` is the number of those that
 * stand as they are, `repeated` that of those with other names.
 */
export function writeCorpus(
  sets: readonly QuestionSet[],
  filling: Filling,
  size: number,
  dir: string,
): { readonly real: number; readonly repeated: number } {
  mkdirSync(dir, { recursive: true });
  let written = 0;
  const write = (article: { id: string; title: string; paragraphs: string[] }) => {
    const file = join(dir, `articles-${Math.floor(written / ARTICLES)}.jsonl`);
    appendFileSync(file, `${JSON.stringify(article)}\n`);
    written += 1;
  };
  const cases: Case[] = [];
  let left = size;
  for (const { article, own } of inTurn(sets)) {
    if (article.paragraphs.length > left) continue;
    write({ id: article.id, title: article.title, paragraphs: paragraphsOf(article) });
    cases.push(...own);
    left -= article.paragraphs.length;
  }
  const shuffledFrom = size - left;
  const paragraph = filling();
  let repeated = 0;
  let made = 0;
  for (let place = 0; left > 0; place += 1) {
    const paragraphs: string[] = [];
    for (; left > 0 && paragraphs.length < PARAGRAPHS; left -= 1) {
      const next = paragraph();
      if (next.kind === 'repeated') repeated += 1;
      if (next.kind === 'shuffled') made += 1;
      paragraphs.push(next.text);
    }
    write({ id: `shuffled-${place}`, title: `报告之${place + 1}`, paragraphs });
  }
  writeLines(questionsFile(dir), cases.length > 0 ? evenly(cases) : UNSCORED);
  return { real: Math.max(shuffledFrom, size - made - repeated), repeated };
}

/** A paragraph that fills a corpus up, and how it was made. */
interface FillingParagraph {
  readonly text: string;
  readonly kind: 'real' | 'repeated' | 'shuffled';
}

/** Begins to give the paragraphs that a corpus is filled up with, the same at each call. */
export type Filling = () => () => FillingParagraph;

/** Paragraphs of the reports' sentences, shuffled. */
export function shuffledSentences(reports: readonly Article[]): Filling {
  const sentences = reports.flatMap(sentencesOf);
  return () => {
    const sentence = shuffled(sentences);
    return () => {
      let text = '';
      while (text.length < CHARACTERS) text += sentence();
      return { text, kind: 'shuffled' };
    };
  };
}

/** The paragraphs of stories, and then the same with other names. */
export function repeatedStories(articles: readonly Article[]): Filling {
  const tokenizer = createTokenizer();
  return () => {
    const stories = storiesOf(articles, tokenizer);
    return () => {
      const { value } = stories.next();
      if (value === undefined) throw new Error('there are no stories');
      return { text: value.text, kind: value.isRepeated ? 'repeated' : 'real' };
    };
  };
}

function evenly(cases: readonly Case[]): Case[] {
  const step = Math.max(1, cases.length / ASKED);
  return cases.filter((_, place) => Math.floor(place / step) > Math.floor((place - 1) / step));
}

/** One article of each set after the other, with the questions whose paragraph is its own. */
function* inTurn(sets: readonly QuestionSet[]): Generator<{ article: Article; own: Case[] }> {
  const rest = sets.map(({ articles, cases }) => ({ articles: articles.values(), cases }));
  for (let more = true; more; ) {
    more = false;
    for (const { articles, cases } of rest) {
      const { value: article } = articles.next();
      if (article === undefined) continue;
      more = true;
      yield { article, own: cases.filter((one) => isAnsweredBy(article, one)) };
    }
  }
}

function isAnsweredBy({ text }: Article, { expect }: Case): boolean {
  if (!expect.answerable || expect.paragraph_contains === undefined) return false;
  return text.includes(expect.paragraph_contains);
}

function paragraphsOf({ text, paragraphs }: Article): string[] {
  return paragraphs.map(({ span }) => slice(text, span));
}

export function sentencesOf({ text, paragraphs }: Article): string[] {
  return paragraphs.flatMap(({ sentences }) => sentences.map(({ span }) => slice(text, span)));
}

/** The same order at each run: Numerical Recipes' linear congruential generator. */
export function shuffled(sentences: readonly string[]): () => string {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return sentences[Math.floor((state / 2 ** 32) * sentences.length)] ?? '';
  };
}

function writeLines(file: string, values: readonly object[]): void {
  writeFileSync(file, values.map((value) => `${JSON.stringify(value)}\n`).join(''));
}
