import { type Answer, answer } from '../answer/answer.ts';
import {
  assume,
  composeRefusal,
  nameCopies,
  suggest,
  tellUnread,
} from '../answer/compose/compose-reply.ts';
import type { Model } from '../answer/model/model.ts';
import type { ReaderUse } from '../answer/reader/reader.ts';
import { withoutPointing } from '../answer/select/answerability.ts';
import { type Suggested, suggestionsAfter } from '../answer/suggested-questions.ts';
import { articleById } from '../article/article-by-id.ts';
import type { Place } from '../duplicates/duplicate-paragraphs.ts';
import type { CorpusKnowledge } from '../knowledge/corpus-knowledge.ts';
import { isEnglish } from '../language/is-english.ts';
import { normalize } from '../language/normalize.ts';
import { titleAlone } from '../question/bot-question.ts';
import { inWrittenChinese } from '../question/cantonese.ts';
import { withoutCourtesies } from '../question/courtesies.ts';
import type { Translator } from '../question/english/translate-phrase.ts';
import {
  foreignWords,
  glossed,
  understandEnglish,
} from '../question/english/translate-question.ts';
import { aboutOf } from '../question/follow-up/about.ts';
import { inherit, isFollowUp } from '../question/follow-up/follow-up.ts';
import { articleNamed } from '../question/named-article.ts';
import { QUESTION_LIMIT, type Question, understand } from '../question/question.ts';
import { type Assumption, correct } from '../question/spelling/correct.ts';
import { withDottedNames } from '../question/spelling/dotted-names.ts';
import type { Turn } from '../question/turn.ts';
import { withAddress, writeOut } from '../question/write-out.ts';
import type { Reply } from '../reply/reply.ts';
import { YuanwenError } from '../util/errors.ts';
import { visible } from '../util/visible.ts';
import { answerClause, answerHead, refuseUnknown } from './answer-directly.ts';
import type { Conversations } from './conversations.ts';
import { fetchingAhead } from './fetch-ahead.ts';
import { tellOfBot } from './tell-of-bot.ts';

/** What a question needs besides the knowledge of the corpus, and what outlives that. */
export interface AskTools {
  readonly model: Model;
  /** What chooses among the sentences found, and when it is asked; by default none. */
  readonly reader?: ReaderUse | undefined;
  readonly conversations: Conversations;
  /** What puts English questions into the corpus's words; slow at the first call. */
  translatorOf(knowledge: CorpusKnowledge): Translator;
  /** Called when a reader begins to be waited for. */
  readonly waiting?: (() => void) | undefined;
  /** Told in one line what could not be read; by default nobody is. */
  readonly warn?: ((line: string) => void) | undefined;
  /** Told that the files that articles are answered from were taken away or damaged. */
  readonly storeLost?: (() => void) | undefined;
}

/**
 * The way of one question: understand it, correct or translate it, see which article it names and
 * what it follows, answer from an article's head or from the paragraphs, remember the turn. All of it
 * sees the one knowledge that it is given.
 */
export async function askOnce(
  source: string,
  conversation: string | undefined,
  knowledge: CorpusKnowledge,
  tools: AskTools,
): Promise<Reply> {
  try {
    // what is hidden in a question must not come back among our own words
    const reply = await replyTo(visible(source), conversation, knowledge, tools);
    const { articles, unread = 0 } = knowledge.corpus;
    return { ...tellUnread(reply, articles.length, unread), question: source };
  } catch (error) {
    if (!isLossOfStore(error)) throw error;
    tools.warn?.(error.message);
    tools.storeLost?.();
    return composeRefusal({ source }, [], { reason: 'unreadable' });
  }
}

async function replyTo(
  message: string,
  conversation: string | undefined,
  knowledge: CorpusKnowledge,
  tools: AskTools,
): Promise<Reply> {
  if (message.length > QUESTION_LIMIT)
    return composeRefusal({ source: message }, [], { reason: 'tooLong' });
  const source = inWrittenChinese(withoutCourtesies(message));
  const { conversations } = tools;
  const last = conversation === undefined ? undefined : await conversations.last(conversation);
  const { reply: told, turn } = await fetchingAhead(knowledge, async (known, isRehearsal) => {
    const using = isRehearsal ? { ...tools, reader: undefined, waiting: undefined } : tools;
    return (
      (await answerAboutChosen(source, last, known, using)) ??
      (await tellOfBot(message, source, last, known, using.model)) ??
      (await answerQuestion(source, last, known, using))
    );
  });
  const reply = { ...told, question: message };
  const { questions, given } = await suggestionsFor(reply, last, knowledge, tools);
  if (conversation !== undefined && turn !== undefined)
    await conversations.remember(conversation, {
      ...speakingOf(turn, reply, last),
      suggested: given,
    });
  return questions.length > 0 ? suggest(reply, questions) : reply;
}

