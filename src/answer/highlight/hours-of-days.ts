import { weekdaysIn } from '../../language/weekdays.ts';
import type { Question } from '../../question/question.ts';
import type { AnswerSpan } from '../spans/typed-spans.ts';

const CLOCK = '[0-9]{1,2}(?::[0-9]{2}|[时点](?:[0-9]{1,2}分?|半)?)';
const PART_OF_DAY = '(?:[上中下]午|早上?|晚上?|凌晨|夜间)?';
/** From one hour until another: 9:00—17:30, 上午8点至11点半. */
const HOURS = new RegExp(
  `${PART_OF_DAY}\\s?${CLOCK}\\s?(?:[-—–~至到]{1,2})\\s?(?:次日|当[日天])?${PART_OF_DAY}\\s?${CLOCK}`,
  'gu',
);
/** Marks behind which the days of the first hours are named. */
const MARKS = /[,:。;\n()]/u;
/** UTF-16 units between the hours of one day and those of the next, at most. */
const APART = 30;
/** Seasons, by what asks for them and how hours are told of them. */
const SEASONS: readonly (readonly [asked: RegExp, told: RegExp])[] = [
  [/冬|淡季/u, /冬|淡季/u],
  [/夏|旺季/u, /夏|旺季/u],
];

/** The hours of some days, and what is said before them of which days those are. */
interface Hours extends AnswerSpan {
  readonly days: string;
}

/**
 * Of the hours that a text gives for several days, those of the day, the season or the thing that the
 * question names: 9:00—17:30 of 周二至周五 9:00—20:30，周末 9:00—17:30 for 周六. All of them, with the
 * days before the first, where it names none. Undefined where the phrase stands in no such run of hours.
 */
export function hoursOfDays(
  question: Question,
  text: string,
  phrase: AnswerSpan,
): (AnswerSpan & { readonly isOne: boolean }) | undefined {
  const run = runAround(text, phrase);
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  const fits = run.map(({ days }) => fitOf(question, days));
  const most = Math.max(...fits);
  if (most > 0) {
    const [only, another] = run.filter((_, place) => fits[place] === most);
    if (only === undefined || another !== undefined) return undefined;
    return { start: only.start, end: only.end, isOne: true };
  }
  const named = weekdaysIn(first.days).size > 0 ? first.days.trimStart().length : 0;
  return { start: first.start - named, end: last.end, isOne: false };
}

/** The hours told one after the other among which the phrase stands. */
function runAround(text: string, phrase: AnswerSpan): readonly Hours[] {
  const runs: Hours[][] = [];
  let until = 0;
  for (const { index: start, 0: hours } of text.matchAll(HOURS)) {
    const between = text.slice(until, start);
    const days = (runs.length > 0 ? between : between.split(MARKS).at(-1)) ?? '';
    until = start + hours.length;
    const one = { start, end: until, days };
    const run = runs.at(-1);
    if (run !== undefined && between.length <= APART) run.push(one);
    else runs.push([one]);
  }
  const holds = (run: readonly Hours[]) => {
    const [first, last] = [run[0] as Hours, run.at(-1) as Hours];
    return phrase.start >= first.start - first.days.length && phrase.end <= last.end;
  };
  return runs.find(holds) ?? [];
}

/** How much of the question is said of some days. */
function fitOf({ content, normalized }: Question, days: string): number {
  const asked = weekdaysIn(normalized);
  const told = weekdaysIn(days);
  const isDay = asked.size > 0 && [...asked].every((day) => told.has(day));
  const isSeason = SEASONS.some(([season, said]) => season.test(normalized) && said.test(days));
  const words = content.filter(({ text }) => text.length > 1 && days.includes(text)).length;
  return words + (isDay ? 1 : 0) + (isSeason ? 1 : 0);
}
