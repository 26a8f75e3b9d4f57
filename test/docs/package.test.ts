import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');

/** What an outside program relies on, and asks for by the package's name alone. */
const SOUND = `
import { createBot, createChat, decodeAction, encodeAction, extractFigures, loadCorpus } from 'yuanwen';
import type { Article, BotOptions, Card, Figure, Reply, SearchEngine } from 'yuanwen';

export async function run(engine: () => SearchEngine): Promise<number> {
  const options: BotOptions = { engine, warn: (line: string) => console.log(line) };
  const bot = await createBot(await loadCorpus('corpus'), options);
  const reply: Reply = await bot.ask('几场？', 'a reader');
  if (reply.outcome === 'unanswered') return reply.passages.length;
  const card: Card = await createChat(bot, '.state').ask('几场？');
  const data: string[] = card.buttons.flat().map(({ action }) => encodeAction(action));
  const kinds: (string | undefined)[] = data.map((text) => decodeAction(text)?.action.kind);
  const first: Article | undefined = bot.articles[0];
  const figures: readonly Figure[] = first === undefined ? [] : extractFigures(first);
  return figures.reduce((sum: number, { value }) => sum + value, kinds.length);
}
`;

/** Each line is wrong by the types, and by nothing else. */
const UNSOUND = [
  `import { createBot } from 'yuanwen'; createBot('corpus');`,
  `import type { Reply } from 'yuanwen'; export const of = (reply: Reply) => { reply.lead = ''; };`,
  `import type { Reply } from 'yuanwen'; export const of = (reply: Reply) => reply.outcome === 'maybe';`,
  `import type { BotOptions } from 'yuanwen'; export const options: BotOptions = { engine: 'lucene' };`,
  `import { createBot } from 'yuanwen/dist/src/bot/bot.js'; export const make = createBot;`,
];

/** What tsc says of an outside program that finds this package in its node_modules. */
function compile(source: string): { readonly status: number | null; readonly said: string } {
  const home = mkdtempSync(join(tmpdir(), 'yuanwen-outside-'));
  const modules = join(home, 'node_modules');
  mkdirSync(join(modules, '@types'), { recursive: true });
  symlinkSync(ROOT, join(modules, 'yuanwen'));
  symlinkSync(join(ROOT, 'node_modules/@types/node'), join(modules, '@types/node'));
  writeFileSync(join(home, 'package.json'), '{"type":"module"}');
  writeFileSync(join(home, 'program.ts'), source);
  const { status, stdout } = spawnSync(
    process.execPath,
    [TSC, '--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022', 'program.ts'],
    { cwd: home, encoding: 'utf8' },
  );
  return { status, said: stdout };
}

describe('the package', () => {
  it('compiles into an outside program, its declarations checked with it', () => {
    expect(compile(SOUND)).toEqual({ status: 0, said: '' });
  });

  it.each(UNSOUND)('does not compile %s', (source) => {
    const { status, said } = compile(source);
    expect(status).not.toBe(0);
    expect(said).toMatch(/^program\.ts\(1,\d+\): error TS(?:2322|2345|2367|2540|2307)/);
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  it('is imported by its name at run time', () => {
    const program = `import * as face from 'yuanwen'; console.log(Object.keys(face).sort().join(' '))`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(stdout.trim()).toBe(
      'YuanwenError conversationKey createBot createChat decodeAction encodeAction extractFigures loadCorpus lookupFigures',
    );
  });

  it('asks for the Node that the check at the start asks for', async () => {
    const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const { nodeProblem } = await import('../../adapters/common/node-version.ts');
    const oldest = engines.node.replace('>=', '');
    expect(nodeProblem(`${oldest}.0`)).toBeUndefined();
    expect(nodeProblem('20.18.3')).toContain(`Node ${oldest} or newer`);
  });
});
