import { LRUCache } from 'lru-cache';
import type { Article, Paragraph } from '../article/article.ts';
import { articleById } from '../article/article-by-id.ts';
import type { CorpusKnowledge } from '../knowledge/corpus-knowledge.ts';
import { simplify } from '../language/simplify.ts';
import { inScriptOf, traditional } from '../language/traditional.ts';
import { KIND_WORDS } from '../question/data/stop-words.ts';
import { expand } from '../question/expand.ts';
import { searchTerms, understand } from '../question/question.ts';
import type { Reply } from '../reply/reply.ts';
import type { PlannedSearch } from '../search/engine.ts';
import { memoByObject } from '../util/memo-by-object.ts';
import { contains, type Span, span } from '../util/span.ts';
import { answer } from './answer.ts';
import type { Model } from './model/model.ts';
import { steps } from './steps.ts';
import type { MadeQuestion } from './suggest/made-question.ts';
import { questionsOf, questionsOfParagraph } from './suggest/questions.ts';

/** Upper limit of the suggestions of one article, and of one reply. */
const SUGGESTED = 3;
/** Upper limit of the questions tried for an article or a reply: each costs as much as an answer. */
const TRIES = 6;
/** Questions whose searches are fetched ahead at least. */
const FETCHED = 2 * TRIES;
/** Paragraphs before and behind the one quoted whose questions are suggested. */
const NEARBY = 12;
/** Questions suggested in a conversation that are remembered. */
const GIVEN_KEPT = 24;
/** Questions of which is remembered whether the bot answers them. */
const TRIED_KEPT = 5_000;
/** Share of the words of two questions from which on they ask the same. */
const ALIKE = 0.7;

/** Questions about an article that the corpus does answer: found at the first call, then looked up. */
export function suggestionsOf(
  article: Article,
  knowledge: CorpusKnowledge,
  model: Model,
): Promise<readonly string[]> {
  return knowledge.suggestionsOf(article, () =>
    choose(
      () => [spread(questionsOf(article, knowledge), TRIES)],
      () => true,
      [],
      {
        article,
        knowledge,
        model,
      },
    ),
  );
}

/** All that may be suggested of an article, in either script. */
export function questionsOn(article: Article, knowledge: CorpusKnowledge): readonly string[] {
  const scripts = questionsOf(article, knowledge).flatMap(({ question }) => [
    question,
    traditional(question),
    simplify(question),
  ]);
  return [...new Set(scripts)];
}

/** What is suggested behind a reply. */
export interface Suggested {
  /** In the script of the asker. */
  readonly questions: readonly string[];
  /** What has been suggested in the conversation, and does not come again until all has been. */
  readonly given: readonly string[];
}

/**
 * Questions to go on with after a reply, each tried: about the paragraph quoted before others, about
 * nothing that the quotation tells already, none asked just now, and none of `given`: once all have been
 * suggested one turn has none, and then they may come again.
 */
export async function suggestionsAfter(
  reply: Reply,
  given: readonly string[],
  knowledge: CorpusKnowledge,
  model: Model,
): Promise<Suggested> {
  const [passage] = reply.passages;
  const article = passage && articleById(knowledge.corpus.articles, passage.article);
  if (passage === undefined || article === undefined) return { questions: [], given };
  const at = reply.lead === '' ? -1 : article.text.indexOf(reply.lead, passage.start);
  const told = at < 0 ? undefined : span(at, at + reply.lead.length);
  const near = nearest(article, passage.paragraph);
  const tells = ({ answer }: MadeQuestion) =>
    told !== undefined && (contains(told, answer) || contains(answer, told));
  const choices = { article, knowledge, model };
  const known = new Set(given);
  const chosen = await choose(
    () => groupsOf(near, choices),
    (made) => !tells(made) && !known.has(made.question),
    [reply.question],
    choices,
  );
  return {
    questions: chosen.map((question) => inScriptOf(question, reply.question)),
    given: chosen.length === 0 ? [] : [...given, ...chosen].slice(-GIVEN_KEPT),
  };
}

interface Choices {
  readonly article: Article;
  readonly knowledge: CorpusKnowledge;
  readonly model: Model;
}

/** The questions of each paragraph, made when they are looked at. */
function* groupsOf(
  paragraphs: readonly Paragraph[],
  { article, knowledge }: Choices,
): Iterable<readonly MadeQuestion[]> {
  for (const one of paragraphs) yield questionsOfParagraph(article, one, knowledge);
}

/**
 * Questions of the groups, those of the first group first, that the bot answers with what they were
 * made from, and that ask neither what another of them nor what one of `asked` asks. Within a group
 * such as end like none before them come first: three that end in 增长多少 are dull.
 */
