import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { sentencesOf, shuffled } from './corpora.ts';
import type { Start } from './folder-start.ts';
import { runNode } from './processes.ts';
import { median } from './statistics.ts';

const ARTICLES = 1000;
const CHARACTERS = 2000;
const PARAGRAPH = 200;
const ROUNDS = 3;

/** Rows of a table: what a start over many files costs, without and with what the last one kept. */
export function folderRows(reports: readonly Article[]): string[][] {
  const home = mkdtempSync(join(tmpdir(), 'yuanwen-folder-'));
  try {
    const dir = join(home, 'corpus');
    writeArticles(dir, reports);
    const start = (round: number): Start =>
      JSON.parse(runNode(['dist/test/bench/folder-start.js', dir, join(home, `${round}`)]).stdout);
    const rounds = Array.from({ length: ROUNDS }, (_, round) => round);
    const cold = rounds.map(start);
    const cached = rounds.map(start);
    const of = (starts: readonly Start[], part: keyof Start) =>
      median(starts.map((one) => one[part]));
    const row = (name: string, part: keyof Start) => {
      const [first, second] = [of(cold, part), of(cached, part)];
      return [name, first.toFixed(0), second.toFixed(0), (second / first).toFixed(2)];
    };
    return [
      row('until it can answer', 'ready'),
      row('then one file changed: until it answers from it', 'followed'),
      row('of which no question could be answered, at most', 'held'),
    ];
  } finally {
    rmSync(home, { recursive: true });
  }
}

function writeArticles(dir: string, reports: readonly Article[]): void {
  mkdirSync(dir);
  const sentence = shuffled(reports.flatMap(sentencesOf));
  for (let at = 0; at < ARTICLES; at += 1) {
    const paragraphs: string[] = [];
    for (let length = 0; length < CHARACTERS; length += PARAGRAPH) {
      let text = '';
      while (text.length < PARAGRAPH) text += sentence();
      paragraphs.push(text);
    }
    const text = [`第${at + 1}号报告`, '2024-03-05', ...paragraphs].join('\n\n');
    writeFileSync(join(dir, `report-${at}.txt`), text);
  }
}
