import { readdirSync } from 'node:fs';
import { YuanwenError } from '../errors.ts';
import { articleId, parseArticle } from './parse.ts';
import { codeOf, type ReadBytes, readBytes } from './read-file.ts';
import { type Format, foreignRemedy, formatOf } from './readers/index.ts';
import { type Reading, type SourceFile, unreadable } from './readers/types.ts';
import type { Article, Corpus, CorpusProblem } from './types.ts';

/** So many reasons are told when no article could be loaded at all. */
const REASONS = 3;

/** A folder that holds this file is read from it alone. */
const WHOLE_CORPUS = 'articles.jsonl';

/** A whole corpus in one file may be larger than one article. */
const JSONL_LIMIT = 256 * 1024 * 1024;

/** Front matter of a file that has no place for it stands beside it: `report.pdf.yaml`. */
const BESIDE = '.yaml';
const BESIDE_LIMIT = 20_000;

/**
 * Loads the articles of the folder `dir`: `articles.jsonl` where there is one, otherwise every file
 * of a format that is read but README.md, in the order of their names. A file that cannot be read
 * is left out and named in `problems`.
 *
 * @throws YuanwenError `corpus` when the folder cannot be listed or no article could be loaded.
 */
export async function loadCorpus(dir: string): Promise<Corpus> {
  const corpus = await readCorpus(dir);
  const { articles, problems } = corpus;
  if (articles.length > 0) return corpus;
  if (problems.length === 0)
    throw new YuanwenError(
      'corpus',
      `no articles in ${quote(dir)}: put .txt, .md, .html, .docx, .pdf or .jsonl files in it`,
    );
  const reasons = problems.slice(0, REASONS).map((problem) => problem.message);
  const more = problems.length > REASONS ? ', …' : '';
  throw new YuanwenError(
    'corpus',
    `no article in ${quote(dir)} could be loaded, ${problems.length} left out: ${reasons.join(' | ')}${more}`,
  );
}

/**
 * The same, also where no article could be loaded.
 *
 * @throws YuanwenError `corpus` when the folder cannot be listed.
 */
export async function readCorpus(dir: string): Promise<Corpus> {
  const names = list(dir);
  const loader = new Loader(dir, new Set(names));
  if (names.includes(WHOLE_CORPUS)) await loader.readMany(WHOLE_CORPUS);
  else for (const name of names) await loader.read(name);
  const { articles, problems } = loader;
  return { articles, problems };
}

class Loader implements Corpus {
  readonly articles: Article[] = [];
  readonly problems: CorpusProblem[] = [];
  private readonly ids = new Set<string>();
  private readonly dir: string;
  private readonly names: ReadonlySet<string>;

  constructor(dir: string, names: ReadonlySet<string>) {
    this.dir = dir;
    this.names = names;
  }

  async read(file: string): Promise<void> {
    if (file.startsWith('.') || file.toLowerCase() === 'readme.md') return;
    const format = formatOf(file);
    const remedy = foreignRemedy(file);
    if (format !== undefined) await this.readOne(file, format);
    else if (file.toLowerCase().endsWith('.jsonl')) await this.readMany(file);
    else if (remedy !== undefined)
      this.leaveOut(file, `is of a format that is not read; ${remedy}`);
  }

  private async readOne(file: string, format: Format): Promise<void> {
    const read = readBytes(this.dir, file, format.limit);
    const beside = this.readBeside(file);
    if (!read.ok) return this.leaveOut(file, read.reason);
    if (!beside.ok) return this.leaveOut(`${file}${BESIDE}`, beside.reason);
    const reading = await this.readBy(format, { bytes: read.bytes, front: frontOf(beside.bytes) });
    const parsed = parseArticle(file, reading, this.idFor(file));
    if (!parsed.ok) return this.leaveOut(file, parsed.reason);
    const { article, warnings } = parsed;
    if (article.paragraphs.length === 0)
      return this.leaveOut(file, 'holds nothing that could be quoted; add the text of the article');
    for (const warning of warnings) this.add('warning', file, warning);
    this.ids.add(article.id);
    this.articles.push(article);
  }

  /** A library that stumbles over one file must not take the others with it. */
  private async readBy(format: Format, source: SourceFile): Promise<Reading> {
    try {
      const reader = await format.load();
      return await reader(source);
    } catch (error) {
      const [what] = String(error).split('\n');
      return unreadable(`could not be read (${what}); save it as .txt`);
    }
  }

  /** The front matter beside a file; no bytes where there is none. */
  private readBeside(file: string): ReadBytes {
    const name = `${file}${BESIDE}`;
    if (!this.names.has(name)) return { ok: true, bytes: Buffer.alloc(0) };
    return readBytes(this.dir, name, BESIDE_LIMIT);
  }

  async readMany(file: string): Promise<void> {
    const read = readBytes(this.dir, file, JSONL_LIMIT);
    if (!read.ok) return this.leaveOut(file, read.reason);
    const { readJsonl } = await import('./readers/jsonl.ts');
    const { articles, faults } = readJsonl(file, read.bytes);
    for (const fault of faults) this.problems.push({ file, severity: 'error', message: fault });
    for (const article of articles) {
      if (this.ids.has(article.id))
        this.leaveOut(
          file,
          `has a second article with the id ${quote(article.id)}, which is left out; rename it`,
        );
      else this.articles.push(article);
      this.ids.add(article.id);
    }
  }

  /** x.txt is `x`; an x.md beside it keeps its extension. */
  private idFor(file: string): string {
    let id = articleId(file);
    if (this.ids.has(id)) id = file;
    while (this.ids.has(id)) id += '+';
    return id;
  }

  private leaveOut(file: string, reason: string): void {
    this.add('error', file, reason);
  }

  private add(severity: CorpusProblem['severity'], file: string, message: string): void {
    this.problems.push({ file, severity, message: `${printable(file)} ${message}` });
  }
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
    throw new YuanwenError('corpus', `the corpus folder ${quote(dir)} ${what}`, { cause: error });
  }
  return names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** A file's name may hold anything but a slash; a message is one line. */
function printable(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
}

function quote(name: string): string {
  return `"${printable(name)}"`;
}
