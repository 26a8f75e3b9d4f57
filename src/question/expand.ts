import { regionalWords } from '../knowledge/data/regional-words.ts';
import { SYNONYMS } from '../knowledge/data/synonyms.ts';
import type { Lexicon } from '../knowledge/lexicon.ts';
import type { FindFullNames } from '../language/abbreviations.ts';
import { findNames } from '../language/find-names.ts';
import { bigramsOf, bigramTerms, termsOf } from '../language/terms.ts';
import type { Token, Tokenizer } from '../language/tokenizer.ts';
import { abbreviatedCompound } from './abbreviated-compound.ts';
import { KIND_WORDS } from './data/stop-words.ts';
import { type EverydayWord, everydayWords, type WordTools } from './everyday-words.ts';
import type { Question } from './question.ts';
import { isNoun } from './question-nouns.ts';
import { withoutComplement } from './verb-complements.ts';

/** Words at most that make up one short form: 生创 + 中心. */
const LONGEST_SHORT_FORM = 3;
/** Names that a short form may stand for: one that fits more of them is none of theirs. */
const MEANINGS = 3;

/**
 * The question with the synonyms and full names that this corpus has for its words, and with what it
 * writes for everyday ones. A phrase of which nothing else is left (要钱吗) becomes a term of its own.
 * Where the corpus has only a synonym of a word, the word's own bigrams are dropped: no paragraph can
 * hold them.
 */
export async function expand(
  question: Question,
  lexicon: Lexicon,
  tokenizer: Tokenizer,
): Promise<Question> {
  // loaded with the first question, so that no start waits for it
  const { writtenWords } = await import('../knowledge/thesaurus.ts');
  const tools = { lexicon, tokenizer, writtenWords };
  const alternatives = new Map(question.alternatives);
  const words = new Map(question.words);
  const bigrams = new Map(question.bigrams);
  const add = (term: string, others: readonly string[]) => {
    alternatives.set(term, [...new Set([...(alternatives.get(term) ?? []), ...others])]);
  };

  // a pair that stands across a word of grammar, and that the corpus lacks, says nothing
  const inContent = new Set(bigramTerms(question.content));
  for (const term of bigrams.keys()) {
    if (!inContent.has(term) && !lexicon.seen(term)) bigrams.delete(term);
  }
  const said = everydayWords(question, tools);
  const everyday = namesUnknown(question, said, tools) ? [] : said;
  const phrases = everyday.filter(({ isPhrase }) => isPhrase);
  for (const token of question.content) {
    if (KIND_WORDS.has(token.text) || phrases.some((phrase) => isInside(token, phrase))) continue;
    const others = synonymsOf(token.text).filter((word) => lexicon.seen(word));
    if (others.length === 0) continue;
    add(token.text, others);
    if (!lexicon.seen(token.text)) for (const term of bigramTerms([token])) bigrams.delete(term);
  }
  for (const [tokens, names] of shortForms(question.content, lexicon.fullNames)) {
    for (const term of termsOf(tokens, tokenizer)) add(term, names);
  }
  // no paragraph can hold the bigrams of what the corpus only says otherwise
  const replace = (tokens: readonly Token[], others: readonly string[]) => {
    for (const term of termsOf(tokens, tokenizer)) add(term, others);
    dropUnseen(tokens);
  };
  const dropUnseen = (tokens: readonly Token[]) => {
    const own = bigramTerms(tokens);
    if (!own.every(lexicon.seen)) for (const term of own) bigrams.delete(term);
  };
  for (const [tokens, others] of regionalForms(question.content, lexicon)) replace(tokens, others);
  for (const phrase of everyday) {
    const tokens = question.content.filter((token) => isInside(token, phrase));
    if (tokens.some(({ text }) => words.get(text) === 1)) replace(tokens, phrase.written);
    else if (phrase.isPhrase) {
      dropUnseen(tokens);
      words.set(phrase.text, 1);
      add(phrase.text, phrase.written);
    }
  }
  for (const tokens of runs(question.content)) {
    const short = tokens.map(({ text }) => text).join('');
    const compound = alternatives.has(short) ? undefined : abbreviatedCompound(short, tools);
    if (compound !== undefined) replace(tokens, [compound]);
  }
  const taught = question.content.filter(({ text }) => lexicon.isName(text));
  const names = [
    ...new Set([
      ...question.names,
      ...taught.map(({ text }) => text),
      ...findNames(question.normalized, tokenizer).filter((name) => !tearsWord(name, question)),
    ]),
  ];
  return { ...question, words, bigrams, alternatives, names };
}

