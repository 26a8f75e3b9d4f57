import { candidatesOf, PARAGRAPHS_COMPARED } from './answer/candidates.ts';
import { choose } from './answer/choose.ts';
import { compareFigures } from './answer/compare.ts';
import {
  composeAnswer,
  composeHead,
  composeHelp,
  composeRefusal,
  suggest,
} from './answer/compose.ts';
import { expand } from './answer/expand.ts';
import { inherit, isFollowUp } from './answer/follow-up.ts';
import { answerFromHead } from './answer/head.ts';
import { isAllUnknown, missingAttribute, placesAsked, probability } from './answer/judge.ts';
import { learnCorpus } from './answer/learn.ts';
import { JUDGE } from './answer/model.ts';
import {
  HEAD_UNKNOWN,
  HELP,
  mismatchNotice,
  NOT_IN_TEXT,
  noFigureOf,
  notMentioned,
  TOO_LONG,
} from './answer/notice.ts';
import { QUESTION_LIMIT, type Question, searchTerms, understand } from './answer/question.ts';
import { type Ranked, rank } from './answer/rank.ts';
import { missingName } from './answer/subject.ts';
import { suggestionsFor } from './answer/suggest.ts';
import type { Article, Corpus } from './article/types.ts';
import { Conversations, type Turn } from './conversation.ts';
import { findActors, homeOf } from './figures/actors.ts';
import { extractFigures } from './figures/extract.ts';
import type { Figure } from './figures/types.ts';
import { normalize } from './language/normalize.ts';
import type { Reply } from './reply.ts';
import type { SearchSettings } from './search/open-engine.ts';

/** What adapters talk to. */
export interface Bot {
  /**
   * Answers one question. Turns that share a `conversation` are one conversation, in order.
   * Never throws on any question, however malformed.
   */
  ask(question: string, conversation?: string): Reply;
  readonly articles: readonly Article[];
  /** The figures of one of `articles`, in its order; read once and kept. */
  figuresOf(article: Article): readonly Figure[];
  /** Questions about one of `articles` that it does answer; tried once and kept. */
  suggestionsOf(article: Article): readonly string[];
}

/** Suggestions a reply holds. */
const SUGGESTIONS = 3;

const ASKS_FOR_HELP =
  /^(?:\/?(?:help|start)|帮助|怎么用|使用说明|你好|您好|hi|hello|你是谁|你能做什么|你会什么)$/;
const WORD = /[\p{L}\p{N}]/u;

