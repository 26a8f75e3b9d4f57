import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ReaderUse } from '../answer/reader/reader.ts';
import type { Corpus } from '../article/article.ts';
import { type Bot, createBot } from '../bot/bot.ts';
import { type Conversations, createConversations } from '../bot/conversations.ts';
import { isAway } from '../postgres/away.ts';
import type { Database } from '../postgres/database.ts';
import type { SearchEngine, SearchEngineName } from '../search/engine.ts';
import { createPostgres } from '../search/engines/postgres.ts';
import { loadSqlite, openFile } from '../sqlite/sealed-file.ts';
import { openFigureTable } from '../store/figure-table.ts';
import type { Generation } from '../store/generation-store.ts';
import { createGenerationStore } from '../store/postgres-generation-store.ts';
import { reasonOf, YuanwenError } from '../util/errors.ts';
import {
  createGenerationCopies,
  GENERATION_FILES,
  type GenerationCopies,
  generationCode,
  openCopy,
} from './generation-copies.ts';
import { type ReplaceableBot, replaceable } from './replaceable-bot.ts';

/** How a worker answers from what a builder publishes. */
export interface SharedBotSettings {
  readonly database: Database;
  /** The folder of this worker's copies; made when missing. */
  readonly stateDir: string;
  readonly searchEngine: SearchEngineName;
  /** Whether many will ask, so that every value a question may need is derived ahead. */
  readonly many: boolean;
  readonly reader?: ReaderUse | undefined;
  /** Where the turns of conversations are kept; by default in this process. */
  readonly conversations?: Conversations | undefined;
  readonly warn: (line: string) => void;
  /** Milliseconds between two looks for a newer generation; 2,000 unless given. */
  readonly pace?: number;
}

/** What is told of the generations that a worker follows. */
interface Followed {
  taken(generation: Generation, corpus: Corpus): void;
  /** Called whenever a newer one was looked for, also where the database is away. */
  looked(): void;
}

/** A worker's bot, and what keeps it at the newest generation. */
export interface SharedBot {
  readonly bot: Bot;
  readonly corpus: Corpus;
  /** The generation that questions asked now are answered from. */
  readonly generation: Generation;
  /**
   * Takes the newest generation over from now on, each between two questions, until `stop`.
   */
  follow(stop: AbortSignal, told: Followed): Promise<void>;
  /** Gives the generation back. */
  close(): Promise<void>;
}

const PACE = 2_000;
/** Seconds that a generation is held without another word. */
const HOLD = 60;
/** Milliseconds between two words of it. */
const HOLD_EVERY = 20_000;
/** Milliseconds between two lines that say that the database is away. */
const WARN_EVERY = 60_000;
/** Times that a copy is fetched anew, as it is damaged or its generation was pruned meanwhile. */
const TRIES = 3;

/**
 * Opens a bot over the newest generation that is published; undefined where there is none. The files
 * are this worker's own copies, so that it answers as fast as one that made them.
 */
export async function openSharedBot(settings: SharedBotSettings): Promise<SharedBot | undefined> {
  const { database, stateDir, warn, pace = PACE } = settings;
  const { tenant } = database;
  const store = createGenerationStore(database, generationCode());
  const copies = createGenerationCopies(stateDir, tenant, store);
  const worker = randomUUID();
  const conversations = settings.conversations ?? createConversations();

  /** The newest generation, held and opened. */
  async function newest(): Promise<Opened | undefined> {
    for (let tries = 1; ; tries += 1) {
      const generation = await store.newest();
      if (generation === undefined) return undefined;
      try {
        if (!(await store.hold(worker, generation.number, HOLD))) continue;
        return await open(generation, copies, { ...settings, conversations, lost });
      } catch (error) {
        copies.drop(generation);
        if (tries >= TRIES || isAway(error)) throw error;
      }
    }
  }

  let isLost = false;
  /** Called by a question that found the copy or the postings gone. */
  function lost(): void {
    isLost = true;
  }

  const first = await newest();
  if (first === undefined) return undefined;
  let current = first;
  const served: ReplaceableBot = replaceable(first.bot);
  copies.dropBefore(first.generation);

  async function take(): Promise<boolean> {
    const generation = await store.newest();
    if (!isLost && (generation === undefined || generation.number <= current.generation.number))
      return false;
    if (isLost) copies.drop(current.generation);
    const next = await newest();
    if (next === undefined) return false;
    isLost = false;
    served.replace(next.bot);
    current = next;
    copies.dropBefore(next.generation);
    return true;
  }

  return {
    bot: served.bot,
    get corpus() {
      return current.corpus;
    },
    get generation() {
      return current.generation;
    },
    async follow(stop, { taken, looked }) {
      let heldAt = Date.now();
      let warnedAt = 0;
      while (!stop.aborted) {
        await setTimeout(pace, undefined, { signal: stop, ref: false }).catch(() => {});
        if (stop.aborted) return;
        try {
          if (await take()) taken(current.generation, current.corpus);
          if (Date.now() - heldAt < HOLD_EVERY) continue;
          heldAt = Date.now();
          isLost ||= !(await store.hold(worker, current.generation.number, HOLD));
        } catch (error) {
          if (Date.now() - warnedAt < WARN_EVERY) continue;
          warnedAt = Date.now();
          warn(`the articles before stay in service: ${reasonOf(error)}`);
        } finally {
          looked();
        }
      }
    },
    async close() {
      await store.release(worker).catch(() => {});
    },
  };
}

interface Opened {
  readonly generation: Generation;
  readonly corpus: Corpus;
  readonly bot: Bot;
}

async function open(
  generation: Generation,
  copies: GenerationCopies,
  settings: SharedBotSettings & { readonly lost: () => void },
): Promise<Opened> {
  const { database, stateDir, reader, conversations, warn, lost, many } = settings;
  const folder = await copies.folderOf(generation);
  const store = openCopy(folder, stateDir, database.tenant, warn);
  const corpus = store.corpus();
  if (corpus === undefined) {
    store.close();
    throw new YuanwenError('corpus', `the copy of generation ${generation.number} is damaged`);
  }
  const figures = openFigureTable(join(folder, GENERATION_FILES.figures), true);
  const bot = await createBot(corpus, {
    stateOf: ({ articles }) => store.stateOf?.(articles),
    figureTable: figures.of,
    engine: generation.remote
      ? () => remoteEngine(database, generation, join(folder, GENERATION_FILES.counts))
      : settings.searchEngine,
    file: join(folder, GENERATION_FILES.index),
    derivedValues: store,
    bodies: store,
    ...(conversations && { conversations }),
    warn,
    reader,
    storeLost: lost,
  });
  if (many) bot.prepare();
  return { generation, corpus, bot };
}

function remoteEngine(database: Database, { number }: Generation, file: string): SearchEngine {
  const counts = openFile(file, loadSqlite());
  return createPostgres([{ database, generation: number, counts }]);
}
