import type { AnswerType } from '../../../question/data/question-words.ts';
import type { Question } from '../../../question/question.ts';
import type { Fails } from './reading.ts';

/** 非 before a word of two characters: 非网民, 非制造业. Not behind a place that it ends: 南非, 北非. */
const NOT = /(?<![南北东西中是本扣])非(?!洲|常|法|典|遗|凡|得|要|此)(\p{Script=Han}{2})/gu;

/** Those who are not on the net are none of those who are: what is told of the one is not told of the other. */
export function isOfOpposite({ normalized }: Question): Fails | undefined {
  // 并非来自非私人企业: what is denied twice
  const asked = normalized.includes('并非') ? [] : excludedIn(normalized);
  return ({ sentence }) =>
    asked.some((word) => isOnly(word, sentence, '')) ||
    excludedIn(sentence).some(
      (word) => isOnly(word, sentence, '非') && isOnly(word, normalized, ''),
    );
}

const FIGURES: ReadonlySet<AnswerType> = new Set(['number', 'money', 'duration']);

/** 加床 costs what it costs, and 加人不加床 something else: the word is denied wherever the sentence writes it. */
export function deniesMatter({ normalized, type, content }: Question): Fails | undefined {
  if (!FIGURES.has(type) || /[不没未无]/u.test(normalized)) return undefined;
  const words = content.filter(({ text, kind }) => kind === 'han' && text.length > 1);
  return ({ sentence, article }) =>
    words.some(
      ({ text }) =>
        sentence.includes(`不${text}`) &&
        !new RegExp(`(?<!不)${text}`, 'u').test(sentence) &&
        new RegExp(`(?<!不)${text}`, 'u').test(article()),
    );
}

/** Whether a text writes a word with this before it, and nowhere otherwise. */
function isOnly(word: string, text: string, before: '非' | ''): boolean {
  return before === '' ? isBare(word, text) && !text.includes(`非${word}`) : !isBare(word, text);
}

function excludedIn(text: string): readonly string[] {
  return [...text.matchAll(NOT)].map(([, word = '']) => word);
}

/** Whether a text writes a word without 非 before it; 中华 is no 华. */
function isBare(word: string, text: string): boolean {
  return new RegExp(`(?<![非中])${word}`, 'u').test(text);
}

/** 最佳影片, 最佳女主角: the prizes of one award. */
const BEST = /最佳(\p{Script=Han}{2})/u;

/** 诗歌奖, 散文奖: the prizes of one contest, by what they are for. */
const PRIZE =
  /(\p{Script=Han}(?![大金银铜等头首特名么个项此该本获得过了颁领评授设入夺拿种些]奖)\p{Script=Han})奖(?![金励品状牌杯学项])/u;

/** The best script is not the best film, nor the prize for verse that for prose. */
export function isOfOtherPrize({ normalized }: Question): Fails | undefined {
  const best = BEST.exec(normalized)?.[1];
  const prize = best ?? PRIZE.exec(normalized.replace(ANY_PRIZE, ' '))?.[1];
  if (prize === undefined) return undefined;
  // 最佳男女主角 are two
  const own = new RegExp(
    best === undefined ? `${prize}[^,。;]{0,6}奖` : `最佳[^,。;、]{0,6}${prize}`,
    'u',
  );
  const kind = best === undefined ? PRIZE : BEST;
  return ({ sentence }) => kind.test(sentence) && !own.test(sentence);
}

/** A contest whose own name ends so: 山海文学奖诗歌奖. */
const ANY_PRIZE = /\p{Script=Han}{2,6}奖(?=\p{Script=Han}{2,4}奖)/u;

/** A fair, a contest or a cup by its name: 南山书展, 云岭公开赛. */
const EVENT =
  /(\p{Script=Han}{2})(?:书展|影展|画展|车展|公开赛|锦标赛|邀请赛|大奖赛|电影节|音乐节|艺术节|博览会)/u;

/** What was won at a fair that the article never names is not told by what was won elsewhere. */
export function lacksEvent({ normalized }: Question): Fails | undefined {
  const name = EVENT.exec(normalized)?.[1];
  if (name === undefined) return undefined;
  return ({ article }) => !article().includes(name);
}
