/**
 * What each size of jieba's dictionary costs and brings: `npm run dictionaries -- DIR… [--write FILE]`,
 * each DIR as for `npm run train`. Load is the processor time and the highest memory of a process that
 * reads the dictionary and nothing else, medians of five.
 */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import nodejieba from 'nodejieba';
import type { Rate, Scores } from '../../src/evaluation/evaluate.ts';
import { markdownTable, rewritePage, withSection } from '../../src/evaluation/results-page.ts';
import { dictionaryIn, shorten, THRESHOLDS, wordsOfData } from '../../src/language/dictionary.ts';
import { runNode } from './processes.ts';
import { median } from './statistics.ts';

const { values, positionals: dirs } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'string' } },
});
if (dirs.length === 0) {
  process.stderr.write('Name folders: npm run dictionaries -- DIR… [--write docs/results.md]\n');
  process.exit(2);
}

const { DEFAULT_DICT, DEFAULT_USER_DICT } = nodejieba as unknown as Readonly<
  Record<'DEFAULT_DICT' | 'DEFAULT_USER_DICT', string>
>;
const home = mkdtempSync(join(tmpdir(), 'yuanwen-dictionaries-'));
const built = (module: string) => JSON.stringify(pathToFileURL(resolve('dist/src', module)).href);

/** Frequencies up to which words are left out; the last row is the whole dictionary. */
const SIZES = [50, THRESHOLDS.words, 10, 3];
const LOADS = 5;

function makeFolder(words: number): string {
  const folder = join(home, `${words}`);
  mkdirSync(folder);
  const whole = readFileSync(DEFAULT_DICT, 'utf8');
  const user = readFileSync(DEFAULT_USER_DICT, 'utf8');
  const made = shorten(whole, user, wordsOfData(), { ...THRESHOLDS, words });
  const files = dictionaryIn(folder);
  writeFileSync(files.dict, made.dict);
  writeFileSync(files.userDict, made.userDict);
  return folder;
}

/** Runs a module's text in a process that cuts words by a dictionary, and gives what it prints. */
function runWith(dictionary: string, script: string) {
  const choose = `
    const { chooseDictionary, loadJieba } = await import(${built('language/jieba.js')});
    chooseDictionary(${JSON.stringify(dictionary)});`;
  return runNode(['--input-type=module', '-e', choose + script]);
}

function loadOf(dictionary: string): readonly string[] {
  const script = `
    const before = process.cpuUsage();
    loadJieba();
    const { user, system } = process.cpuUsage(before);
    console.log((user + system) / 1e6);`;
  const runs = Array.from({ length: LOADS }, () => runWith(dictionary, script));
  const seconds = median(runs.map(({ stdout }) => Number(stdout)));
  const mb = median(runs.map((run) => run.mb));
  return [`${seconds.toFixed(2)} s`, `${mb.toFixed(0)} MB`];
}

/** Lead hits and false refusals of a set, in percent. */
function qualityOf(dictionary: string, dir: string): string {
  const script = `
    const { readFileSync } = await import('node:fs');
    const { createBot } = await import(${built('bot/bot.js')});
    const { loadCorpus } = await import(${built('corpus/load-corpus.js')});
    const { evaluate, parseCases, score } = await import(${built('evaluation/evaluate.js')});
    const dir = ${JSON.stringify(resolve(dir))};
    const bot = await createBot(await loadCorpus(dir));
    const cases = parseCases(readFileSync(dir + '/questions.jsonl', 'utf8'));
    const ask = (question, conversation) => bot.ask(question, conversation);
    console.log(JSON.stringify(score(await evaluate(cases, ask, () => performance.now())).all));`;
  const all = JSON.parse(runWith(dictionary, script).stdout) as Scores;
  const percent = ({ hits, of }: Rate) => ((100 * hits) / of).toFixed(1);
  return `${percent(all.leadHit)} / ${percent(all.falselyRefused)}`;
}

function rowOf(label: string, words: number, dictionary: string): readonly string[] {
  return [
    label,
    words.toLocaleString('en'),
    ...loadOf(dictionary),
    ...dirs.map((dir) => qualityOf(dictionary, dir)),
  ];
}

function wordsIn(...files: readonly string[]): number {
  return files
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => /^\p{Script=Han}{2,} /u.test(line)).length;
}

const rows = SIZES.map((words) => {
  const folder = makeFolder(words);
  const { dict, userDict } = dictionaryIn(folder);
  return rowOf(`${words}`, wordsIn(dict, userDict), folder);
});
rows.push(rowOf('whole', wordsIn(DEFAULT_DICT), 'full'));
const head = [
  'seen more than',
  'words',
  'load',
  'memory',
  ...dirs.map((dir) => basename(resolve(dir))),
];
const table = markdownTable([head, ...rows]);
process.stdout.write(table);
const { write } = values;
if (write !== undefined) rewritePage(write, (page) => withSection(page, 'dictionaries', table));
