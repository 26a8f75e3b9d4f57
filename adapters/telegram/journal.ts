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
  /** Updates taken but not answered when the last process ended, oldest first. */
  readonly pending: readonly Update[];
  /** Writes updates down and returns those not seen before. @throws when the disk refuses */
  take(updates: readonly Update[]): Update[];
  /** Marks an update as done, with the messages that answered. */
  finish(id: number, answer?: Answer): void;
  /** The messages that answered a message; empty for none, or one long ago. */
  answersTo(chat: number, message: number): readonly number[];
  close(): void;
}

/** Ids of updates, and answers, that are remembered: far more than one outage can bring twice. */
const DONE_REMEMBERED = 4000;
const ANSWERS_REMEMBERED = 2000;
/** Lines after which the file is written anew with what still matters. */
const LINES = 12_000;
/** An update whose handling ended the process as often as this is dropped: it would do so for ever. */
const TRIES = 3;

const ID = z.int();
const ANSWER = z.object({ chat: ID, message: ID, answers: z.array(ID) }).readonly();
const LINE = z.union([
  z.object({ update: UPDATE, tries: z.int() }),
  z.object({ done: ID }),
  z.object({ answer: ANSWER }),
]);
type Line = Readonly<z.infer<typeof LINE>>;

/** The messages of the bot that answered one message of a chat. */
export type Answer = z.infer<typeof ANSWER>;

/**
 * Opens the journal `file`, one JSON object a line. A line that cannot be read, as a torn last one,
 * is passed over; `dropped` hears of it, and of updates tried too often.
 */
export function openJournal(file: string, dropped: (why: string) => void): Journal {
  const open = new Map<number, { readonly update: Update; readonly tries: number }>();
  const done = new LRUCache<number, true>({ max: DONE_REMEMBERED });
  const answers = new LRUCache<string, Answer>({ max: ANSWERS_REMEMBERED });
  const key = (chat: number, message: number) => `${chat}:${message}`;

  mkdirSync(dirname(file), { recursive: true });
  for (const line of readLines(file, dropped)) {
    if ('update' in line) {
      const { update, tries } = line;
      if (!done.has(update.update_id)) open.set(update.update_id, { update, tries });
    } else if ('done' in line) {
      open.delete(line.done);
      done.set(line.done, true);
    } else answers.set(key(line.answer.chat, line.answer.message), line.answer);
  }
  for (const [id, { update, tries }] of open) {
    if (tries < TRIES) continue;
    dropped(`update ${update.update_id} was tried ${tries} times`);
    open.delete(id);
    done.set(id, true);
  }
  // each of these is about to be tried once more
  for (const [id, { update, tries }] of open) open.set(id, { update, tries: tries + 1 });

  const pending = [...open.values()].map(({ update }) => update);
  let lines = 0;
  let torn = false;
  let fd = rewrite();

  /** Writes what still matters beside the file and puts it in its place, whole or not at all. */
  function rewrite(): number {
    const kept: Line[] = [
      // the caches list what was used last first
      ...[...done.keys()].reverse().map((id) => ({ done: id })),
      ...[...answers.values()].reverse().map((answer) => ({ answer })),
      ...open.values(),
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
    lines = kept.length;
    torn = false;
    return openSync(file, 'a');
  }

  function append(added: readonly Line[]): void {
    // what a failed write left must not run into the next line
    const text = `${torn ? '\n' : ''}${added.map((line) => `${JSON.stringify(line)}\n`).join('')}`;
    torn = true;
    appendFileSync(fd, text);
    torn = false;
    lines += added.length;
  }

  return {
    pending,
    take(updates) {
      const fresh = new Map<number, Update>();
      for (const update of updates) {
        const { update_id: id } = update;
        if (!done.has(id) && !open.has(id) && !fresh.has(id)) fresh.set(id, update);
      }
      if (fresh.size > 0) {
        append([...fresh.values()].map((update) => ({ update, tries: 0 })));
        fdatasyncSync(fd);
        for (const [id, update] of fresh) open.set(id, { update, tries: 0 });
      }
      return [...fresh.values()];
    },
    finish(id, answer) {
      open.delete(id);
      done.set(id, true);
      if (answer) answers.set(key(answer.chat, answer.message), answer);
      append([{ done: id }, ...(answer ? [{ answer }] : [])]);
      if (lines > LINES) {
        const last = fd;
        fd = rewrite();
        closeSync(last);
      }
    },
    answersTo: (chat, message) => answers.get(key(chat, message))?.answers ?? [],
    close: () => closeSync(fd),
  };
}

function readLines(file: string, dropped: (why: string) => void): Line[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const rows = text.split('\n').filter((row) => row !== '');
  return rows.flatMap((row) => {
    const line = LINE.safeParse(parse(row)).data;
    if (line === undefined) dropped(`an unreadable line of ${row.length} characters in ${file}`);
    return line ?? [];
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
