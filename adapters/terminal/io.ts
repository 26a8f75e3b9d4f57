import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** The variables by which people say what their terminal is to show. */
export interface TerminalEnv {
  readonly NO_COLOR?: string | undefined;
  readonly FORCE_COLOR?: string | undefined;
  readonly TERM?: string | undefined;
  readonly LOG_LEVEL?: string | undefined;
}

/** What a command may touch of the outside: replaced as a whole in tests. */
export interface Io {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly errors: Writable;
  readonly env: TerminalEnv;
}

/** Writes and waits while the reader is behind, so that a long run holds no more than a line. */
export async function print(output: Writable, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain');
}

/** A reader that has gone (`… | head -1`) is no fault: leaves quietly with exit code 0. */
export function leaveOnClosedPipe({ output, errors }: Pick<Io, 'output' | 'errors'>): void {
  // whoever closed stderr does not want to hear of it
  errors.on('error', () => {});
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    errors.write(`yuanwen: cannot write the output: ${error.message}\n`);
    process.exit(1);
  });
}

/** Colours only on a terminal, and not where https://no-color.org is set. */
export function wantsColour({ output, env }: Pick<Io, 'output' | 'env'>): boolean {
  return output.isTTY === true && !env.NO_COLOR && env.FORCE_COLOR !== '0' && env.TERM !== 'dumb';
}
