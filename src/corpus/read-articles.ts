import type { Article, CorpusProblem } from '../article/article.ts';
import { parseArticle } from '../article/body/parse-article.ts';
import { type Reading, type SourceFile, unreadable } from '../article/formats/common/reading.ts';
import type { Format } from '../article/formats/index.ts';
import { leftOut, problem } from './problems.ts';

/** The articles and problems that one file was read as. */
export interface FileReading {
  readonly articles: readonly Article[];
  readonly problems: readonly CorpusProblem[];
  /** Why it was given up, where reading it went beyond the bounds on time and memory. */
  readonly gaveUp?: string;
}

/** Reads the article of a file; a fault becomes a problem, never an error. */
export async function readArticle(
  file: string,
  id: string,
  format: Format,
  source: SourceFile,
): Promise<FileReading> {
  const parsed = parseArticle(file, await readBy(format, source), id);
  if (!parsed.ok) return failed(file, parsed.reason);
  const { article, warnings } = parsed;
  if (article.paragraphs.length === 0)
    return failed(file, 'holds nothing that could be quoted; add the text of the article');
  return {
    articles: [article],
    problems: warnings.map((warning) => problem('warning', file, warning)),
  };
}

/** Reads a file by its format. An error of the format's library leaves out this file alone. */
async function readBy(format: Format, source: SourceFile): Promise<Reading> {
  try {
    const reader = await format.load();
    return await reader(source);
  } catch (error) {
    const [what] = String(error).split('\n');
    return unreadable(`could not be read (${what}); save it as .txt`);
  }
}

/** Reads a JSONL file, one article a line. */
export async function readArticles(file: string, bytes: Uint8Array): Promise<FileReading> {
  const { readJsonl } = await import('../article/formats/jsonl.ts');
  const { articles, faults } = readJsonl(file, bytes);
  const problems = faults.map(
    (message) => ({ file, severity: 'error', message }) satisfies CorpusProblem,
  );
  return { articles, problems };
}

export function failed(file: string, reason: string): FileReading {
  return { articles: [], problems: [leftOut(file, reason)] };
}
