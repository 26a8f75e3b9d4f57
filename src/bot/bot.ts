import { LRUCache } from 'lru-cache';
import { type Answer, answer, type Known } from '../answer/answer.ts';
import { composeClause } from '../answer/compose/compose-clause.ts';
import {
  assume,
  composeHead,
  composeHelp,
  composeRefusal,
  nameCopies,
  suggest,
} from '../answer/compose/compose-reply.ts';
import { MODEL, type Model } from '../answer/model/model.ts';
import { answerFromHead } from '../answer/select/from-article-head.ts';
import { findClause } from '../answer/select/from-clause.ts';
import { suggestionsFor } from '../answer/suggested-questions.ts';
import type { Article, Corpus } from '../article/article.ts';
import type { Place } from '../duplicates/duplicate-paragraphs.ts';
import { extractFigures } from '../figures/extract.ts';
import type { Figure } from '../figures/parts/figure.ts';
import { findActors, homeOf } from '../figures/parts/places.ts';
import { type LearnSettings, learnCorpus } from '../knowledge/learn-corpus.ts';
import { createVocabulary } from '../knowledge/vocabulary.ts';
import { isEnglish } from '../language/is-english.ts';
import { normalize } from '../language/normalize.ts';
import type { Translator } from '../question/english/translate-phrase.ts';
import {
  foreignWords,
  glossed,
  understandEnglish,
} from '../question/english/translate-question.ts';
import { createTranslator, glossaryFor } from '../question/english/translator.ts';
import { inherit, isAboutTheSame, isFollowUp } from '../question/follow-up.ts';
import { articleNamed } from '../question/named-article.ts';
import { clauseNamed } from '../question/named-clause.ts';
import { QUESTION_LIMIT, type Question, understand } from '../question/question.ts';
import { mend } from '../question/spelling/correct.ts';
import type { Turn } from '../question/turn.ts';
import { messagesFor } from '../reply/messages.ts';
import type { Reply } from '../reply/reply.ts';
import { MADE_ANEW } from '../store/derived-values.ts';
import { YuanwenError } from '../util/errors.ts';
import { lazily } from '../util/lazy.ts';
import { once } from '../util/memo-by-object.ts';
import { Conversations } from './conversations.ts';

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
  /** Loads what only some questions need, English and misspelt ones, until the articles change. */
  prepare(): void;
  /**
   * Answers from these articles from now on. Only what is not the same object as before is read anew;
   * where it throws, the articles stay as they were.
   */
  update(corpus: Corpus): void;
}

/** How a bot is made; all of it may be left out. */
export interface BotOptions extends LearnSettings {
  readonly model?: Model;
}

/** Figures held: some 60 MB. */
const FIGURES_HELD = 100_000;
/** Characters of articles held with the places they name: some 2 MB. */
const PLACES_HELD = 1_000_000;
/** Suggestions a reply holds. */
const SUGGESTIONS = 3;

const ASKS_FOR_HELP =
  /^(?:\/?(?:help|start)|帮助|怎么用|使用说明|你好|您好|hi|hello|你是谁|你能做什么|你会什么)$/;
const WORD = /[\p{L}\p{N}]/u;

