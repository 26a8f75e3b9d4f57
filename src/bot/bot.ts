import { MODEL, type Model } from '../answer/model/model.ts';
import type { ReaderUse } from '../answer/reader/reader.ts';
import { steps } from '../answer/steps.ts';
import { questionsOn, suggestionsOf } from '../answer/suggested-questions.ts';
import type { Article, Corpus } from '../article/article.ts';
import { type FigureLookup, figuresAtHand } from '../figures/figure-lookup.ts';
import type { Figure } from '../figures/parts/figure.ts';
import type { CorpusKnowledge } from '../knowledge/corpus-knowledge.ts';
import { type LearnSettings, learnCorpus } from '../knowledge/learn-corpus.ts';
import { type Scope, scopedKnowledge } from '../knowledge/scope.ts';
import type { GlossaryTexts } from '../question/english/cedict.ts';
import type { Translator } from '../question/english/translate-phrase.ts';
import { createTranslator, glossaryFor, glossaryStepsFor } from '../question/english/translator.ts';
import type { Reply } from '../reply/reply.ts';
import { NO_CACHE, tableOf } from '../store/derived-values.ts';
import { memoByObject } from '../util/memo-by-object.ts';
import { SharedLock } from '../util/shared-lock.ts';
import { type AskTools, askOnce } from './ask.ts';
import { type Conversations, createConversations } from './conversations.ts';
import { TurnQueue } from './turn-queue.ts';

/** What adapters talk to. */
export interface Bot {
  /**
   * Answers one question from the articles as they are when its turn comes; a change taken over
   * meanwhile does not reach it. Turns that share a `conversation` run one after the other, in the
   * order of asking; others do not wait for one another. Every question has a reply, however
   * malformed it is: the promise rejects only where an engine or store of the caller's own does.
   */
  ask(question: string, conversation?: string, options?: AskOptions): Promise<Reply>;
  /** The articles answered from. */
  readonly articles: readonly Article[];
  /** The figures of one of `articles`, in its order; read at the first call. */
  figuresOf(article: Article): readonly Figure[];
  /** The figures of all articles, looked up by what is asked for. */
  readonly figures: FigureLookup;
  /** Questions about one of `articles` that it does answer, in a scope where one is given; tried at the first call. */
  suggestionsOf(article: Article, scope?: Scope): Promise<readonly string[]>;
  /** All questions that replies may suggest about one of `articles`, tried or not, in either script. */
  questionsOn(article: Article): readonly string[];
  /** Deletes what is kept of the conversations that fit. */
  forget(isTheirs: (conversation: string) => boolean): Promise<void>;
  /** Derives what only English questions need and a store keeps, without loading it. */
  derive(): void;
  /** Loads what only English and misspelt questions need; to be called again after an update. */
  prepare(): void;
  /** The same in steps, with a pause between any two, and again in this way after each update. */
  prepareInSteps(pause: () => Promise<unknown>): Promise<void>;
  /**
   * Answers from these articles from now on, once the questions asked before are answered. Only
   * articles that are not the same object as before are read anew. Where it rejects, the articles
   * stay as they were.
   */
  update(corpus: Corpus): Promise<void>;
}

/** How one question is asked; all of it may be left out. */
export interface AskOptions {
  /** Called when a reader begins to be waited for. */
  readonly waiting?: () => void;
  /** Whether a reader may be asked, where there is one; true unless given. */
  readonly reader?: boolean;
  /** The articles to answer from; all unless given. */
  readonly scope?: Scope | undefined;
}

/** How a bot is made; all of it may be left out. */
export interface BotOptions extends LearnSettings {
  /** The weights by which sentences are ranked, judged and highlighted; by default the learned ones. */
  readonly model?: Model;
  /** What chooses among the sentences found, and when it is asked; by default the weights alone choose. */
  readonly reader?: ReaderUse | undefined;
  /** The figures of some articles, where a table has them by index; by default they are all read. */
  readonly figureTable?: ((articles: readonly Article[]) => FigureLookup) | undefined;
  /** Where the turns of conversations are kept; by default in memory. */
  readonly conversations?: Conversations;
  /**
   * Called when a question finds the files of `bodies` or of the engine taken away or damaged; until
   * there is another bot, such questions are refused.
   */
  readonly storeLost?: () => void;
}

