import { SURNAMES } from '../language/data/surnames.ts';
import type { Token, Tokenizer } from '../language/tokenizer.ts';
import { POINTED_COUNTERS } from './data/stop-words.ts';

/** Words of one character that jieba's model joins to a word beside them where people talk: 能涨, 要建, 病有. */
const BEFORE = '要能会可想肯敢在有是没不各还都也就再又把被给让跟由';
const BEHIND = '要能会可有在是过了着得没去卖';
/** 这条线, 那批货, 整台车: which one is meant, and what is counted by. */
const POINTING = new RegExp(`^[这那该整][${POINTED_COUNTERS}]?`, 'u');

/** Characters of the longest word that the model makes up so. */
const LONGEST = 4;

/**
 * The words of a question, of which those are taken apart that are none: neither the dictionary nor the
 * corpus has them, and without one light character at an end they are one that it has. What may be a name
 * that nobody wrote yet stays whole.
 */
export function takenApart(tokens: readonly Token[], tokenizer: Tokenizer): Token[] {
  return tokens.flatMap((token) => {
    const at = placeOfCut(token, tokenizer);
    if (at === undefined) return [token];
    const middle = token.start + at;
    const parts = [
      { ...token, text: token.text.slice(0, at), end: middle },
      { ...token, text: token.text.slice(at), start: middle },
    ];
    return takenApart(parts, tokenizer);
  });
}

function placeOfCut({ text, kind }: Token, { isWord }: Tokenizer): number | undefined {
  if (kind !== 'han' || text.length < 2 || text.length > LONGEST || isWord(text)) return undefined;
  const isOne = (rest: string) => rest.length === 1 || isWord(rest);
  const pointing = POINTING.exec(text)?.[0].length ?? 0;
  if (pointing > 0 && pointing < text.length && isOne(text.slice(pointing))) return pointing;
  if (BEFORE.includes(text.slice(0, 1)) && isOne(text.slice(1))) return 1;
  const rest = text.slice(0, -1);
  return BEHIND.includes(text.slice(-1)) &&
    isOne(rest) &&
    !(rest.length === 1 && SURNAMES.has(rest))
    ? rest.length
    : undefined;
}
