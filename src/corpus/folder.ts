import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import type { Article, Corpus, CorpusProblem } from '../article/article.ts';
import { articleId } from '../article/body/parse-article.ts';
import { type Format, foreignRemedy, formatOf } from '../article/formats/index.ts';
import { YuanwenError } from '../util/errors.ts';
import { createDocumentReader, type DocumentReader } from './document-reader.ts';
import { BESIDE, WHOLE_CORPUS } from './file-kinds.ts';
import { isSettled, stampOf, UNKNOWN } from './file-stamp.ts';
import { leftOut, quoteName } from './problems.ts';
import { type FileReading, failed, readArticles } from './read-articles.ts';
import { codeOf, type ReadBytes, readBytes, type Unread } from './read-bytes.ts';

/** Bytes of the largest JSONL file, which may hold a whole corpus. */
const JSONL_LIMIT = 256 * 1024 * 1024;

/** Bytes of the largest file of front matter beside another. */
const BESIDE_LIMIT = 20_000;

/** The corpus of a folder as it was read. */
interface FolderCorpus extends Corpus {
  /**
   * Whether the store has noted each file with the stamp that it has, so that as long as no stamp
   * changes nothing is to be read again; false unless given.
   */
  readonly isNoted?: boolean;
}

/** A folder of articles, which may change. */
export interface CorpusFolder {
  /**
   * Reads the folder as it is now: `articles.jsonl` where there is one, otherwise every file of a
   * known format but README.md, in the order of their names. A file that cannot be read is left out
   * and named in `problems`; where it was read before, its earlier articles stay. An article whose
   * file has not changed is the same object as before.
   *
   * @throws YuanwenError `corpus` when the folder cannot be listed.
   */
  load(): Promise<FolderCorpus>;
  /** Whether the articles that `load` gives are in the index already. */
  readonly isIndexed: boolean;
}

/** A store of readings that outlasts the process. */
export interface ReadingStore {
  /** The reading at a hash of all that it was made from: name, bytes and front matter. */
  find(hash: string): FileReading | undefined;
  /** Stores a reading, and gives it back with its articles as the store opens them. */
  keep(hash: string, reading: FileReading): FileReading;
  /** The reading of a file that had this stamp; undefined where there is none. */
  at(file: string, stamp: string): FileReading | undefined;
  /** The last reading of a file, whatever its stamp. */
  last(file: string): FileReading | undefined;
  /** Notes that the file with this stamp has the reading that is stored at `hash`. */
  note(file: string, stamp: string, hash: string): void;
}

/** Documents that went beyond the bounds on time and memory: trying them again takes long, too. */
export interface FailedDocuments {
  /** Why the document with this hash could not be read; undefined where it was not tried. */
  find(hash: string): string | undefined;
  note(hash: string, reason: string): void;
}

/**
 * @param failed remembers which documents not to try again where no store remembers all readings
 */
export function openFolder(
  dir: string,
  store?: ReadingStore,
  failed?: FailedDocuments,
): CorpusFolder {
  const documents = createDocumentReader();
  const known = new Map<string, KnownFile>();
  return {
    isIndexed: false,
    async load() {
      const names = list(dir);
      const loading = new Loading(dir, new Set(names), known, documents, store, failed);
      if (names.includes(WHOLE_CORPUS)) await loading.readMany(WHOLE_CORPUS);
      else for (const name of names) await loading.read(name);
      loading.forgetGone();
      const { articles, problems, isNoted } = loading;
      return { articles, problems, isNoted };
    },
  };
}

/** A file's stamp when it was read, and its reading. */
interface KnownFile {
  readonly stamp: string;
  readonly reading: FileReading;
  /** Whether the store has noted it. */
  readonly isNoted: boolean;
}

/** A file with its stamp, and what it was read as last. */
interface FileNow {
  readonly file: string;
  readonly stamp: string;
  readonly last: FileReading | undefined;
}

