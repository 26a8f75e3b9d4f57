import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import {
  type Candidate,
  candidatesOf,
  PARAGRAPHS_COMPARED,
} from '../../src/answer/rank/candidates.ts';
import type { Article } from '../../src/article/article.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { type Case, comparable, holdsAnswer, parseCases } from '../../src/evaluation/evaluate.ts';
import { learnCorpus } from '../../src/knowledge/learn-corpus.ts';
import { expand } from '../../src/question/expand.ts';
import { searchTerms, understand } from '../../src/question/question.ts';
import { reasonOf } from '../../src/util/errors.ts';
import { slice } from '../../src/util/span.ts';
import type { Choice } from './optimise.ts';
import { phraseChoice } from './phrase-choice.ts';

/**
 * How a question was put: as it is; with the paragraphs that hold its answer withheld; to articles
 * that are not its own; or one that its author made up to have no answer.
 */
export type Mode = 'answerable' | 'withheld' | 'foreign' | 'impossible';

/** A question put to some articles, with the sentences found. */
export interface Example {
  readonly set: string;
  /** Articles learned from and articles judged by are never the same: 0 … FOLDS − 1. */
  readonly fold: number;
  readonly mode: Mode;
  /** Whether all articles of the set were asked, or a piece of them. */
  readonly whole: boolean;
  readonly candidates: readonly Candidate[];
  /** Which candidates hold the answer; none where the mode leaves none. */
  readonly right: readonly boolean[];
  /** The phrases of a sentence that holds the answer; undefined where none is found or none comes near. */
  readonly phrases?: Choice;
}

export interface TrainingSet {
  readonly name: string;
  readonly articles: number;
  readonly questions: number;
  readonly examples: readonly Example[];
}

export const FOLDS = 5;
/** A piece is so many paragraphs or a little more: a corpus may be a single article. */
const PIECE = 18;

export interface Asked {
  readonly case: Case;
  /** The article that answers; undefined where none does or none can be told. */
  readonly article?: Article;
}

/** Questions of one set that are put at most, so that no set outweighs the others. */
const QUESTIONS = 1500;

/** Reads folders one after the other: names taught to jieba with one set stay for the next. */
export async function readSets(dirs: readonly string[]): Promise<readonly TrainingSet[]> {
  const sets: TrainingSet[] = [];
  for (const dir of dirs) sets.push(await readSet(dir));
  return sets;
}

/** The same with every question put as it is to the whole set alone: what highlights are learned from. */
export async function readSetsWhole(dirs: readonly string[]): Promise<readonly TrainingSet[]> {
  const sets: TrainingSet[] = [];
  for (const dir of dirs) sets.push(await readSet(dir, true));
  return sets;
}

/** Reads a folder that holds articles.jsonl and questions.jsonl, and puts every question in all ways. */
async function readSet(dir: string, wholeOnly = false): Promise<TrainingSet> {
  const { articles } = await loadCorpus(dir);
  const cases = evenly(casesIn(join(dir, 'questions.jsonl')), QUESTIONS);
  const name = basename(resolve(dir));
  const asked = homesOf(articles, cases);

  const examples = await putAll(name, articles, asked, true);
  const pieces = wholeOnly ? [] : piecesOf(articles);
  for (const [place, piece] of pieces.entries()) {
    const own = asked.filter(({ article }) => article !== undefined && piece.includes(article));
    const next = pieces[(place + 1) % pieces.length] ?? [];
    const foreign = asked.filter(({ article }) => article !== undefined && next.includes(article));
    examples.push(...(await putAll(name, piece, own, false, pieces.length > 1 ? foreign : [])));
  }
  return {
    name: labelOf(dir),
    articles: articles.length,
    questions: cases.length,
    examples: examples.map((example) => ({ ...example, set: labelOf(dir) })),
  };
}

