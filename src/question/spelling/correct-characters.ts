import type { Vocabulary } from '../../knowledge/vocabulary.ts';
import type { Token } from '../../language/tokenizer.ts';
import { STOP_WORDS } from '../data/stop-words.ts';
import type { TokenizedText } from '../question.ts';
import { type Candidate, candidates, MISSPELLINGS } from './candidates.ts';
import { type Evidence, isLikely, needsNearness } from './evidence.ts';
import { isNear, type NearbyText } from './nearby-text.ts';

/** A candidate with the evidence that there may be for it. */
interface Likely extends Candidate {
  readonly evidence: Omit<Evidence, 'run'>;
  /** Runs of characters around the correction, the longest first, that the corpus may write. */
  readonly runs: readonly string[];
}

/** A candidate with the run of characters in the corpus that is the evidence for it. */
interface Explained extends Candidate {
  /** Characters of the longest run around the correction that the corpus writes. */
  readonly length: number;
  /** Whether that run stands in the paragraphs nearest to the rest of the question. */
  readonly near: boolean;
  readonly frequency: number;
  /** Whether the typed characters make a word the other way round, which says more than one that only sounds alike. */
  readonly isSwapped: boolean;
}

/** A question with more unknown pairs of characters than this is about something else, and not misspelt. */
const UNKNOWN_PAIRS = 12;
/** Characters on either side of a correction that are cut into words again: no word reaches further. */
const AROUND = 12;
/**
 * How many times as often the corpus writes one of two words that explain a misspelling equally
 * well, for that one to be taken.
 */
const CLEARLY_MORE = 2;

/** The correction of the first misspelt characters of a text that the corpus's words explain; there may be more. */
export async function correctCharacters(
  { text, tokens }: TokenizedText,
  vocabulary: Vocabulary,
  nearby: NearbyText,
): Promise<Candidate | undefined> {
  const pieces = tokens.flatMap((token) => knownParts(token, vocabulary));
  const found = [...unknownPairs(pieces, vocabulary)];
  if (found.length > UNKNOWN_PAIRS) return undefined;
  for (const at of found) {
    const readings: Explained[] = [];
    for (const candidate of candidates(text, at, vocabulary)) {
      const likely = likelyReading(text, tokens, candidate, vocabulary);
      const explained = likely && (await explain(likely, vocabulary, nearby));
      if (explained !== undefined) readings.push(explained);
    }
    readings.sort(
      (a, b) =>
        Number(b.near) - Number(a.near) ||
        b.length - a.length ||
        Number(b.isSwapped) - Number(a.isSwapped) ||
        MISSPELLINGS.indexOf(a.misspelling) - MISSPELLINGS.indexOf(b.misspelling) ||
        b.frequency - a.frequency,
    );
    const [best, second] = readings;
    if (best === undefined) continue;
    const unsure =
      second !== undefined &&
      second.near === best.near &&
      second.length === best.length &&
      second.misspelling === best.misspelling &&
      second.frequency * CLEARLY_MORE > best.frequency;
    if (!unsure) return best;
  }
  return undefined;
}

/**
 * Places of two neighbouring characters that the corpus never writes side by side: inside a word,
 * or beside a stray character.
 */
function* unknownPairs(tokens: readonly Token[], vocabulary: Vocabulary): Generator<number> {
  let before: Token | undefined;
  for (const token of tokens) {
    if (before?.end === token.start && before.kind === 'han' && token.kind === 'han') {
      const bothStop = isStop(before) && isStop(token);
      const besideStray =
        isStray(before) || isStray(token) || (before.text.length === 1 && token.text.length === 1);
      const pair = before.text.slice(-1) + token.text.slice(0, 1);
      if (!bothStop && besideStray && vocabulary.lacking(pair) > 0) yield token.start - 1;
    }
    if (token.kind === 'han') {
      for (let at = 0; at + 1 < token.text.length; at += 1) {
        if (vocabulary.lacking(token.text.slice(at, at + 2)) > 0) yield token.start + at;
      }
    }
    before = token;
  }
}

