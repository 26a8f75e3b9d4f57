/**
 * A start over a folder of articles, with whatever is kept of it, and one file changed after it;
 * writes a `Start` as JSON: `node folder-start.js FOLDER STATE`.
 */
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readConfig } from '../../adapters/common/settings.ts';
import { openBotFor } from '../../adapters/terminal/open-folder.ts';

export interface Start {
  /** Milliseconds from the start of the process until a bot can answer. */
  readonly ready: number;
  /** From a change of a file until the bot answers from it. */
  readonly followed: number;
  /** The longest that no question could be answered meanwhile. */
  readonly held: number;
}

const [dir = '', state = ''] = process.argv.slice(2);
process.env['STATE_DIR'] = state;
const io = { input: process.stdin, output: process.stderr, errors: process.stderr, env: {} };
const { bot, folder } = await openBotFor(dir, readConfig(), io);
const ready = performance.now();

const [file = ''] = readdirSync(dir);
appendFileSync(join(dir, file), '\n新添的一段写道，这座水厂明年扩建。\n');
const changed = performance.now();
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
await bot.update(await folder.load());
const followed = performance.now() - changed;
// the last turn of the loop is counted when it is over
await new Promise((resolve) => setTimeout(resolve, 10));
delay.disable();
const start: Start = { ready, followed, held: delay.max / 1e6 };
process.stdout.write(JSON.stringify(start), () => process.exit());
