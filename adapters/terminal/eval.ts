import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Bot } from '../../src/bot/bot.ts';
import {
  type Case,
  evaluate,
  parseCases,
  type Rate,
  type Result,
  type Scores,
  score,
} from '../../src/evaluation/evaluate.ts';
import { rewritePage, withRow } from '../../src/evaluation/results-page.ts';
import { YuanwenError } from '../../src/util/errors.ts';
import { type Io, print } from './io.ts';
import { oneLine } from './style.ts';
import { table } from './table.ts';

export interface EvalOptions {
  readonly show: boolean;
  readonly json: boolean;
  /** The page in which the row of this set is written anew. */
  readonly write?: string;
  /** The file of questions, after which that row is named. */
  readonly file?: string;
}

/**
 * Reads a file of questions; fails before anything slow is loaded.
 * @throws YuanwenError with code `input`, naming the file, the line and the remedy
 */
export function readCases(file: string): readonly Case[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'not UTF-8';
    throw new YuanwenError('input', `${file} cannot be read (${code}): give a file in UTF-8.`, {
      cause: error,
    });
  }
  try {
    return parseCases(text);
  } catch (error) {
    if (!(error instanceof YuanwenError)) throw error;
    throw new YuanwenError('input', `${file}: ${error.message}`, { cause: error });
  }
}

/** Asks the questions and prints how the replies did. */
export async function runEval(
  bot: Bot,
  cases: readonly Case[],
  { show, json, write, file = 'questions' }: EvalOptions,
  io: Io,
): Promise<void> {
  const results = await evaluate(
    cases,
    (question, conversation) => bot.ask(question, conversation),
    () => performance.now(),
  );
  const { all, kinds } = score(results);
  if (write !== undefined) {
    const row = [setName(file), ...COLUMNS.map(([, cell]) => cell(all))];
    rewritePage(write, (page) =>
      withRow(page, 'eval', ['', ...COLUMNS.map(([name]) => name)], row),
    );
  }
  if (json) {
    const report = { scores: { all, kinds: Object.fromEntries(kinds) }, results };
    await print(io.output, `${JSON.stringify(report)}\n`);
    return;
  }
  if (show) for (const result of results.filter(isMiss)) await print(io.output, miss(result));
  await print(io.output, `${scoreTable(all, kinds)}\n`);
}

/** `xquad` of `xquad/questions.jsonl`; else the file's own name without its extension. */
function setName(file: string): string {
  const name = basename(file, '.jsonl');
  return name === 'questions' ? basename(dirname(resolve(file))) : name;
}

function isMiss({ leadHit, refusedRightly }: Result): boolean {
  return leadHit === false || refusedRightly === false;
}

function miss({ case: { id, kind, question, expect }, reply, falselyRefused }: Result): string {
  const wanted = !expect.answerable
    ? 'a refusal'
    : expect.any_of
      ? `one of ${expect.any_of.join(' | ')}`
      : expect.must_contain.join(' + ');
  const nearest = reply.passages[0]?.text ?? 'nothing';
  const got =
    reply.outcome === 'answered'
      ? reply.lead
      : `${reply.outcome}: ${reply.notice} (nearest: ${nearest})`;
  const title = `${falselyRefused ? 'refused' : expect.answerable ? 'missed' : 'answered'}`;
  return `${oneLine(`${title}  ${id}  ${kind}  ${question}`)}\n  wanted  ${oneLine(wanted)}\n  got     ${oneLine(got)}\n\n`;
}

const COLUMNS: readonly (readonly [string, (scores: Scores) => string])[] = [
  ['questions', ({ questions }) => String(questions)],
  ['lead hit', ({ leadHit }) => percent(leadHit)],
  ['shown hit', ({ shownHit }) => percent(shownHit)],
  ['unsure', ({ unsure }) => percent(unsure)],
  ['sure but wrong', ({ sureButWrong }) => percent(sureButWrong)],
  ['first passage', ({ passageHit }) => percent(passageHit)],
  ['figure hit', ({ figureHit }) => percent(figureHit)],
  ['refused rightly', ({ refusedRightly }) => percent(refusedRightly)],
  ['falsely refused', ({ falselyRefused }) => percent(falselyRefused)],
  ['exact', ({ spanExact }) => percent(spanExact)],
  ['F1', ({ spanExact, spanF1 }) => (spanExact.of === 0 ? '–' : (100 * spanF1).toFixed(1))],
  ['mean lead', ({ meanLead }) => meanLead.toFixed(1)],
  ['mean shown', ({ meanShown }) => meanShown.toFixed(1)],
  ['median ms', ({ medianMs }) => medianMs.toFixed(2)],
  ['p99 ms', ({ p99Ms }) => p99Ms.toFixed(2)],
];

function scoreTable(all: Scores, kinds: ReadonlyMap<string, Scores>): string {
  const rows: [string, Scores][] = [...kinds].map(([kind, some]) => [oneLine(kind), some]);
  if (rows.length !== 1) rows.push(['in all', all]);
  return table(
    [
      ['kind', ...COLUMNS.map(([name]) => name)],
      ...rows.map(([name, some]) => [name, ...COLUMNS.map(([, cell]) => cell(some))]),
    ],
    ['left', ...COLUMNS.map(() => 'right' as const)],
  );
}

function percent({ hits, of }: Rate): string {
  return of === 0 ? '–' : `${((100 * hits) / of).toFixed(1)}% ${hits}/${of}`;
}
