import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Format } from '../article/formats/index.ts';
import { packageFile } from '../util/package-file.ts';
import { type FileReading, failed, readArticle } from './read-articles.ts';

/** A document as it is handed to the process that reads it. */
export interface DocumentRequest {
  readonly file: string;
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly front: string;
}

/** What the process that reads documents gives back. */
export interface DocumentAnswer {
  /** Undefined where it is at work still, and has come a step on. */
  readonly reading?: FileReading;
}

/** What reading one document may take. */
interface DocumentBounds {
  /** Milliseconds; of a scan, for each of its steps. */
  readonly time: number;
  /** Bytes of memory, that of the libraries included, which take some 100 MB. */
  readonly memory: number;
}

const MEGABYTE = 1024 * 1024;
/** A PDF of 2,000 pages takes some ten seconds and half of this memory. */
const BOUNDS: DocumentBounds = { time: 30_000, memory: 768 * MEGABYTE };

/** Bytes of the largest text that is read without a process of its own: it takes milliseconds. */
const SMALL_TEXT = 256 * 1024;

/** Milliseconds between two looks at a reader's memory. */
const LOOK = 50;
/** Milliseconds after which a reader with nothing to do is ended, as it holds memory. */
const IDLE = 5000;

/** Steps after which no more time is given: a scan has two a page, and 200 pages at most. */
const STEPS = 401;

const REMEDY = 'save its text alone, e.g. as .txt';

const SCRIPT = packageFile('dist/src/corpus/document-process.js');

/** Reads the documents of a folder. */
export interface DocumentReader {
  read(format: Format, document: DocumentRequest, bounds?: DocumentBounds): Promise<FileReading>;
}

/**
 * Reads documents in a process beside this one, one after the other, within bounds on time and
 * memory: a small file may unpack to gigabytes, and no library of a format stops at that. A file
 * that goes beyond them becomes a problem, and the next one gets a new process. A small text file is
 * read here.
 */
export function createDocumentReader(): DocumentReader {
  /** The document asked for last: one is read at a time. */
  let last: Promise<unknown> = Promise.resolve();
  /** The process that reads documents, while there is one. */
  let reader: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;

  function read(
    format: Format,
    document: DocumentRequest,
    bounds: DocumentBounds = BOUNDS,
  ): Promise<FileReading> {
    const { file, id, bytes, front } = document;
    const isSmall = format.isText === true && bytes.length <= SMALL_TEXT;
    if (isSmall || !existsSync(SCRIPT)) return readArticle(file, id, format, { bytes, front });
    const reading = last.then(() => ask(document, bounds));
    last = reading;
    return reading;
  }

  function ask(document: DocumentRequest, bounds: DocumentBounds): Promise<FileReading> {
    const child = wake(bounds.memory);
    return askProcess(child, document, bounds, () => rest(child));
  }

  /** The process that reads, started where there is none; this process lives on while it works. */
  function wake(memory: number): ChildProcess {
    clearTimeout(idle);
    if (reader !== undefined) {
      reader.ref();
      reader.channel?.ref();
      return reader;
    }
    const started = startProcess(memory);
    reader = started;
    const gone = () => {
      if (reader === started) reader = undefined;
    };
    // one that is at work when this process ends would work on
    const end = () => started.kill('SIGKILL');
    process.once('exit', end);
    started.once('error', gone).once('exit', () => {
      gone();
      process.off('exit', end);
    });
    return started;
  }

  /** Lets a process wait for the next document without keeping this one alive. */
  function rest(child: ChildProcess): void {
    child.unref();
    child.channel?.unref();
    clearTimeout(idle);
    idle = setTimeout(() => {
      if (reader === child) reader = undefined;
      child.kill();
    }, IDLE).unref();
  }

  return { read };
}

function startProcess(memory: number): ChildProcess {
  const heap = Math.round(memory / MEGABYTE);
  return fork(SCRIPT, [], {
    execArgv: [`--max-old-space-size=${heap}`],
    // what a hostile file may come to control holds no token
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
}

/** Has a process read a document, and ends it where that goes beyond the bounds. */
function askProcess(
  child: ChildProcess,
  document: DocumentRequest,
  { time, memory }: DocumentBounds,
  rest: () => void,
): Promise<FileReading> {
  const { file } = document;
  return new Promise((resolve) => {
    let why = `broke what reads it; ${REMEDY}`;
    const end = (reason: string) => {
      why = reason;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(
      () => end(`takes more than ${time / 1000} s to read; ${REMEDY}`),
      time,
    );
    let steps = 0;
    const tooMuch = `takes more than ${memory / MEGABYTE} MB of memory to read; ${REMEDY}`;
    const look = setInterval(() => {
      if (memoryOf(child) > memory) end(tooMuch);
    }, LOOK);
    const settle = (reading: FileReading) => {
      clearTimeout(timer);
      clearInterval(look);
      child.off('message', answered).off('exit', ended).off('error', failedToStart);
      resolve(reading);
    };
    const answered = ({ reading }: DocumentAnswer) => {
      if (reading === undefined) {
        if (++steps <= STEPS) timer.refresh();
        return;
      }
      settle(reading);
      rest();
    };
    const ended = (_code: number | null, signal: NodeJS.Signals | null) => {
      // V8 aborts where its heap is full
      const reason = signal === 'SIGABRT' ? tooMuch : why;
      settle({ ...failed(file, reason), gaveUp: reason });
    };
    const failedToStart = (error: Error) =>
      settle(failed(file, `could not be read, for no process could be started (${error.message})`));
    child.on('message', answered).on('exit', ended).on('error', failedToStart);
    child.send(document, (error) => {
      if (error !== null && child.exitCode === null) child.kill('SIGKILL');
    });
  });
}

/** Bytes of memory that a process holds; 0 where the system does not tell, and time alone bounds it. */
function memoryOf({ pid }: ChildProcess): number {
  try {
    const [, pages = 0] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ').map(Number);
    return pages * PAGE;
  } catch {
    return 0;
  }
}

/** Bytes of a page in which Linux counts, on the machines that Node is built for. */
const PAGE = 4096;