/** One pass over a folder. */
class Loading implements FolderCorpus {
  readonly articles: Article[] = [];
  readonly problems: CorpusProblem[] = [];
  isNoted = true;
  private readonly ids = new Set<string>();
  private readonly seen = new Set<string>();
  /** Files that the store has noted as they are. */
  private readonly noted = new Set<string>();

  private readonly dir: string;
  private readonly names: ReadonlySet<string>;
  private readonly known: Map<string, KnownFile>;
  private readonly documents: DocumentReader;
  private readonly store: ReadingStore | undefined;
  private readonly failed: FailedDocuments | undefined;

  constructor(
    dir: string,
    names: ReadonlySet<string>,
    known: Map<string, KnownFile>,
    documents: DocumentReader,
    store: ReadingStore | undefined,
    failed: FailedDocuments | undefined,
  ) {
    this.dir = dir;
    this.names = names;
    this.known = known;
    this.documents = documents;
    this.store = store;
    this.failed = failed;
  }

  async read(file: string): Promise<void> {
    if (file.startsWith('.') || file.toLowerCase() === 'readme.md') return;
    const format = formatOf(file);
    const remedy = foreignRemedy(file);
    if (format !== undefined) await this.readOne(file, format);
    else if (file.toLowerCase().endsWith('.jsonl')) await this.readMany(file);
    else if (remedy !== undefined)
      this.problems.push(leftOut(file, `is of a format that is not read; ${remedy}`));
  }

  private async readOne(file: string, format: Format): Promise<void> {
    const name = `${file}${BESIDE}`;
    const beside = this.names.has(name) ? name : undefined;
    const id = this.idFor(file);
    await this.take(
      file,
      `${id} ${stampOf(this.dir, file)} ${stampOf(this.dir, beside)}`,
      (stamp, last) => {
        const read = readBytes(this.dir, file, format.limit);
        const front = readBeside(this.dir, beside);
        if (!read.ok) return this.unreadable({ file, stamp, last }, read);
        if (!front.ok) return failed(name, front.reason);
        const parts = [id, file, read.bytes, front.bytes];
        return this.keptOr({ file, stamp, last }, parts, () =>
          this.documents.read(format, { file, id, bytes: read.bytes, front: frontOf(front.bytes) }),
        );
      },
    );
  }

  async readMany(file: string): Promise<void> {
    await this.take(file, stampOf(this.dir, file), (stamp, last) => {
      const read = readBytes(this.dir, file, JSONL_LIMIT);
      if (!read.ok) return this.unreadable({ file, stamp, last }, read);
      return this.keptOr({ file, stamp, last }, [file, read.bytes], async () =>
        readArticles(file, read.bytes),
      );
    });
  }

  forgetGone(): void {
    for (const file of this.known.keys()) if (!this.seen.has(file)) this.known.delete(file);
  }

  /** Adds the articles and problems of a file, which is read again only where it has changed. */
  private async take(
    file: string,
    stamp: string,
    read: (stamp: string, last: FileReading | undefined) => FileReading | Promise<FileReading>,
  ): Promise<void> {
    const before = this.known.get(file);
    let reading = stamp.includes(UNKNOWN) ? undefined : this.unchanged(file, stamp, before);
    if (reading === undefined) {
      const last = before?.reading ?? this.store?.last(file);
      reading = withLast(last, await read(stamp, last));
    }
    const isNoted = this.noted.has(file);
    if (!isNoted) this.isNoted = false;
    this.known.set(file, { stamp, reading, isNoted });
    this.seen.add(file);
    this.problems.push(...reading.problems);
    for (const article of reading.articles) {
      if (this.ids.has(article.id))
        this.problems.push(
          leftOut(
            file,
            `has a second article with the id ${quoteName(article.id)}, which is left out; rename it`,
          ),
        );
      else this.articles.push(article);
      this.ids.add(article.id);
    }
  }

