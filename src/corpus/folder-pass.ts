import { createHash } from 'node:crypto';
import type { Article, CorpusProblem } from '../article/article.ts';
import { articleId } from '../article/body/parse-article.ts';
import { type Format, foreignRemedy, formatOf } from '../article/formats/index.ts';
import type { DocumentReader } from './document-reader.ts';
import { BESIDE } from './file-kinds.ts';
import { isSettled, stampOf, UNKNOWN } from './file-stamp.ts';
import { frontOf, readBeside } from './front-beside.ts';
import { leftOut, quoteName } from './problems.ts';
import { type FileReading, failed, readArticles } from './read-articles.ts';
import { readBytes, type Unread } from './read-bytes.ts';
import type { FailedDocuments, ReadingStore } from './reading-store.ts';

/** Bytes of the largest JSONL file, which may hold a whole corpus. */
const JSONL_LIMIT = 256 * 1024 * 1024;

/** A file's stamp when it was read, and its reading. */
export interface KnownFile {
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
export class FolderPass {
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
