import { type ExecFileException, execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export interface Run {
  /** Milliseconds from start to end of the process. */
  readonly ms: number;
  /** The most memory it held, in MB. */
  readonly mb: number;
  readonly stdout: string;
}

/** Has the process write its peak memory (KB) to its fourth stream as it ends. */
const REPORT_MEMORY = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));",
)}`;

/** Runs `node` with `args` in the current folder, with more in its environment; fails when it does. */
export function runNode(args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const from = performance.now();
  const { status, stdout, stderr, output } = spawnSync(
    process.execPath,
    ['--import', REPORT_MEMORY, ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, ...env },
    },
  );
  const ms = performance.now() - from;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return { ms, mb: Number(output[3]) / 1024, stdout };
}

/** The arguments of one process, and the milliseconds after which it is ended; 0 for never. */
export interface Command {
  readonly args: readonly string[];
  readonly timeout: number;
}

/**
 * What each process writes, two at a time: for times of the processor, which leave out what else the
 * machine does. A process that fails gives its error.
 */
export async function outputsOf(commands: readonly Command[]): Promise<(string | Error)[]> {
  const outputs: (string | Error)[] = [];
  const waiting = commands.entries();
  const work = async () => {
    for (const [place, { args, timeout }] of waiting) {
      try {
        outputs[place] = (await execute(process.execPath, [...args], { timeout })).stdout;
      } catch (error) {
        const { killed, message } = error as ExecFileException;
        outputs[place] = new Error(killed ? `it was ended after ${timeout} ms` : message);
      }
    }
  };
  await Promise.all([work(), work()]);
  return outputs;
}

/** Runs each in turn, `rounds` times, so that whatever else the machine does falls on all alike. */
export function runInTurn(commands: readonly (readonly string[])[], rounds: number): Run[][] {
  const runs: Run[][] = commands.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, args] of commands.entries()) runs[index]?.push(runNode(args));
  return runs;
}
