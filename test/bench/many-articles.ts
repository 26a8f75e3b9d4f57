import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Indexed } from './build.ts';
import { type Filling, type QuestionSet, STATE, writeCorpus } from './corpora.ts';
import type { Loaded } from './load.ts';
import type { LookedUp } from './lookups.ts';
import type { Measured } from './measure.ts';
import { QUESTION } from './one-article.ts';
import { FTS5, PEERS, YUANWEN } from './peers/index.ts';
import { outputsOf, runNode } from './processes.ts';
import { median } from './statistics.ts';

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const MAIN = 'dist/adapters/main.js';

/** One library over one corpus. */
export interface Row {
  readonly peer: string;
  readonly size: number;
  readonly measured: Measured;
  /** Of ourselves alone. */
  readonly own?: Own;
}

/** What only we keep from one process to the next, or do for many at once. */
interface Own {
  /** Milliseconds of `ask` as a whole process, with all kept; the median of `RESTARTS`. */
  readonly restart: number;
  /** Milliseconds of the processor to make all that is kept beside the index. */
  readonly making: number;
  readonly load: Loaded;
  readonly lookedUp: LookedUp;
}

const RESTARTS = 5;
/** Paragraphs from which the other libraries take hours, or more memory than there is. */
const FEW_PEERS_FROM = 1_000_000;

export interface Corpora {
  readonly sets: readonly QuestionSet[];
  /** What larger corpora are filled up with. */
  readonly filling: Filling;
  readonly sizes: readonly number[];
  readonly passes: number;
  /** Minutes that another library than FTS5 is given. */
  readonly minutes: number;
}

/**
 * Ourselves and every peer over a corpus of each size: all rows so far, after each size; `say` is told
 * what is done, and what failed.
 */
export async function* measureAll(
  { sets, filling, sizes, passes, minutes }: Corpora,
  say: (line: string) => void,
): AsyncGenerator<readonly Row[]> {
  const rows: Row[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'yuanwen-bench-'));
  try {
    for (const size of sizes) {
      const dir = join(folder, String(size));
      const { real, repeated } = writeCorpus(sets, filling, size, dir);
      say(`${size} paragraphs, ${real} of them as they are, ${repeated} with other names`);
      rows.push(ourselves(size, dir, passes));
      say(`  ${YUANWEN}`);
      const peers = size < FEW_PEERS_FROM ? Object.keys(PEERS) : [FTS5];
      const commands = peers.map((peer) => ({
        args: [ROOM, script('measure.js'), peer, dir, String(passes)],
        timeout: peer === FTS5 ? 0 : minutes * 60_000,
      }));
      for (const [place, output] of (await outputsOf(commands)).entries()) {
        const peer = peers[place] ?? '';
        if (output instanceof Error) say(`  ${peer} failed: ${output.message.slice(0, 300)}`);
        else rows.push({ peer, size, measured: JSON.parse(output) });
      }
      yield rows;
      rmSync(dir, { recursive: true });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Libraries that hold all in memory are given all of it: at 100,000 paragraphs some take several GB. */
const ROOM = `--max-old-space-size=${Math.floor((0.4 * totalmem()) / 2 ** 20)}`;

/** Read, indexed and made by one process, as a bot's keeper is, and asked in another. */
function ourselves(size: number, dir: string, passes: number): Row {
  const { indexing, making }: Indexed = jsonOf('build.js', dir);
  const measured: Measured = jsonOf('measure.js', YUANWEN, dir, String(passes));
  const restarts = Array.from(
    { length: RESTARTS },
    () => runNode([MAIN, 'ask', '--corpus', dir, QUESTION], { STATE_DIR: join(dir, STATE) }).ms,
  );
  const lookedUp: LookedUp = jsonOf('lookups.js', dir);
  const load: Loaded = jsonOf('load.js', dir);
  return {
    peer: YUANWEN,
    size,
    measured: { ...measured, build: indexing },
    own: { restart: median(restarts), making, load, lookedUp },
  };
}

function jsonOf(name: string, ...args: readonly string[]) {
  return JSON.parse(runNode([script(name), ...args]).stdout);
}
