import { articleNamed } from './answer/article-named.ts';
import { candidatesOf, PARAGRAPHS_COMPARED } from './answer/candidates.ts';
import { choose } from './answer/choose.ts';
import { compareFigures } from './answer/compare.ts';
import {
  assume,
  composeAnswer,
  composeHead,
  composeHelp,
  composeRefusal,
  nameCopies,
  suggest,
} from './answer/compose.ts';
import { foreignWords, glossed, understandEnglish } from './answer/english.ts';
import type { Translator } from './answer/english-words.ts';
import { expand } from './answer/expand.ts';
import type { Mismatch } from './answer/figure-match.ts';
import { inherit, isAboutTheSame, isFollowUp } from './answer/follow-up.ts';
import { answerFromHead } from './answer/head.ts';
import { isAllUnknown, missingAttribute, placesAsked, probability } from './answer/judge.ts';
import { learnCorpus } from './answer/learn.ts';
import { MODEL, type Model, THRESHOLD } from './answer/model.ts';
import { asAsked, asTyped, messagesFor, mismatchNotice } from './answer/notice.ts';
import { QUESTION_LIMIT, type Question, searchTerms, understand } from './answer/question.ts';
import { type Ranked, rank } from './answer/rank.ts';
import { leanTowards, settle } from './answer/several-articles.ts';
import { mend } from './answer/spelling.ts';
import { missingName, unknownSubject } from './answer/subject.ts';
import { suggestionsFor } from './answer/suggest.ts';
import { createTranslator } from './answer/translator.ts';
import { createVocabulary } from './answer/vocabulary.ts';
import type { Place } from './article/copies.ts';
import type { Article, Corpus } from './article/types.ts';
import { Conversations, type Turn } from './conversation.ts';
import { findActors, homeOf } from './figures/actors.ts';
import { extractFigures } from './figures/extract.ts';
import type { Figure } from './figures/types.ts';
import { isEnglish } from './language/english.ts';
import { normalize } from './language/normalize.ts';
import type { Reply } from './reply.ts';
import type { SearchSettings } from './search/open-engine.ts';
import type { RankedParagraph } from './search/paragraph-index.ts';

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
  /**
   * Answers from these articles from now on. Only what is not the same object as before is read anew;
   * where it throws, the articles stay as they were.
   */
  update(corpus: Corpus): void;
}

/** How a bot is made; all of it may be left out. */
export interface BotOptions extends SearchSettings {
  readonly model?: Model;
  /** Finds the figures of an article, each article once. */
  readonly readFigures?: (article: Article) => readonly Figure[];
}

/** Suggestions a reply holds. */
const SUGGESTIONS = 3;

const ASKS_FOR_HELP =
  /^(?:\/?(?:help|start)|帮助|怎么用|使用说明|你好|您好|hi|hello|你是谁|你能做什么|你会什么)$/;
const WORD = /[\p{L}\p{N}]/u;
/** Paragraphs among which those of an article that a question names are looked for. */
const NAMED_SEARCHED = 2000;
/** Mismatches of which the notice says no more than that there is no answer. */
const VAGUE: ReadonlySet<Mismatch> = new Set(['unit', 'subject', 'date']);

