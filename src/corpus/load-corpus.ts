import type { Corpus } from '../article/article.ts';
import { YuanwenError } from '../util/errors.ts';
import { openFolder } from './folder.ts';
import { quoteName } from './problems.ts';
import type { FailedDocuments } from './reading-store.ts';

/** Number of reasons named in the error when no article could be loaded. */
const REASONS = 3;

/**
 * Reads the corpus of a folder.
 *
 * @throws YuanwenError `corpus` when the folder cannot be listed or no article could be loaded.
 */
export async function loadCorpus(dir: string): Promise<Corpus> {
  return holdingSomething(dir, await readCorpus(dir));
}

/**
 * Reads the corpus of a folder, which may hold no article; `failed` as for `openFolder`.
 *
 * @throws YuanwenError `corpus` when the folder cannot be listed.
 */
export function readCorpus(dir: string, failed?: FailedDocuments): Promise<Corpus> {
  return openFolder(dir, undefined, failed).load();
}

/**
 * The corpus itself where it holds an article.
 *
 * @throws YuanwenError `corpus` where it holds none, with the first reasons
 */
export function holdingSomething<T extends Corpus>(dir: string, corpus: T): T {
  const { articles, problems } = corpus;
  if (articles.length > 0) return corpus;
  if (problems.length === 0)
    throw new YuanwenError(
      'corpus',
      `no articles in ${quoteName(dir)}: put .txt, .md, .html, .docx, .pdf or .jsonl files in it`,
    );
  const reasons = problems.slice(0, REASONS).map((problem) => problem.message);
  const more = problems.length > REASONS ? ', …' : '';
  throw new YuanwenError(
    'corpus',
    `no article in ${quoteName(dir)} could be loaded, ${problems.length} left out: ${reasons.join(' | ')}${more}`,
  );
}
