import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Folders of question sets, or of reports. */
  readonly paths: readonly string[];
  /** A folder of articles, of whose paragraphs larger corpora are made; none for shuffled sentences. */
  readonly stories: string | undefined;
  /** Paragraphs of each corpus. */
  readonly sizes: readonly number[];
  /** How often each question is asked after the first time. */
  readonly passes: number;
  /** Minutes after which another library is ended at one size, so that one run comes to its end. */
  readonly minutes: number;
  /** The folder of the page and of the chart. */
  readonly out: string;
  /** Numbers of workers over a database whose pace is measured, one after the other. */
  readonly workers: readonly number[];
  /** Questions that each number of workers is asked. */
  readonly questions: number;
}

export const USAGE = `npm run bench -- [PATH…] [--stories DIR] [--sizes 100,1000] [--passes 5] [--minutes 20] [--out docs]
npm run bench-shared -- [PATH…] [--stories DIR] [--sizes 10000,100000] [--passes 5] [--workers 1,2,4] [--questions 2000]

  PATH      a folder of question sets (each with articles.jsonl and questions.jsonl), or of articles
            whose sentences larger corpora are grown from; without one, corpus/ alone is used
  --stories a folder of articles whose paragraphs larger corpora are made of, in place of shuffled
            sentences; where there are too few they come again with other names and numbers
  --sizes   paragraphs of each corpus (default 100,1000,10000,100000); from 1000000 on beside FTS5
            alone, which takes half an hour and 6 GB of disk
  --passes  times each question is asked again (default 5)
  --minutes bench alone: time that another library than FTS5 is given at one size (default 20); one
            that needs more is left out there, and said so
  --workers bench-shared alone: how many questions a second so many workers answer (default 1,2,4)
  --questions  bench-shared alone: questions that each number of workers is asked (default 2000)
  --out     folder of results.md, whose part is written anew, and bench.svg (default docs)
`;

/** @throws Error that says what is wrong with the arguments */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      stories: { type: 'string' },
      sizes: { type: 'string', default: '100,1000,10000,100000' },
      passes: { type: 'string', default: '5' },
      out: { type: 'string', default: 'docs' },
      minutes: { type: 'string', default: '20' },
      workers: { type: 'string', default: '1,2,4' },
      questions: { type: 'string', default: '2000' },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  const workers = values.workers.split(',').map(Number);
  const [passes, questions] = [Number(values.passes), Number(values.questions)];
  const minutes = Number(values.minutes);
  const numbers = [...sizes, ...workers, passes, questions, minutes];
  if (!numbers.every((one) => Number.isInteger(one) && one > 0))
    throw new Error(
      '--sizes, --passes, --minutes, --workers and --questions take whole numbers above 0',
    );
  const { stories, out } = values;
  return { paths: positionals, stories, sizes, passes, minutes, out, workers, questions };
}