/** Indexes a corpus and answers from it. Loads jieba: about a second, once a process. */
export function createBot(corpus: Corpus, settings: SearchSettings = {}): Bot {
  const { index, lexicon } = learnCorpus(corpus, settings);
  const figuresOf = once((article: Article): readonly Figure[] => extractFigures(article));
  const home = once(homeOf);
  const placesOf = once((article: Article) => {
    const { text } = normalize(article.text);
    const named = new Set(findActors(text, home(article)).flatMap(({ names }) => names));
    return (place: string) => named.has(place) || text.includes(place);
  });
  const suggestionsOf = once((article: Article): readonly string[] =>
    suggestionsFor(article, figuresOf(article), (question, expected) =>
      answer(understand(question)).reply.lead.includes(expected),
    ),
  );
  const conversations = new Conversations();

  function ask(source: string, conversation?: string): Reply {
    if (source.length > QUESTION_LIMIT) return composeRefusal(source, [], TOO_LONG);
    const last = conversation === undefined ? undefined : conversations.last(conversation);
    const asked = understand(source);
    const said = asked.normalized.replace(/[^\p{L}\p{N}/]+/gu, '');
    if (!WORD.test(said) || ASKS_FOR_HELP.test(said)) {
      return composeHelp(
        source,
        HELP,
        corpus.articles.slice(0, SUGGESTIONS).flatMap(suggestionsOf).slice(0, SUGGESTIONS),
      );
    }
    const follows = last !== undefined && isFollowUp(asked, lexicon.seen);
    const { reply, turn } =
      answerHead(asked, last) ?? answer(follows ? inherit(asked, last) : asked);
    if (conversation !== undefined) conversations.remember(conversation, turn);
    return withSuggestions(reply);
  }

  /** A question about an article itself: when, by whom, where from. */
  function answerHead(asked: Question, last: Turn | undefined): Answer | undefined {
    const head = answerFromHead(asked, corpus.articles, last?.article);
    if (head === undefined) return undefined;
    return {
      reply: composeHead(asked.source, head) ?? composeRefusal(asked.source, [], HEAD_UNKNOWN),
      turn: { question: asked, article: head.article.id },
    };
  }

  /** The straight line: search, rank, judge, choose, compose. */
  function answer(asked: Question): Answer {
    const question = expand(asked, lexicon);
    const found = index.search(searchTerms(question), PARAGRAPHS_COMPARED);
    const nearest = rank(candidatesOf(question, found, index));
    const { source } = question;
    // an article that never names the place asked about does not speak of it
    const missingPlace = placesAsked(question).find(
      (place) => !nearest.some((candidate) => placesOf(candidate.found.article)(place)),
    );
    const ranked =
      missingPlace === undefined
        ? nearest.filter((candidate) =>
            placesAsked(question).every(placesOf(candidate.found.article)),
          )
        : nearest;
    const [best, ...rest] = ranked;
    if (best === undefined)
      return { reply: composeRefusal(source, [], NOT_IN_TEXT), turn: { question: asked } };

    const turn = { question: asked, article: best.found.article.id };
    const refuse = (notice: string) => ({ reply: composeRefusal(source, ranked, notice), turn });
    const missing =
      missingPlace ?? missingName(question, index) ?? missingAttribute(question, ranked, index);
    if (missing !== undefined) return refuse(notMentioned(missing));
    if (isAllUnknown(question, index) || probability(best) < JUDGE.threshold) {
      return refuse(NOT_IN_TEXT);
    }
    const comparison = compareFigures(question, ranked, figuresOf);
    if (comparison !== undefined) {
      if ('missing' in comparison) return refuse(noFigureOf(comparison.missing));
      const { figures, reckoning, notice } = comparison;
      if (reckoning.kind === 'refused') return refuse(notice);
      return answerWith(question, holding(ranked, figures) ?? best, ranked, figures, notice);
    }
    const choice = choose(question, [best, ...rest], { index, figuresOf, homeOf: home });
    if ('mismatch' in choice) return refuse(mismatchNotice(choice));
    return answerWith(question, choice.best, ranked, choice.figures, '');
  }

  function answerWith(
    question: Question,
    best: Ranked,
    ranked: readonly Ranked[],
    figures: readonly Figure[],
    notice: string,
  ): Answer {
    const others = ranked.filter((candidate) => candidate !== best);
    return {
      reply: composeAnswer(question, [best, ...others], index, figures, notice),
      turn: { question, article: best.found.article.id },
    };
  }

  function withSuggestions(reply: Reply): Reply {
    const article = corpus.articles.find(({ id }) => id === reply.passages[0]?.article);
    if (article === undefined) return reply;
    const suggestions = suggestionsOf(article).filter((question) => question !== reply.question);
    return suggest(reply, suggestions.slice(0, SUGGESTIONS));
  }

  return { ask, articles: corpus.articles, figuresOf, suggestionsOf };
}

interface Answer {
  readonly reply: Reply;
  readonly turn: Turn;
}

/** The sentence that holds most of the figures, the better ranked first. */
function holding(ranked: readonly Ranked[], figures: readonly Figure[]): Ranked | undefined {
  const count = ({ found, sentence }: Ranked) =>
    figures.filter(
      ({ article, start, end }) =>
        article === found.article.id && start >= sentence.span.start && end <= sentence.span.end,
    ).length;
  const [most] = ranked
    .map((candidate) => ({ candidate, held: count(candidate) }))
    .sort((a, b) => b.held - a.held);
  return most !== undefined && most.held > 0 ? most.candidate : undefined;
}

/** Computes what is asked of an article once and keeps it. */
function once<T>(compute: (article: Article) => T): (article: Article) => T {
  const known = new WeakMap<Article, { readonly value: T }>();
  return (article) => {
    let entry = known.get(article);
    if (entry === undefined) {
      entry = { value: compute(article) };
      known.set(article, entry);
    }
    return entry.value;
  };
}
