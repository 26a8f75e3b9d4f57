import { bareTerm } from '../../language/terms.ts';
import type { Question } from '../../question/question.ts';
import { weekdaysIn } from '../../question/weekdays.ts';
import type { AnswerSpan } from '../spans/typed-spans.ts';

const CLOCK = '[0-9]{1,2}(?::[0-9]{2}|[时点](?:[0-9]{1,2}分?|半)?)';
const PART_OF_DAY = '(?:[上中下]午|早上?|晚上?|凌晨|夜间)?';
/** From one hour until another: 9:00—17:30, 上午8点至11点半. */
const HOURS = new RegExp(
  `${PART_OF_DAY}\\s?${CLOCK}\\s?(?:[-—–~至到]{1,2})\\s?(?:次日|当[日天])?${PART_OF_DAY}\\s?${CLOCK}`,
  'gu',
);
/** Marks behind which another matter begins. */
const MARKS = /[。;\n]/u;
/** Marks behind which the days themselves are named, right before their hours. */
const BEFORE_DAYS = /[,:()]/u;
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
  const days = daysBefore(first).trimStart();
  const named = weekdaysIn(days).size > 0 ? days.length : 0;
  return { start: first.start - named, end: last.end, isOne: false };
}

/** The hours told one after the other among which the phrase stands. */
function runAround(text: string, phrase: AnswerSpan): readonly Hours[] {
  const runs: Hours[][] = [];
  let until = 0;
  for (const { index: start, 0: hours } of text.matchAll(HOURS)) {
    const between = text.slice(until, start);
    const days = between.split(MARKS).at(-1)?.slice(-APART) ?? '';
    until = start + hours.length;
    const one = { start, end: until, days };
    const run = runs.at(-1);
    if (run !== undefined && between.length <= APART) run.push(one);
    else runs.push([one]);
  }
  const holds = (run: readonly Hours[]) => {
    const [first, last] = [run[0] as Hours, run.at(-1) as Hours];
    return phrase.start >= first.start - daysBefore(first).length && phrase.end <= last.end;
  };
  return runs.find(holds) ?? [];
}

/** What stands right before some hours. */
function daysBefore({ days }: Hours): string {
  return days.split(BEFORE_DAYS).at(-1) ?? '';
}

/** How much of the question is said of some days. */
function fitOf({ content, normalized, alternatives }: Question, days: string): number {
  const asked = weekdaysIn(normalized);
  const told = weekdaysIn(days);
  const isDay = asked.size > 0 && [...asked].every((day) => told.has(day));
  const isSeason = SEASONS.some(([season, said]) => season.test(normalized) && said.test(days));
  const forms = content
    .filter(({ text }) => text.length > 1)
    .map(({ text }) => [text, ...(alternatives.get(text) ?? []).map(bareTerm)]);
  const words = forms.filter((some) => some.some((form) => days.includes(form))).length;
  return words + (isDay ? 1 : 0) + (isSeason ? 1 : 0);
}
