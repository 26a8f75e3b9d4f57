import { findActors } from '../../figures/parts/places.ts';
import { bigramsOf } from '../../language/terms.ts';
import type { Dictionary, Sense } from './cedict.ts';
import { GRAMMAR } from './data/english-words.ts';
import type { PinyinNames } from './pinyin-names.ts';

/** What is needed to put English into the words of a corpus. */
export interface Translator {
  readonly dictionary: Dictionary;
  readonly pinyin: PinyinNames;
  /** Whether any paragraph holds the term. */
  seen(term: string): boolean;
}

/** A Chinese term of a translation with the English it stands for. */
export interface TranslatedTerm {
  readonly text: string;
  readonly english: string;
  /** Further Chinese words for the same English. */
  readonly others: readonly string[];
  readonly isName: boolean;
}

type Token =
  | { readonly kind: 'grammar'; readonly text: string }
  | { readonly kind: 'chinese'; readonly text: string }
  | {
      readonly kind: 'term';
      readonly text: string;
      readonly isName: boolean;
      readonly senses: readonly Sense[];
    };

/** Words at most of a phrase that is looked up whole. */
const LONGEST_PHRASE = 5;
/** Added to the fit of a word that the corpus writes right beside a neighbouring one. */
const JOINED = 1;

/**
 * Translates part of a question, lower case, into Chinese word order; `capitals` are the words
 * written with a capital.
 */
export function translatePhrase(
  text: string,
  capitals: ReadonlySet<string>,
  translator: Translator,
): { readonly chinese: string; readonly terms: readonly TranslatedTerm[] } {
  const tokens = inChineseOrder(tokenize(text, capitals, translator));
  const terms: TranslatedTerm[] = [];
  let chinese = '';
  let before = '';
  for (const [place, token] of tokens.entries()) {
    if (token.kind === 'grammar') continue;
    if (token.kind === 'chinese') {
      chinese += token.text;
      before = '';
      continue;
    }
    const next = tokens[place + 1];
    const [best, ...others] = ranked(
      token.senses,
      before,
      next?.kind === 'term' ? next.senses.map((sense) => sense.chinese) : [],
      translator.seen,
    );
    const term = best ?? token.text;
    const joined = isJoined(before, term, translator.seen);
    chinese += `${joined || /[向从与的]$/.test(chinese) ? '' : ' '}${term}`;
    terms.push({
      text: term,
      english: token.isName ? capital(token.text) : token.text,
      others,
      isName: token.isName,
    });
    before = term;
  }
  return { chinese: `${chinese} `.replace(/^ /, '').replace(/ $/, ''), terms };
}

function capital(name: string): string {
  return name.replace(/(?<=^| )[a-z]/g, (letter) => letter.toUpperCase());
}

/** The Chinese words of some senses, best first; a word that the corpus writes beside its neighbours is better. */
function ranked(
  senses: readonly Sense[],
  before: string,
  after: readonly string[],
  seen: Translator['seen'],
): string[] {
  const score = ({ chinese, fit }: Sense) =>
    fit +
    (isJoined(before, chinese, seen) ? JOINED : 0) +
    (after.some((next) => isJoined(chinese, next, seen)) ? JOINED : 0);
  return [...senses].sort((a, b) => score(b) - score(a)).map(({ chinese }) => chinese);
}

/** Whether the corpus writes the last character of one word right before the first of another. */
function isJoined(before: string, after: string, seen: Translator['seen']): boolean {
  const pair = (before.at(-1) ?? '') + (after[0] ?? '');
  return before !== '' && bigramsOf(pair).some(seen) && /^\p{Script=Han}{2}$/u.test(pair);
}

/** Cuts English text into words of grammar and terms; a term is the longest phrase that has a translation. */
function tokenize(text: string, capitals: ReadonlySet<string>, translator: Translator): Token[] {
  const words =
    text.match(/'s|[\p{Script=Han}\p{N}][\p{Script=Han}\p{N}.,%-]*|[\p{L}\p{M}\p{N}&+.'-]+|,/gu) ??
    [];
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; ) {
    const taken = phraseAt(words, at, capitals, translator);
    if (taken !== undefined) {
      tokens.push(taken.token);
      at += taken.length;
      continue;
    }
    const word = words[at] ?? '';
    if (GRAMMAR.has(word) || word === ',') tokens.push({ kind: 'grammar', text: word });
    else if (/^[\p{Script=Han}\p{N}]/u.test(word))
      tokens.push({ kind: 'chinese', text: ` ${word} ` });
    else tokens.push({ kind: 'term', text: word, isName: capitals.has(word), senses: [] });
    at += 1;
  }
  return tokens;
}

