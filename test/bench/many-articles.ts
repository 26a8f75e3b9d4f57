import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Article } from '../../src/article/types.ts';
import { INDEX, type QuestionSet, writeCorpus } from './corpora.ts';
import type { Measured } from './measure.ts';
import { PEERS, YUANWEN } from './peers/index.ts';
import { runNode } from './processes.ts';

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** One library over one corpus. */
export interface Row {
  readonly peer: string;
  readonly size: number;
  readonly measured: Measured;
  /** Milliseconds from the start of a process to its first answer, with the index kept on disk. */
  readonly restart?: number;
}

export interface Corpora {
  readonly sets: readonly QuestionSet[];
  readonly reports: readonly Article[];
  readonly sizes: readonly number[];
  readonly passes: number;
}

/** Ourselves and every peer over a corpus of each size; `say` is told what is done, and what failed. */
export function measureAll(
  { sets, reports, sizes, passes }: Corpora,
  say: (line: string) => void,
): Row[] {
  const rows: Row[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'yuanwen-bench-'));
  try {
    for (const size of sizes) {
      const dir = join(folder, String(size));
      const { real } = writeCorpus(sets, reports, size, dir);
      say(`${size} paragraphs, ${real} of them as they are, ${size - real} shuffled`);
      for (const peer of [YUANWEN, ...Object.keys(PEERS)]) {
        try {
          const { stdout } = runNode([script('measure.js'), peer, dir, String(passes)]);
          const row = { peer, size, measured: JSON.parse(stdout) };
          rows.push(peer === YUANWEN ? { ...row, restart: restart(dir) } : row);
          say(`  ${peer}`);
        } catch (error) {
          say(`  ${peer} failed: ${(error as Error).message.slice(0, 300)}`);
        }
      }
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function restart(dir: string): number {
  const { stdout } = runNode([script('start.js'), dir, join(dir, INDEX)]);
  const ends: [stage: string, ms: number][] = JSON.parse(stdout);
  return ends.at(-1)?.[1] ?? 0;
}
