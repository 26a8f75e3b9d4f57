import { IRREGULAR } from './data/english-words.ts';

/** Endings of plurals, past tenses, participles and comparisons, with the dictionary form's ending. */
const ENDINGS: readonly (readonly [ending: RegExp, instead: string])[] = [
  [/ies$/, 'y'],
  [/ves$/, 'f'],
  [/(?<=s|x|z|ch|sh)es$/, ''],
  [/(?<!s)s$/, ''],
  [/ied$/, 'y'],
  [/(.)\1(?:ed|ing)$/, '$1'],
  [/(?:ed|ing)$/, 'e'],
  [/(?:ed|ing)$/, ''],
  [/(.)\1(?:er|est)$/, '$1'],
  [/(?:er|est)$/, ''],
  [/(?:er|est)$/, 'e'],
];

/**
 * Forms under which a dictionary may list a phrase, the likeliest first: as it is, then with its last or
 * first word, or both, without an ending. Not all of them are words; the dictionary decides.
 */
export function dictionaryForms(phrase: string): string[] {
  const words = phrase.split(' ');
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (words.length === 1) return [phrase, ...baseForms(phrase)];
  const inner = words.slice(1, -1);
  const firsts = [first, ...baseForms(first)];
  return [last, ...baseForms(last)].flatMap((end) =>
    firsts.map((start) => [start, ...inner, end].join(' ')),
  );
}

function baseForms(word: string): string[] {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return [irregular];
  if (word.length < 4) return [];
  return ENDINGS.filter(([ending]) => ending.test(word))
    .map(([ending, instead]) => word.replace(ending, instead))
    .filter((form) => form.length > 2);
}
