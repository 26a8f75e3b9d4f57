import { parseArgs } from 'node:util';
import { YuanwenError } from '../../src/util/errors.ts';

/** What the command line asks for. `corpus` is the folder given, if any. */
export type Command = { readonly corpus?: string } & (
  | { readonly name: 'help' }
  | { readonly name: 'start' }
  | { readonly name: 'ask'; readonly form: 'text' | 'json'; readonly question?: string }
  | { readonly name: 'ask'; readonly form: 'jsonl' }
  | {
      readonly name: 'stat';
      readonly words: readonly string[];
      readonly year?: string;
      readonly actor?: string;
      readonly form: 'table' | 'json' | 'csv';
      /** The file that a chart of the figures is written to: .svg or .png. */
      readonly chart?: string;
    }
  | { readonly name: 'articles'; readonly check: boolean }
  | { readonly name: 'add'; readonly addresses: readonly string[] }
  | { readonly name: 'index' }
  | { readonly name: 'doctor' }
  | { readonly name: 'unanswered' }
  | {
      readonly name: 'eval';
      readonly file: string;
      readonly show: boolean;
      readonly json: boolean;
      /** The page in which the scores are written. */
      readonly write?: string;
    }
);

export const USAGE = `yuanwen answers questions about Chinese articles in the article's own words

  npm start                            a chat; with piped input, one question a line
  npm run --silent ask -- "问题"       one answer; --json for JSON, --jsonl for many from stdin
  npm run --silent stat -- 词语…       figures as a table; --year 2022, --actor 江苏, --json, --csv,
                                       --chart out.svg (or .png) draws those of one measure
  npm run --silent articles            the articles loaded; -- --check tells what to mend in them
  npm run --silent add -- https://…    fetches a page into the folder, with its address and date
  npm run --silent index               reads and indexes a large corpus ahead of the next start
  npm run --silent unanswered          what people asked and did not get, grouped
  npm run --silent doctor              looks at the machine, the settings and the tokens
  npm run --silent eval -- FILE.jsonl  scores replies; --show lists the misses, --json gives all,
                                       --write docs/results.md puts them into that page

  --corpus DIR   folder of articles (default: CORPUS_DIR, or corpus)
  --help         this text
`;

const OPTIONS = {
  check: { type: 'boolean' },
  chart: { type: 'string' },
  corpus: { type: 'string' },
  csv: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  show: { type: 'boolean' },
  year: { type: 'string' },
  actor: { type: 'string' },
  write: { type: 'string' },
} as const;

type Option = keyof typeof OPTIONS;

/** The options each command takes beside --corpus and --help. */
const TAKES: Readonly<Record<string, readonly Option[]>> = {
  start: [],
  ask: ['json', 'jsonl'],
  stat: ['json', 'csv', 'chart', 'year', 'actor'],
  articles: ['check'],
  add: [],
  index: [],
  doctor: [],
  unanswered: [],
  eval: ['json', 'show', 'write'],
};

/** `2022`, `2023-06`, `2021/2025`. */
const PERIOD = /^\d{4}(?:-\d\d){0,2}(?:\/\d{4}(?:-\d\d){0,2})?$/;

function usage(message: string, cause?: unknown): YuanwenError {
  return new YuanwenError('usage', `${message} See --help.`, { cause });
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // Node goes on with advice that repeats the word given; its first sentence says what is wrong
    const [what] = error instanceof Error ? error.message.split(/\.(?:\s|$)/, 1) : [''];
    throw usage(`${what}.`, error);
  }
}

/**
 * Reads the arguments after `node main.js`.
 * @throws YuanwenError with code `usage`
 */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = read(args);
  const [name = 'start', ...words] = positionals;
  const { corpus, actor, write, json = false, jsonl = false, show = false } = values;
  const { chart, csv = false } = values;
  const year = values.year?.normalize('NFKC').replace(/年$/, '');
  if (values.help) return { name: 'help' };
  const takes = Object.hasOwn(TAKES, name) ? TAKES[name] : undefined;
  if (takes === undefined) throw usage(`There is no command "${name}".`);
  for (const option of Object.keys(values) as Option[])
    if (option !== 'corpus' && !takes.includes(option))
      throw usage(`"${name}" takes no --${option}.`);
  if (write === '') throw usage('--write needs a file.');
  if (corpus === '') throw usage('--corpus needs a folder.');
  const at = corpus === undefined ? {} : { corpus };

  switch (name) {
    case 'ask':
      if (jsonl && json) throw usage('Give --json or --jsonl, not both.');
      if (jsonl && words.length > 0) throw usage('--jsonl reads its questions from stdin.');
      if (jsonl) return { ...at, name, form: 'jsonl' };
      return {
        ...at,
        name,
        form: json ? 'json' : 'text',
        ...(words.length > 0 && { question: words.join(' ') }),
      };
    case 'stat':
      if (year !== undefined && !PERIOD.test(year))
        throw usage('--year takes a year, such as 2022, or an ISO 8601 period.');
      if (json && csv) throw usage('Give --json or --csv, not both.');
      if (chart !== undefined && !/\.(?:svg|png)$/i.test(chart))
        throw usage('--chart needs a file that ends in .svg or .png.');
      return {
        ...at,
        name,
        words,
        form: json ? 'json' : csv ? 'csv' : 'table',
        ...(chart !== undefined && { chart }),
        ...(year !== undefined && { year }),
        ...(actor !== undefined && { actor }),
      };
    case 'eval': {
      const [file, ...more] = words;
      if (!file || more.length > 0) throw usage('eval takes one file of questions.');
      return { ...at, name, file, show, json, ...(write !== undefined && { write }) };
    }
    case 'articles':
      if (words.length > 0) throw usage('articles takes no further words.');
      return { ...at, name, check: values.check ?? false };
    case 'add':
      if (words.length === 0) throw usage('add takes the address of a page, such as https://….');
      return { ...at, name, addresses: words };
    case 'index':
    case 'doctor':
    case 'unanswered':
      if (words.length > 0) throw usage(`${name} takes no further words.`);
      return { ...at, name };
    default:
      if (words.length > 0) throw usage('start takes no further words.');
      return { ...at, name: 'start' };
  }
}