/** The longest phrase at a word that has a translation, and its length in words; undefined where none has one. */
function phraseAt(
  words: readonly string[],
  at: number,
  capitals: ReadonlySet<string>,
  { dictionary, pinyin }: Translator,
): { token: Token; length: number } | undefined {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length -= 1) {
    const phrase = words.slice(at, at + length);
    const [first = ''] = phrase;
    const last = phrase.at(-1) ?? '';
    if (
      GRAMMAR.has(first) ||
      (length > 1 && GRAMMAR.has(last) && !/^(?:in|out|up|off)$/.test(last))
    )
      continue;
    if (!phrase.every((word) => /^[a-z'&.-]+$/.test(word))) continue;
    const text = phrase.join(' ');
    const isName = phrase.every((word) => capitals.has(word) || GRAMMAR.has(word));
    const known = dictionary.lookUp(text);
    const spelt =
      isName && known.length === 0 ? pinyin.read(phrase.join('').replace(/[^a-z]/g, '')) : [];
    const senses = [...known, ...spelt.map((chinese) => ({ chinese, fit: 1 }))];
    if (senses.length > 0) return { token: { kind: 'term', text, isName, senses }, length };
  }
  return undefined;
}

/** Words behind which "of" names no owner: consists of, made of, one of. */
const NO_OWNER =
  /^(?:consist|consists|consisted|made|out|one|because|instead|capable|died|die|composed)$/;
/** Prepositions of phrases that Chinese puts before the phrase they belong to. */
const PREPOSITION =
  /^(?:of|in|on|at|to|from|by|with|for|during|between|within|through|under|over)$/;
/** Words that end the phrase that a preposition's phrase belongs to. */
const BOUNDARY =
  /^(?:that|which|who|did|does|do|is|are|was|were|has|have|had|will|would|can|should|,)$/;

/** The tokens in Chinese order: "the turnover of contracts in 2022" is 2022年 contracts 的 turnover. */
function inChineseOrder(tokens: readonly Token[]): Token[] {
  let ordered = [...tokens];
  for (let at = ordered.length - 1; at > 0; at -= 1) {
    const token = ordered[at];
    const previous = ordered[at - 1];
    if (token?.kind !== 'grammar' || previous === undefined) continue;
    if (!PREPOSITION.test(token.text)) continue;
    const head = ordered.slice(0, at).findLastIndex(endsPhrase) + 1;
    const owns = token.text === 'of' && !NO_OWNER.test(previous.text);
    ordered = [
      ...ordered.slice(0, head),
      ...ordered.slice(at),
      ...(owns ? [{ kind: 'chinese', text: '的' } as const] : []),
      ...ordered.slice(head, at),
    ];
  }
  return withCounterparts(
    ordered.map((token) => (token.text === "'s" ? { kind: 'chinese', text: '的' } : token)),
  );
}

function endsPhrase({ kind, text }: Token): boolean {
  return kind === 'grammar' && (BOUNDARY.test(text) || PREPOSITION.test(text));
}

/**
 * Chinese prepositions of counterparts. To Zhejiang and Anhui is 向浙江向安徽: a figure is about its
 * actor and not about the counterpart.
 */
const COUNTERPARTS: Readonly<Record<string, string>> = { to: '向', from: '从', with: '与' };
/** Verbs whose subject is the place behind "from", which is then no counterpart. */
const GIVES_OUT = /^(?:export|output|ship|sen[dt]|sold|sell)/;

function withCounterparts(tokens: readonly Token[]): Token[] {
  const gives = tokens.some((token) => token.kind === 'term' && GIVES_OUT.test(token.text));
  let mark: string | undefined;
  return tokens.flatMap((token): Token[] => {
    if (token.kind === 'grammar') {
      if (token.text === 'from' && gives) mark = undefined;
      else if (token.text in COUNTERPARTS) mark = COUNTERPARTS[token.text];
      else if (token.text !== 'and' && token.text !== ',' && token.text !== 'the') mark = undefined;
      return [token];
    }
    const isPlace =
      token.kind === 'term' && token.senses.some(({ chinese }) => findActors(chinese).length > 0);
    if (token.kind === 'chinese') return [token];
    if (mark === undefined || !isPlace) {
      mark = undefined;
      return [token];
    }
    return [{ kind: 'chinese', text: mark }, token];
  });
}
