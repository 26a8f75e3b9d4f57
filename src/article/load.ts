import { type Dirent, readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { YuanwenError } from '../errors.ts';
import { JSONL_FILE, readJsonl } from './jsonl.ts';
import { articleId, type Parsed, parseArticle } from './parse.ts';
import { codeOf, JSONL_LIMIT, readText } from './read-file.ts';
import type { Article, Corpus, CorpusProblem } from './types.ts';

/** So many reasons are told when no article could be loaded at all. */
const REASONS = 3;

const EXTENSIONS = ['.txt', '.md'];

/**
 * Loads the articles of the folder `dir`: `articles.jsonl` where there is one, otherwise every
 * `.txt` and `.md` but README.md, in the order of their names. A file that cannot be read is left
 * out and named in `problems`.
 *
 * @throws YuanwenError `corpus` when the folder cannot be listed or no article could be loaded.
 */
export function loadCorpus(dir: string): Corpus {
  const entries = list(dir);
  const loader = new Loader(dir);
  if (entries.some((entry) => entry.name === JSONL_FILE)) loader.readAll();
  else for (const entry of entries) if (isArticle(entry.name)) loader.read(entry.name);
  const { articles, problems } = loader;
  if (articles.length > 0) return { articles, problems };
  if (problems.length === 0)
    throw new YuanwenError(
      'corpus',
      `no articles in ${quote(dir)}: put .txt or .md files in it, in UTF-8`,
    );
  const reasons = problems.slice(0, REASONS).map((problem) => problem.message);
  const more = problems.length > REASONS ? ', …' : '';
  throw new YuanwenError(
    'corpus',
    `no article in ${quote(dir)} could be loaded, ${problems.length} left out: ${reasons.join(' | ')}${more}`,
  );
}

class Loader implements Corpus {
  readonly articles: Article[] = [];
  readonly problems: CorpusProblem[] = [];
  private readonly ids = new Set<string>();
  private readonly dir: string;

  constructor(dir: string) {
    this.dir = dir;
  }

  read(file: string): void {
    const read = readText(this.dir, file);
    const parsed = read.ok ? parseArticle(file, read.text, this.idFor(file)) : read;
    if (parsed.ok) this.take(parsed, file);
    else this.leaveOut(file, parsed.reason);
  }

  private take(parsed: Parsed & { ok: true }, file: string): void {
    if (parsed.article.paragraphs.length === 0) {
      this.leaveOut(file, 'holds nothing that could be quoted; add the text of the article');
      return;
    }
    for (const warning of parsed.warnings) this.add('warning', file, warning);
    this.ids.add(parsed.article.id);
    this.articles.push(parsed.article);
  }

  readAll(): void {
    const read = readText(this.dir, JSONL_FILE, JSONL_LIMIT);
    if (!read.ok) {
      this.leaveOut(JSONL_FILE, read.reason);
      return;
    }
    const { articles, problems } = readJsonl(read.text);
    this.problems.push(...problems);
    for (const article of articles) {
      if (this.ids.has(article.id))
        this.leaveOut(
          JSONL_FILE,
          `has two articles with the id ${quote(article.id)}; the second is left out, rename it`,
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

function list(dir: string): Dirent[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(dir, { withFileTypes: true });
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
  return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function isArticle(name: string): boolean {
  if (name.startsWith('.') || name.toLowerCase() === 'readme.md') return false;
  return EXTENSIONS.includes(extname(name).toLowerCase());
}

/** A file's name may hold anything but a slash; a message is one line. */
function printable(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
}

function quote(name: string): string {
  return `"${printable(name)}"`;
}
