import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** When the last summary of a week was sent, kept over restarts so that one comes each week. */
export interface WeeklyReport {
  /** Since when the next one is to tell; undefined while the week is not over. */
  due(): Promise<Date | undefined>;
  /** Notes that it was sent now. */
  sent(): Promise<void>;
}

const WEEK = 7 * 24 * 60 * 60 * 1000;
const NOTE = z.object({ last: z.iso.datetime() });

/**
 * The first week begins when it is asked for first.
 * @param now milliseconds of a clock
 */
export function createWeeklyReport(stateDir: string, now: () => number = Date.now): WeeklyReport {
  const file = join(stateDir, 'weekly-report.json');

  async function sent(): Promise<void> {
    await mkdir(stateDir, { recursive: true, mode: 0o700 });
    const note = JSON.stringify({ last: new Date(now()).toISOString() });
    await writeFile(`${file}.new`, note, { mode: 0o600 });
    await rename(`${file}.new`, file);
  }

  return {
    async due() {
      const text = await readFile(file, 'utf8').catch(() => '');
      const last = Date.parse(NOTE.safeParse(parsed(text)).data?.last ?? '');
      // a clock that was set back must not keep the summary away for years
      if (Number.isNaN(last) || last > now()) {
        await sent();
        return undefined;
      }
      return now() - last >= WEEK ? new Date(last) : undefined;
    },
    sent,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
