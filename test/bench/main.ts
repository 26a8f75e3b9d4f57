/** Speed and memory, ours and our peers', in one run: `npm run bench`, from the project's folder. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { markdownTable, rewritePage, withSection } from '../../src/evaluation/results-page.ts';
import { chartOf } from './chart.ts';
import { hasSets, readSets, repeatedStories, shuffledSentences } from './corpora.ts';
import { folderRows } from './folder.ts';
import { measureAll } from './many-articles.ts';
import { oneArticleRows } from './one-article.ts';
import { type BenchOptions, readOptions, USAGE } from './options.ts';
import { ownMarkdown, peersMarkdown } from './report.ts';

const HEAD = ['', 'median', '99th percentile', 'memory'];

async function run({ paths, stories, sizes, passes, minutes, out }: BenchOptions): Promise<void> {
  const sets = (await Promise.all(paths.filter(hasSets).map(readSets))).flat();
  const folders = ['corpus', ...paths.filter((path) => !hasSets(path))];
  const corpora = await Promise.all(folders.map(loadCorpus));
  const reports = corpora.flatMap(({ articles }) => articles);
  const filling =
    stories === undefined
      ? shuffledSentences(reports)
      : repeatedStories((await loadCorpus(stories)).articles);
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const one = markdownTable([HEAD, ...(await oneArticleRows())]);
  const folder = markdownTable([['', 'first start', 'kept', 'ratio'], ...folderRows(reports)]);
  mkdirSync(out, { recursive: true });
  // the page is written after each size, so that a long run that is ended keeps what is done
  for await (const rows of measureAll({ sets, filling, sizes, passes, minutes }, say)) {
    const text = [
      'Written in one run, on one machine: compare within it, not between runs.',
      '### One article',
      one,
      '### A folder of 1,000 articles of 2,000 characters',
      'Milliseconds from the start of a process, medians of three; *kept*: with what the first start kept under `STATE_DIR`.',
      folder,
      '### Beside peers',
      how(sets.length, { passes, minutes }, stories !== undefined),
      '![Milliseconds a question over the number of paragraphs](bench.svg)',
      peersMarkdown(rows),
      '### Kept, and under load',
      LOAD,
      ownMarkdown(rows),
    ].join('\n\n');
    rewritePage(join(out, 'results.md'), (page) => withSection(page, 'bench', text));
    writeFileSync(join(out, 'bench.svg'), chartOf(rows));
  }
}

const LOAD =
  'A whole process of `ask` where all was kept by an earlier one, median of five. *Open*: from the files to a bot, jieba loaded before. `/stat` and completion: the longest of some look-ups among the figures of all articles. *Making the rest*: the glossary for English questions, and the figures of each article with their table, made by the process that indexes once a bot can answer. Sixteen conversations ask all questions at once, one a turn of the event loop: how long a turn is held by one of them, and by taking over articles that changed, which the other process has read and indexed.';

/** What was measured, and on what. */
function how(
  sets: number,
  { passes, minutes }: Pick<BenchOptions, 'passes' | 'minutes'>,
  hasStories: boolean,
): string {
  const asked =
    sets === 0
      ? 'Without question sets, seven questions are asked: R@1 and lead hits are left out.'
      : 'The articles come from question sets, with their questions.';
  const filled = hasStories
    ? 'Larger corpora are filled up with news stories, cut between sentences into paragraphs of a hundred characters and more, forty of them an article, as they are and, where there are too few, again with other names and numbers.'
    : 'Larger corpora are filled up with paragraphs of real sentences of reports, shuffled.';
  return `${asked} ${filled} The text and the questions are the same for all, and each stands in a process of its own. Times are milliseconds of the processor, so that what else the machine does is left out: a question's, medians of ${passes} passes after the first; *first time* is the first pass: ours opens the articles and cuts their sentences then. A library that is missing at a size had not come to its end there after ${minutes} minutes, or is not asked from a million paragraphs on. Ours is the whole way from question to reply; a peer's is its search alone. R@1: the right paragraph is first. Lead hit: our lead holds the answer; of a peer, the sentence of its first paragraph that shares most tokens with the question, or the first sentence where it is given sentences. *Build* is indexing alone, from articles in memory, without loading jieba. *Memory added* is beyond jieba, and with a library beyond the articles in memory, which we open from disk; *in all* is the whole process.`;
}

if (!existsSync('dist')) throw new Error('run it from the project’s folder, by npm run bench');
let options: BenchOptions | undefined;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`bench: ${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
}
if (options !== undefined) await run(options);