/** The candidate with the evidence that there may be for it; undefined where that is not enough, whatever the corpus writes. */
function likelyReading(
  text: string,
  tokens: readonly Token[],
  candidate: Candidate,
  vocabulary: Vocabulary,
): Likely | undefined {
  const { start, end, text: meant, misspelling } = candidate;
  const from = Math.max(0, start - AROUND);
  const corrected = text.slice(from, start) + meant + text.slice(end, end + AROUND);
  const after = vocabulary.tokenizer
    .cut(corrected)
    .flatMap((token) => knownParts(token, vocabulary));
  const at = start - from;
  const touched = after.filter((token) => token.end > at && token.start < at + meant.length);
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const core = corrected.slice(first.start, last.end);
  if (vocabulary.lacking(core) > 0) return undefined;

  const before = neighbour(after[after.indexOf(first) - 1], 'end', first.start);
  const behind = neighbour(after[after.indexOf(last) + 1], 'start', last.end);
  const joins = (left: string, right: string) =>
    vocabulary.lacking(left.slice(-1) + right.slice(0, 1)) === 0;
  const joinsBefore = before !== undefined && joins(before.text, core);
  const joinsBehind = behind !== undefined && joins(core, behind.text);
  // a stray character that is left over was part of some other word, which the correction does not explain
  const strayBefore = before !== undefined && isStray(before);
  const strayBehind = behind !== undefined && isStray(behind);
  if ((strayBefore && !joinsBefore) || (strayBehind && !joinsBehind)) return undefined;

  const left = joinsBefore && !isStop(before) ? before.text : '';
  const right = joinsBehind && !isStop(behind) ? behind.text : '';
  const least = (strayBefore ? left : '') + core + (strayBehind ? right : '');
  const runs = [left + core + right, left + core, core + right, core].filter(
    (run) => run.length > 1 && run.includes(least),
  );
  const evidence = {
    words: tokens.filter((token) => token.end > start && token.start < end),
    typed: text.slice(from + first.start, from + last.end - meant.length + (end - start)),
    meant,
    core,
    whole: touched.length === 1 && core.length > 1 && vocabulary.frequency(core) > 0,
    misspelling,
  };
  // a longer run is never weaker evidence: where it is not enough, the corpus need not be searched
  const [longest] = runs;
  if (longest === undefined || !isLikely({ ...evidence, run: longest }, vocabulary))
    return undefined;
  // the notice shows what is replaced: 券 alone says nothing, 入场券 does
  const isAlone = core.length === 1 && left !== '';
  const shownFrom = (strayBefore || isAlone) && before !== undefined ? before.start : first.start;
  const shownTo = strayBehind ? behind.end : last.end;
  return {
    start: from + shownFrom,
    end: from + shownTo - meant.length + (end - start),
    text: corrected.slice(shownFrom, shownTo),
    misspelling,
    evidence,
    runs,
  };
}

/** The candidate with the run of the corpus that speaks for it; undefined where none speaks clearly enough. */
async function explain(
  { evidence, runs, ...candidate }: Likely,
  vocabulary: Vocabulary,
  nearby: NearbyText,
): Promise<Explained | undefined> {
  const around = await nearby();
  let run: string | undefined;
  for (const one of runs) {
    if (around.includes(one) || (await vocabulary.writes(one))) {
      run = one;
      break;
    }
  }
  if (run === undefined || !isLikely({ ...evidence, run }, vocabulary)) return undefined;
  const near = isNear(run, around);
  if (!near && needsNearness({ ...evidence, run }, vocabulary)) return undefined;
  const { core, misspelling, typed } = evidence;
  const isSwapped =
    misspelling === 'order' && core.length === typed.length && vocabulary.tokenizer.isWord(core);
  return {
    ...candidate,
    near,
    length: run.length,
    frequency: vocabulary.frequency(core),
    isSwapped,
  };
}

/** A word of the corpus or the dictionary as it is; the single characters of a word that jieba has made up. */
function knownParts(token: Token, vocabulary: Vocabulary): Token[] {
  const { text, start, kind } = token;
  if (kind !== 'han' || vocabulary.frequency(text) > 0 || vocabulary.tokenizer.isWord(text))
    return [token];
  return text
    .split('')
    .map((unit, at) => ({ text: unit, start: start + at, end: start + at + 1, kind }));
}

function neighbour(token: Token | undefined, side: 'start' | 'end', at: number): Token | undefined {
  return token?.kind === 'han' && token[side] === at ? token : undefined;
}

function isStop({ text }: Token): boolean {
  return STOP_WORDS.has(text);
}

/** A character that stands alone and is no word of grammar: a piece of a word that jieba does not know. */
function isStray(token: Token): boolean {
  return token.text.length === 1 && !isStop(token);
}
