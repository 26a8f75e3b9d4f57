import { LONGEST, type Vocabulary } from '../../knowledge/vocabulary.ts';
import { foldSyllable } from '../../language/pinyin.ts';
import { STOP_WORDS } from '../data/stop-words.ts';
import { isNear, type NearbyText } from './nearby-text.ts';

/** Words of grammar that stand between the words of a question typed in pinyin, in folded pinyin. */
const GRAMMAR: ReadonlyMap<string, string> = new Map([
  ['de', '的'],
  ['si', '是'],
  ['you', '有'],
  ['zai', '在'],
  ['he', '和'],
  ['duo sao', '多少'],
  ['sen me', '什么'],
  ['sui', '谁'],
  ['la li', '哪里'],
  ['la lian', '哪年'],
  ['ji ge', '几个'],
  ['wei sen me', '为什么'],
  ['ru he', '如何'],
  ['zen me', '怎么'],
]);

/** Letters that pinyin must have: at all, and where the rest of the question does not support the reading. */
const SHORTEST = 4;
const SHORTEST_ALONE = 5;
/** Letters of the longest run that is read as pinyin. */
const LONGEST_READ = 80;
/** Letters of the longest syllable, zhuang. */
const SYLLABLE = 6;
/** Readings kept up to each letter: which is best may depend on the next word. */
const KEPT = 4;

/** One way to read the letters up to some place as words. */
interface PinyinReading {
  readonly text: string;
  readonly words: number;
  readonly content: number;
  /** Pairs of neighbouring words that the corpus writes side by side. */
  readonly joined: number;
  /** Words that stand in the text nearest to the rest of the question. */
  readonly near: number;
  /** Syllables that are not typed as they are spelt: si for 是. */
  readonly loose: number;
  readonly frequency: number;
}

/**
 * The words of the corpus whose pinyin the typed letters are, from the first letter to the last;
 * `typed` is split where spaces stood. Undefined where the letters are no pinyin of such words.
 */
export async function readPinyin(
  typed: readonly string[],
  vocabulary: Vocabulary,
  nearby: NearbyText,
): Promise<string | undefined> {
  const letters = typed.join('');
  if (letters.length < SHORTEST || letters.length > LONGEST_READ || !/^[a-z]+$/.test(letters))
    return undefined;
  const cuts = new Set<number>();
  for (const [place] of typed.entries()) cuts.add(typed.slice(0, place + 1).join('').length);

  /** The text near the question, searched for at the first word that may be meant. */
  let around: string | undefined;
  const readings: PinyinReading[][] = Array.from({ length: letters.length + 1 }, () => []);
  readings[0] = [{ text: '', words: 0, content: 0, joined: 0, near: 0, loose: 0, frequency: 0 }];
  for (let from = 0; from < letters.length; from += 1) {
    const until = readings[from]?.sort(better).slice(0, KEPT) ?? [];
    if (until.length === 0) continue;
    for (const { end, key, typed: syllables } of runsOfSyllables(letters, from, cuts)) {
      const grammar = GRAMMAR.get(key);
      const words = vocabulary.sounding(key).filter((word) => !STOP_WORDS.has(word));
      if (words.length > 0) around ??= await nearby();
      for (const word of grammar === undefined ? words : [grammar, ...words]) {
        for (const reading of until)
          readings[end]?.push(
            extend(reading, word, syllables, word === grammar, vocabulary, around),
          );
      }
    }
  }
  const [best] = (readings[letters.length] ?? []).filter(({ content }) => content > 0).sort(better);
  if (best === undefined) return undefined;
  return letters.length >= SHORTEST_ALONE || best.near === best.content ? best.text : undefined;
}

/** Runs of syllables that begin at a letter, with their folded form as `key`; none goes on across a space. */
function* runsOfSyllables(
  letters: string,
  from: number,
  cuts: ReadonlySet<number>,
  before: readonly string[] = [],
): Generator<{ readonly end: number; readonly key: string; readonly typed: readonly string[] }> {
  if (before.length === LONGEST) return;
  for (let end = from + 1; end <= Math.min(letters.length, from + SYLLABLE); end += 1) {
    const syllable = letters.slice(from, end);
    if (SOUND.test(syllable)) {
      const typed = [...before, syllable];
      yield { end, key: typed.map(foldSyllable).join(' '), typed };
      yield* runsOfSyllables(letters, end, cuts, typed);
    }
    if (cuts.has(end)) return;
  }
}

/** An initial and a final. Not all combinations are syllables; only those of words of the corpus are found. */
const SOUND =
  /^(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|ong|er|i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ua|uo|uai|ui|uan|un|uang|v|ve|ue)$/;

function extend(
  reading: PinyinReading,
  word: string,
  typed: readonly string[],
  isGrammar: boolean,
  vocabulary: Vocabulary,
  around: string | undefined,
): PinyinReading {
  const [last, first] = [reading.text.slice(-1), word.slice(0, 1)];
  let loose = 0;
  for (const [place, character] of [...word].entries()) {
    const exact =
      isGrammar || vocabulary.readings(character).some(({ syllable }) => syllable === typed[place]);
    if (!exact) loose += 1;
  }
  return {
    text: reading.text + word,
    words: reading.words + 1,
    content: reading.content + (isGrammar ? 0 : 1),
    joined: reading.joined + (last !== '' && vocabulary.holdsPair(last, first) ? 1 : 0),
    near: reading.near + (!isGrammar && isNear(word, around ?? '') ? 1 : 0),
    loose: reading.loose + loose,
    frequency: reading.frequency + (isGrammar ? 0 : Math.log(1 + vocabulary.frequency(word))),
  };
}

/**
 * Orders readings, the best first: syllables typed as they are spelt, then fewer words, then words of
 * the text nearest to the question, then words that the corpus writes side by side, then frequent ones.
 */
function better(a: PinyinReading, b: PinyinReading): number {
  return (
    a.loose - b.loose ||
    a.words - b.words ||
    b.near - a.near ||
    b.joined - a.joined ||
    b.frequency - a.frequency
  );
}