async function choose(
  groups: () => Iterable<readonly MadeQuestion[]>,
  mayBe: (made: MadeQuestion) => boolean,
  asked: readonly string[],
  { article, knowledge, model }: Choices,
): Promise<readonly string[]> {
  await fetchFirst(groups(), mayBe, { article, knowledge, model });
  const chosen: string[] = [];
  const wordsOfMade = wordsOfMadeIn(knowledge);
  const words = asked.map((question) => wordsOf(question, knowledge));
  const endings = new Set<string>();
  let tries = 0;
  const take = async (made: MadeQuestion) => {
    const own = wordsOfMade(made);
    if (own.size === 0 || words.some((others) => isAlike(own, others))) return;
    if (!triedIn(knowledge).has(keyOf(made, article))) tries += 1;
    if (!(await isAnswered(made, { article, knowledge, model }))) return;
    chosen.push(made.question);
    words.push(own);
    endings.add(endingOf(made.question));
  };
  for (const group of groups()) {
    const left = group.filter(mayBe);
    while (left.length > 0) {
      if (chosen.length === SUGGESTED || tries >= TRIES) return chosen;
      const other = left.findIndex(({ question }) => !endings.has(endingOf(question)));
      const [next] = left.splice(Math.max(0, other), 1);
      if (next !== undefined) await take(next);
    }
  }
  return chosen;
}

/**
 * Has what the questions that may be tried will search for brought to hand at once, where that is far
 * away: of more questions than are tried, as those that follow depend on how others fare.
 */
async function fetchFirst(
  groups: Iterable<readonly MadeQuestion[]>,
  mayBe: (made: MadeQuestion) => boolean,
  { article, knowledge }: Choices,
): Promise<void> {
  const { search, tokenizer, lexicon } = knowledge;
  if (search.fetchFor === undefined) return;
  const tried = triedIn(knowledge);
  const searches: PlannedSearch[] = [];
  for (const group of groups) {
    for (const made of group) {
      if (!mayBe(made) || tried.has(keyOf(made, article))) continue;
      const question = await expand(understand(made.question, tokenizer), lexicon, tokenizer);
      searches.push({ terms: searchTerms(question), isPhrase: false });
    }
    if (searches.length >= FETCHED) break;
  }
  await search.fetchFor(searches);
}

function endingOf(question: string): string {
  return question.slice(-5);
}

/** The words of a question that carry its meaning. */
function wordsOf(question: string, { tokenizer }: CorpusKnowledge): ReadonlySet<string> {
  const { content } = understand(question, tokenizer);
  return new Set(content.map(({ text }) => text).filter((word) => !KIND_WORDS.has(word)));
}

/** The same of questions made, once for as long as they are held. */
const wordsOfMadeIn = memoByObject((knowledge: CorpusKnowledge) =>
  memoByObject(({ question }: MadeQuestion) => wordsOf(question, knowledge)),
);

function isAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared) >= ALIKE;
}

/** Of each question about a state of a corpus that was tried: whether the bot answers it rightly. */
const triedIn = memoByObject(
  (_: CorpusKnowledge) => new LRUCache<string, Promise<boolean>>({ max: TRIED_KEPT }),
);

function keyOf({ question, answer: { start } }: MadeQuestion, { id }: Article): string {
  return `${question} ${start} ${id}`;
}

/** Whether the bot answers a question, asked without a conversation, for sure and with what it was made from. */
function isAnswered(made: MadeQuestion, choices: Choices): Promise<boolean> {
  const tried = triedIn(choices.knowledge);
  const key = keyOf(made, choices.article);
  let known = tried.get(key);
  if (known === undefined) {
    known = tryOut(made, choices);
    tried.set(key, known);
    known.catch(() => tried.delete(key));
  }
  return known;
}

async function tryOut(
  { question, answer: expected }: MadeQuestion,
  { article, knowledge, model }: Choices,
): Promise<boolean> {
  // each costs as much as an answer, and others have questions of their own
  await steps.begin();
  const asked = understand(question, knowledge.tokenizer);
  const { reply } = await answer(asked, {}, knowledge, { model });
  const [passage] = reply.passages;
  if (reply.certainty !== 'sure' || passage?.article !== article.id) return false;
  const at = article.text.indexOf(reply.lead, passage.start);
  const lead = span(at, at + reply.lead.length);
  if (!contains(lead, expected) && !contains(expected, lead)) return false;
  const [figure] = reply.figures;
  return figure === undefined || overlaps(expected, figure);
}

function overlaps(one: Span, other: { readonly start: number; readonly end: number }): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The paragraphs around one, the nearest first, of two as near the later one. */
function nearest({ paragraphs }: Article, number: number): readonly Paragraph[] {
  const distance = (one: Paragraph) => Math.abs(one.number - number);
  const from = Math.max(0, number - 1 - NEARBY);
  return paragraphs
    .slice(from, from + 2 * NEARBY + 1)
    .sort((a, b) => distance(a) - distance(b) || b.number - a.number);
}

/** At most `count` items from all over the list, in order. */
function spread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return items.filter(
    (_, place) =>
      Math.floor((place * count) / items.length) !==
      Math.floor(((place - 1) * count) / items.length),
  );
}