  private unchanged(
    file: string,
    stamp: string,
    before: KnownFile | undefined,
  ): FileReading | undefined {
    const isSame = stamp === before?.stamp;
    const reading = isSame ? before.reading : this.store?.at(file, stamp);
    if (reading !== undefined && (!isSame || before.isNoted)) this.noted.add(file);
    return reading;
  }

  /** A file whose bytes could not be read: noted where it stays so until it changes. */
  private unreadable(
    now: FileNow,
    { reason, isOfFile }: Unread,
  ): FileReading | Promise<FileReading> {
    const reading = failed(now.file, reason);
    return isOfFile ? this.keptOr(now, [now.file, reason], async () => reading) : reading;
  }

  private async keptOr(
    { file, stamp, last }: FileNow,
    parts: readonly (string | Uint8Array)[],
    read: () => Promise<FileReading>,
  ): Promise<FileReading> {
    if (this.store === undefined && this.failed === undefined) return read();
    const hash = createHash('sha1');
    for (const part of parts) hash.update(`${part.length} `).update(part);
    const key = hash.digest('hex');
    if (this.store === undefined) return this.triedOr(file, key, read);
    const reading = this.store.find(key) ?? this.store.keep(key, await read());
    const files = [file, `${file}${BESIDE}`].filter((name) => this.names.has(name));
    // what is noted is what stays in service: not nothing in place of the articles before
    const isServed = reading.articles.length > 0 || !holdsArticles(last);
    if (isServed && files.every((name) => isSettled(this.dir, name))) {
      this.store.note(file, stamp, key);
      this.noted.add(file);
    }
    return reading;
  }

  /** A document that went beyond the bounds before is not tried again. */
  private async triedOr(
    file: string,
    key: string,
    read: () => Promise<FileReading>,
  ): Promise<FileReading> {
    const before = this.failed?.find(key);
    if (before !== undefined)
      return failed(file, `${before}; not tried again until it or this program changes`);
    const reading = await read();
    if (reading.gaveUp !== undefined) this.failed?.note(key, reading.gaveUp);
    return reading;
  }

  /** The id of a file's article: `x` for x.txt, and `x.md` for an x.md beside it. */
  private idFor(file: string): string {
    let id = articleId(file);
    if (this.ids.has(id)) id = file;
    while (this.ids.has(id)) id += '+';
    return id;
  }
}

/** The front matter beside a file; no bytes where there is none. */
function readBeside(dir: string, name: string | undefined): ReadBytes {
  if (name === undefined) return { ok: true, bytes: Buffer.alloc(0) };
  return readBytes(dir, name, BESIDE_LIMIT);
}

function holdsArticles(reading: FileReading | undefined): reading is FileReading {
  return reading !== undefined && reading.articles.length > 0;
}

/** A reading without articles takes those of the last one, and its problems say so. */
function withLast(last: FileReading | undefined, reading: FileReading): FileReading {
  if (!holdsArticles(last) || reading.articles.length > 0) return reading;
  const problems = reading.problems.map((one) => ({
    ...one,
    message: `${one.message}; what it held before stays in service`,
  }));
  return { articles: last.articles, problems };
}

function frontOf(beside: Buffer): string {
  if (beside.length === 0) return '';
  const yaml = beside
    .toString('utf8')
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n');
  return `---\n${yaml
    .replace(/^---\n/u, '')
    .trimEnd()
    .replace(/\n---$/u, '')}\n---\n`;
}

/** The names in the folder, sorted. */
function list(dir: string): string[] {
  let names: string[];
  try {
    names = readdirSync(dir);
  } catch (error) {
    const code = codeOf(error);
    const what =
      code === 'ENOENT'
        ? 'is missing; make it and put articles in, or name another with --corpus DIR'
        : code === 'ENOTDIR'
          ? 'is no folder; name the folder that holds the articles'
          : `cannot be read (${code}); check its permissions`;
    throw new YuanwenError('corpus', `the corpus folder ${quoteName(dir)} ${what}`, {
      cause: error,
    });
  }
  return names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
