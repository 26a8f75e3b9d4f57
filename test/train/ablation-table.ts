import { table } from './report.ts';

/** What became of one question with one build. */
export interface Verdict {
  readonly set: string;
  readonly id: string;
  readonly question: string;
  readonly answerable: boolean;
  readonly answered: boolean;
  /** Whether the lead holds the answer. */
  readonly right: boolean;
  readonly lead: string;
  /** The notice: of a refusal its reason. */
  readonly reason: string;
}

/** The verdicts of one build, under the name of what it brought. */
export interface Build {
  readonly name: string;
  readonly verdicts: readonly Verdict[];
}

const keyOf = ({ set, id }: Verdict) => `${set}/${id}`;
const percent = (hits: number, of: number) => (of === 0 ? '–' : ((100 * hits) / of).toFixed(1));

/** Of each set and build: right first, falsely refused, refused rightly, in percent. */
export function scoreTable(builds: readonly Build[]): string {
  const sets = setsOf(builds);
  const cell = (verdicts: readonly Verdict[], set: string) => {
    const own = verdicts.filter((one) => one.set === set);
    const answerable = own.filter((one) => one.answerable);
    const not = own.filter((one) => !one.answerable);
    const share = (all: readonly Verdict[], holds: (one: Verdict) => boolean) =>
      percent(all.filter(holds).length, all.length);
    return [
      share(answerable, ({ right }) => right),
      share(answerable, ({ answered }) => !answered),
      share(not, ({ answered }) => !answered),
    ].join(' / ');
  };
  return table(
    ['right first / falsely refused / refused rightly, %', ...sets],
    builds.map(({ name, verdicts }) => [name, ...sets.map((set) => cell(verdicts, set))]),
  );
}

/** What each build changed against the one before it: right leads and right refusals, gained and lost. */
export function ablationTable(builds: readonly Build[]): string {
  const sets = setsOf(builds);
  return table(
    ['right leads gained −lost; right refusals gained −lost', ...sets],
    builds.slice(1).map(({ name, verdicts }, place) => {
      const before = new Map(builds[place]?.verdicts.map((one) => [keyOf(one), one]));
      return [name, ...sets.map((set) => changeOf(verdicts, before, set))];
    }),
  );
}

function changeOf(
  verdicts: readonly Verdict[],
  before: ReadonlyMap<string, Verdict>,
  set: string,
): string {
  const counts = { leads: [0, 0], refusals: [0, 0] };
  for (const one of verdicts) {
    const was = before.get(keyOf(one));
    if (one.set !== set || was === undefined) continue;
    const [now, then] = [isGood(one), isGood(was)];
    const own = one.answerable ? counts.leads : counts.refusals;
    if (now && !then) own[0] = (own[0] ?? 0) + 1;
    if (then && !now) own[1] = (own[1] ?? 0) + 1;
  }
  const { leads, refusals } = counts;
  const told = ([gained = 0, lost = 0]: readonly number[]) =>
    gained + lost === 0 ? '·' : `${gained} −${lost}`;
  return `${told(leads)}; ${told(refusals)}`;
}

/** Refusals by what they say, the commonest first: how many are right, how many of answerable questions. */
export function reasonTable({ verdicts }: Build): string {
  const reasons = new Map<string, { right: number; wrong: number }>();
  for (const { answered, answerable, reason } of verdicts) {
    if (answered) continue;
    // what is quoted in a reason is the question's own
    const kind = reason.replace(/[“「《][^”」》]*[”」》]/gu, '“…”').replace(/\d+/g, '0');
    const counts = reasons.get(kind) ?? { right: 0, wrong: 0 };
    if (answerable) counts.wrong += 1;
    else counts.right += 1;
    reasons.set(kind, counts);
  }
  return table(
    ['reason', 'rightly', 'of an answerable question'],
    [...reasons]
      .sort(([, a], [, b]) => b.right + b.wrong - a.right - a.wrong)
      .map(([reason, { right, wrong }]) => [reason, String(right), String(wrong)]),
  );
}

/** Every question whose verdict differs between two builds, worse ones first. */
export function changesBetween(before: Build, after: Build): string {
  const was = new Map(before.verdicts.map((one) => [keyOf(one), one]));
  const changed = after.verdicts.flatMap((now) => {
    const then = was.get(keyOf(now));
    return then === undefined || isGood(now) === isGood(then) ? [] : [{ now, then }];
  });
  return changed
    .sort((a, b) => Number(isGood(a.now)) - Number(isGood(b.now)))
    .map(({ now, then }) =>
      [
        `${isGood(now) ? 'better' : 'WORSE'} ${keyOf(now)} ${now.question}`,
        `  before: ${toldBy(then)}`,
        `  after:  ${toldBy(now)}`,
      ].join('\n'),
    )
    .join('\n');
}

function toldBy({ answered, lead, reason }: Verdict): string {
  return answered ? lead : `(${reason})`;
}

function isGood({ answerable, answered, right }: Verdict): boolean {
  return answerable ? right : !answered;
}

function setsOf(builds: readonly Build[]): string[] {
  return [...new Set(builds.flatMap(({ verdicts }) => verdicts.map(({ set }) => set)))];
}
