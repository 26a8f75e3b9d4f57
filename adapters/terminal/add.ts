import { type AddFault, addPage, type FetchPage, PAGE_LIMIT } from '../../src/corpus/add-page.ts';
import type { ArticleFiles } from '../../src/corpus/change-folder.ts';
import { checkArticle } from '../../src/corpus/check-article.ts';
import { YuanwenError } from '../../src/util/errors.ts';
import { type Io, print } from './io.ts';
import { oneLine } from './style.ts';

const MEGABYTES = PAGE_LIMIT / 1024 / 1024;

/** What went wrong with an address, each with what to do. */
const FAULTS: Readonly<Record<AddFault, (detail: string, where: string) => string>> = {
  address: () => 'is no address of a page; give one that begins with https:// or http://',
  private: () =>
    'leads into a private network, and only pages of the public internet are fetched; save the page from a browser into the folder',
  unreachable: (why) =>
    `cannot be reached (${why}); check the address, the network and HTTPS_PROXY, or save the page from a browser into the folder`,
  status: (status) =>
    `was refused by its server (status ${status}); check the address, or save the page from a browser into the folder`,
  size: () =>
    `is empty or larger than ${MEGABYTES} MB; save what is needed of it into the folder by hand`,
  type: (type) =>
    `is of a type that is not read${type && ` (${type})`}; give the address of a page, a text, a .pdf or a .docx`,
  unread: (why) => `was fetched, and ${why || 'holds nothing that could be quoted'}`,
  known: (file) => `is there already, as ${file}; remove that file to fetch it again`,
  whole: (_, where) =>
    `was not fetched, for beside articles.jsonl in ${where} no other file is read; name another folder with --corpus DIR`,
  missing: (why, where) =>
    `was not fetched, for the folder ${where} cannot be read (${why}); make it, or name another with --corpus DIR`,
  failed: (_, where) =>
    `cannot be saved in ${where}; check its permissions and the room on its disk`,
  exists: () => 'has a title that many files have; rename some of them',
  name: () => 'has no title that a file could be named by; save it from a browser into the folder',
  format: () =>
    'is of a type that is not read; give the address of a page, a text, a .pdf or a .docx',
};

/** Where pages are added. */
export interface AddedTo {
  readonly files: ArticleFiles;
  /** As it is told to people: the folder's path, or that it is the database. */
  readonly where: string;
}

/**
 * `npm run add`: fetches pages, puts them among the articles' files and says what became of each.
 * @throws YuanwenError `input` where one could not be added, when all have been tried
 */
export async function addPages(
  { files, where }: AddedTo,
  addresses: readonly string[],
  fetchPage: FetchPage,
  io: Pick<Io, 'output'>,
): Promise<void> {
  const faults: string[] = [];
  for (const address of addresses) {
    const added = await addPage(files, address, fetchPage);
    if (!added.ok) {
      faults.push(oneLine(`${address} ${FAULTS[added.fault](added.detail ?? '', where)}`));
      continue;
    }
    const { file, article } = added;
    const facts = [
      article.title,
      article.date ?? '日期不详',
      article.source,
      `${article.paragraphs.length} 段`,
    ].filter(Boolean);
    const lines = [
      `added ${file} to ${where}`,
      `  ${facts.join(' · ')}`,
      ...checkArticle({ ...article, file }).map((each) => `  ${file} ${each}`),
    ];
    for (const line of lines) await print(io.output, `${oneLine(line)}\n`);
  }
  if (faults.length > 0) throw new YuanwenError('input', faults.join(' | '));
}
