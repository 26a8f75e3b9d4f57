import { parseArgs } from 'node:util';

export interface SoakOptions {
  /** Milliseconds for which questions are asked; without end where a number of them is given. */
  readonly time: number;
  /** Questions on each platform. */
  readonly questions: number;
  /** Share of calls that a platform fails. */
  readonly faults: number;
  /** Fuzzed questions that are asked in this process instead. */
  readonly fuzz: number;
  readonly corpus: string;
}

export const USAGE = `npm run soak -- [--hours 1 | --minutes 2 | --questions 20000] [--faults 0.02] [--corpus corpus]
npm run soak -- --fuzz 1000000 [--corpus corpus]

  Runs both bots in a process against the platforms on loopback, with mixed questions and failing
  calls, and tells what was lost or doubled, the bots' memory at start and end, and the longest time
  for which nothing else could run. Ends with 1 where anything was lost or doubled, or memory grew.
  --fuzz asks malformed and mutilated questions, and checks each quotation against its article.
`;

/** @throws Error that says what is wrong with the arguments */
export function readOptions(args: readonly string[]): SoakOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      hours: { type: 'string' },
      minutes: { type: 'string' },
      questions: { type: 'string' },
      faults: { type: 'string', default: '0.02' },
      fuzz: { type: 'string', default: '0' },
      corpus: { type: 'string', default: 'corpus' },
    },
  });
  const { hours, minutes, questions, corpus } = values;
  const time =
    minutes !== undefined
      ? Number(minutes) * 60_000
      : hours !== undefined || questions === undefined
        ? Number(hours ?? 1) * 3_600_000
        : Number.POSITIVE_INFINITY;
  const count = questions === undefined ? Number.POSITIVE_INFINITY : Number(questions);
  const [faults, fuzz] = [Number(values.faults), Number(values.fuzz)];
  if (!(time > 0 && count > 0 && faults >= 0 && faults < 0.5 && fuzz >= 0))
    throw new Error('--hours, --minutes, --questions, --faults and --fuzz take numbers');
  return { time, questions: count, faults, fuzz, corpus };
}