/** 人医药 of 咬了人医药费谁出: what looks like a name and ends in the middle of a word. */
function tearsWord(name: string, { normalized, rest }: Question): boolean {
  const end = normalized.indexOf(name) + name.length;
  return rest.tokens.some((token) => token.start < end && end < token.end);
}

/**
 * Words, single or up to LONGEST_SHORT_FORM neighbours, that are called otherwise in Taiwan or Hong Kong
 * than on the mainland, with what this corpus calls them.
 */
function* regionalForms(
  content: readonly Token[],
  { seen }: Lexicon,
): Generator<[readonly Token[], readonly string[]]> {
  for (const tokens of runs(content)) {
    const others = regionalWords().get(tokens.map(({ text }) => text).join('')) ?? [];
    // jieba may know neither: two neighbouring characters are a term all the same
    const terms = others.flatMap((word) =>
      seen(word) || word.length > 2 ? [word] : bigramsOf(word),
    );
    const known = terms.filter(seen);
    if (known.length > 0) yield [tokens, known];
  }
}

/** Words, single or up to LONGEST_SHORT_FORM neighbours, that are short for names of the corpus, with those names. */
function* shortForms(
  content: readonly Token[],
  fullNames: FindFullNames,
): Generator<[readonly Token[], readonly string[]]> {
  for (const tokens of runs(content)) {
    const names = fullNames(tokens.map(({ text }) => text).join(''));
    if (names.length > 0 && names.length <= MEANINGS) yield [tokens, names];
  }
}

/** Each run of one to LONGEST_SHORT_FORM neighbouring words. */
function* runs(content: readonly Token[]): Generator<readonly Token[]> {
  for (let first = 0; first < content.length; first += 1) {
    for (let last = first; last < Math.min(content.length, first + LONGEST_SHORT_FORM); last += 1) {
      const token = content[last];
      if (token === undefined || token.kind !== 'han') break;
      if (last > first && content[last - 1]?.end !== token.start) break;
      yield content.slice(first, last + 1);
    }
  }
}

/**
 * Whether a question names something that the corpus writes in no form: then it is not answered, however
 * well the rest of it is understood.
 */
function namesUnknown(
  { content, tags }: Question,
  everyday: readonly EverydayWord[],
  { lexicon: { seen, fullNames }, tokenizer }: WordTools,
): boolean {
  return content.some((token) => {
    const { text, kind } = token;
    if (text.length < 2 || kind === 'number' || KIND_WORDS.has(text) || seen(text)) return false;
    if (everyday.some((word) => isInside(token, word))) return false;
    if (kind === 'latin') return /^[a-z]+$/u.test(text) && synonymsOf(text).length === 0;
    return (
      isNoun(token, tags) &&
      tokenizer.isWord(text) &&
      !bigramsOf(text).some(seen) &&
      ![...synonymsOf(text), ...(regionalWords().get(text) ?? [])].some(seen) &&
      fullNames(text).length === 0
    );
  });
}

/** Whether a word stands inside a stretch of the question. */
function isInside({ start, end }: Token, stretch: { start: number; end: number }): boolean {
  return start >= stretch.start && end <= stretch.end;
}

function synonymsOf(word: string): readonly string[] {
  return [...(SYNONYMS.get(word) ?? SYNONYMS.get(withoutComplement(word)) ?? [])];
}
