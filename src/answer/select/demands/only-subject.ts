import type { Token, Tokenizer } from '../../../language/tokenizer.ts';
import type { AnswerType } from '../../../question/data/question-words.ts';
import { KIND_WORDS } from '../../../question/data/stop-words.ts';
import type { Question } from '../../../question/question.ts';
import { namedEntities } from '../../spans/named-entities.ts';
import { ANSWER_KINDS } from '../data/answer-kinds.ts';
import { wordForms } from '../word-forms.ts';
import type { Fails } from './reading.ts';

const FIGURES: ReadonlySet<AnswerType> = new Set(['number', 'money']);
/** jieba's tags of words that say what is asked of somebody or something. */
const MATTER = /^(?:n|vn?|an|l|x)$/u;

/**
 * A sentence of the one whom the question names, with a figure of something else: where it has none of
 * the other words, in no form and not a character of them, what is asked is not told.
 */
export function tellsOnlySubject(question: Question, tag: Tokenizer['tag']): Fails | undefined {
  const { type, content, tags, names } = question;
  if (!FIGURES.has(type)) return undefined;
  const telling = content.filter(
    ({ text, kind }) =>
      kind === 'han' && text.length > 1 && !KIND_WORDS.has(text) && !ANSWER_KINDS.has(text),
  );
  const entities = namedEntities({ tokens: question.rest.tokens, tag });
  const isName = ({ text, start, end }: Token) =>
    entities.some((one) => start >= one.start && end <= one.end) || names.includes(text);
  const matter = telling.filter(
    (token) => !isName(token) && MATTER.test(tags.get(token.text) ?? ''),
  );
  const subjects = telling.filter(isName);
  // a single word may well be told in another
  if (matter.length < 2 || subjects.length === 0) return undefined;
  return ({ sentence: text }) => {
    return (
      subjects.some((token) => text.includes(token.text)) &&
      !matter.some((token) => isTold(token, text, question))
    );
  };
}

function isTold({ text: word }: Token, text: string, question: Question): boolean {
  return [...word, ...wordForms(word, question)].some((form) => text.includes(form));
}