/** A set's name with that of the folder it stands in: sets of one name ask of the same articles. */
export function labelOf(dir: string): string {
  return `${basename(resolve(dir, '..'))}/${basename(resolve(dir))}`;
}

/** The questions of a file; lines that are none are named and left out. */
export function casesIn(file: string): readonly Case[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, place) => {
      if (line.trim() === '') return [];
      try {
        return parseCases(line);
      } catch (error) {
        process.stderr.write(`${file}, line ${place + 1} is left out: ${reasonOf(error)}\n`);
        return [];
      }
    });
}

/** So many of a list at most, from all of its length. */
function evenly<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, all.length / most);
  return all.filter((_, place) => Math.floor(place / step) !== Math.floor((place - 1) / step));
}

/** The questions, each with the article that answers. */
export function homesOf(articles: readonly Article[], cases: readonly Case[]): readonly Asked[] {
  const texts = articles.map((article) => ({ article, text: comparable(article.text) }));
  return cases.map((one) => {
    const held = one.expect.answerable ? one.expect.paragraph_contains : undefined;
    if (held === undefined) return { case: one };
    const home = texts.find(({ text }) => text.includes(comparable(held)))?.article;
    return home === undefined ? { case: one } : { case: one, article: home };
  });
}

function piecesOf(articles: readonly Article[]): Article[][] {
  const pieces: Article[][] = [];
  let size = PIECE;
  for (const article of articles) {
    if (size >= PIECE) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)?.push(article);
    size += article.paragraphs.length;
  }
  return pieces;
}

async function putAll(
  set: string,
  articles: readonly Article[],
  own: readonly Asked[],
  whole: boolean,
  foreign: readonly Asked[] = [],
): Promise<Example[]> {
  if (own.length + foreign.length === 0) return [];
  const put = await putTo(articles, whole);
  const examples: Example[] = [];
  const add = async (asked: Asked, mode: Mode) =>
    examples.push({ set, fold: foldOf(set, asked), mode, whole, ...(await put(asked.case, mode)) });
  for (const asked of own) {
    const { answerable } = asked.case.expect;
    await add(asked, answerable ? 'answerable' : 'impossible');
    if (answerable) await add(asked, 'withheld');
  }
  for (const asked of foreign) await add(asked, 'foreign');
  return examples;
}

/** The product's own way from a question to its candidates. */
async function putTo(articles: readonly Article[], whole: boolean) {
  const { index, search, lexicon, tokenizer } = (await learnCorpus({ articles, problems: [] }))
    .knowledge;
  return async ({ question: source, expect }: Case, mode: Mode) => {
    const question = await expand(understand(source, tokenizer), lexicon, tokenizer);
    const holds = (text: string) => expect.answerable && holdsAnswer(text, expect);
    const found = await search.search(searchTerms(question), PARAGRAPHS_COMPARED * 2);
    const left =
      mode === 'withheld'
        ? found.filter(({ article, paragraph }) => !holds(slice(article.text, paragraph.span)))
        : found;
    const candidates = candidatesOf(question, left.slice(0, PARAGRAPHS_COMPARED), index);
    const right = candidates.map(
      ({ found: { article }, sentence }) =>
        mode === 'answerable' && holds(slice(article.text, sentence.span)),
    );
    const answer = whole ? candidates[right.indexOf(true)] : undefined;
    if (answer === undefined || !expect.answerable) return { candidates, right };
    const {
      found: { article },
      sentence,
    } = answer;
    const phrases = phraseChoice(
      question,
      index.sentence(article, sentence),
      slice(article.text, sentence.span),
      expect.any_of ?? expect.must_contain,
    );
    return { candidates, right, ...(phrases === undefined ? {} : { phrases }) };
  };
}

/** By FNV-1a of the article's name, so that a set's folds stay when others come or go. */
export function foldOf(set: string, { article }: Asked): number {
  let hash = 0x811c9dc5;
  for (const character of `${set}/${article?.id ?? ''}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash % FOLDS;
}
