import type { Article } from '../article/article.ts';
import { articleId } from '../article/body/parse-article.ts';
import { formatOf } from '../article/formats/index.ts';
import { type AddFault, type Failed, type FetchPage, readPage } from './add-page.ts';
import type { ArticleFiles } from './change-folder.ts';
import { type ArticleFault, articleFaults } from './check-article.ts';
import { createDocumentReader } from './document-reader.ts';
import { sentFileName } from './file-name.ts';
import type { WaitingFiles } from './waiting-files.ts';

/** A file that was sent and read, and waits to be taken in. */
export interface SentArticle {
  readonly ok: true;
  /** Finds it again, also in a later process. */
  readonly key: number;
  /** The name that it is to have among the articles' files. */
  readonly file: string;
  /** Whether there is a file of that name. */
  readonly isThere: boolean;
  readonly article: Article;
  /** What its operator can mend. */
  readonly faults: readonly ArticleFault[];
  /** What was wrong with the file as it was read, a line each. */
  readonly warnings: readonly string[];
}

/** A file that was taken in. */
export interface TakenFile {
  readonly ok: true;
  readonly file: string;
  /** The digest of the article that it was read as. */
  readonly digest: string;
}

/** Why what was sent is not taken in; `expired`: it waited for too long. */
export type IncomingFault = AddFault | 'expired';

/** Files on their way among those of the articles: read first, taken in when somebody says so. */
export interface Incoming {
  /** Reads a file as the folder would, in the process that reads documents. */
  readFile(name: string, bytes: Uint8Array): Promise<SentArticle | Failed<AddFault>>;
  /** Fetches a page of the public internet and reads it. */
  readPage(address: string): Promise<SentArticle | Failed<AddFault>>;
  /** Takes a file in that was read; `replaces` that of the same name, which is kept elsewhere. */
  take(key: number, replaces: boolean): Promise<TakenFile | Failed<IncomingFault>>;
  /** Forgets a file that was read. */
  drop(key: number): Promise<void>;
}

/** Pages of one title that there may be. */
const SAME_NAMED = 1000;

/** @param waiting where files wait until they are taken in */
export function createIncoming(
  files: ArticleFiles,
  waiting: WaitingFiles,
  fetchPage: FetchPage,
): Incoming {
  const documents = createDocumentReader();

  return {
    async readFile(given, bytes) {
      const obstacle = await files.obstacle([]);
      if (obstacle !== undefined) return { ok: false, ...obstacle };
      const file = sentFileName(given);
      if (file === '') return { ok: false, fault: 'name' };
      const format = formatOf(file);
      if (format === undefined) return { ok: false, fault: 'format' };
      if (bytes.length === 0 || bytes.length > format.limit) return { ok: false, fault: 'size' };
      const read = await documents.read(format, { file, id: articleId(file), bytes, front: '' });
      const [article] = read.articles;
      const problems = read.problems.map(({ message }) => message.replace(`${file} `, ''));
      if (article === undefined) {
        const [detail] = problems;
        return { ok: false, fault: 'unread', ...(detail !== undefined && { detail }) };
      }
      const { digest } = article;
      return {
        ok: true,
        key: await waiting.add({ name: file, front: undefined, digest, bytes }),
        file,
        isThere: await files.has(file),
        article,
        faults: articleFaults({ ...article, file }),
        warnings: problems,
      };
    },
    async readPage(address) {
      const page = await readPage(files, address, fetchPage);
      if (!page.ok) return page;
      const { name, ending, article, bytes, front, warnings } = page;
      for (let number = 1; number <= SAME_NAMED; number++) {
        const file = `${name}${number === 1 ? '' : ` ${number}`}${ending}`;
        if (await files.has(file)) continue;
        return {
          ok: true,
          key: await waiting.add({ name: file, front, digest: article.digest, bytes }),
          file,
          isThere: false,
          article,
          faults: articleFaults({ ...article, file }),
          warnings,
        };
      }
      return { ok: false, fault: 'exists' };
    },
    async take(key, replaces) {
      const found = await waiting.find(key);
      if (found === undefined) return { ok: false, fault: 'expired' };
      const { name, bytes, front, digest } = found;
      const fault = await (replaces ? files.replace : files.put)(name, bytes, front);
      if (fault !== undefined) return { ok: false, fault, detail: name };
      await waiting.drop(key);
      return { ok: true, file: name, digest };
    },
    drop: waiting.drop,
  };
}