/** Indexes a corpus and answers from it. Loads jieba: about a second, once a process. */
export function createBot(first: Corpus, options: BotOptions = {}): Bot {
  const { model = MODEL, making = MADE_ANEW } = options;
  let corpus = first;
  let learnt = learnCorpus(corpus, options);
  const figuresOf = holdingLast(
    FIGURES_HELD,
    making.of('figures', extractFigures),
    ({ length }) => length,
  );
  const home = once(making.of('home', homeOf));
  const namesPlace = holdingLast(
    PLACES_HELD,
    (article) => {
      // most questions ask of no place, and most articles write one that they name in full
      const text = lazily(() => normalize(article.text).text);
      const named = lazily(
        () => new Set(findActors(text(), home(article)).flatMap(({ names }) => names)),
      );
      return (place: string) =>
        article.text.includes(place) || text().includes(place) || named().has(place);
    },
    (_, { text }) => text.length,
  );
  let known: Known = { ...learnt, model, figuresOf, homeOf: home, namesPlace };
  let vocabulary = createVocabulary(learnt.index);
  const suggestionsOf = once(
    making.of('suggestions', (article): readonly string[] =>
      suggestionsFor(article, figuresOf(article), (question, expected) =>
        answer(understand(question), {}, known).reply.lead.includes(expected),
      ),
    ),
  );
  const conversations = new Conversations();
  const glossaryOf = making.ofAll('glossary', () => glossaryFor(learnt.lexicon));
  let loaded: Translator | undefined;
  function translator(): Translator {
    loaded ??= createTranslator(learnt.lexicon, glossaryOf(corpus.articles));
    return loaded;
  }

  function ask(source: string, conversation?: string): Reply {
    try {
      return replyTo(source, conversation);
    } catch (error) {
      if (!isOfWhatIsKept(error)) throw error;
      options.warn?.(error.message);
      return composeRefusal(source, [], messagesFor(source).unreadable);
    }
  }

  function replyTo(source: string, conversation: string | undefined): Reply {
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
    const follows = last !== undefined && isFollowUp(whole, learnt.lexicon.seen);
    const { question: asked, articles: named } = articleNamed(whole, corpus.articles) ?? {
      question: whole,
    };
    const talkedAbout = last?.article;
    const { reply, turn } =
      answerClause(typed, last) ??
      answerHead(spelled, last) ??
      refuseUnknown(asked, last) ??
      answer(follows ? inherit(asked, last) : asked, { named, talkedAbout, follows }, known);
    if (conversation !== undefined) conversations.remember(conversation, turn);
    return nameCopies(assume(withSuggestions(reply), notice), placesOf);
  }

  /** Where else a paragraph is said. */
  function placesOf(id: string, number: number): readonly Place[] {
    const article = corpus.articles.find((one) => one.id === id);
    return article === undefined ? [] : learnt.copies.placesOf(article, number);
  }

  /** A question in the corpus's own words: put into Chinese where it is English, else mended. */
  function inOurWords(typed: Question): Reading {
    if (isEnglish(typed.source)) {
      return { spelled: typed, asked: understandEnglish(typed.source, translator()), notice: '' };
    }
    const { question: spelled, notice } = mend(typed, vocabulary);
    const foreign = foreignWords(spelled, learnt.lexicon.seen);
    const asked = foreign.length === 0 ? spelled : glossed(spelled, foreign, translator());
    return { spelled, asked, notice };
  }

  /** A question for a clause itself: 第四条规定了什么. */
  function answerClause(asked: Question, last: Turn | undefined): Answer | undefined {
    const named = clauseNamed(asked, corpus.articles, last?.article);
    if (named === undefined) return undefined;
    const reply = composeClause(asked.source, named, findClause(named));
    const [passage] = reply.outcome === 'answered' ? reply.passages : [];
    return {
      reply,
      turn: { question: asked, ...(passage !== undefined && { article: passage.article }) },
    };
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

  function withSuggestions(reply: Reply): Reply {
    const article = corpus.articles.find(({ id }) => id === reply.passages[0]?.article);
    if (article === undefined) return reply;
    const suggestions = suggestionsOf(article).filter((question) => question !== reply.question);
    return suggest(reply, suggestions.slice(0, SUGGESTIONS));
  }

  function update(next: Corpus): void {
    // may throw, and then all is as before
    learnt = learnt.learn(next);
    known = { ...known, ...learnt };
    corpus = next;
    vocabulary = createVocabulary(learnt.index);
    loaded = undefined;
  }

  return {
    ask,
    get articles() {
      return corpus.articles;
    },
    figuresOf,
    suggestionsOf,
    prepare() {
      vocabulary.prepare();
      translator();
    },
    update,
  };
}

/** What is kept of articles was taken away or damaged while it is answered from. */
function isOfWhatIsKept(error: unknown): error is Error {
  if (error instanceof YuanwenError) return true;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && code.startsWith('SQLITE_');
}

/** A question as it is read. */
interface Reading {
  /** As typed, but for what is misspelt; an English question is in English still. */
  readonly spelled: Question;
  readonly asked: Question;
  /** What was read otherwise than typed, in our own words; '' where nothing. */
  readonly notice: string;
}

/** Computes what is asked of an article and holds it, until that of many others has been asked for. */
function holdingLast<T extends object>(
  maxSize: number,
  compute: (article: Article) => T,
  sizeOf: (value: T, article: Article) => number,
): (article: Article) => T {
  const held = new LRUCache<Article, T>({
    maxSize,
    sizeCalculation: (value, article) => Math.min(1 + sizeOf(value, article), maxSize),
  });
  return (article) => {
    let value = held.get(article);
    if (value === undefined) {
      value = compute(article);
      held.set(article, value);
    }
    return value;
  };
}
