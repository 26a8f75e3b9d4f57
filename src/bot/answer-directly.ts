import type { Answer } from '../answer/answer.ts';
import { composeClause } from '../answer/compose/compose-clause.ts';
import { composeHead, composeRefusal } from '../answer/compose/compose-reply.ts';
import { answerFromHead } from '../answer/select/from-article-head.ts';
import { findClause } from '../answer/select/from-clause.ts';
import type { CorpusKnowledge } from '../knowledge/corpus-knowledge.ts';
import { isAboutTheSame } from '../question/follow-up/follow-up.ts';
import { clauseNamed } from '../question/named-clause.ts';
import type { Question } from '../question/question.ts';
import type { Turn } from '../question/turn.ts';

/** The answer to a question for a clause itself: 第四条规定了什么. */
export function answerClause(
  asked: Question,
  last: Turn | undefined,
  { corpus }: CorpusKnowledge,
): Answer | undefined {
  const named = clauseNamed(asked, corpus.articles, last?.article);
  if (named === undefined) return undefined;
  const reply = composeClause(asked.source, named, findClause(named));
  const [passage] = reply.outcome === 'answered' ? reply.passages : [];
  return {
    reply,
    turn: { question: asked, ...(passage !== undefined && { article: passage.article }) },
  };
}

/** The answer to a question about an article itself: when, by whom, where from. */
export function answerHead(
  asked: Question,
  last: Turn | undefined,
  { corpus, tokenizer }: CorpusKnowledge,
): Answer | undefined {
  const head = answerFromHead(asked, corpus.articles, last?.article, tokenizer);
  // on what occasion something was said the text may tell, where the head does not
  if (head === undefined || (head.field === 'occasion' && head.facts.length === 0))
    return undefined;
  return {
    reply: composeHead(asked.source, head) ?? composeRefusal(asked, [], { reason: 'headUnknown' }),
    turn: { question: asked, article: head.article.id },
  };
}

/** 它 of something that the turn before asked about and the corpus does not write is not in it either. */
export function refuseUnknown(asked: Question, last: Turn | undefined): Answer | undefined {
  if (last?.unknown === undefined || !isAboutTheSame(asked)) return undefined;
  const refusal = { reason: 'notMentioned', name: last.unknown } as const;
  return { reply: composeRefusal(asked, [], refusal), turn: last };
}