/**
 * Indexes a corpus and answers from it. Loads jieba: about a second, once a process.
 * Rejects with a YuanwenError `config` where the engine asked for cannot be used.
 */
export async function createBot(first: Corpus, options: BotOptions = {}): Promise<Bot> {
  const {
    derivedValues = NO_CACHE,
    model = MODEL,
    conversations = createConversations(),
  } = options;
  const { knowledge: known, learn } = await learnCorpus(first, options);
  let knowledge: CorpusKnowledge = known;
  // an update changes the engine in place: it must not be asked by a question of the corpus before
  const engine = new SharedLock();
  const turns = new TurnQueue();
  /** Those that were made in steps. */
  const glossaries = new WeakMap<CorpusKnowledge, GlossaryTexts>();
  const glossaryOf = ({ lexicon, corpus }: CorpusKnowledge): GlossaryTexts =>
    tableOf(derivedValues, 'glossary', () => glossaryFor(lexicon))(corpus.articles);
  const translatorOf = memoByObject((whole: CorpusKnowledge): Translator => {
    const { lexicon, pinyin } = whole;
    return createTranslator(lexicon, glossaries.get(whole) ?? glossaryOf(whole), pinyin);
  });
  const figuresIn = memoByObject(({ corpus: { articles }, figuresOf }: CorpusKnowledge) => {
    const { figureTable = () => figuresAtHand(() => articles.flatMap(figuresOf)) } = options;
    return figureTable(articles);
  });
  let pauseBetween: (() => Promise<unknown>) | undefined;
  /** Prepares what is known now, as long as it is. */
  async function prepareInSteps(): Promise<void> {
    const whole = knowledge;
    const making = glossaryStepsFor(whole.lexicon);
    for (let step = making.next(); knowledge === whole; step = making.next()) {
      await pauseBetween?.();
      if (!step.done) continue;
      const texts = new Map(step.value);
      glossaries.set(whole, (key) => texts.get(key));
      translatorOf(whole);
      await pauseBetween?.();
      whole.vocabulary.prepare();
      return;
    }
  }
  const { reader, warn, storeLost } = options;
  const tools: AskTools = { model, reader, conversations, translatorOf, warn, storeLost };

  return {
    ask(question, conversation, { waiting, reader: mayAsk = true, scope } = {}) {
      const asked = mayAsk ? { ...tools, waiting } : { ...tools, reader: undefined };
      const turn = () =>
        engine.shared(async () => {
          const whole = knowledge;
          await steps.begin();
          return askOnce(question, conversation, await within(whole, scope), {
            ...asked,
            // the words of all articles make one dictionary of English
            translatorOf: () => translatorOf(whole),
          });
        });
      return conversation === undefined ? turn() : turns.run(conversation, turn);
    },
    get articles() {
      return knowledge.corpus.articles;
    },
    figuresOf: (article) => knowledge.figuresOf(article),
    get figures() {
      return figuresIn(knowledge);
    },
    suggestionsOf: (article, scope) =>
      engine.shared(async () => suggestionsOf(article, await within(knowledge, scope), model)),
    questionsOn: (article) => questionsOn(article, knowledge),
    forget: (isTheirs) => conversations.forget(isTheirs),
    derive() {
      glossaryOf(knowledge);
    },
    prepare() {
      knowledge.vocabulary.prepare();
      translatorOf(knowledge);
    },
    prepareInSteps(pause) {
      pauseBetween = pause;
      return prepareInSteps();
    },
    async update(corpus) {
      await engine.exclusive(async () => {
        knowledge = await learn(corpus);
      });
      // what it could not read, the first question that needs it tells
      if (pauseBetween !== undefined) prepareInSteps().catch(() => {});
    },
  };
}

/** What is known of the articles of a scope; of all where there is none. */
function within(
  knowledge: CorpusKnowledge,
  scope: Scope | undefined,
): CorpusKnowledge | Promise<CorpusKnowledge> {
  return scope === undefined ? knowledge : scopedKnowledge(scope, knowledge);
}