/** A turn with whom or what the next one may call 他 or 该公司. */
function speakingOf(turn: Turn, { lead, highlights }: Reply, last: Turn | undefined): Turn {
  const [span, ...others] = highlights;
  const answered =
    span === undefined || others.length > 0 ? undefined : lead.slice(span[0], span[1]);
  const about = aboutOf(turn.question, answered, last?.about);
  return about === undefined ? turn : { ...turn, about };
}

/** The answer to the question before, of the article that was chosen when it was asked back which is meant. */
async function answerAboutChosen(
  source: string,
  last: Turn | undefined,
  knowledge: CorpusKnowledge,
  { model, reader, waiting }: AskTools,
): Promise<Answer | undefined> {
  if (last?.asksWhich !== true) return undefined;
  const [chosen, ...others] = titleAlone(normalize(source).text, knowledge.corpus.articles);
  if (chosen === undefined || others.length > 0) return undefined;
  const context = { named: new Set([chosen]), talkedAbout: chosen.id };
  const { normalized, source: before } = last.question;
  const asked = {
    ...understand(withoutPointing(normalized), knowledge.tokenizer),
    source: before,
  };
  const { reply, turn } = await answer(asked, context, knowledge, {
    model,
    use: reader,
    waiting,
  });
  return { reply, turn: { ...turn, article: chosen.id } };
}

async function answerQuestion(
  source: string,
  last: Turn | undefined,
  knowledge: CorpusKnowledge,
  tools: AskTools,
): Promise<Answer> {
  const { model } = tools;
  const { tokenizer } = knowledge;
  const typed = understand(source, tokenizer);
  const { spelled, asked: written, assumed } = await inCorpusWords(typed, knowledge, tools);
  const whole = last === undefined ? withAddress(written, tokenizer) : written;
  const { articles } = knowledge.corpus;
  const follows = last !== undefined && isFollowUp(whole, knowledge.lexicon.seen);
  const { question: asked, articles: named } = articleNamed(whole, articles, tokenizer) ?? {
    question: whole,
  };
  const talkedAbout = last?.article;
  const { reply, turn } =
    answerClause(typed, last, knowledge) ??
    answerHead(spelled, last, knowledge) ??
    refuseUnknown(asked, last) ??
    (await answer(
      follows ? inherit(asked, last, tokenizer) : asked,
      { named, talkedAbout, follows, ...(follows && { before: last.question.source }) },
      knowledge,
      { model, use: tools.reader, waiting: tools.waiting },
    ));
  const assuming = assume(reply, assumed);
  return {
    reply: nameCopies(assuming, (id, number) => placesOf(id, number, knowledge)),
    turn,
  };
}

/** A question as it is read. */
interface Reading {
  /** As typed, but for what is misspelt; an English question is in English still. */
  readonly spelled: Question;
  readonly asked: Question;
  /** What was read otherwise than typed. */
  readonly assumed: readonly Assumption[];
}

/** A question in the corpus's own words: put into Chinese where it is English, else corrected. */
async function inCorpusWords(
  typed: Question,
  knowledge: CorpusKnowledge,
  { translatorOf }: AskTools,
): Promise<Reading> {
  const { vocabulary, lexicon, tokenizer, index } = knowledge;
  if (isEnglish(typed.source)) {
    const asked = understandEnglish(typed.source, translatorOf(knowledge), tokenizer);
    return { spelled: typed, asked, assumed: [] };
  }
  const { question: spelled, assumed } = await correct(typed, vocabulary);
  const dotted = withDottedNames(spelled, lexicon, tokenizer);
  const written = writeOut(dotted, { lexicon, tokenizer }, index.documentFrequency);
  const foreign = foreignWords(written, lexicon.seen);
  const asked = foreign.length === 0 ? written : glossed(written, foreign, translatorOf(knowledge));
  return { spelled, asked, assumed };
}

/** Further questions about the article that a reply quotes first. */
async function suggestionsFor(
  reply: Reply,
  last: Turn | undefined,
  knowledge: CorpusKnowledge,
  { model }: AskTools,
): Promise<Suggested> {
  const given = last?.suggested ?? [];
  // what asks back which article is meant offers these already
  if (reply.suggestions.length > 0) return { questions: [], given };
  return suggestionsAfter(reply, given, knowledge, model);
}

/** Where else a paragraph stands. */
function placesOf(
  id: string,
  number: number,
  { corpus, copies }: CorpusKnowledge,
): readonly Place[] {
  const article = articleById(corpus.articles, id);
  return article === undefined ? [] : copies.placesOf(article, number);
}

/** Whether the files that articles are answered from were taken away or damaged. */
function isLossOfStore(error: unknown): error is Error {
  if (error instanceof YuanwenError) return true;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && code.startsWith('SQLITE_');
}
