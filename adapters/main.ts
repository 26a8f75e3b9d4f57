#!/usr/bin/env node
import type { Worker } from '../src/chat/worker.ts';
import { reasonOf, YuanwenError } from '../src/util/errors.ts';
import type { PlatformBot } from './bots.ts';
import type { Log } from './common/log.ts';
import type { Config } from './common/settings.ts';
import { type Command, parseCommand, USAGE } from './terminal/command.ts';
import { type Io, leaveOnClosedPipe, print } from './terminal/io.ts';
import { indexFor, openCorpusFor, serveFor } from './terminal/open-folder.ts';
import { oneLine } from './terminal/style.ts';

// Everything slow is imported where it is first needed: --help and wrong usage answer at once, and
// `articles` runs without jieba, whose dictionary takes about a second to load.

/** Runs one command. @throws YuanwenError for whatever the person at the keyboard can mend */
async function run(command: Command, io: Io): Promise<void> {
  if (command.name === 'help') return print(io.output, USAGE);
  if (command.name === 'doctor') {
    const { doctor } = await import('./terminal/doctor.ts');
    const { redactor } = await import('./common/log.ts');
    if (!(await doctor(command.corpus, redactor, io))) process.exitCode = 1;
    return;
  }
  const { readConfig } = await import('./common/settings.ts');
  const config = readConfig();
  const { keepPrivate } = await import('./common/private-state.ts');
  keepPrivate(config.stateDir);
  const dir = command.corpus ?? config.corpusDir;
  if (config.proxy) (await import('./common/proxy.ts')).fetchBy(config.proxy);

  switch (command.name) {
    case 'articles': {
      const { extractFigures } = await import('../src/figures/extract.ts');
      const { checkArticles, listArticles } = await import('./terminal/articles.ts');
      if (!command.check) {
        const { corpus, figuresOf, copies, close } = await openCorpusFor(dir, config, io);
        await listArticles(corpus, figuresOf, copies(), io);
        return close();
      }
      const { readCorpus } = await import('../src/corpus/load-corpus.ts');
      const { failedDocuments } = await import('../src/store/failed-documents.ts');
      const corpus = await readCorpus(dir, failedDocuments(config.stateDir));
      const sound = await checkArticles(corpus, extractFigures, io);
      if (!sound) process.exitCode = 1;
      return;
    }
    case 'eval': {
      const { readCases, runEval } = await import('./terminal/eval.ts');
      const cases = readCases(command.file);
      const { bot } = await serveFor(dir, config, io);
      return runEval(bot, cases, command, io);
    }
    case 'ask': {
      const { ask, askJsonLines, readQuestion } = await import('./terminal/ask.ts');
      if (command.form === 'jsonl') return askJsonLines((await serveFor(dir, config, io)).bot, io);
      const question = command.question ?? (await readQuestion(io));
      const { bot } = await serveFor(dir, config, io);
      return ask(bot, { form: command.form, question }, io);
    }
    case 'stat': {
      const { corpus, figures, close } = await openCorpusFor(dir, config, io);
      const { drawFound, printFigures } = await import('./terminal/stat.ts');
      const found = figures.find(command);
      const { chart, words } = command;
      if (chart !== undefined) await drawFound(found, { chart, words }, corpus.articles);
      close();
      return printFigures(found, command, io);
    }
    case 'unanswered': {
      const { listUnanswered } = await import('./terminal/unanswered.ts');
      return listUnanswered(config, io);
    }
    case 'add': {
      const { createPageFetch } = await import('./common/fetch-page.ts');
      const { createWay } = await import('./common/proxy.ts');
      const { addPages } = await import('./terminal/add.ts');
      const { openFilesFor } = await import('./terminal/open-folder.ts');
      const { close, ...to } = await openFilesFor(dir, config, io);
      const fetchPage = createPageFetch(createWay(config.proxy));
      return addPages(to, command.addresses, fetchPage, io).finally(close);
    }
    case 'index':
      return indexFor(dir, config, io);
    case 'migrate': {
      const { runMigrate } = await import('./terminal/migrate.ts');
      return runMigrate(dir, config, command.move, io);
    }
    case 'start':
      return start(dir, config, io);
  }
}

/** Starts the bots that have a token, and the page that has a port; without any, talks with whoever is at standard input. */
async function start(dir: string, config: Config, io: Io): Promise<void> {
  if (config.discord || config.telegram || config.web) return startBots(dir, config, io);
  const served = await serveFor(dir, config, io, { many: io.input.isTTY === true, leads: true });
  const { bot, corpus, watch, close } = served;
  if (io.input.isTTY) {
    const say = (line: string) => io.errors.write(`${oneLine(line)}\n`);
    const unwatch = await watch({ info: say, warn: say });
    const { chat } = await import('./terminal/chat.ts');
    await chat(bot, corpus, io);
    close();
    return unwatch();
  }
  const { askLines } = await import('./terminal/ask.ts');
  return askLines(bot, io);
}

