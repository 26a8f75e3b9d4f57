import { regionalWords } from '../knowledge/data/regional-words.ts';
import { SYNONYMS } from '../knowledge/data/synonyms.ts';
import { bigramsOf } from '../language/terms.ts';
import type { Tokenizer } from '../language/tokenizer.ts';
import { abbreviatedCompound } from './abbreviated-compound.ts';
import { KIND_WORDS } from './data/stop-words.ts';
import type { WordTools } from './everyday-words.ts';
import { type Question, understand } from './question.ts';
import { isNoun } from './question-nouns.ts';

/** Tells how many paragraphs hold a term. */
type Frequency = (term: string) => number;

/**
 * The question with each noun that the corpus never writes in the form that it writes most: GDP as
 * 国内生产总值, 棚改 as 棚户区改造. A term with an alternative is found by it, but only words that stand
 * in the question are compared by their characters, their order and what is beside them.
 */
export function writeOut(
  question: Question,
  tools: Pick<WordTools, 'lexicon' | 'tokenizer'>,
  frequency: Frequency,
): Question {
  let text = question.normalized;
  for (const token of question.content.toReversed()) {
    const form =
      isNoun(token, question.tags) || token.kind === 'latin'
        ? formOf(token.text, tools, frequency)
        : undefined;
    if (form !== undefined) text = text.slice(0, token.start) + form + text.slice(token.end);
  }
  if (text === question.normalized) return question;
  return { ...understand(text, tools.tokenizer), source: question.source };
}

function formOf(
  word: string,
  tools: Pick<WordTools, 'lexicon' | 'tokenizer'>,
  frequency: Frequency,
): string | undefined {
  const { seen } = tools.lexicon;
  if (word.length < 2 || KIND_WORDS.has(word) || seen(word)) return undefined;
  const compound = abbreviatedCompound(word, tools);
  const forms = [
    ...(SYNONYMS.get(word) ?? []),
    ...(regionalWords().get(word) ?? []),
    ...(compound === undefined ? [] : [compound]),
  ].filter((form) => form.length > 1 && seen(form));
  // 营收 is short for 营业收入, however often 收入 is written
  const spelledOut = forms.filter((form) => holdsInOrder(form, word));
  // a word that the corpus does write, though not as jieba cuts it there, is as good as the others
  if (spelledOut.length === 0 && bigramsOf(word).every((pair) => frequency(pair) > 0))
    return undefined;
  const [most, ...others] = spelledOut.length > 0 ? spelledOut : forms;
  return (
    most && others.reduce((best, form) => (frequency(form) > frequency(best) ? form : best), most)
  );
}

function holdsInOrder(form: string, word: string): boolean {
  let at = -1;
  return [...word].every((character) => {
    at = form.indexOf(character, at + 1);
    return at >= 0;
  });
}

/** A question of where that names nothing asks, where no turn stands before it, for the address. */
export function withAddress(question: Question, tokenizer: Tokenizer): Question {
  const { type, content, normalized, source } = question;
  if (type !== 'place' || content.length > 0) return question;
  return { ...understand(`地址${normalized}`, tokenizer), source };
}
