import { setTimeout as pause, setImmediate } from 'node:timers/promises';
import type { Article, CorpusProblem } from '../../article/article.ts';
import type { AddFault, Failed, FetchPage } from '../../corpus/add-page.ts';
import type { ArticleFiles } from '../../corpus/change-folder.ts';
import { articleFaults } from '../../corpus/check-article.ts';
import type { Incoming, SentArticle, TakenFile } from '../../corpus/incoming.ts';
import type { WaitingFiles } from '../../corpus/waiting-files.ts';
import { extractFigures } from '../../figures/extract.ts';
import { simplify } from '../../language/simplify.ts';
import { memoByObject } from '../../util/memo-by-object.ts';
import { turning } from '../article-card.ts';
import type { Management } from '../button-action.ts';
import { type Block, type Button, type Card, said } from '../card.ts';
import { askButton } from '../reply-card.ts';
import type { Speech } from '../speech.ts';
import { shorten } from '../split.ts';
import type { ChatArticles } from './chat-articles.ts';

/** Bytes of the largest file that is taken by chat: what Telegram hands to a bot. */
export const SENT_LIMIT = 20 * 1024 * 1024;
const MEGABYTES = SENT_LIMIT / 1024 / 1024;

/** The articles' files, as who runs the bot manages them by chat. */
export interface ManagedFiles {
  readonly files: ArticleFiles;
  /** Where files wait to be taken in. */
  readonly waiting: WaitingFiles;
  readonly fetchPage: FetchPage;
  /** What was wrong with the files when they were read last. */
  problems(): readonly CorpusProblem[];
}

/** What managing answers, and what is to be said later on. */
interface Managed {
  readonly card: Card;
  /** That what was taken in can be asked, once it can. */
  readonly later?: Promise<Card>;
}

/** How the articles are managed by chat; whoever calls it has seen that an admin asks. */
export interface Managing {
  usage(command: string): Card;
  /** Reads a file of at most SENT_LIMIT bytes, and asks whether to take it in. */
  readFile(name: string, bytes: Uint8Array): Promise<Card>;
  tooLarge(): Card;
  notFetched(): Card;
  readPage(address: string): Promise<Card>;
  /** Asks whether to take away the article of a file or title. */
  removal(words: string): Card;
  /** Does what a button says; undefined when its article has changed. */
  press(action: Management): Promise<Managed | undefined>;
}

/** Files on a page of the list, and faults on one of theirs. */
const FILES = 10;
const FAULTS = 12;
const LINE_LIMIT = 300;
/** Warnings that are told of a file that was sent. */
const WARNINGS = 10;
/** Milliseconds between two looks whether an article can be asked, and those for which it is looked for. */
const LOOK = 500;
const PATIENCE = 10 * 60 * 1000;

