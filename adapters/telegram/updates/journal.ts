import {
  appendFileSync,
  closeSync,
  fdatasyncSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Update } from 'grammy/types';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { UPDATE } from './updates.ts';

/**
 * What keeps answers from being lost or repeated at a restart: each update is on disk before
 * Telegram forgets it, and is known as done once it was answered.
 */
export interface Journal {
  /** Marks an update as done, with the messages that answered. */
  finish(id: number, answer?: Answer): Promise<void>;
  /**
   * Deletes what is kept of a person: what they sent, answered or not, and what answered them in
   * private. Whatever else the file still holds of them is gone with the others' finished updates.
   * @param besides the message of theirs that is being answered, which stays until it is
   */
  forget(person: number, besides?: number): Promise<void>;
  /** The messages that answered a message; empty for none, or one long ago. */
  answersTo(chat: number, message: number): Promise<readonly number[]>;
  /** Whether an error says that what is kept cannot be reached at present: the update stays to be answered. */
  isAway(error: unknown): boolean;
}

/** A journal of a process that is alone. */
export interface FileJournal extends Journal {
  /** Updates taken but not answered when the last process ended, oldest first. */
  readonly pending: readonly Update[];
  /** Writes updates down and returns those not seen before. Rejects when the disk refuses. */
  take(updates: readonly Update[]): Promise<Update[]>;
  /** Whether an update was taken before. */
  knows(id: number): boolean;
  close(): void;
}

/** Ids of updates, and answers, that are remembered: far more than one outage can bring twice. */
const DONE_REMEMBERED = 4000;
const ANSWERS_REMEMBERED = 2000;
/** Milliseconds without anything to do after which finished updates are dropped from the file. */
const QUIET = 60_000;
/** Milliseconds after which they are dropped whatever there is to do. */
const DAY = 24 * 60 * 60 * 1000;
/** Lines after which the file is written anew with what still matters. */
const LINES = 12_000;

const ID = z.int();
const ANSWER = z.object({ chat: ID, message: ID, answers: z.array(ID) }).readonly();
const LINE = z.union([
  z.object({ update: UPDATE }),
  z.object({ done: ID }),
  z.object({ answer: ANSWER }),
]);
type Line = Readonly<z.infer<typeof LINE>>;

/** The messages of the bot that answered one message of a chat. */
export type Answer = z.infer<typeof ANSWER>;

/**
 * Opens the journal `file`, one JSON object a line. A line that cannot be read, as a torn last one,
 * is passed over, and `dropped` hears of it. Nothing is written before the first `take`: a process
 * that finds another at work (409, a port taken) leaves that one's journal as it is.
 */
