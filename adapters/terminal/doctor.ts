import { spawnSync } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCorpus } from '../../src/corpus/load-corpus.ts';
import { reasonOf } from '../../src/util/errors.ts';
import type { Finding } from '../common/finding.ts';
import { nodeProblem } from '../common/node-version.ts';
import { createPolicy } from '../common/policy.ts';
import { shownProxy } from '../common/proxy.ts';
import { openScopes } from '../common/scopes.ts';
import { type Config, readConfig, secretsOf } from '../common/settings.ts';
import { type Io, print } from './io.ts';
import { oneLine } from './style.ts';

const MARKS: Readonly<Record<Finding['state'], string>> = { good: '✓', note: '·', bad: '✗' };

/**
 * Looks at all that a bot stands on, prints a line for each with what to do, and says whether
 * nothing is wrong. No line holds a secret.
 */
export async function doctor(
  corpusDir: string | undefined,
  redactor: (secrets: readonly string[]) => (text: string) => string,
  io: Io,
): Promise<boolean> {
  const found = [nodeFinding(process.versions.node), await addonFinding(), compilerFinding()];
  let config: Config | undefined;
  try {
    config = readConfig();
    found.push({ about: 'settings', state: 'good', said: 'read' });
  } catch (error) {
    found.push({ about: 'settings', state: 'bad', said: reasonOf(error) });
  }
  if (config) found.push(...(await findings(config, corpusDir ?? config.corpusDir)));
  const redact = redactor(config ? secretsOf(config) : []);
  for (const { about, state, said, remedy } of found) {
    const todo = remedy === undefined ? '' : `\n    → ${remedy}`;
    await print(io.output, `${MARKS[state]} ${about}: ${redact(oneLine(said))}${todo}\n`);
  }
  return found.every(({ state }) => state !== 'bad');
}

async function findings(config: Config, corpusDir: string): Promise<Finding[]> {
  const { telegram, discord, stateDir } = config;
  const found = [
    ...(await corpusFindings(corpusDir)),
    await stateFinding(stateDir),
    proxyFinding(config),
  ];
  if (telegram) {
    const { checkTelegram } = await import('../telegram/check.ts');
    found.push(...(await checkTelegram(telegram, createPolicy(config, telegram, 'telegram').way)));
  }
  if (discord) {
    const { checkDiscord } = await import('../discord/check.ts');
    found.push(...(await checkDiscord(discord, createPolicy(config, discord, 'discord').way)));
  }
  if (!telegram && !discord)
    found.push({
      about: 'tokens',
      state: 'note',
      said: 'none is set: npm start opens a chat in the terminal',
      remedy: 'for a bot set TELEGRAM_TOKEN or DISCORD_TOKEN in .env',
    });
  return found;
}

function nodeFinding(version: string): Finding {
  const problem = nodeProblem(version);
  return problem === undefined
    ? { about: 'Node', state: 'good', said: version }
    : { about: 'Node', state: 'bad', said: problem };
}

/** The native addons answer, whatever built them. */
async function addonFinding(): Promise<Finding> {
  try {
    const [{ default: jieba }, { default: Database }] = await Promise.all([
      import('nodejieba'),
      import('better-sqlite3'),
    ]);
    jieba.cut('原文');
    new Database(':memory:').close();
    return { about: 'native addons', state: 'good', said: 'nodejieba and better-sqlite3 work' };
  } catch (error) {
    return {
      about: 'native addons',
      state: 'bad',
      said: reasonOf(error),
      remedy: 'install python3, make and a C++ compiler, then run npm ci again',
    };
  }
}

/** Needed at `npm ci` alone. */
function compilerFinding(): Finding {
  const missing = [['python3'], ['make'], ['c++', 'g++', 'clang++']].filter((names) =>
    names.every((name) => spawnSync(name, ['--version']).status !== 0),
  );
  return missing.length === 0
    ? { about: 'compiler', state: 'good', said: 'python3, make and a C++ compiler are there' }
    : {
        about: 'compiler',
        state: 'note',
        said: `${missing.map(([name]) => name).join(', ')} cannot be found; the next npm ci needs it`,
        remedy: 'Debian: apt install python3 make g++; macOS: xcode-select --install',
      };
}

async function corpusFindings(dir: string): Promise<Finding[]> {
  try {
    await access(dir, constants.R_OK | constants.X_OK);
    const { articles, problems } = await readCorpus(dir);
    const out = problems.filter(({ severity }) => severity === 'error').length;
    const said = `${dir} holds ${articles.length}, and ${out} more that cannot be read`;
    const read: Finding =
      out === 0
        ? { about: 'articles', state: 'good', said }
        : {
            about: 'articles',
            state: 'note',
            said,
            remedy: 'npm run articles -- --check tells why',
          };
    return [read, ...scopeFindings(dir, articles)];
  } catch (error) {
    const remedy =
      'put articles into the folder that CORPUS_DIR or --corpus names, readable to this user';
    return [{ about: 'articles', state: 'bad', said: reasonOf(error), remedy }];
  }
}

/** Which articles are asked where, if anything says so. */
function scopeFindings(
  dir: string,
  articles: readonly { readonly id: string; readonly file: string }[],
): Finding[] {
  try {
    const scopes = openScopes(dir);
    if (scopes === undefined) return [];
    const unmet = scopes.unmet(articles);
    if (unmet.length === 0) return [{ about: 'scopes', state: 'good', said: 'read' }];
    const remedy = 'name articles by their file, or by its name without the ending';
    return [{ about: 'scopes', state: 'note', said: unmet.join('; '), remedy }];
  } catch (error) {
    return [{ about: 'scopes', state: 'bad', said: reasonOf(error) }];
  }
}

async function stateFinding(dir: string): Promise<Finding> {
  const file = join(dir, `doctor-${process.pid}`);
  try {
    await mkdir(dir, { recursive: true });
    await writeFile(file, '');
    await rm(file);
    return { about: 'state', state: 'good', said: `${dir} can be written` };
  } catch (error) {
    return {
      about: 'state',
      state: 'bad',
      said: reasonOf(error),
      remedy: 'set STATE_DIR to a folder that this user may write',
    };
  }
}

function proxyFinding({ proxy, telegram, discord }: Config): Finding {
  const named = [
    ['http', proxy?.http],
    ['https', proxy?.https],
    ['Telegram', telegram?.proxy],
    ['Discord', discord?.proxy],
  ].flatMap(([what, address]) => (address ? [`${what} by ${shownProxy(address)}`] : []));
  return { about: 'proxy', state: 'good', said: named.join(', ') || 'none' };
}