export function createManaging(
  managed: ManagedFiles,
  incoming: Incoming,
  { bot, digests }: ChatArticles,
  { texts }: Speech,
): Managing {
  const say = texts.corpus;

  function offer(sent: SentArticle | Failed<AddFault>): Card {
    if (!sent.ok) return said(say.incoming[sent.fault](sent.detail ?? ''));
    const { key, file, isThere, article } = sent;
    const warnings = [...sent.faults.map(say.fault), ...sent.warnings];
    const { title, date, source, paragraphs } = article;
    const counts = texts.articleCounts(paragraphs.length, extractFigures(article).length);
    const facts = [date ?? texts.undated, source, counts].filter((fact) => fact !== undefined);
    return {
      answered: true,
      blocks: [
        say.read(file),
        `《${shorten(title, LINE_LIMIT)}》${texts.facts(facts)}`,
        warnings.length === 0 ? say.sound : say.faults(warnings.length),
        ...warnings.slice(0, WARNINGS).map((line) => `· ${shorten(line, LINE_LIMIT)}`),
        ...(isThere ? [say.isThere] : []),
      ].map(words),
      buttons: [
        [
          {
            label: isThere ? say.replace : say.take,
            action: { kind: 'take', file: key, replaces: isThere },
          },
          { label: say.drop, action: { kind: 'drop', file: key } },
        ],
      ],
    };
  }

  const faultsOf = memoByObject((article: Article) =>
    articleFaults(article).map((fault) => say.faultOf(article.file, say.fault(fault))),
  );

  /** The articles by their files, each once. */
  const files = () => [...new Map(bot.articles.map((article) => [article.file, article])).values()];

  function listFiles(at: number): Card {
    const all = files();
    const from = at < all.length ? at : 0;
    const lines = all
      .slice(from, from + FILES)
      .map(({ file, title, date }, i) =>
        shorten(`${from + i + 1}. ${file}　《${title}》${date ?? texts.undated}`, LINE_LIMIT),
      );
    return paged([say.filesHeld(all.length), ...lines], from, FILES, all.length, 'files');
  }

  async function listFaults(at: number): Promise<Card> {
    const lost = managed.problems().map(({ message }) => message);
    const mendable: string[] = [];
    for (const article of bot.articles) {
      mendable.push(...faultsOf(article));
      // of thousands of articles, answers are sent in between
      await setImmediate();
    }
    const all = [...new Set([...lost, ...mendable])];
    const from = at < all.length ? at : 0;
    const lines = all.slice(from, from + FAULTS).map((line) => `· ${shorten(line, LINE_LIMIT)}`);
    return paged([say.faultsHeld(all.length), ...lines], from, FAULTS, all.length, 'faults');
  }

  function paged(
    lines: readonly string[],
    from: number,
    page: number,
    count: number,
    kind: 'files' | 'faults',
  ): Card {
    const turn = turning(from, page, count, texts, (at) => ({ kind, at }));
    return {
      answered: true,
      blocks: lines.map(words),
      buttons: turn.length > 0 ? [turn] : [],
    };
  }

  /**
   * The article of a file that was taken in, once it is asked: the one that was read when the file was
   * sent, or another one than before, where its id or its front matter makes it differ.
   */
  async function served({ file, digest }: TakenFile, before: string | undefined): Promise<Card> {
    for (let waited = 0; waited < PATIENCE; waited += LOOK) {
      const article = bot.articles.find((each) => each.file === file);
      if (article !== undefined && (article.digest === digest || article.digest !== before))
        return ready(article);
      await pause(LOOK, undefined, { ref: false });
    }
    return said(say.notReady(file));
  }

  async function ready(article: Article): Promise<Card> {
    const key = digests.digestOf(article);
    const asks = await bot.suggestionsOf(article);
    return {
      answered: true,
      blocks: [words(say.ready(shorten(article.title, LINE_LIMIT)))],
      buttons: asks.map((question): Button[] => [askButton(question, key)]),
    };
  }

  return {
    usage: (command) => said(say.usage(command, MEGABYTES)),
    readFile: async (name, bytes) => offer(await incoming.readFile(name, bytes)),
    readPage: async (address) => offer(await incoming.readPage(address)),
    tooLarge: () => said(say.largeMegabytes(MEGABYTES)),
    notFetched: () => said(say.notFetched),
    removal(asked) {
      const wanted = simplify(asked.trim());
      const named = files().filter(({ file, id }) => file === asked || id === asked);
      const fitting =
        named.length > 0 ? named : files().filter(({ title }) => simplify(title).includes(wanted));
      const [article, ...others] = wanted === '' ? [] : fitting;
      if (article === undefined || others.length > 0)
        return said(say.whichFile(shorten(asked, LINE_LIMIT)));
      const action = { kind: 'remove', article: digests.digestOf(article) } as const;
      return {
        answered: true,
        blocks: [words(say.confirmRemoval(article.file, shorten(article.title, LINE_LIMIT)))],
        buttons: [[{ label: say.remove, action }]],
      };
    },
    async press(action) {
      switch (action.kind) {
        case 'files':
          return { card: listFiles(action.at) };
        case 'faults':
          return { card: await listFaults(action.at) };
        case 'drop':
          await incoming.drop(action.file);
          return { card: said(say.dropped) };
        case 'take': {
          const before = new Map(bot.articles.map((article) => [article.file, article.digest]));
          const taken = await incoming.take(action.file, action.replaces);
          if (!taken.ok) return { card: said(say.incoming[taken.fault](taken.detail ?? '')) };
          const { file } = taken;
          return { card: said(say.taken(file)), later: served(taken, before.get(file)) };
        }
        case 'remove': {
          const article = digests.find(action.article);
          if (article === undefined) return undefined;
          const fault = await managed.files.remove(article.file);
          return { card: said(fault === undefined ? say.removed(article.file) : say.notRemoved) };
        }
      }
    },
  };
}

function words(text: string): Block {
  return { kind: 'words', text };
}