/** Each platform's library is loaded only with its token. */
async function startBots(dir: string, config: Config, io: Io): Promise<void> {
  const { discord, telegram, web, stateDir } = config;
  const { openScopes, SCOPES_FILE } = await import('./common/scopes.ts');
  const scopes = openScopes(dir);
  const { createLog, redactor } = await import('./common/log.ts');
  const { createPageFetch } = await import('./common/fetch-page.ts');
  const { createPolicy } = await import('./common/policy.ts');
  const { createWay } = await import('./common/proxy.ts');
  const { envFileProblem, secretsOf } = await import('./common/settings.ts');
  const { createChat } = await import('../src/chat/create-chat.ts');
  const { createRecords } = await import('../src/chat/records/records.ts');
  const { runBots, stopOnSignals } = await import('./bots.ts');
  // jieba takes a second to load, in which a signal must not go by
  const stop = stopOnSignals();
  const secrets = secretsOf(config);
  const log = createLog(config, secrets);
  // until there is a bot, nothing is in flight
  const leave = () => process.exit();
  stop.addEventListener('abort', leave);
  const { createHealth, serveHealth } = await import('./common/health.ts');
  const health = createHealth();
  const server = config.health && (await serveHealth(health, config.health));
  const worker = await startWorkerFor(config, log, stop);
  if (worker) health.needs('the database', worker.isThere);
  const serving = { many: true, leads: true, conversations: worker?.conversations };
  const serve = () => serveFor(dir, config, io, serving);
  const served = worker ? await servedBy(worker, serve, stop) : await serve();
  const { bot, corpus, files, waiting, watch, close } = served;
  health.loaded(bot.articles.length);
  stop.removeEventListener('abort', leave);
  const records = worker?.records ?? createRecords(stateDir, config.retentionDays);
  const fetchPage = createPageFetch(createWay(config.proxy));
  const chat = createChat(bot, stateDir, config.retentionDays, {
    webBaseUrl: config.webBaseUrl,
    records,
    scopeOf: scopes?.scopeOf,
    managed: { files, waiting, fetchPage, problems: () => unread },
  });
  for (const line of scopes?.unmet(bot.articles) ?? []) log.warn(`${SCOPES_FILE}: ${line}`);
  // what is said first in each scope counts its words, so that no question waits for that
  for (const scope of scopes?.all ?? []) void bot.ask('', undefined, { scope });
  const problem = envFileProblem();
  if (problem !== undefined) log.warn(problem);
  let unread = corpus.problems;
  const unwatch = await watch({
    info: (line) => log.info(oneLine(line)),
    warn: (line) => log.warn(oneLine(line)),
    looked: health.looked,
    read: ({ problems }) => {
      unread = problems;
    },
    changed: health.loaded,
  });
  const bots: PlatformBot[] = [];
  if (telegram) {
    const { runTelegram } = await import('./telegram/start.ts');
    const own = log.child({ bot: 'telegram' });
    const policy = createPolicy(config, telegram, 'telegram');
    const [asked, vitals] = [health.observed(chat, 'telegram'), health.platform('telegram')];
    bots.push({
      name: 'telegram',
      run: (stop) =>
        runTelegram(telegram, stateDir, asked, policy, own, stop, undefined, vitals, worker),
    });
  }
  if (discord) {
    const { runDiscord } = await import('./discord/start.ts');
    const own = log.child({ bot: 'discord' });
    const policy = createPolicy(config, discord, 'discord');
    const [asked, vitals] = [health.observed(chat, 'discord'), health.platform('discord')];
    bots.push({
      name: 'discord',
      run: (stop) => runDiscord(discord, asked, policy, own, stop, undefined, vitals, worker),
    });
  }
  if (web) {
    const { runWeb } = await import('./web/start.ts');
    const own = log.child({ bot: 'web' });
    const isHttps = config.webBaseUrl?.startsWith('https:') ?? false;
    const desk = { files, votes: records.votes, problems: () => unread };
    const settings = { ...web, isHttps };
    bots.push({ name: 'web', run: (stop) => runWeb(settings, chat, desk, own, stop) });
  }
  try {
    await runBots(bots, stop, log, redactor(secrets));
  } finally {
    close();
    server?.close();
    await unwatch();
    await worker?.stop();
  }
  // sockets kept alive for further calls must not hold the process
  process.exit();
}

/** This process as one of several over the database, where there is one. */
async function startWorkerFor(
  { database, retentionDays }: Config,
  log: Log,
  stop: AbortSignal,
): Promise<Worker | undefined> {
  if (database === undefined) return undefined;
  const { startWorker } = await import('../src/chat/worker.ts');
  return startWorker(
    database,
    retentionDays,
    {
      away: (reason) => log.warn(`the database is away, told once a minute: ${reason}`),
      back: () => log.info('the database is back'),
      fault: (err) => log.error({ err }, 'the database refuses what the bot asks of it'),
    },
    stop,
  );
}

/** What a worker serves, waited for while the database is away; where it fails otherwise, nothing goes on. */
async function servedBy<T>(worker: Worker, serve: () => Promise<T>, stop: AbortSignal): Promise<T> {
  try {
    return await worker.insist(serve, stop);
  } catch (error) {
    await worker.stop();
    throw error;
  }
}

/** One line for whatever went wrong; a fault of our own comes with its stack when LOG_LEVEL asks. */
function explain(error: unknown, env: Io['env']): string {
  if (error instanceof YuanwenError) return oneLine(error.message);
  const debug = env.LOG_LEVEL === 'debug' || env.LOG_LEVEL === 'trace';
  if (error instanceof Error && debug && error.stack) return error.stack;
  return oneLine(`unexpected: ${reasonOf(error)}`);
}

const io: Io = {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  env: process.env,
};
leaveOnClosedPipe(io);
try {
  await run(parseCommand(process.argv.slice(2)), io);
} catch (error) {
  process.exitCode = error instanceof YuanwenError && error.code === 'usage' ? 2 : 1;
  process.stderr.write(`yuanwen: ${explain(error, process.env)}\n`);
}