export function openJournal(
  file: string,
  dropped: (why: string) => void,
  quiet: number = QUIET,
): FileJournal {
  const open = new Map<number, Update>();
  const done = new LRUCache<number, true>({ max: DONE_REMEMBERED });
  const answers = new LRUCache<string, Answer>({ max: ANSWERS_REMEMBERED });
  const key = (chat: number, message: number) => `${chat}:${message}`;

  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const { text, lines: read } = readLines(file, dropped);
  for (const line of read) {
    if ('update' in line) {
      const { update } = line;
      if (!done.has(update.update_id)) open.set(update.update_id, update);
    } else if ('done' in line) {
      open.delete(line.done);
      done.set(line.done, true);
    } else answers.set(key(line.answer.chat, line.answer.message), line.answer);
  }
  const pending = [...open.values()];
  let fd = openSync(file, 'a', 0o600);
  let lines = read.length;
  let rewriteAt = 0;
  // what a write cut short left must not run into the next line
  let torn = text !== '' && !text.endsWith('\n');

  let writtenAt = Date.now();
  /** Whether the file holds no update that is finished; unknown of one that was only opened. */
  let isTidy = true;
  let timer: NodeJS.Timeout | undefined;

  /** Drops finished updates soon: their names and texts are not kept longer than they are needed. */
  function tidySoon(): void {
    clearTimeout(timer);
    if (open.size === 0) timer = setTimeout(tidy, quiet).unref();
  }
  function tidy(): void {
    clearTimeout(timer);
    if (isTidy || isClosed) return;
    try {
      rewrite();
    } catch {
      // the disk refuses: the next update says so
    }
  }
  let isClosed = false;

  /** Writes what still matters beside the file and puts it in its place, whole or not at all. */
  function rewrite(): void {
    const kept: Line[] = [
      // the caches list what was used last first
      ...[...done.keys()].reverse().map((id) => ({ done: id })),
      ...[...answers.values()].reverse().map((answer) => ({ answer })),
      ...[...open.values()].map((update) => ({ update })),
    ];
    const next = `${file}.new`;
    const written = openSync(next, 'w', 0o600);
    try {
      appendFileSync(written, kept.map((line) => `${JSON.stringify(line)}\n`).join(''));
      fsyncSync(written);
    } finally {
      closeSync(written);
    }
    renameSync(next, file);
    const last = fd;
    fd = openSync(file, 'a', 0o600);
    closeSync(last);
    writtenAt = Date.now();
    isTidy = open.size === 0;
    lines = kept.length;
    rewriteAt = Math.max(LINES, 2 * lines);
    torn = false;
  }

  function append(added: readonly Line[]): void {
    const text = `${torn ? '\n' : ''}${added.map((line) => `${JSON.stringify(line)}\n`).join('')}`;
    torn = true;
    appendFileSync(fd, text);
    torn = false;
    lines += added.length;
  }

  const knows = (id: number) => done.has(id) || open.has(id);

  return {
    pending,
    knows,
    async take(updates) {
      // whoever gets updates is the only one at work: what the last process left is tidied now
      if (lines > rewriteAt || Date.now() - writtenAt > DAY) rewrite();
      const fresh = new Map<number, Update>();
      for (const update of updates) {
        const { update_id: id } = update;
        if (!knows(id) && !fresh.has(id)) fresh.set(id, update);
      }
      if (fresh.size > 0) {
        append([...fresh.values()].map((update) => ({ update })));
        isTidy = false;
        fdatasyncSync(fd);
        for (const [id, update] of fresh) open.set(id, update);
      }
      return [...fresh.values()];
    },
    async finish(id, answer) {
      open.delete(id);
      done.set(id, true);
      if (answer) answers.set(key(answer.chat, answer.message), answer);
      append([{ done: id }, ...(answer ? [{ answer }] : [])]);
      isTidy = false;
      tidySoon();
    },
    async forget(person, besides) {
      for (const [id, update] of open) {
        const said = update.message ?? update.edited_message;
        const by = said ?? update.callback_query ?? update.inline_query;
        if (by?.from?.id !== person || said?.message_id === besides) continue;
        open.delete(id);
        done.set(id, true);
      }
      for (const [at, { chat }] of [...answers]) if (chat === person) answers.delete(at);
      rewrite();
      isTidy = false;
    },
    answersTo: async (chat, message) => answers.get(key(chat, message))?.answers ?? [],
    isAway: () => false,
    close() {
      // a process that only opened it has written nothing, and leaves it as it is
      if (open.size === 0) tidy();
      clearTimeout(timer);
      isClosed = true;
      closeSync(fd);
    },
  };
}

function readLines(
  file: string,
  dropped: (why: string) => void,
): { readonly text: string; readonly lines: readonly Line[] } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { text: '', lines: [] };
    throw error;
  }
  const rows = text.split('\n').filter((row) => row !== '');
  const lines = rows.flatMap((row) => {
    const line = LINE.safeParse(parse(row)).data;
    if (line === undefined) dropped(`an unreadable line of ${row.length} characters in ${file}`);
    return line ?? [];
  });
  return { text, lines };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
