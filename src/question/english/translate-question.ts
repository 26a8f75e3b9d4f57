import { findActors } from '../../figures/parts/places.ts';
import { SYNONYMS } from '../../knowledge/data/synonyms.ts';
import type { Tokenizer } from '../../language/tokenizer.ts';
import { QUESTION_LIMIT, type Question, understand } from '../question.ts';
import { ENGLISH_COURTESIES, ENGLISH_QUESTIONS } from './data/question-forms.ts';
import { writeNumbers } from './english-numbers.ts';
import { type Pieces, type Translator, write } from './translate-phrase.ts';

/** What a word that the corpus has nothing for counts: what it means may be said otherwise. */
const UNKNOWN = 0.6;

/**
 * An English question as the Chinese question that asks the same, in words that the corpus holds, so
 * that all that is known of Chinese questions holds for it: type, period, place, direction, unit.
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
  for (const { text, said, others, isName } of terms) {
    english.set(text, said);
    if (others.length > 0) alternatives.set(text, others);
    if (isName && text.length > 1 && findActors(text).length === 0) names.add(text);
  }
  const untold = new Set(
    understood.content
      .filter(({ text, kind }) => kind === 'latin' && !names.has(text))
      .map(({ text }) => text),
  );
  // the corpus has no word for what is asked of its owner: Guangdong 的 governor 是谁
  const attribute = understood.attribute ?? /的.*?([a-z-]+)是谁$/.exec(chinese)?.[1];
  return {
    ...understood,
    ...(attribute !== undefined && { attribute }),
    source,
    alternatives,
    english,
    names: [...names],
    words: new Map(
      [...understood.words].map(([term, factor]) => [
        term,
        untold.has(term) && !translator.seen(term) ? factor * UNKNOWN : factor,
      ]),
    ),
  };
}

/** Plain English words in a Chinese question that the corpus lacks: contract in 江苏的contract有多少项. */
export function foreignWords({ source, content }: Question, seen: Translator['seen']): string[] {
  return content
    .filter(({ text, kind }) => kind === 'latin' && /^[a-z]{3,}$/.test(text))
    .map(({ text }) => text)
    .filter((word) => source.includes(word) && !seen(word) && !SYNONYMS.has(word));
}

/** A Chinese question with what the corpus calls the English words in it. */
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

/** The Chinese question, and the English behind each of its terms. */
function translate(
  source: string,
  translator: Translator,
): { readonly chinese: string; readonly terms: Pieces } {
  const capitals = new Set(
    [...source.matchAll(/\b\p{Lu}[\p{L}\p{M}]*/gu)].map(([word]) => word.toLowerCase()),
  );
  const text = writeNumbers(prepare(source)).replace(/\s+/g, ' ').trim();
  for (const { pattern, chinese } of ENGLISH_QUESTIONS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const parts: Record<string, string | undefined> = {
      ...match.groups,
      before: text.slice(0, match.index),
      after: text.slice(match.index + match[0].length),
    };
    const terms: Pieces[number][] = [];
    const question = chinese.replace(/\{(\w+)\}/g, (_, name: string) => {
      const written = write(parts[name] ?? '', capitals, translator);
      terms.push(...written.pieces);
      return written.chinese;
    });
    return { chinese: question, terms };
  }
  return { chinese: text, terms: [] };
}

/** Lower case, without courtesies and closing marks, with `'s` set apart. */
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