/** Indexes a corpus and answers from it. Loads jieba: about a second, once a process. */
export function createBot(first: Corpus, options: BotOptions = {}): Bot {
  const { model = MODEL, readFigures = extractFigures } = options;
  let corpus = first;
  let learnt = learnCorpus(corpus, options);
  let { index, lexicon } = learnt;
  let vocabulary = createVocabulary(corpus, index);
  const figuresOf = once(readFigures);
  const home = once(homeOf);
  const namesPlace = once((article: Article) => {
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
  let loaded: Translator | undefined;
  function translator(): Translator {
    loaded ??= createTranslator(lexicon);
    return loaded;
  }

  function ask(source: string, conversation?: string): Reply {
    if (source.length > QUESTION_LIMIT)
      return composeRefusal(source, [], messagesFor(source).tooLong);
    const last = conversation === undefined ? undefined : conversations.last(conversation);
    const typed = understand(source);
    const said = typed.normalized.replace(/[^\p{L}\p{N}/]+/gu, '');
    if (!WORD.test(said) || ASKS_FOR_HELP.test(said)) {
      return composeHelp(
        source,
        messagesFor(source).help,
        corpus.articles.slice(0, SUGGESTIONS).flatMap(suggestionsOf).slice(0, SUGGESTIONS),
      );
    }
    const { spelled, asked: whole, notice } = inOurWords(typed);
    const follows = last !== undefined && isFollowUp(whole, lexicon.seen);
    const { question: asked, articles: named } = articleNamed(whole, corpus.articles) ?? {
      question: whole,
    };
    const talkedAbout = last?.article;
    const { reply, turn } =
      answerHead(spelled, last) ??
      refuseUnknown(asked, last) ??
      answer(follows ? inherit(asked, last) : asked, { named, talkedAbout, follows });
    if (conversation !== undefined) conversations.remember(conversation, turn);
    return nameCopies(assume(withSuggestions(reply), notice), placesOf);
  }

  /** Where else a paragraph is said. */
  function placesOf(id: string, number: number): readonly Place[] {
    const article = corpus.articles.find((one) => one.id === id);
    const paragraph = article?.paragraphs.find((one) => one.number === number);
    return paragraph === undefined ? [] : learnt.copies().placesOf(paragraph);
  }

  /** A question in the corpus's own words: put into Chinese where it is English, else mended. */
  function inOurWords(typed: Question): Reading {
    if (isEnglish(typed.source)) {
      return { spelled: typed, asked: understandEnglish(typed.source, translator()), notice: '' };
    }
    const { question: spelled, notice } = mend(typed, vocabulary);
    const foreign = foreignWords(spelled, lexicon.seen);
    const asked = foreign.length === 0 ? spelled : glossed(spelled, foreign, translator());
    return { spelled, asked, notice };
  }

  /** A question about an article itself: when, by whom, where from. */
  function answerHead(asked: Question, last: Turn | undefined): Answer | undefined {
    const head = answerFromHead(asked, corpus.articles, last?.article);
    if (head === undefined) return undefined;
    return {
      reply:
        composeHead(asked.source, head) ??
        composeRefusal(asked.source, [], messagesFor(asked.source).headUnknown),
      turn: { question: asked, article: head.article.id },
    };
  }

  /** 它 of something that the turn before asked about and the corpus does not write is not in it either. */
  function refuseUnknown(asked: Question, last: Turn | undefined): Answer | undefined {
    if (last?.unknown === undefined || !isAboutTheSame(asked)) return undefined;
    const say = messagesFor(asked.source);
    return { reply: composeRefusal(asked.source, [], say.notMentioned(last.unknown)), turn: last };
  }

  /** The straight line: search, rank, judge, choose, compose. */
  function answer(asked: Question, { named, talkedAbout, follows }: Context = {}): Answer {
    const question = expand(asked, lexicon);
    const found = search(question, named);
    const nearest = leanTowards(
      rank(candidatesOf(question, found, index), model.ranker),
      follows === true ? talkedAbout : undefined,
    );
    const { source } = question;
    const say = messagesFor(source);
    // an article that never names the place asked about does not speak of it
    const missingPlace = placesAsked(question).find(
      (place) => !nearest.some((candidate) => namesPlace(candidate.found.article)(place)),
    );
    const ranked =
      missingPlace === undefined
        ? nearest.filter((candidate) =>
            placesAsked(question).every(namesPlace(candidate.found.article)),
          )
        : nearest;
    const [best, ...rest] = ranked;
    const subject = unknownSubject(question, index);
    const unknown = subject === undefined ? undefined : asTyped(question, subject);
    const turn = {
      question: asked,
      ...(best !== undefined && { article: best.found.article.id }),
    };
    const refuse = (notice: string) => ({
      reply: composeRefusal(source, ranked, notice),
      turn: { ...turn, ...(unknown !== undefined && { unknown }) },
    });
    // that the corpus never writes a word says more than that it does not answer
    const refuseVaguely = (notice: string) =>
      refuse(unknown === undefined ? notice : say.notMentioned(unknown));
    if (best === undefined) return refuseVaguely(say.notInText);
    const missing =
      missingPlace ?? missingName(question, index) ?? missingAttribute(question, ranked, index);
    if (missing !== undefined) return refuse(say.notMentioned(asAsked(question, missing)));
    if (isAllUnknown(question, index) || probability(best, model.judge) < THRESHOLD) {
      return refuseVaguely(say.notInText);
    }
    const comparison = compareFigures(question, ranked, figuresOf);
    if (comparison !== undefined) {
      if ('missing' in comparison)
        return refuse(say.noFigureOf(asAsked(question, comparison.missing)));
      const { figures, reckoning, notice } = comparison;
      if (reckoning.kind === 'refused') return refuse(notice);
      return answerWith(question, holding(ranked, figures) ?? best, ranked, figures, notice);
    }
    const knowledge = { index, figuresOf, homeOf: home };
    const first = choose(question, [best, ...rest], knowledge);
    if ('mismatch' in first) {
      const notice = mismatchNotice(first, question);
      return VAGUE.has(first.mismatch) ? refuseVaguely(notice) : refuse(notice);
    }
    const { choice, notice } = settle(question, first, ranked, knowledge, talkedAbout);
    return answerWith(question, choice.best, ranked, choice.figures, notice);
  }

  /** The nearest paragraphs; where the question names articles, of those that stand in one of them. */
  function search(question: Question, named: ReadonlySet<Article> | undefined): RankedParagraph[] {
    const terms = searchTerms(question);
    if (named === undefined) return index.search(terms, PARAGRAPHS_COMPARED);
    return index
      .search(terms, NAMED_SEARCHED)
      .filter(({ article, paragraph }) =>
        [
          article,
          ...learnt
            .copies()
            .placesOf(paragraph)
            .map((place) => place.article),
        ].some((one) => named.has(one)),
      )
      .slice(0, PARAGRAPHS_COMPARED);
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
      reply: composeAnswer(question, [best, ...others], figures, notice, { index, model }),
      turn: { question, article: best.found.article.id },
    };
  }

  function withSuggestions(reply: Reply): Reply {
    const article = corpus.articles.find(({ id }) => id === reply.passages[0]?.article);
    if (article === undefined) return reply;
    const suggestions = suggestionsOf(article).filter((question) => question !== reply.question);
    return suggest(reply, suggestions.slice(0, SUGGESTIONS));
  }

  function update(next: Corpus): void {
    // may throw, and then all is as before
    learnt = learnt.learn(next);
    ({ index, lexicon } = learnt);
    corpus = next;
    vocabulary = createVocabulary(corpus, index);
    loaded = undefined;
  }

  return {
    ask,
    get articles() {
      return corpus.articles;
    },
    figuresOf,
    suggestionsOf,
    update,
  };
}

/** A question as it is read. */
interface Reading {
  /** As typed, but for what is misspelt; an English question is in English still. */
  readonly spelled: Question;
  readonly asked: Question;
  /** What was read otherwise than typed, in our own words; '' where nothing. */
  readonly notice: string;
}

/** What a question stands in besides its own words. */
interface Context {
  /** The articles it names. */
  readonly named?: ReadonlySet<Article> | undefined;
  /** Id of the article that the turn before was answered from. */
  readonly talkedAbout?: string | undefined;
  /** Whether it cannot be read without the turn before. */
  readonly follows?: boolean;
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
