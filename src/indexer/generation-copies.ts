import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleStore } from '../store/article-store.ts';
import type { Generation, GenerationStore } from '../store/generation-store.ts';
import { openArticleStore } from '../store/sqlite-article-store.ts';
import { tagOf } from '../store/value-tag.ts';

/** The files of a generation, by the names under which they are published. */
export const GENERATION_FILES = {
  /** The articles with the values derived from them. */
  articles: 'articles.sqlite',
  /** Their figures, found by index. */
  figures: 'figures.sqlite',
  /** The index in SQLite; none for a corpus of few paragraphs, which each worker indexes in memory. */
  index: 'index.sqlite',
  /** The counts of an index whose postings stand in the database. */
  counts: 'counts.sqlite',
} as const;

/** Raised when the form of a generation changes in the database. */
const LAYOUT = 3;

/** A hash of the versions of all that reads a generation. */
export function generationCode(): string {
  return createHash('sha1')
    .update([LAYOUT, tagOf('articles'), tagOf('figures'), tagOf('index')].join())
    .digest('hex')
    .slice(0, 12);
}

/** Copies of generations on this worker's own disk. */
export interface GenerationCopies {
  /** The folder of a generation's files, fetched when it is not there yet. */
  folderOf(generation: Generation): Promise<string>;
  /** Deletes the copy of a generation, for instance as it is damaged. */
  drop(generation: Generation): void;
  /** Deletes the copies of generations before this one, which may be open still. */
  dropBefore(generation: Generation): void;
}

export function createGenerationCopies(
  stateDir: string,
  tenant: string,
  store: GenerationStore,
): GenerationCopies {
  const home = join(stateDir, 'generations');
  const start = `${tenant}-${generationCode()}-`;
  const nameOf = ({ number, content }: Generation) => `${start}${number}-${content.slice(0, 12)}`;

  return {
    async folderOf(generation) {
      const folder = join(home, nameOf(generation));
      if (existsSync(folder)) return folder;
      // only a whole copy gets its name, as several workers may share the folder
      const part = join(home, `.${randomUUID()}`);
      mkdirSync(part, { recursive: true });
      try {
        await store.fetch(generation.number, part);
        if (!existsSync(folder)) renameSync(part, folder);
      } finally {
        rmSync(part, { recursive: true, force: true });
      }
      return folder;
    },
    drop: (generation) => rmSync(join(home, nameOf(generation)), { recursive: true, force: true }),
    dropBefore({ number }) {
      for (const name of readdirSync(home)) {
        const [own] = name.startsWith(start) ? name.slice(start.length).split('-') : [];
        if (own !== undefined && Number(own) < number)
          rmSync(join(home, name), { recursive: true, force: true });
      }
    },
  };
}

/** Opens the articles of a copy; what this worker derives of them is kept in `asked/` of its state. */
export function openCopy(
  folder: string,
  stateDir: string,
  tenant: string,
  warn: (line: string) => void,
): ArticleStore {
  return openArticleStore(join(folder, GENERATION_FILES.articles), warn, {
    readOnly: true,
    derivedFile: join(stateDir, 'asked', `tenant-${tenant}-${generationCode()}.sqlite`),
  });
}
