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
  /** Whether several workers over one database are asked, and killed. */
  readonly database: boolean;
  readonly chats: number;
  /** Whether Telegram posts to the workers. */
  readonly webhook: boolean;
  /** Numbers of workers whose pace is measured, one after the other, and nothing is killed. */
  readonly pace: readonly number[];
  /** The share of a core that each of them is held to. */
  readonly share: number;
}

export const USAGE = `npm run soak -- [--hours 1 | --minutes 2 | --questions 20000] [--faults 0.02] [--corpus corpus]
npm run soak -- --fuzz 1000000 [--corpus corpus]
npm run soak -- --database [--questions 2000] [--chats 200] [--webhook] [--pace 1,2,4 [--share 0.1]] [--corpus corpus]

  Runs both bots in a process against the platforms on loopback, with mixed questions and failing
  calls, and tells what was lost or doubled, the bots' memory at start and end, and the longest time
  for which nothing else could run. Ends with 1 where anything was lost or doubled, or memory grew.
  --database has people ask two workers over one database of its own, of which one is killed, a third
  added, the one killed that builds in the middle of a change of the articles, the primary killed and
  its synchronous standby promoted, and the worker killed that polls for all. It ends with 1 where a
  question was lost, a chat's order broken, an answer mixes two versions of the articles, or more than
  one answer was repeated a chat and kill. --pace tells how many questions a second so many workers answer,
  each held to a --share of a core, so that one machine has room for all of them.
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
      database: { type: 'boolean', default: false },
      chats: { type: 'string', default: '200' },
      webhook: { type: 'boolean', default: false },
      pace: { type: 'string', default: '' },
      share: { type: 'string', default: '1' },
    },
  });
  const { hours, minutes, questions, corpus, database, webhook } = values;
  const time =
    minutes !== undefined
      ? Number(minutes) * 60_000
      : hours !== undefined || questions === undefined
        ? Number(hours ?? 1) * 3_600_000
        : Number.POSITIVE_INFINITY;
  const count = questions === undefined ? Number.POSITIVE_INFINITY : Number(questions);
  const [faults, fuzz] = [Number(values.faults), Number(values.fuzz)];
  const chats = Number(values.chats);
  const pace = values.pace === '' ? [] : values.pace.split(',').map(Number);
  const share = Number(values.share);
  const sound = [time, count, chats, share, ...pace].every((number) => number > 0);
  if (!(sound && faults >= 0 && faults < 0.5 && fuzz >= 0))
    throw new Error(
      '--hours, --minutes, --questions, --faults, --fuzz, --chats, --pace and --share take numbers',
    );
  return { time, questions: count, faults, fuzz, corpus, database, chats, webhook, pace, share };
}
