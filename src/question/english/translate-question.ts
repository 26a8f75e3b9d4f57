import { findActors } from '../../figures/parts/places.ts';
import { SYNONYMS } from '../../knowledge/data/synonyms.ts';
import type { Tokenizer } from '../../language/tokenizer.ts';
import { QUESTION_LIMIT, type Question, understand } from '../question.ts';
import { ENGLISH_COURTESIES, ENGLISH_QUESTIONS } from './data/question-forms.ts';
import { translateNumbers } from './english-numbers.ts';
import { type TranslatedTerm, type Translator, translatePhrase } from './translate-phrase.ts';

/** Factor of the weight of a word without a translation in the corpus, which may say the same in other words. */
const UNTRANSLATED = 0.6;

/** Asks for things that can be counted: never for an area or a sum. */
const COUNTABLE = /\bhow many (?!per ?cent|more|times)/i;

/**
 * Translates an English question into the Chinese question that asks the same, in words of the corpus,
 * and understands that: so type, period, place, direction and unit are read in one way.
 */
export function understandEnglish(
  source: string,
  translator: Translator,
  tokenizer: Tokenizer,
): Question {
  const { chinese, terms } = translate(source.slice(0, QUESTION_LIMIT), translator);
  const understood = understand(chinese, tokenizer);
  const alternatives = new Map<string, readonly string[]>();
  const english = new Map<string, string>();
  const names = new Set<string>();
  for (const { text, english: original, others, isName } of terms) {
    english.set(text, original);
    if (others.length > 0) alternatives.set(text, others);
    if (isName && text.length > 1 && findActors(text).length === 0) names.add(text);
  }
  const untranslated = new Set(
    understood.content
      .filter(({ text, kind }) => kind === 'latin' && !names.has(text))
      .map(({ text }) => text),
  );
  // an attribute that has no translation in the corpus: Guangdong 的 governor 是谁
  const attribute = understood.attribute ?? /的.*?([a-z-]+)是谁$/.exec(chinese)?.[1];
  return {
    ...understood,
    ...(attribute !== undefined && { attribute }),
    // 多少 asks for any amount
    ...(understood.counter === undefined && COUNTABLE.test(source) && { counter: '个' }),
    source,
    alternatives,
    english,
    names: [...names],
    words: new Map(
      [...understood.words].map(([term, factor]) => [
        term,
        untranslated.has(term) && !translator.seen(term) ? factor * UNTRANSLATED : factor,
      ]),
    ),
  };
}

/** English words of a Chinese question that the corpus does not write: contract in 江苏的contract有多少项. */
export function foreignWords({ source, content }: Question, seen: Translator['seen']): string[] {
  return content
    .filter(({ text, kind }) => kind === 'latin' && /^[a-z]{3,}$/.test(text))
    .map(({ text }) => text)
    .filter((word) => source.includes(word) && !seen(word) && !SYNONYMS.has(word));
}

/** A Chinese question with the corpus's words for the English words in it as alternatives. */
export function glossed(
  question: Question,
  words: readonly string[],
  { dictionary }: Translator,
): Question {
  const alternatives = new Map(question.alternatives);
  for (const word of words) {
    const senses = dictionary.lookUp(word).map(({ chinese }) => chinese);
    if (senses.length > 0) alternatives.set(word, senses);
  }
  return { ...question, alternatives };
}

/** The Chinese question, and its terms with the English they stand for. */
function translate(
  source: string,
  translator: Translator,
): { readonly chinese: string; readonly terms: readonly TranslatedTerm[] } {
  const capitals = new Set(
    [...source.matchAll(/\b\p{Lu}[\p{L}\p{M}]*/gu)].map(([word]) => word.toLowerCase()),
  );
  const text = translateNumbers(prepare(source)).replace(/\s+/g, ' ').trim();
  for (const { pattern, chinese } of ENGLISH_QUESTIONS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const parts: Record<string, string | undefined> = {
      ...match.groups,
      before: text.slice(0, match.index),
      after: text.slice(match.index + match[0].length),
    };
    const terms: TranslatedTerm[] = [];
    const question = chinese.replace(/\{(\w+)\}/g, (_, name: string) => {
      const translated = translatePhrase(parts[name] ?? '', capitals, translator);
      terms.push(...translated.terms);
      return translated.chinese;
    });
    return { chinese: question, terms };
  }
  return { chinese: text, terms: [] };
}

/** The question in lower case, without courtesies and closing marks, with `'s` as a word of its own. */
function prepare(source: string): string {
  return source
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\b(what|who|where|when|how|which)'s\b/g, '$1 is')
    .replace(/n't\b/g, ' not')
    .replace(/'s\b/g, " 's")
    .replace(/s'(?=\s)/g, "s 's")
    .replace(/[?!"“”.]+(?=\s|$)/g, '')
    .trim()
    .replace(ENGLISH_COURTESIES, '');
}
