import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parsedJson } from '../../util/parsed-json.ts';
import type { Notes } from './notes.ts';

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
 * The note in a file of its own. The first week begins when it is asked for first.
 * @param now milliseconds of a clock
 */
export function createWeeklyReport(stateDir: string, now: () => number = Date.now): WeeklyReport {
  const file = join(stateDir, 'weekly-report.json');
  return weeklyReport(now, {
    read: async () =>
      NOTE.safeParse(parsedJson(await readFile(file, 'utf8').catch(() => ''))).data?.last,
    async write(last) {
      await mkdir(stateDir, { recursive: true, mode: 0o700 });
      await writeFile(`${file}.new`, JSON.stringify({ last }), { mode: 0o600 });
      await rename(`${file}.new`, file);
    },
  });
}

/** The same where workers remember together; one of them at a time is to ask. */
export function createNotedWeeklyReport(notes: Notes, now: () => number = Date.now): WeeklyReport {
  return weeklyReport(now, {
    read: () => notes.get('last'),
    write: (last) => notes.put('last', last),
  });
}

/** Where the moment of the last summary is kept, as ISO 8601. */
interface Kept {
  read(): Promise<string | undefined>;
  write(last: string): Promise<void>;
}

function weeklyReport(now: () => number, { read, write }: Kept): WeeklyReport {
  const sent = () => write(new Date(now()).toISOString());
  return {
    async due() {
      const last = Date.parse((await read()) ?? '');
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
